"""Which content names items that are gone, and writing the new codes in their place, nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.diagnostics import Span
from sitegen.disclosure.demands import is_retired
from sitegen.formats.suggestions import nearest
from sitegen.importing.matching import Names, renamed_to
from sitegen.importing.texts import key_of
from sitegen.model.catalogues import Item


class Ground(StrEnum):
    """Why a code is proposed."""

    NAMED = "目录写明改为"
    MOVED = "名称和内容相同，换了一级事项"
    SAME_NAME = "同名，内容不同或者不知道"
    NEAREST = "最相近"
    NONE = "没有相近的"


class Successor(msgspec.Struct, frozen=True, kw_only=True):
    """The code that takes the place of another, and why; only the first two grounds are certain."""

    code: str
    ground: Ground

    @property
    def is_certain(self) -> bool:
        """Tell whether nobody needs to look."""
        return self.ground in (Ground.NAMED, Ground.MOVED)


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """The items by their codes, and those of them that are in use."""

    items: Mapping[str, Item]
    in_use: Mapping[str, Item]


def catalogue_at(items: Iterable[Item], as_of: date) -> Catalogue:
    """Return the catalogue on a day."""
    known = {item.code: item for item in items}
    in_use = {code: item for code, item in known.items() if not is_retired(item, as_of)}
    return Catalogue(items=known, in_use=in_use)


def successor_of(code: str, catalogue: Catalogue) -> Successor | None:
    """Return what should stand in place of `code`; None where it is in use."""
    if code in catalogue.in_use:
        return None
    named = _named(code, catalogue)
    if named:
        return Successor(code=named, ground=Ground.NAMED)
    return _alike(code, catalogue)


def _alike(code: str, catalogue: Catalogue) -> Successor:
    """Return the item of the domain that is the old one by title and content, by title, or is nearest to it."""
    domain = code.partition("/")[0]
    inside = {each: _names(item) for each, item in catalogue.in_use.items() if _is_of(item, domain)}
    old = catalogue.items.get(code)
    names = _names(old) if old is not None else Names(category="", title=code.rpartition("/")[2])
    same = [each for each, other in inside.items() if key_of(other.title) == key_of(names.title)]
    title = key_of(names.title)
    bearing = [
        each for each in catalogue.items.values() if key_of(each.title) == title and _is_of(each, domain)
    ]
    if len(same) == 1 and len(bearing) == 2 and inside[same[0]].has_content_of(names):
        return Successor(code=same[0], ground=Ground.MOVED)
    if len(same) == 1:
        return Successor(code=same[0], ground=Ground.SAME_NAME)
    close: tuple[str, ...]
    if old is not None:
        position = renamed_to(names, list(inside.values()))
        close = () if position is None else (list(inside)[position],)
    else:
        close = nearest(code, inside) or nearest(code, catalogue.in_use)
    if close:
        return Successor(code=close[0], ground=Ground.NEAREST)
    return Successor(code="", ground=Ground.NONE)


def _is_of(item: Item, domain: str) -> bool:
    return item.code.partition("/")[0] == domain


def _names(item: Item) -> Names:
    return Names(category=item.category, title=item.title, elements=item.elements)


def _named(code: str, catalogue: Catalogue) -> str:
    """Follow 改为 from item to item; a ring or a dead end leads nowhere."""
    seen: set[str] = set()
    while code in catalogue.items and code not in catalogue.in_use and code not in seen:
        seen.add(code)
        code = catalogue.items[code].replaced_by
    return code if code in catalogue.in_use else ""


def with_codes(text: str, changes: Iterable[tuple[Span, str, str]]) -> tuple[str, tuple[str, ...]]:
    """Return `text` with old codes replaced, and the old codes that do not stand where they should.

    A change is the place of the old code, the old code, the new one. Quotes, spaces and line ends around it stay.
    """
    lines = text.split("\n")
    refused: list[str] = []
    for span, old, new in sorted(changes, key=lambda each: (each[0].line, each[0].column), reverse=True):
        line = lines[span.line - 1]
        written = line[span.column - 1 : span.end_column - 1]
        if span.end_line != span.line or written.strip("\"'") != old:
            refused.append(old)
            continue
        lines[span.line - 1] = (
            line[: span.column - 1] + written.replace(old, new) + line[span.end_column - 1 :]
        )
    return "\n".join(lines), tuple(reversed(refused))
