"""YAML as clerks write it → the same entries in the right form: colons, dates, document numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from sitegen.diagnostics import Span
from sitegen.disclosure.clean_numbers import WELL_WRITTEN, number_of
from sitegen.formats import yaml_kinds, yaml_nodes
from sitegen.formats.field_dates import Date, DateTime, written_date, written_moment
from sitegen.formats.field_types import ListOf
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field, Group
from sitegen.formats.nodes import Mapping as Header
from sitegen.formats.nodes import Node, Scalar, Sequence
from sitegen.model import group_fields, relation_field
from sitegen.model.group_fields import AttachmentType
from sitegen.model.relation_field import RelationType

Fields = Mapping[str, Field]
NUMBERS = ("document_number", "target", "number")
"""Attributes that hold a 文号."""
BLANKS = " \t\u3000\xa0"
COLONS = (yaml_kinds.FULL_WIDTH_COLON.id, yaml_kinds.NO_SPACE_AFTER_COLON.id)


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """Text that takes the place of a span of one line."""

    span: Span
    text: str


def names_in(fields: Fields) -> frozenset[str]:
    """Return all names of fields, and of the parts of their values."""
    inner = (field.type.item if isinstance(field.type, ListOf) else field.type for field in fields.values())
    return frozenset(fields).union(*(_parts(kind) for kind in inner))


def with_colons(text: str, names: Collection[str]) -> str:
    """Return YAML with an English colon and a space behind the keys in `names`."""
    lines = text.split("\n")
    _, faults = yaml_nodes.compose(text)
    for fault in faults:
        if fault.id in COLONS and fault.span is not None:
            number, column = fault.span.line - 1, fault.span.column - 1
            key, rest = lines[number][:column], lines[number][column + 1 :]
            if key.strip(" \t-") in names:
                lines[number] = f"{key.rstrip()}: {rest.lstrip(BLANKS)}".rstrip()
    return "\n".join(lines)


def with_values(text: str, fields: Fields) -> str:
    """Return YAML with its dates as year-month-day and its document numbers in their normal form."""
    node, _ = yaml_nodes.compose(text)
    if not isinstance(node, Header):
        return text
    lines = text.split("\n")
    for edit in sorted(_edits(node, fields), key=lambda each: each.span.column, reverse=True):
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    return "\n".join(lines)


def normal_value(text: str) -> str:
    """Return a value as it is compared: equal before and after a repair."""
    return written_date(text) or written_moment(text) or number_of(text)


def _edits(node: Header, fields: Fields) -> Iterator[Edit]:
    for entry in node.entries:
        field = fields.get(entry.key.text)
        if field is not None:
            yield from _value_edits(entry.value, field.type, field.attribute)


def _value_edits(node: Node, kind: FieldType[object], attribute: str) -> Iterator[Edit]:
    """Give the edits of a value by the type of its field."""
    if isinstance(kind, ListOf):
        for item in node.items if isinstance(node, Sequence) else (node,):
            yield from _value_edits(item, kind.item, attribute)
    elif isinstance(node, Header):
        yield from _edits(node, _parts(kind))
    elif isinstance(node, Scalar):
        yield from _scalar_edit(node, _meant(node.text.strip(), kind, attribute))


def _parts(kind: FieldType[object]) -> Fields:
    if isinstance(kind, Group):
        return kind.fields.by_name
    if isinstance(kind, AttachmentType):
        return group_fields.ATTACHMENT.by_name
    return relation_field.FIELDS.by_name if isinstance(kind, RelationType) else {}


def _meant(text: str, kind: FieldType[object], attribute: str) -> str | None:
    if isinstance(kind, Date):
        return written_date(text)
    if isinstance(kind, DateTime):
        return written_moment(text)
    if isinstance(kind, RelationType) or attribute in NUMBERS:
        number = number_of(text)
        return number if WELL_WRITTEN.match(number) else None
    return None


def _scalar_edit(node: Scalar, meant: str | None) -> Iterable[Edit]:
    """Return what puts `meant` in the place of a value: within its quotes, on one line only."""
    span, text = node.span, node.text.strip()
    if meant is None or meant == text or node.block or span.line != span.end_line:
        return ()
    quotes = 1 if node.quoted else 0
    if span.end_column - span.column - 2 * quotes != len(node.text):
        return ()
    inner = Span(span.line, span.column + quotes, span.line, span.end_column - quotes)
    return (Edit(span=inner, text=meant),)
