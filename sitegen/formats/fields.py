"""Tables of fields, and the conversion of a mapping by such a table."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from functools import cache
from typing import Generic, TypeVar

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.formats import field_kinds as kinds
from sitegen.formats import yaml_kinds
from sitegen.formats.field_types import ListOf
from sitegen.formats.field_values import FieldType, shape
from sitegen.formats.nodes import Broken, Entry, Mapping, Node, Scalar, Sequence
from sitegen.formats.quoting import shown
from sitegen.formats.suggestions import nearest
from sitegen.formats.yaml_text import full_width_entry

KINDS = kinds.KINDS
Value = TypeVar("Value")
Record = TypeVar("Record", bound=msgspec.Struct)
_KEYS_SHOWN = 12


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One key that editors may write.

    `key` is the documented Chinese name, `english` the one name that may stand for it, `attribute` where
    the value lands. `help`, `source` (rule number) and `example` serve messages and documentation;
    `also_called` are wrong names that clerks know, only for “did you mean”.
    """

    key: str
    english: str
    attribute: str
    type: FieldType[object]
    help: str
    source: str = ""
    example: str = ""
    also_called: tuple[str, ...] = ()


class FieldTable(msgspec.Struct, frozen=True):
    """Fields that belong together, and how each is found by either of its names. Made by `table_of`."""

    fields: tuple[Field, ...]
    by_name: Lookup[str, Field]
    by_wrong_name: Lookup[str, Field]


class Converted(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a mapping by attribute.

    `spans` holds the place of every value that was written, also of the faulty ones that are missing in
    `values`; items of lists under `attribute/0`, parts of groups under `attribute/part`. Names that the editor
    chooses (MappingOf) have their place under `attribute#name`.
    """

    values: dict[str, object]
    spans: dict[str, Span]
    faults: tuple[Fault, ...]


def table_of(*fields: Field) -> FieldTable:
    """Return the table of `fields`. Two fields with one name are an error of the program."""
    by_name: dict[str, Field] = {}
    for field in fields:
        for name in (field.key, field.english):
            if name in by_name and by_name[name] is not field:
                raise ValueError(f"two fields are called {name}")
            by_name[name] = field
    wrong = {name: field for field in fields for name in field.also_called}
    return FieldTable(fields, by_name, wrong)


def entries_of(node: Node | None, *, subject: str) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """Return `node` if it is a mapping, else a fault: what `convert` wants from what `compose` gives."""
    if node is None or isinstance(node, Mapping):
        return node, ()
    if isinstance(node, Broken):
        return None, ()
    return None, (kinds.NOT_ENTRIES.found(node.span, subject=subject, found=shape(node)),)


def convert(
    mapping: Mapping, fields: FieldTable, *, subject: str, elsewhere: Lookup[str, str] | None = None
) -> Converted:
    """Convert every entry of `mapping` by its field and report all faults (SG170–SG198).

    `subject` is what the mapping describes, in Chinese, for messages. `elsewhere` names keys of other kinds
    of record and the kind that has them.
    """
    values: dict[str, object] = {}
    spans: dict[str, Span] = {}
    faults: list[Fault] = []
    first: dict[str, Scalar] = {}
    for entry in mapping.entries:
        field = fields.by_name.get(entry.key.text)
        if field is None:
            faults.append(_unknown(entry.key, fields, subject, elsewhere or {}))
        elif field.attribute in first:
            faults.append(_twice(entry.key, first[field.attribute], field))
        else:
            first[field.attribute] = entry.key
            spans.update(_places(field.type, entry.value, field.attribute))
            value, found = _value(entry, field)
            faults += found
            if value is not None:
                values[field.attribute] = value
    return Converted(values=values, spans=spans, faults=tuple(faults))


class Group(msgspec.Struct, Generic[Record], frozen=True, kw_only=True):
    """Several fields under one key, landing in a record of the type `record`.

    Attributes of the record without a default are required. `subject` names the group in messages.
    """

    fields: FieldTable
    record: type[Record]
    subject: str

    def convert(self, node: Node) -> tuple[Record | None, tuple[Fault, ...]]:
        """Return the record."""
        if not isinstance(node, Mapping):
            return None, _not_a_group(node, self.fields)
        converted = convert(node, self.fields, subject=self.subject)
        missing = [name for name in required_of(self.record) if name not in converted.values]
        unwritten = [field for field in self.fields.fields if field.attribute in missing]
        unwritten = [field for field in unwritten if field.attribute not in converted.spans]
        faults = converted.faults + (_missing(node, unwritten) if unwritten else ())
        return (None if missing else self.record(**converted.values)), faults


class MappingOf(msgspec.Struct, Generic[Value], frozen=True, kw_only=True):
    """Names that the editor chooses, each with a value of one type. `example` shows one entry."""

    value: FieldType[Value]
    example: str

    def convert(self, node: Node) -> tuple[dict[str, Value] | None, tuple[Fault, ...]]:
        """Return the good values by name; the faulty ones are left out."""
        if isinstance(node, Broken):
            return None, ()
        if not isinstance(node, Mapping):
            return None, (kinds.NOT_A_GROUP.found(node.span, found=shape(node), keys=self.example),)
        values: dict[str, Value] = {}
        faults: list[Fault] = []
        for entry in node.entries:
            value, found = self.value.convert(entry.value)
            faults += found
            if value is not None:
                values[entry.key.text] = value
        return values, tuple(faults)


@cache
def required_of(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the attributes of a record that have no default."""
    return tuple(field.name for field in msgspec.structs.fields(record) if field.required)


def _value(entry: Entry, field: Field) -> tuple[object, tuple[Fault, ...]]:
    node = entry.value
    if isinstance(node, Scalar) and not node.text.strip():
        example = f"，例如：{field.key}: {field.example}" if field.example else ""
        return None, (kinds.EMPTY_VALUE.found(entry.key.span, key=entry.key.text, example=example),)
    return field.type.convert(node)


def _places(kind: FieldType[object], node: Node, path: str) -> Iterator[tuple[str, Span]]:
    """Yield the places of a value and of its parts."""
    yield path, node.span
    if isinstance(kind, ListOf):
        items = node.items if isinstance(node, Sequence) else (node,)
        for number, item in enumerate(items):
            yield from _places(kind.item, item, f"{path}/{number}")
    elif isinstance(node, Mapping) and isinstance(kind, Group):
        for entry in node.entries:
            if field := kind.fields.by_name.get(entry.key.text):
                yield from _places(field.type, entry.value, f"{path}/{field.attribute}")
    elif isinstance(node, Mapping) and isinstance(kind, MappingOf):
        for entry in node.entries:
            yield f"{path}#{entry.key.text}", entry.key.span
            yield from _places(kind.value, entry.value, f"{path}/{entry.key.text}")


def _unknown(key: Scalar, fields: FieldTable, subject: str, elsewhere: Lookup[str, str]) -> Fault:
    if other := elsewhere.get(key.text):
        return kinds.OTHER_KIND.found(key.span, key=key.text, other=other, subject=subject)
    advice = _advice(key.text, fields)
    return kinds.UNKNOWN_KEY.found(key.span, subject=subject, key=shown(key.text), advice=advice)


def _advice(word: str, fields: FieldTable) -> str:
    meant = fields.by_wrong_name.get(word)
    found = (meant.key,) if meant else nearest(word, fields.by_name)
    if found:
        return f"您是不是想写“{found[0]}”？"
    keys = [field.key for field in fields.fields]
    if len(keys) <= _KEYS_SHOWN:
        return f"可以写的有：{'、'.join(keys)}。用不到的话，把这一行删掉。"
    return "对照填写说明改成规定的名称；用不到的话，把这一行删掉。"


def _twice(key: Scalar, first: Scalar, field: Field) -> Fault:
    return kinds.SAME_FIELD_TWICE.found(
        key.span, key=key.text, first=first.text, line=first.span.line, chinese=field.key
    )


def _not_a_group(node: Node, fields: FieldTable) -> tuple[Fault, ...]:
    if isinstance(node, Broken):
        return ()
    if isinstance(node, Scalar) and (meant := full_width_entry(node.text)):
        right = f"{meant.key}: {meant.value}".strip()
        return (yaml_kinds.FULL_WIDTH_COLON.found(node.span, key=shown(meant.key), line=shown(right, 60)),)
    keys = "；".join(f"{field.key}: …" for field in fields.fields[:_KEYS_SHOWN])
    return (kinds.NOT_A_GROUP.found(node.span, found=shape(node), keys=keys),)


def _missing(node: Mapping, fields: list[Field]) -> tuple[Fault, ...]:
    keys = "、".join(f"“{field.key}”" for field in fields)
    example = "；".join(f"{field.key}: {field.example or '…'}" for field in fields)
    return (kinds.MISSING_PART.found(node.span, keys=keys, example=example),)
