"""The JSON Schema of a value, by the type of its field, and of a mapping, by its table of fields.

Editors read YAML by its own rules, where `2021` is a number and `是` a text, so a text may be either. Keywords for
texts, lists and mappings stand side by side: each speaks only of values of its own shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from sitegen.formats import field_dates, field_places, field_types
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field, FieldTable, Group, MappingOf, required_of
from sitegen.model import group_fields, relation_field
from sitegen.schemas.field_help import help_of

Schema = dict[str, Any]
PropertyOf = Callable[[Field], Schema]
PLAIN = ["string", "number", "boolean"]
DATE = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
MOMENT = DATE[:-1] + r"( +([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$"
ADDRESS = r"^([Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"'`{}|\\^，。；：（）“”／]+|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\s@]+@[^\s@]+)$"
PATH = r"^(?![/\\~]|[A-Za-z]:)(?!.*(^|/)\.\.?(/|$))[^\\<>:\"|?*]+$"
DATE_WORDS = "日期写成“年-月-日”，年四位、月和日各两位，例如 2024-01-05"
MOMENT_WORDS = "时间写成“年-月-日 时:分”，例如 2024-01-05 09:30；不知道时刻的只写日期"


def value(kind: FieldType[object]) -> Schema:
    """Return the schema of values of a type."""
    match kind:
        case field_types.ListOf():
            return _list(kind)
        case field_types.Choice():
            return _words(kind.labels, kind.codes)
        case field_types.Flag():
            return {**_words(("是", "否")), "enum": ["是", "否", True, False, "true", "false"]}
        case field_types.Whole():
            return _number("integer", r"^(0|[1-9]\d{0,14})$") | {"minimum": 0}
        case field_types.Decimal():
            return _number("number", r"^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$")
        case field_dates.Date():
            return _pattern(DATE, DATE_WORDS)
        case field_dates.DateTime():
            return _pattern(MOMENT, MOMENT_WORDS)
        case field_places.Address():
            return _pattern(ADDRESS, "网址要写全，以 https:// 或 http:// 开头；邮箱写成 mailto:名称@域名")
        case field_places.SafePath():
            return _pattern(PATH, "只写文件名，例如 shenqingbiao.docx；不能从盘符、“/”开始，不能有“..”")
        case field_types.Text() | field_types.Prose():
            return _text(kind.longest, kind.placeholders)
        case _:
            return _grouped(kind)


def _grouped(kind: FieldType[object]) -> Schema:
    match kind:
        case Group():
            return _group(kind.fields, kind.record)
        case MappingOf():
            return {"type": "object", "additionalProperties": value(kind.value)}
        case group_fields.AttachmentType():
            return _or_text(mapping(group_fields.ATTACHMENT, ("file",)), value(field_places.SafePath()))
        case relation_field.RelationType():
            return _or_text(_relation(), _text(None, frozenset()))
        case _:
            return _text(None, frozenset())


def _group(table: FieldTable, record: type[msgspec.Struct]) -> Schema:
    return mapping(table, required_of(record))


def _relation() -> Schema:
    names = [field for field in relation_field.FIELDS.fields if field.attribute in ("target", "number", "title")]
    return mapping(relation_field.FIELDS, ()) | {
        "anyOf": [{"required": [name]} for field in names for name in (field.key, field.english)]
    }


def mapping(table: FieldTable, needed: Iterable[str], property_of: PropertyOf | None = None) -> Schema:
    """Return the schema of a mapping; `needed` are the attributes that it must have.

    `property_of` gives the schema of a field, where it is not simply written out.
    """
    properties: dict[str, Schema] = {}
    for field in table.fields:
        properties[field.key] = property_of(field) if property_of else described(field, {})
        properties[field.english] = _english(properties[field.key])
    both = {field.english: {"not": {"required": [field.key]}} for field in table.fields}
    required = written(table, needed)
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "dependencies": both,
        **({"allOf": required} if required else {}),
    }


def _english(schema: Schema) -> Schema:
    """Return the schema of the English name of a field: right, but not proposed."""
    return {**({"allOf": [schema]} if "$ref" in schema else schema), "doNotSuggest": True}


def written(table: FieldTable, needed: Iterable[str]) -> list[Schema]:
    """Return what says that each attribute in `needed` is there, under one of its two names."""
    wanted = set(needed)
    return [
        {"anyOf": [{"required": [field.key]}, {"required": [field.english]}]}
        for field in table.fields
        if field.attribute in wanted
    ]


def described(field: Field, extra: Schema) -> Schema:
    """Return the schema of a field with its help; `extra` adds `enum` or `examples`."""
    schema = value(field.type)
    if extra:
        schema = _with_words(field.type, schema, extra)
    return {"title": field.key, "description": help_of(field), **schema}


def _with_words(kind: FieldType[object], schema: Schema, extra: Schema) -> Schema:
    if not isinstance(kind, field_types.ListOf):
        return schema | extra
    item = value(kind.item) | extra
    return {"anyOf": [item, {"type": "array", "items": item, "uniqueItems": True}]}


def _list(kind: field_types.ListOf[Any]) -> Schema:
    item = value(kind.item)
    several: Schema = {"items": item, "uniqueItems": True}
    if kind.most is not None:
        several["maxItems"] = kind.most
    if "enum" in item:
        return {"anyOf": [item, {"type": "array", **several}]}
    types = item["type"] if isinstance(item["type"], list) else [item["type"]]
    return {**item, "type": [*types, "array"], **several}


def _words(labels: Iterable[str], codes: Iterable[str] = ()) -> Schema:
    return {"enum": [*labels, *codes]}


def _pattern(pattern: str, words: str) -> Schema:
    return {"type": "string", "pattern": pattern, "patternErrorMessage": words}


def _number(kind: str, pattern: str) -> Schema:
    return {"type": [kind, "string"], "pattern": pattern, "patternErrorMessage": "只写阿拉伯数字，不带单位和逗号"}


def _text(longest: int | None, placeholders: frozenset[str]) -> Schema:
    schema: Schema = {"type": PLAIN, "minLength": 1}
    if longest is not None:
        schema["maxLength"] = longest
    if placeholders:
        schema["not"] = {"enum": sorted(placeholders)}
    return schema


def _or_text(grouped: Schema, text: Schema) -> Schema:
    types = text["type"] if isinstance(text["type"], list) else [text["type"]]
    return {**text, **grouped, "type": [*types, "object"]}
