"""A value that may be set and changes nothing misleads: docs/inspection.md names all of these."""

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


def values(group: type, way: str = "") -> Iterator[tuple[str, str]]:
    """Yield each value of a profile as editors and as the program name it."""
    for field in msgspec.structs.fields(group):
        kinds = getattr(field.type, "__args__", (field.type,))
        kind = next((kind for kind in kinds if kind is not type(None)), field.type)
        if "LocalRule" in str(field.type) or (isinstance(kind, type) and issubclass(kind, LocalRule)):
            yield f"{way}{field.encode_name}", field.name
        elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from values(kind, f"{way}{field.encode_name}.")


def test_values_that_nothing_reads_are_named():
    code = "\n".join(
        file.read_text(encoding="utf-8") for file in SOURCES.rglob("*.py") if file.name != "profile.py"
    )
    unread = [
        name
        for name, attribute in values(Profile)
        if not name.startswith(READ_AS_A_WHOLE) and not re.search(rf"\.{attribute}\b", code)
    ]
    page = (SOURCES.parent / "docs" / "inspection.md").read_text(encoding="utf-8")
    _, _, rest = page.partition("登记了、程序还没有用到的数值\n")
    told = rest.partition("：")[2].partition("。\n")[0]
    assert sorted("".join(told.split()).split("、")) == sorted(unread)
