"""A line of a source with a piece of it underlined, as a terminal shows it."""

from __future__ import annotations

import unicodedata

import msgspec

TAB_WIDTH = 4
_CUT = "…"


class Excerpt(msgspec.Struct, frozen=True, kw_only=True):
    """What to print: the line and, below it, `indent` blank columns and `length` marks."""

    line: str
    indent: int
    length: int


def excerpt(line: str, start: int, end: int, *, width: int) -> Excerpt:
    """Return `line` with the characters from `start` up to `end` (from 0) marked.

    A long line is cut to about `width` columns round the marked piece. Chinese characters take two
    columns, tabs are widened, and what could steer a terminal is replaced.
    """
    cells = _cells(line.rstrip())
    start = min(start, len(cells))
    end = min(max(end, start), len(cells))
    first, last = _window(cells, start, width)
    shown = "".join(cell for cell, _ in cells[first:last])
    before = _CUT if first > 0 else ""
    after = _CUT if last < len(cells) else ""
    return Excerpt(
        line=before + shown + after,
        indent=len(before) + _columns(cells[first:start]),
        length=max(1, _columns(cells[start : min(end, last)])),
    )


def printable(text: str) -> str:
    """Return `text` on one line and without characters that steer a terminal or hide."""
    return "".join(_cell(sign, 0)[0] for sign in text)


def _cells(line: str) -> list[tuple[str, int]]:
    """Return each character as it is shown and the columns that it takes."""
    cells: list[tuple[str, int]] = []
    column = 0
    for sign in line:
        cell = _cell(sign, column)
        column += cell[1]
        cells.append(cell)
    return cells


def _cell(sign: str, column: int) -> tuple[str, int]:
    if " " <= sign <= "~":
        return sign, 1
    if sign == "\t":
        width = TAB_WIDTH - column % TAB_WIDTH
        return " " * width, width
    category = unicodedata.category(sign)
    if category[0] == "C" or category in ("Zl", "Zp"):
        return "·", 1
    if category in ("Mn", "Me"):
        return sign, 0
    return sign, 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _columns(cells: list[tuple[str, int]]) -> int:
    return sum(width for _, width in cells)


def _window(cells: list[tuple[str, int]], start: int, width: int) -> tuple[int, int]:
    """Return which cells to show: all that fit, with a third of the width before the marked piece."""
    if _columns(cells) <= width:
        return 0, len(cells)
    first = _back(cells, start, width // 3)
    last, used = first, 0
    while last < len(cells) and used + cells[last][1] <= width:
        used += cells[last][1]
        last += 1
    if last == len(cells):
        first = _back(cells, last, width)
    return first, last


def _back(cells: list[tuple[str, int]], place: int, width: int) -> int:
    """Return the cell that lies at most `width` columns before `place`."""
    used = 0
    while place > 0 and used + cells[place - 1][1] <= width:
        place -= 1
        used += cells[place][1]
    return place
