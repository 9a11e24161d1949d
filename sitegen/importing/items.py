"""What rows say, gathered into items: one item for all rows of one name, in the order in which they first come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.importing import headings as h
from sitegen.importing.kinds import READ_AS, ROWS_DISAGREE, UNKNOWN_LIMIT, at_cell
from sitegen.importing.limits import time_limit
from sitegen.importing.rows import Said
from sitegen.importing.texts import key_of, one_line
from sitegen.model.catalogues import LimitPart, TimeLimit

_LONGEST_CONTENT = 40


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An item as tables have it; `code` only where a table gives one, as those do that we made.

    `path`, `row` and `column` are where it first stands.
    """

    path: str
    row: int
    column: int
    domain: str
    number: str
    code: str
    category: str
    title: str
    elements: tuple[str, ...]
    basis: tuple[str, ...]
    limit: TimeLimit | None
    publisher: str
    channels: tuple[str, ...]
    audience: str
    audience_note: str
    method: str
    levels: tuple[str, ...]


def gather(rows: Iterable[Said]) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...]]:
    """Return the items of all rows, and where rows of one item do not agree (SG648, SG651, SG652)."""
    groups: dict[tuple[str, str, str], list[Said]] = {}
    for said in rows:
        groups.setdefault((said.domain, key_of(said.category), key_of(said.title)), []).append(said)
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    for group in groups.values():
        limit, more = _limit(group)
        drafts.append(_draft(group, limit))
        found += [*more, *_scattered(group), *_disagreements(group)]
    return tuple(drafts), tuple(found)


def _draft(group: Sequence[Said], limit: TimeLimit | None) -> Draft:
    first = group[0]
    return Draft(
        path=first.path,
        row=first.row,
        column=first.origin.column,
        domain=first.domain,
        number=next((said.number for said in group if said.number), ""),
        code=next((said.code for said in group if said.code), ""),
        category=first.category,
        title=first.title,
        elements=_all(element for said in group for element in _elements(said)),
        basis=_all(reference for said in group for reference in said.basis),
        limit=limit,
        publisher="、".join(_all(said.publisher for said in group)),
        channels=_all(channel for said in group for channel in said.channels),
        audience="、".join(_all(name for said in group for name in said.audience)),
        audience_note="；".join(_all(said.audience_note for said in group)),
        method="、".join(_all(name for said in group for name in said.method)),
        levels=_all(level for said in group for level in said.levels),
    )


def _all(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


def _elements(said: Said) -> Iterator[str]:
    """Give the elements of a row; those of 三级事项 say to which they belong."""
    if not said.third:
        yield from said.elements
    elif key_of(said.third) in map(key_of, said.elements) or not said.elements:
        yield said.third
    else:
        yield from (f"{said.third}——{element}" for element in said.elements)


def _limit(group: Sequence[Said]) -> tuple[TimeLimit | None, list[Diagnostic]]:
    """Return the one limit of a group, or its several ones with what each is for."""
    texts: dict[str, Said] = {}
    for said in group:
        if said.limit:
            texts.setdefault(key_of(said.limit), said)
    found: list[Diagnostic] = []
    limits: list[tuple[Said, TimeLimit]] = []
    for said in texts.values():
        limit, understood = time_limit(said.limit, working=said.working)
        limits.append((said, limit))
        if not understood:
            found.append(_unknown(said, limit))
    if len(limits) < 2:
        return (limits[0][1] if limits else None), found
    text = "；".join(f"{_content(said)}：{limit.text}" for said, limit in limits)
    same = {msgspec.structs.replace(limit, text="") for _, limit in limits}
    if len(same) == 1 and not found:
        return msgspec.structs.replace(same.pop(), text=text), found
    if found:
        return TimeLimit(text=text), found
    return TimeLimit(
        text=text, parts=tuple(part for said, limit in limits for part in _parts(said, limit))
    ), found


def _unknown(said: Said, limit: TimeLimit) -> Diagnostic:
    cell = said.limit_cell or said.origin
    partly = any((limit.working_days, limit.calendar_days, limit.sort, limit.parts))
    problem = "没有全部看懂，只写了看懂的部分" if partly else "看不出多少天，只照抄原文"
    text = shown(one_line(said.limit), 40)
    return at_cell(UNKNOWN_LIMIT, said.path, cell.row, cell.column, text=text, problem=problem)


def _content(said: Said) -> str:
    """Return for what the limit of a row stands."""
    return said.third or shown("、".join(said.elements), _LONGEST_CONTENT) or said.title


def _parts(said: Said, limit: TimeLimit) -> Iterator[LimitPart]:
    if limit.parts:
        for part in limit.parts:
            content = f"{_content(said)}（{part.content}）" if part.content else _content(said)
            yield msgspec.structs.replace(part, content=content)
        return
    yield LimitPart(
        content=_content(said),
        working_days=limit.working_days,
        calendar_days=limit.calendar_days,
        sort=limit.sort,
        counted_from=limit.counted_from,
    )


def _scattered(group: Sequence[Said]) -> Iterator[Diagnostic]:
    """Say where rows were joined because they have one name, and no merged cell says that they are one item."""
    origins = dict.fromkeys((said.path, said.origin) for said in group if not said.continues)
    if len(origins) > 1 and not any(said.third for said in group):
        first = group[0]
        places = "、".join(cell.name for _, cell in origins)
        reading = f"{places} 是同一个事项“{first.title}”，合成一项"
        yield at_cell(READ_AS, first.path, first.origin.row, first.origin.column, reading=reading)


def _disagreements(group: Sequence[Said]) -> Iterator[Diagnostic]:
    asked: tuple[tuple[str, Callable[[Said], str]], ...] = (
        (h.PUBLISHER, lambda said: said.publisher),
        (h.CHANNELS, lambda said: "、".join(said.channels)),
        (h.AUDIENCE, lambda said: "、".join(said.audience)),
        (h.METHOD, lambda said: "、".join(said.method)),
        (h.LEVELS, lambda said: "、".join(said.levels)),
    )
    for heading, value in asked:
        different = _all(value(said) for said in group)
        if len({key_of(each) for each in different}) > 1:
            first = group[0]
            yield at_cell(
                ROWS_DISAGREE,
                first.path,
                first.origin.row,
                first.origin.column,
                rows="、".join(str(said.row + 1) for said in group),
                title=first.title,
                heading=heading,
                values=" / ".join(shown(each) for each in different),
                done="各行的都写上了。",
            )
