"""The tables of docs/content.md: every kind of record and every field that editors may write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.formats.field_dates import Date, DateTime
from sitegen.formats.field_places import Address, SafePath
from sitegen.formats.field_types import Choice, Decimal, Flag, ListOf, Prose, ReferenceType, Text, Whole
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field, FieldTable, Group, MappingOf
from sitegen.model import group_fields, relation_field, site_fields
from sitegen.model.kinds import KINDS, RecordKind
from sitegen.model.record_fields import COMMON
from tests.docs.field_examples import EXAMPLES
from tests.docs.pages import escaped, table

HEADINGS = ("名称", "英文名称", "写法", "意思", "例子", "依据")
PLAIN_TYPES: Mapping[type, str] = {
    Text: "一行文字",
    ReferenceType: "一行文字",
    Prose: "文字，可以几行",
    Whole: "整数",
    Decimal: "数字",
    Flag: "是、否",
    Date: "日期",
    DateTime: "日期和时间",
    Address: "网址",
    SafePath: "文件名",
    relation_field.RelationType: "文件",
    group_fields.AttachmentType: "附件",
}
SHARED = {
    "review": group_fields.REVIEW.fields,
    "reprint": group_fields.REPRINT.fields,
    "gazette": group_fields.GAZETTE.fields,
    "fiscal": group_fields.FISCAL.fields,
    "attachment": group_fields.ATTACHMENT,
    "waiver": group_fields.WAIVER.fields,
    "relation": relation_field.FIELDS,
    "site": site_fields.SITE,
    "portal": site_fields.PORTAL.fields,
    "downloads": site_fields.DOWNLOADS.fields,
    "body": site_fields.BODY,
    "unit": site_fields.UNIT.fields,
    "leader": site_fields.LEADER.fields,
    "column": site_fields.COLUMN,
}


def field_tables() -> dict[str, tuple[Field, ...]]:
    """Return all tables by name; those of records are named after the first kind that has these fields."""
    tables = {"common": COMMON}
    for kind in KINDS:
        own = own_fields(kind)
        if own and own not in tables.values():
            tables[kind.id] = own
    return tables | {name: fields_of(found) for name, found in SHARED.items()}


def fields_of(found: FieldTable) -> tuple[Field, ...]:
    """Return the fields of a table in their order."""
    return found.fields


def own_fields(kind: RecordKind) -> tuple[Field, ...]:
    """Return the fields that not every kind has."""
    return tuple(field for field in kind.fields.fields if field not in COMMON)


def made_parts() -> dict[str, str]:
    """Return every part of docs/content.md that is made from the code."""
    return {"kinds": kinds_table()} | {
        f"fields-{name}": field_table(name, found) for name, found in field_tables().items()
    }


def kinds_table() -> str:
    """Return the table of kinds: what each must have, beside what all must have, and whether it has a validity."""
    shared = set.intersection(*(set(kind.required) for kind in KINDS))
    rows = [
        (kind.title, f"`{kind.id}`", _keys(kind, shared) or "—", "有" if kind.governed else "")
        for kind in KINDS
    ]
    head = table(("种类", "英文名称", "还必须写", "效力状态"), rows)
    every = "、".join(_key(KINDS[0], name) for name in KINDS[0].required if name in shared)
    return f"每一种都必须写：{every}。\n\n{head}"


def _keys(kind: RecordKind, shared: set[str]) -> str:
    return "、".join(_key(kind, name) for name in kind.required if name not in shared)


def _key(kind: RecordKind, attribute: str) -> str:
    return next(field.key for field in kind.fields.fields if field.attribute == attribute)


def field_table(name: str, found: Iterable[Field]) -> str:
    """Return the table of some fields."""
    return table(HEADINGS, (_row(name, field) for field in found))


def example_of(name: str, field: Field) -> str:
    """Return an example of a field: the code's own, or the one that only the documentation has."""
    return field.example or EXAMPLES[name][field.key]


def _row(name: str, field: Field) -> tuple[str, ...]:
    source = "" if field.source.startswith("design") else field.source
    return (
        field.key,
        f"`{field.english}`",
        written_as(field.type),
        escaped(field.help),
        f"`{example_of(name, field)}`",
        source,
    )


def written_as(type: FieldType[object]) -> str:
    """Return in Chinese how a value of this type is written."""
    if isinstance(type, Choice):
        return "、".join(type.labels)
    if isinstance(type, Group):
        return f"小项：{'、'.join(field.key for field in type.fields.fields)}"
    if isinstance(type, MappingOf):
        return f"每行“名称: {written_as(type.value)}”"
    if isinstance(type, ListOf):
        return "列表" if isinstance(type.item, Text) else f"列表，每项是{written_as(type.item)}"
    return next(words for plain, words in PLAIN_TYPES.items() if isinstance(type, plain))
