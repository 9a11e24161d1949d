"""Which names and values fit where: the field tables, looked up by the place in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from sitegen import reading
from sitegen.formats.field_types import ListOf
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field, FieldTable, Group, MappingOf, required_of
from sitegen.model.group_fields import ATTACHMENT, AttachmentType
from sitegen.model.kinds import BY_NAME, RecordKind
from sitegen.model.relation_field import FIELDS as RELATION
from sitegen.model.relation_field import RelationType
from sitegen.model.site_config import Column
from sitegen.schemas.files import BODY_FILE, COLUMN_FILE, SETTINGS, SITE_FILE
from sitegen.schemas.names import RECORD_LISTS

FENCE = re.compile(r"---[ \t]*")
KIND = re.compile(r"(?:类型|kind):[ \t]+[\"']?([^\"'#]*)")
NO_NAMES = FieldTable((), {}, {})


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """What may be written in a mapping: its fields, the attributes that it must have, where words come from.

    `subject` is what the mapping describes, in Chinese; `lists` names the list of an attribute's words.
    """

    subject: str
    fields: FieldTable
    required: frozenset[str] = frozenset()
    lists: Mapping[str, str] = {}


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a chain of keys leads to: the field, or names that the editor chooses; what may stand below it.

    `type` is that of one value; `several` tells whether there may be more than one.
    """

    type: FieldType[object]
    below: Grammar
    field: Field | None = None
    list_name: str = ""
    several: bool = False


def grammar_of(path: str, lines: Sequence[str], columns: Mapping[str, Column]) -> Grammar | None:
    """Return the grammar of the file at `path` below the project; None where no field table speaks of it."""
    if not path.startswith("content/"):
        return None
    if path.endswith(".md"):
        kind = kind_of(path, lines, columns)
        return Grammar(
            subject=kind.title, fields=kind.fields, required=frozenset(kind.required), lists=RECORD_LISTS
        )
    name = settings_file(path)
    if not name:
        return None
    each = SETTINGS[name]
    needed = frozenset(required_of(each.record))
    return Grammar(subject=each.title, fields=each.table, required=needed, lists=each.lists)


def settings_file(path: str) -> str:
    """Return the name of the schema of one of a site's YAML files; empty for any other file."""
    if path == "content/site.yaml":
        return SITE_FILE
    if path.startswith("content/") and path.endswith("/_column.yaml"):
        return COLUMN_FILE
    return BODY_FILE if path.startswith("content/jigou/") and path.endswith(".yaml") else ""


def kind_of(path: str, lines: Sequence[str], columns: Mapping[str, Column]) -> RecordKind:
    """Return the kind that a record says it is, or that its column takes first."""
    first, end = header_of(path, lines)
    for line in lines[first:end]:
        if (found := KIND.match(line)) and found[1].strip() in BY_NAME:
            return BY_NAME[found[1].strip()]
    record = path.removeprefix("content/").removesuffix(".md")
    return BY_NAME[reading.default_kind(record, columns)]


def header_of(path: str, lines: Sequence[str]) -> tuple[int, int]:
    """Return the first line (from 0) of the YAML in a file and the line behind its last; equal where it has none.

    A header that nothing closes yet ends at the first empty line.
    """
    if not path.endswith(".md"):
        return 0, len(lines)
    if not lines or not FENCE.fullmatch(lines[0]):
        return 0, 0
    open_end = 0
    for number, line in enumerate(lines[1:], 1):
        if FENCE.fullmatch(line):
            return 1, number
        open_end = open_end or (number if not line.strip() else 0)
    return 1, open_end or len(lines)


def target_of(grammar: Grammar, keys: Sequence[str]) -> Target | None:
    """Return what `keys` lead to from a mapping with `grammar`; None where one of them is unknown."""
    target: Target | None = None
    for key in keys:
        if target is not None and isinstance(target.type, MappingOf):
            target = _target(target.type.value, None, "")
            continue
        within = target.below if target is not None else grammar
        field = within.fields.by_name.get(key)
        if field is None:
            return None
        target = _target(field.type, field, within.lists.get(field.attribute, ""))
    return target


def _target(kind: FieldType[object], field: Field | None, list_name: str) -> Target:
    several = isinstance(kind, ListOf)
    inner: FieldType[object] = kind.item if isinstance(kind, ListOf) else kind
    return Target(type=inner, below=_below(inner), field=field, list_name=list_name, several=several)


def _below(kind: FieldType[object]) -> Grammar:
    if isinstance(kind, Group):
        record: type[msgspec.Struct] = kind.record
        return Grammar(subject=kind.subject, fields=kind.fields, required=frozenset(required_of(record)))
    if isinstance(kind, AttachmentType):
        return Grammar(subject="附件", fields=ATTACHMENT, required=frozenset({"file"}))
    if isinstance(kind, RelationType):
        return Grammar(subject="文件关系", fields=RELATION)
    return Grammar(subject="", fields=NO_NAMES)
