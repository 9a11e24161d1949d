"""Where the cursor stands in YAML that is still being written.

No YAML reader can say it: at the cursor the text is not YAML yet. So this goes by lines, indentation and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

import msgspec

from sitegen.language_server.flow import Frame, frames_of

DASHES = re.compile(r"(?:- +)*")
KEY = re.compile(r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\-#\"'\[\]{},&*!|>%@`][^#]*?|-[^\s#][^#]*?):(?P<gap>[ \t]+|$)")
OPENING = re.compile(r"\s*(?:- +)*(?:[^\s#\"'\[\]{}][^#\"'\[\]{}]*?:[ \t]+)?(?=[\[{])")


class Role(Enum):
    """What is written at the cursor: a name, a value, or an item of a list, which may begin with a name."""

    KEY = "key"
    VALUE = "value"
    ITEM = "item"


class Cursor(msgspec.Struct, frozen=True, kw_only=True):
    """A place in YAML.

    `keys` lead to it from the outside (lists do not count); for a value the last is its own. `start` and `end` are
    the columns (from 0) of what is replaced there, `written` the other names of the same mapping. `closed` tells that
    a colon follows already, `tight` that a space is lacking before a value.
    """

    role: Role
    keys: tuple[str, ...]
    start: int
    end: int
    written: frozenset[str] = frozenset()
    in_brackets: bool = False
    closed: bool = False
    tight: bool = False


class _Line(msgspec.Struct, frozen=True):
    """A line taken apart: the column of its first dash (-1 without one), of its key or text, the key, its value."""

    dash: int
    column: int
    key: str
    value: str


def cursor_at(lines: Sequence[str], first: int, number: int, column: int) -> Cursor | None:
    """Return where the cursor stands; None where nothing can be proposed (behind `#`, between colon and value).

    `lines` are those of the file, of which the YAML begins with `first`; `number` and `column` count from 0.
    """
    line = lines[number]
    start = _start_of_entry(lines, first, number)
    opened = _open_bracket(lines, start, number, column)
    if opened is not None:
        return _in_brackets(lines, first, number, column, *opened)
    before = line[:column]
    if before.lstrip().startswith("#"):
        return None
    parts = _taken_apart(before)
    if parts.key:
        return _value(lines, first, number, column, parts)
    keys = _above(lines, first, number, parts)
    rest = re.match(r"[^:：#]*", line[column:])
    end = column + len(rest[0].rstrip()) if rest else column
    role = Role.ITEM if parts.dash >= 0 else Role.KEY
    return Cursor(
        role=role,
        keys=keys,
        start=parts.column,
        end=max(end, column),
        written=frozenset(_beside(lines, first, number, parts)),
        closed=line[end : end + 1] == ":",
    )


def _value(lines: Sequence[str], first: int, number: int, column: int, parts: _Line) -> Cursor | None:
    line = lines[number]
    found = KEY.match(line[parts.column :])
    if found is None:
        return None
    start = parts.column + found.end()
    if column < start:
        return None
    end = max(len(line.rstrip()), column)
    keys = (*_above(lines, first, number, parts), parts.key)
    return Cursor(role=Role.VALUE, keys=keys, start=start, end=end, tight=not found["gap"])


def _in_brackets(
    lines: Sequence[str], first: int, number: int, column: int, at: tuple[int, int], frames: list[Frame]
) -> Cursor:
    row, opening = at
    parts = _taken_apart(lines[row][:opening])
    own = (parts.key,) if parts.key else ()
    keys = (*_above(lines, first, row, parts), *own, *(frame.key for frame in frames if frame.key))
    top = frames[-1]
    role = Role.ITEM if top.sign == "[" else Role.VALUE if top.key else Role.KEY
    start = top.start if top.row == number else len(lines[number]) - len(lines[number].lstrip())
    rest = re.match(r"[^,\]}:]*" if role is Role.KEY else r"[^,\]}]*", lines[number][column:])
    end = column + len(rest[0].rstrip()) if rest else column
    return Cursor(
        role=role,
        keys=keys,
        start=min(start, column),
        end=max(end, column),
        written=frozenset(top.written),
        in_brackets=True,
        closed=lines[number][end : end + 1] == ":",
    )


def _taken_apart(line: str) -> _Line:
    indent = len(line) - len(line.lstrip(" "))
    dashes = DASHES.match(line, indent)
    column = dashes.end() if dashes else indent
    found = KEY.match(line[column:])
    key = found["key"].strip().strip("\"'") if found else ""
    value = line[column + found.end() :].strip() if found else ""
    return _Line(indent if column > indent else -1, column, key, value)


def _start_of_entry(lines: Sequence[str], first: int, number: int) -> int:
    """Return the line of the outermost key at or above a line."""
    for row in range(number, first - 1, -1):
        if lines[row][:1].strip() and lines[row][0] not in "-#]}":
            return row
    return first


def _open_bracket(
    lines: Sequence[str], start: int, number: int, column: int
) -> tuple[tuple[int, int], list[Frame]] | None:
    """Return the outermost bracket between line `start` and the cursor that is still open, and what it holds."""
    row = start
    while row <= number:
        text = lines[row] if row < number else lines[row][:column]
        found = OPENING.match(text)
        if found is not None:
            frames, closed_in = frames_of(lines, (row, found.end()), (number, column))
            if closed_in is None:
                return (row, found.end()), frames
            row = closed_in
        row += 1
    return None


def _above(lines: Sequence[str], first: int, number: int, parts: _Line) -> tuple[str, ...]:
    """Return the keys that lead to a line, from the outermost."""
    keys: list[str] = []
    limit = parts.dash + 1 if parts.dash >= 0 else parts.column
    level = parts.column if parts.dash < 0 else -1  # the column of the mapping's own names, while still inside it
    for row in range(number - 1, first - 1, -1):
        if limit == 0:
            break
        if not lines[row].strip() or lines[row].lstrip().startswith("#"):
            continue
        each = _taken_apart(lines[row])
        if each.column < limit and each.key and not each.value:
            keys.insert(0, each.key)
            limit, level = (each.dash + 1 if each.dash >= 0 else each.column), -1
        elif each.dash >= 0 and each.column == level:
            limit, level = each.dash + 1, -1
    return tuple(keys)


def _beside(lines: Sequence[str], first: int, number: int, parts: _Line) -> set[str]:
    """Return the names of the mapping that a line belongs to, without its own."""
    found: set[str] = set()
    rows = range(number - 1, first - 1, -1) if parts.dash < 0 else range(0)
    for direction in (rows, range(number + 1, len(lines))):
        for row in direction:
            if not lines[row].strip() or lines[row].lstrip().startswith("#"):
                continue
            each = _taken_apart(lines[row])
            if each.column < parts.column or (each.dash >= 0 and row > number and each.dash < parts.column):
                break
            if each.column == parts.column and each.key:
                found.add(each.key)
                if each.dash >= 0:
                    break
    return found
