"""YAML in, nodes with positions out.

What YAML offers beyond plain lists and names (anchors, tags, several documents) is refused. A text that
is not YAML is read as far as it can be, so that one run shows all its faults.
"""

from __future__ import annotations

import re

from sitegen.diagnostics import Fault, Span
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats.nodes import Broken, Entry, Mapping, Node, Scalar, Sequence
from sitegen.formats.quoting import code_point
from sitegen.formats.yaml_events import NotYamlError, read
from sitegen.formats.yaml_faults import explain
from sitegen.formats.yaml_kinds import KINDS
from sitegen.formats.yaml_repair import Damage, mend

__all__ = ["KINDS", "Broken", "Entry", "Mapping", "Node", "Scalar", "Sequence", "compose"]

_MOST_ATTEMPTS = 25
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ODD_INDENTATION = re.compile("^ *[\u3000\xa0]", re.MULTILINE)
_NEEDS_TRANSLATION = re.compile("[\r\x85\u2028\u2029\ufeff]")
_TRANSLATION = str.maketrans({"\r": " ", "\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": "\u200b"})


def compose(text: str, *, first_line: int = 1) -> tuple[Node | None, tuple[Fault, ...]]:
    """Return the node of one YAML text and its faults (SG140–SG169); None when there is nothing in it.

    `first_line` is the line of the file on which `text` begins. After a fault of the writing the rest is
    still read: what could not be mended stands in the result as `Broken`.
    """
    early: tuple[Fault, ...] = ()
    if _UNREADABLE.search(text):
        early, text = _unreadable(text, first_line), _UNREADABLE.sub("\ufffd", text)
    if _NEEDS_TRANSLATION.search(text):
        text = text.translate(_TRANSLATION)
    try:
        node, faults = read(text, first_line, {})
    except NotYamlError:
        node, faults = _recover(text, first_line)
    else:
        if type(node) is Scalar or _ODD_INDENTATION.search(text):
            node, faults = _recover(text, first_line)
    return node, early + faults


def _recover(text: str, first_line: int) -> tuple[Node | None, tuple[Fault, ...]]:
    """Read a faulty text: mend what is clear, report and cut out what is not, until the rest is YAML."""
    damage = Damage(text.split("\n"), first_line)
    mend(damage)
    for _ in range(_MOST_ATTEMPTS):
        try:
            node, faults = read("\n".join(damage.lines), first_line, damage.shifts)
        except NotYamlError as error:
            damage.cut(*explain(error.complaint, damage.lines, first_line))
            continue
        return _with_broken(node, damage), _in_order((*damage.faults, *faults))
    return None, _in_order(tuple(damage.faults))


def _with_broken(node: Node | None, damage: Damage) -> Node | None:
    broken = [Entry(Scalar(key, span), Broken(span)) for key, span in damage.removed]
    if damage.faults and (node is None or type(node) is Scalar):
        return Mapping(tuple(broken), broken[0].key.span) if broken else None
    if type(node) is not Mapping:
        return node
    known = {entry.key.text for entry in node.entries}
    entries = [*node.entries, *(entry for entry in broken if entry.key.text not in known)]
    entries.sort(key=lambda entry: entry.key.span.line)
    return Mapping(tuple(entries), node.span)


def _in_order(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    return tuple(sorted(dict.fromkeys(faults), key=_position))


def _position(fault: Fault) -> tuple[int, int, str]:
    return (fault.span.line, fault.span.column, fault.id) if fault.span else (0, 0, fault.id)


def _unreadable(text: str, first_line: int) -> tuple[Fault, ...]:
    return tuple(
        kinds.FORBIDDEN_CHARACTER.found(
            Span(number, found.start() + 1, number, found.start() + 2), character=code_point(found[0])
        )
        for number, line in enumerate(text.split("\n"), first_line)
        if (found := _UNREADABLE.search(line))
    )
