"""Heading rows: which column of a table is which field, however many rows the heading takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.formats.suggestions import did_you_mean
from sitegen.importing.below import holds_names, only_numbers
from sitegen.importing.kinds import COLUMN_LEFT_OUT, MISSING_COLUMN, READ_AS, STRANGE_COLUMN, at_cell
from sitegen.importing.sheet import Cell, Grid
from sitegen.importing.texts import key_of, one_line
from sitegen.importing.words import Words

ENOUGH = 3
"""Different fields that make a row a heading."""
LONGEST = 24
NUMBER, CODE, DOMAIN = "序号", "代码", "领域"
CATEGORY, TITLE, THIRD, ITEM = "一级事项", "二级事项", "三级事项", "事项"
ELEMENTS, BASIS, LIMIT, PUBLISHER = "公开内容", "公开依据", "公开时限", "公开主体"
CHANNELS, AUDIENCE, METHOD, LEVELS = "公开渠道", "公开对象", "公开方式", "公开层级"
EXPECTED = (ELEMENTS, BASIS, LIMIT, PUBLISHER, CHANNELS, AUDIENCE, METHOD, LEVELS)
SEVERAL = frozenset((CHANNELS, AUDIENCE, METHOD, LEVELS))
"""Fields that may take several columns, one a choice."""
_LEGEND = re.compile(r"[（(【\[“\"‘「].*", re.DOTALL)
"""What a heading explains behind its name: “■”表示必选项, (要素)及要求."""
_BRACKETS = re.compile(r"[（(【\[][^（(）)】\]]*[）)】\]]?")
_EITHER = "市级"
"""How the levels of cities end, of those with districts and of those that are counties."""
_NAMES = (CATEGORY, TITLE, THIRD)
_NAMED = frozenset((*_NAMES, ITEM))
_MOST_ROWS = 4
_MOSTLY = (4, 0.75)
"""Known cells, in number and as a share, that make a row a part of the heading though one was cut or misspelt."""


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """What a column holds: `field`, and for a column of ticks the values that a tick stands for."""

    field: str
    values: tuple[str, ...] = ()
    heading: str = ""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """A heading: its first row, the row after it, and its columns by their numbers."""

    top: int
    end: int
    columns: Mapping[int, Column]

    def fields(self) -> frozenset[str]:
        """Return the fields that the table has."""
        return frozenset(column.field for column in self.columns.values())


def field_of(text: str, words: Words) -> str:
    """Return the field that a heading names, or nothing."""
    for name in (text, _BRACKETS.sub("", text), _LEGEND.sub("", text)):
        if key_of(name) in words.fields:
            return words.fields[key_of(name)]
    return ""


def find_header(grid: Grid, row: int, words: Words) -> tuple[Header, tuple[Diagnostic, ...]] | None:
    """Return the heading that begins at `row`, and what is unclear about it; None where none begins."""
    if not _begins(grid.cells[row], words):
        return None
    end = row + 1
    while end < min(row + _MOST_ROWS, len(grid.cells)) and _goes_on(grid, row, end, words):
        end += 1
    columns, found = _columns(grid, _paths(grid, row, end), end, words)
    if end < len(grid.cells) and _counts_columns(grid.cells[end]):
        end += 1
    header = Header(top=row, end=end, columns=columns)
    return header, (*found, *_missing(grid, header))


def _distinct(cells: Iterable[Cell]) -> list[Cell]:
    return list(dict.fromkeys(cell for cell in cells if cell.text))


def _begins(cells: Sequence[Cell], words: Words) -> bool:
    named = {field_of(cell.text, words) for cell in _distinct(cells) if len(cell.text) <= LONGEST}
    named.discard("")
    return len(named) >= ENOUGH and bool(named & {ITEM, TITLE, CATEGORY, ELEMENTS})


def _goes_on(grid: Grid, top: int, row: int, words: Words) -> bool:
    """Tell whether a row belongs to the heading above it: its cells are parts of it, or names of choices."""
    own = [cell for cell in _distinct(grid.cells[row]) if cell.row >= row]
    if any(cell.row < row and cell.row >= top for cell in _distinct(grid.cells[row])):
        return all(len(cell.text) <= LONGEST for cell in own)
    known = [cell for cell in own if _is_part(cell.text, words)]
    nearly = len(known) >= _MOSTLY[0] and len(known) >= _MOSTLY[1] * len(own)
    return len(known) >= 2 and (len(known) == len(own) or (nearly and not grid.merges_known))


def _is_part(text: str, words: Words) -> bool:
    key = key_of(text)
    return bool(
        key in words.choices or field_of(text, words) or any(key_of(name) == key for name in words.channels)
    )


def _counts_columns(cells: Sequence[Cell]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3 4."""
    numbers = [cell.text.strip("（）()栏列") for cell in _distinct(cells)]
    return len(numbers) >= 4 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _paths(grid: Grid, top: int, end: int) -> list[tuple[Cell, ...]]:
    """Return for each column the cells of its heading, from the top down."""
    rows = [list(line) for line in grid.cells[top:end]]
    if not grid.merges_known and len(rows) > 1:
        for column in range(1, len(rows[0])):
            if not rows[0][column].text and rows[1][column].text:
                rows[0][column] = rows[0][column - 1]
    return [tuple(_distinct(row[column] for row in rows)) for column in range(len(rows[0]))]


def _columns(
    grid: Grid, paths: list[tuple[Cell, ...]], end: int, words: Words
) -> tuple[dict[int, Column], list[Diagnostic]]:
    columns: dict[int, Column] = {}
    found: list[Diagnostic] = []
    taken: dict[str, int] = {}
    for number, path in enumerate(paths):
        if not path:
            continue
        column = _column(path, words)
        if column is None:
            found.append(_unknown(grid, path, words))
            continue
        if column.field in _NAMED and paths.count(path) > 1 and only_numbers(grid, end, number):
            column = Column(field=NUMBER, heading=column.heading)
        found += _elsewhere(grid, path, column, words)
        if column.field in taken and not column.values and column.field != NUMBER:
            spread = column.field == CHANNELS and holds_names(grid, end, number, words)
            first = taken[column.field]
            if spread and paths[number] == paths[first]:
                columns[number] = column
            else:
                found += _twice(grid, paths, number, first, columns, column)
            continue
        taken.setdefault(column.field, number)
        columns.setdefault(number, column)
    return _named_items(columns), found


def _column(path: tuple[Cell, ...], words: Words) -> Column | None:
    """Return what a column is by its lowest heading, and where that is a choice, by the one above it."""
    leaf = path[-1].text
    heading = "/".join(one_line(cell.text) for cell in path)
    parents = [field for cell in path[:-1] if (field := field_of(cell.text, words))]
    parent = parents[-1] if parents else ""
    channel = next((title for name, title in words.channels.items() if key_of(name) == key_of(leaf)), "")
    if channel and (parent == CHANNELS or (not parent and channel != "其他")):
        return Column(field=CHANNELS, values=(channel,), heading=heading)
    for key in (key_of(leaf), key_of(_BRACKETS.sub("", leaf))):
        choices = words.choices.get(key, ())
        for choice in choices:
            alone = len(key) > 1 and {each.field for each in choices} == {choice.field}
            if choice.field == parent or ((not parent or parent in SEVERAL) and alone):
                return Column(field=choice.field, values=choice.values, heading=heading)
    if parent == LEVELS and (values := _level(key_of(leaf), words)):
        return Column(field=LEVELS, values=values, heading=heading)
    field = field_of(leaf, words)
    if field and (not parent or field == parent or parent == ITEM):
        return Column(field=field, heading=heading)
    if not key_of(_BRACKETS.sub("", leaf)) and parent:
        return Column(field=parent, heading=heading)
    return None


def _elsewhere(grid: Grid, path: tuple[Cell, ...], column: Column, words: Words) -> list[Diagnostic]:
    """Say of a column of ticks that it stands below the heading of another field."""
    fields = [field for cell in path[:-1] if (field := field_of(cell.text, words))]
    if not column.values or not fields or fields[-1] == column.field:
        return []
    reading = f"“{one_line(path[-1].text)}”在“{one_line(path[-2].text)}”的下面，当作“{column.field}”"
    return [at_cell(READ_AS, grid.path, path[-1].row, path[-1].column, reading=reading)]


def _level(key: str, words: Words) -> tuple[str, ...]:
    """Return the level of 青岚区级 or 云溪镇级; a name that ends in 市级 may be either of two, and is none."""
    if key.endswith(_EITHER):
        return ()
    found = (
        (len(name), choice.values)
        for name, choices in words.choices.items()
        for choice in choices
        if choice.field == LEVELS and len(name) > 1 and key.endswith(name)
    )
    return max(found, default=(0, ()))[1]


def _named_items(columns: dict[int, Column]) -> dict[int, Column]:
    """Give columns that only say 公开事项 their names: the last one is the item, those before it its categories."""
    has_title = any(column.field == TITLE for column in columns.values())
    return {
        number: msgspec.structs.replace(column, field=CATEGORY if has_title else TITLE)
        if column.field == ITEM
        else column
        for number, column in columns.items()
    }


def _twice(
    grid: Grid,
    paths: list[tuple[Cell, ...]],
    number: int,
    first: int,
    columns: dict[int, Column],
    column: Column,
) -> list[Diagnostic]:
    """Take a column whose heading stands over an earlier one too, or say why it is not read."""
    cell = paths[number][-1]
    if paths[number] != paths[first]:
        return [_strange(grid, cell, "和前面的一列相同", "")]
    places = [place for place, path in enumerate(paths) if path == paths[first]]
    if column.field in SEVERAL or (column.field in (ITEM, TITLE) and len(places) > len(_NAMES)):
        columns.pop(first, None)
        return [_strange(grid, cell, "占几列，没有写明各列是什么", "")] if number == places[-1] else []
    if column.field == ITEM:
        columns |= {
            place: Column(field=name, heading=name) for place, name in zip(places, _NAMES, strict=False)
        }
        names = "当作" + "、".join(_NAMES[: len(places)])
    else:
        columns[number] = column
        names = "合在一起"
    reading = f"“{one_line(cell.text)}”占 {len(places)} 列，{names}"
    said = at_cell(READ_AS, grid.path, cell.row, cell.column, reading=reading)
    return [said] if number == places[-1] else []


def _unknown(grid: Grid, path: tuple[Cell, ...], words: Words) -> Diagnostic:
    keys = [key_of(cell.text) for cell in path] + [key_of(_BRACKETS.sub("", cell.text)) for cell in path]
    if any(key in words.not_read for key in keys):
        cell = path[-1]
        return at_cell(COLUMN_LEFT_OUT, grid.path, cell.row, cell.column, heading=_heading(path))
    if key_of(path[-1].text).endswith(_EITHER):
        return _strange(grid, path[-1], "可能是设区的市，也可能是县级市", "县级市写“县级”，设区的市写“市级”。")
    known = [*words.fields, *words.choices]
    return _strange(grid, path[-1], "没有见过", did_you_mean(key_of(path[-1].text), known))


def _strange(grid: Grid, cell: Cell, problem: str, suggestion: str) -> Diagnostic:
    heading = shown(one_line(cell.text))
    return at_cell(
        STRANGE_COLUMN,
        grid.path,
        cell.row,
        cell.column,
        heading=heading,
        problem=problem,
        suggestion=suggestion,
    )


def _heading(path: tuple[Cell, ...]) -> str:
    return shown("/".join(one_line(cell.text) for cell in path))


def _missing(grid: Grid, header: Header) -> list[Diagnostic]:
    missing = [field for field in EXPECTED if field not in header.fields()]
    if not missing:
        return []
    names = "".join(f"“{name}”" for name in missing) + ("这些栏" if len(missing) > 1 else "一栏")
    return [at_cell(MISSING_COLUMN, grid.path, header.top, 0, names=names)]
