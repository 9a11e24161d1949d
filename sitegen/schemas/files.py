"""All schema files by their names: records by kind, settings, catalogues."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from sitegen.formats.fields import Field, FieldTable, required_of
from sitegen.model.kinds import KINDS, RecordKind
from sitegen.model.site_config import Body, Column, SiteConfig
from sitegen.model.site_fields import BODY, COLUMN, SITE
from sitegen.schemas.catalogues import CATALOGUES, catalogue
from sitegen.schemas.names import (
    BODY_LISTS,
    COLUMN_LISTS,
    LISTS,
    RECORD_LISTS,
    SITE_LISTS,
    Names,
    list_schema,
    reference,
)
from sitegen.schemas.values import PropertyOf, Schema, described, mapping, written

DIALECT = "http://json-schema.org/draft-07/schema#"
RECORD, FIELDS = "front-matter.schema.json", "fields.schema.json"
SITE_FILE, BODY_FILE, COLUMN_FILE = "site.schema.json", "body.schema.json", "column.schema.json"


class Settings(msgspec.Struct, frozen=True):
    """A YAML file of a site: its table of fields, its record, a title, which lists its words come from."""

    table: FieldTable
    record: type[msgspec.Struct]
    title: str
    lists: dict[str, str]


SETTINGS = {
    SITE_FILE: Settings(SITE, SiteConfig, "站点设置 content/site.yaml", SITE_LISTS),
    BODY_FILE: Settings(BODY, Body, "机构 content/jigou/*.yaml", BODY_LISTS),
    COLUMN_FILE: Settings(COLUMN, Column, "栏目 _column.yaml", COLUMN_LISTS),
}
DRAFT = {
    "anyOf": [
        {"required": [name], "properties": {name: {"enum": ["草稿", "draft"]}}} for name in ("稿件状态", "stage")
    ]
}


def schema_files(names: Names) -> dict[str, str]:
    """Return the texts of all schema files by their names."""
    return {name: _text(schema) for name, schema in _schemas(names)}


def file_of(kind: RecordKind) -> str:
    """Return the name of the schema file of a kind of record."""
    return f"record-{kind.id}.schema.json"


def _schemas(names: Names) -> Iterator[tuple[str, Schema]]:
    places = _places()
    yield LISTS, list_schema(names)
    yield FIELDS, {"title": "项目", "definitions": {name: described(*field) for name, field in places.items()}}
    known = {id(field): name for name, (field, _) in places.items()}

    def property_of(field: Field) -> Schema:
        return {"$ref": f"{FIELDS}#/definitions/{known[id(field)]}"}

    for kind in KINDS:
        yield file_of(kind), _record(kind, property_of)
    yield RECORD, _any_record(property_of)
    for name, settings in SETTINGS.items():
        needed = required_of(settings.record)
        yield name, {"title": settings.title, **mapping(settings.table, needed, property_of)}
    for name, (_, record, title) in CATALOGUES.items():
        yield name, {"title": title, **catalogue(record)}


def _places() -> dict[str, tuple[Field, Schema]]:
    """Return every field and what it takes its words from, by the name of its definition."""
    places: dict[str, tuple[Field, Schema]] = {}
    tables = [(kind.id, kind.fields.fields, RECORD_LISTS) for kind in KINDS]
    tables += [(name.partition(".")[0], each.table.fields, each.lists) for name, each in SETTINGS.items()]
    seen: set[int] = set()
    for prefix, fields, lists in tables:
        for field in fields:
            if id(field) not in seen:
                seen.add(id(field))
                places[f"{prefix}-{field.english}"] = (field, reference(lists.get(field.attribute, "")))
    return places


def _record(kind: RecordKind, property_of: PropertyOf) -> Schema:
    """Return the schema of a kind: a draft may lack everything, what is published may not."""
    needed = {"allOf": written(kind.fields, kind.required)}
    return {"title": kind.title, **mapping(kind.fields, (), property_of), "if": DRAFT, "then": {}, "else": needed}


def _any_record(property_of: PropertyOf) -> Schema:
    """Return the schema of front matter whose kind only its column tells, or that names it itself."""
    properties: dict[str, Schema] = {}
    for kind in KINDS:
        for name, schema in mapping(kind.fields, (), property_of)["properties"].items():
            properties.setdefault(name, schema)
    choices = [{"if": _named(kind), "then": {"$ref": file_of(kind)}} for kind in KINDS]
    return {
        "title": "信息的文件头",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "allOf": choices,
    }


def _named(kind: RecordKind) -> Schema:
    words = {"enum": [kind.title, kind.id]}
    return {"anyOf": [{"required": [key], "properties": {key: words}} for key in ("类型", "kind")]}


def _text(schema: Schema) -> str:
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"
