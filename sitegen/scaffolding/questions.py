"""What has to be asked before a manuscript can be written, and whether an answer will do."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.formats.field_types import ListOf
from sitegen.formats.fields import Field
from sitegen.formats.nodes import Scalar, Sequence

Texts = tuple[str, ...]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One of several answers: what stands for it, and what the clerk is shown."""

    value: str
    label: str


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the kind requires and nobody has said.

    `default` is proposed; where it is `settled` it may be taken without asking. `problem` says in Chinese what is
    wrong with an answer, "" where nothing is.
    """

    key: str
    option: str
    help: str
    problem: Callable[[Texts], str]
    default: Texts = ()
    settled: bool = False
    choices: tuple[Choice, ...] = ()
    several: bool = False
    needed: bool = True


Ask = Callable[[Question], Texts]
"""Puts a question and returns the answers; none where there is nobody to ask."""


def option_of(attribute: str) -> str:
    """Return the option of `sitegen new` that gives the value of a record's attribute."""
    short = {"publisher": "body", "document_number": "number"}
    return "--" + short.get(attribute, attribute).replace("_", "-")


def takes_several(field: Field) -> bool:
    """Tell whether a field holds a list."""
    return isinstance(field.type, ListOf)


def faults_of(field: Field, texts: Texts) -> tuple[Fault, ...]:
    """Return what the field's type has against these values: what `check` would say of them."""
    span = Span(1, 1, 1, 1)
    nodes = tuple(Scalar(text=text, span=span) for text in texts)
    node = Sequence(items=nodes, span=span) if takes_several(field) else nodes[0]
    return field.type.convert(node)[1]


def problem_of(field: Field, texts: Texts) -> str:
    """Return in words what is wrong with these values and how to mend it; "" where nothing is."""
    if len(texts) > 1 and not takes_several(field):
        return f"“{field.key}”只能写一个值。"
    return "".join(f"{fault.message}{fault.help}" for fault in faults_of(field, texts))
