"""What is written behind the name of a field, with places to fill in: the snippets of editors."""

from __future__ import annotations

from sitegen.formats.field_types import Choice, Flag, ListOf
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Group


def value_of(kind: FieldType[object], example: str = "") -> str:
    """Return the place for a value: with its words to choose from, or with an example that is typed over."""
    if isinstance(kind, ListOf):
        return value_of(kind.item, example) if example.startswith("[") else f"[{value_of(kind.item, example)}]"
    if isinstance(kind, Flag):
        return "${1|是,否|}"
    if isinstance(kind, Choice):
        return "${1|" + ",".join(_escaped(label, "\\$},|") for label in kind.labels) + "|}"
    if isinstance(kind, Group):
        parts = (f"{field.key}: ${{{number}}}" for number, field in enumerate(kind.fields.fields, 1))
        return "{" + ", ".join(parts) + "}"
    return "${1:" + plain(example) + "}" if example else "$1"


def plain(text: str) -> str:
    """Return text as a snippet that stands for itself."""
    return _escaped(text, "\\$}")


def _escaped(text: str, signs: str) -> str:
    """Return text with a backslash before `signs`, of which the first is the backslash itself."""
    for sign in signs:
        text = text.replace(sign, "\\" + sign)
    return text
