"""All repairs of one file, each kept only where it is proved that the file says the same as before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec

from sitegen.formats import front_matter, yaml_nodes
from sitegen.formats.fields import Field
from sitegen.formats.line_ends import trimmed, trimmed_yaml
from sitegen.formats.markdown import convert
from sitegen.formats.nodes import plain
from sitegen.formats.widths import official_widths, same_but_for_width
from sitegen.model.kinds import KINDS
from sitegen.model.site_fields import BODY, COLUMN, SITE
from sitegen.repairing.encodings import read
from sitegen.repairing.header import Fields, names_in, normal_value, with_colons, with_values

RECORD: dict[str, Field] = {
    name: field for kind in reversed(KINDS) for field in kind.fields.fields for name in (field.key, field.english)
}
"""The fields of all kinds of record by both names; equal names are fields of one type."""
MOST_ROUNDS = 8
"""A repair may make another one possible: a bracket inside a bracket."""
Step = Callable[[str], str]


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """A file's text before and after, and changes that no line shows."""

    before: str
    after: str
    notes: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """What to write."""
        return self.after.encode("utf-8")


def repair(path: str, data: bytes) -> Repair | None:
    """Return the repair of a file of `content/` (`path` is relative to the project); None where nothing is to be done.

    A file whose bytes or whose two lines `---` are in doubt is left alone.
    """
    done = read(data)
    if done is None:
        return None
    before, notes = done
    after = _repaired(path, before)
    if after == before and not notes:
        return None
    return Repair(before=before, after=after, notes=notes)


def _repaired(path: str, text: str) -> str:
    once = _record if path.endswith(".md") else partial(_yaml, _fields_of(path))
    for _ in range(MOST_ROUNDS):
        again = once(text)
        if again == text:
            break
        text = again
    return text


def _fields_of(path: str) -> Fields:
    if path.endswith("/site.yaml"):
        return SITE.by_name
    return COLUMN.by_name if path.endswith("/_column.yaml") else BODY.by_name


def _record(text: str) -> str:
    parts, faults = front_matter.split(text)
    if faults or not text.startswith("---\n"):
        return text
    header = _yaml(RECORD, parts.header)
    body = _kept(parts.body, trimmed, _said)
    body = _kept(body, official_widths, lambda each: same_but_for_width(_said(each)))
    whole = f"---\n{header}---\n{body}"
    return whole if _same_parts(whole, header, body) else text


def _same_parts(whole: str, header: str, body: str) -> bool:
    parts, faults = front_matter.split(whole)
    return not faults and (parts.header, parts.body) == (header, body)


def _yaml(fields: Fields, text: str) -> str:
    text = _kept(text, partial(with_colons, names=names_in(fields)), _values)
    text = _kept(text, trimmed_yaml, _values)
    return _kept(text, partial(with_values, fields=fields), _normal_values)


def _kept(text: str, step: Step, meaning: Callable[[str], object]) -> str:
    """Return what a step makes of a text, where it means the same as before; else the text."""
    made = step(text)
    return made if made == text or meaning(made) == meaning(text) else text


def _said(body: str) -> str:
    """Return what readers get of a body."""
    return convert(body, first_line=1).html


def _values(text: str) -> object:
    return _each(text, str.strip)


def _normal_values(text: str) -> object:
    return _each(text, lambda value: normal_value(value.strip()))


def _each(text: str, normal: Callable[[str], str]) -> object:
    """Return what YAML says, every value in the form in which it is compared."""
    node, _ = yaml_nodes.compose(text)

    def inside(value: object) -> object:
        match value:
            case str():
                return normal(value)
            case list():
                return [inside(each) for each in value]
            case dict():
                return {key: inside(each) for key, each in value.items()}
            case _:
                return value

    return inside(plain(node)) if node is not None else None
