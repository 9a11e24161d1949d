"""The JSON Schemas of the files in `catalogs/`, made from the records that they are read into."""

from __future__ import annotations

from typing import Any

import msgspec

from sitegen.model.catalogues import Channels, ColumnTypes, Domain, Genres, Layout, Themes
from sitegen.model.local_rules import LocalRule
from sitegen.model.profile import Profile
from sitegen.schemas.values import DATE, DATE_WORDS, PLAIN, Schema

CATALOGUES: dict[str, tuple[str, type[msgspec.Struct], str]] = {
    "layout.schema.json": ("layout.yaml", Layout, "专栏版式 catalogs/layout.yaml"),
    "themes.schema.json": ("themes.yaml", Themes, "主题分类 catalogs/themes.yaml"),
    "genres.schema.json": ("genres.yaml", Genres, "体裁 catalogs/genres.yaml"),
    "column-types.schema.json": ("column-types.yaml", ColumnTypes, "栏目类型 catalogs/column-types.yaml"),
    "channels.schema.json": ("channels.yaml", Channels, "公开渠道 catalogs/channels.yaml"),
    "domain.schema.json": ("domains/*.yaml", Domain, "标准目录 catalogs/domains/*.yaml"),
    "profile.schema.json": ("profiles/*.yaml", Profile, "地方规则 catalogs/profiles/*.yaml"),
}
"""Each schema file: which files below `catalogs/` it is for, the record, a title."""
NOT_WRITTEN = ("file", "spans")
"""Attributes that a record has beside what its file says."""
FACTS = ("目录", "版本", "沿用")
RULE_PARTS = frozenset(field.encode_name for field in msgspec.structs.fields(LocalRule))


def catalogue(record: type[msgspec.Struct]) -> Schema:
    """Return the schema of the files that become `record`.

    A profile says only where it differs from the one that it builds on, so nothing in it is required; an unknown
    rule in it is an error.
    """
    made = msgspec.json.schema(record, ref_template="#/definitions/{name}")
    names = {name: _ascii(number) for number, name in enumerate(sorted(made["$defs"]), 1)}
    definitions = {names[name]: _renamed(_relaxed(schema), names) for name, schema in made["$defs"].items()}
    if record is Profile:
        _open(definitions, definitions[names["Profile"]])
    return {**_renamed({"$ref": made["$ref"]}, names), "definitions": definitions}


def _ascii(number: int) -> str:
    return f"part-{number}"


def _renamed(schema: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON value
    """Return the schema with references to definitions by their short names."""
    if isinstance(schema, dict):
        return {
            key: f"#/definitions/{names[value.removeprefix('#/definitions/')]}"
            if key == "$ref"
            else _renamed(value, names)
            for key, value in schema.items()
        }
    return [_renamed(each, names) for each in schema] if isinstance(schema, list) else schema


def _relaxed(schema: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return the schema as it holds for YAML: texts that look like numbers, dates as texts, no words in English."""
    if isinstance(schema, list):
        return [_relaxed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "properties" in schema:
        own = {name: _relaxed(each) for name, each in schema["properties"].items() if name not in NOT_WRITTEN}
        kept = {key: schema[key] for key in ("type", "required", "additionalProperties") if key in schema}
        return kept | {"properties": own}
    kept = {key: _relaxed(each) for key, each in schema.items() if key not in ("title", "description", "default")}
    return _scalar(kept)


def _scalar(schema: Schema) -> Schema:
    match schema.get("type"):
        case "string" if schema.get("format") == "date":
            return {"type": "string", "pattern": DATE, "patternErrorMessage": DATE_WORDS}
        case "string":
            return schema | {"type": PLAIN}
        case "integer" | "number" as kind:
            return schema | {"type": [kind, "string"]}
        case _:
            return schema


def _open(definitions: dict[str, Schema], profile: Schema) -> None:
    """Make a profile one that says only what differs."""
    for schema in definitions.values():
        schema.pop("required", None)
        if "properties" in schema and not schema["properties"].keys() >= RULE_PARTS:
            schema.setdefault("additionalProperties", False)
    profile["properties"] |= {name: {"type": PLAIN} for name in FACTS}
