"""A value that may be set and changes nothing misleads: every value of a profile is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

import sitegen
from sitegen.model.local_rules import LocalRule
from sitegen.model.profile import Profile

SOURCES = Path(sitegen.__file__).parent
READ_AS_A_WHOLE = ("依申请公开.", "年报.县级政府", "年报.地市级政府", "年报.省级政府和垂直系统")
"""Values that are read by iterating over their group, or by the level of government."""


def values(group: type, way: str = "", kept_in: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield each value of a profile as editors name it, the pattern of who has its group in hand, and its attribute."""
    for field in msgspec.structs.fields(group):
        kinds = getattr(field.type, "__args__", (field.type,))
        kind = next((kind for kind in kinds if kind is not type(None)), field.type)
        if "LocalRule" in str(field.type) or (isinstance(kind, type) and issubclass(kind, LocalRule)):
            yield f"{way}{field.encode_name}", kept_in or r"profile\b", field.name
        elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from values(kind, f"{way}{field.encode_name}.", rf"profile\.{field.name}\b|\b{kind.__name__}\b")


def test_every_value_is_read():
    """Who reads a value has its group in hand: `rules.similarity` of another group is not meant."""
    code = [file.read_text(encoding="utf-8") for file in SOURCES.rglob("*.py") if file.name != "profile.py"]
    unread = [
        name
        for name, kept_in, attribute in values(Profile)
        if not name.startswith(READ_AS_A_WHOLE)
        and not any(re.search(rf"\.{attribute}\b", text) and re.search(kept_in, text) for text in code)
    ]
    assert unread == []
