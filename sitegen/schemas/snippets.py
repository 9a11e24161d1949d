"""Snippets of VS Code for front matter, which its YAML extension does not read: a key brings its line and help."""

from __future__ import annotations

from typing import Any

from sitegen.formats.field_types import Choice, Flag, ListOf
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field, Group
from sitegen.model.kinds import KINDS
from sitegen.schemas.field_help import help_of


def snippets() -> dict[str, Any]:
    """Return a snippet for each field of front matter, by its Chinese key; equal keys are one."""
    fields = {field.key: field for kind in reversed(KINDS) for field in kind.fields.fields}
    return {key: _snippet(field) for key, field in sorted(fields.items())}


def _snippet(field: Field) -> dict[str, Any]:
    kinds = [kind.title for kind in KINDS if field.key in kind.fields.by_name]
    needed = [
        kind.title
        for kind in KINDS
        if field.key in kind.fields.by_name and kind.fields.by_name[field.key].attribute in kind.required
    ]
    where = "各种信息都有" if len(kinds) >= len(KINDS) - 2 else "、".join(kinds)
    told = f"{help_of(field)}\n哪里写：{where}" + (f"\n必填：{'、'.join(needed)}" if needed else "")
    return {
        "scope": "markdown",
        "prefix": [field.key, field.english],
        "body": [f"{field.key}: {_value(field.type, field.example)}"],
        "description": told,
    }


def _value(kind: FieldType[object], example: str) -> str:
    """Return the place for a value: with its words to choose from, or with an example that is typed over."""
    if isinstance(kind, ListOf):
        return _value(kind.item, example) if example.startswith("[") else f"[{_value(kind.item, example)}]"
    if isinstance(kind, Flag):
        return "${1|是,否|}"
    if isinstance(kind, Choice):
        return "${1|" + ",".join(_escaped(label, "\\$},|") for label in kind.labels) + "|}"
    if isinstance(kind, Group):
        parts = (f"{field.key}: ${{{number}}}" for number, field in enumerate(kind.fields.fields, 1))
        return "{" + ", ".join(parts) + "}"
    return "${1:" + _escaped(example, "\\$}") + "}" if example else "$1"


def _escaped(text: str, signs: str) -> str:
    """Return text with a backslash before `signs`, of which the first is the backslash itself."""
    for sign in signs:
        text = text.replace(sign, "\\" + sign)
    return text
