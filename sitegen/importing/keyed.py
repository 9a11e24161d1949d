"""Tables that hold one item, its fields below one another: a name, beside it what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.importing import headings as h
from sitegen.importing.headings import Column, Header, field_of
from sitegen.importing.kinds import COLUMN_LEFT_OUT, STRANGE_COLUMN, at_cell
from sitegen.importing.sheet import Cell, Grid
from sitegen.importing.tables import Row, Table
from sitegen.importing.texts import key_of, one_line
from sitegen.importing.words import Words

_ENOUGH = 4
"""Different fields that make a grid a table of this sort."""
_NAMES = (h.CATEGORY, h.TITLE, h.ITEM)


def keyed_table(grid: Grid, words: Words) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """Return a grid of names and values as a table of one row an item; None where it is no such grid (SG644, SG645)."""
    pairs = [pair for row in grid.cells for pair in _pairs(row)]
    fields = [field_of(name.text, words) for name, _ in pairs]
    if len(set(fields) - {""}) < _ENOUGH or not set(fields) & set(_NAMES):
        return None, ()
    columns, items = _columns(set(fields)), list(_items(pairs, fields))
    blank = Cell("", 0, 0)
    places = {column.field: number for number, column in columns.items()}
    rows = []
    for item in items:
        cells = [item.get(column.field, blank) for column in columns.values()]
        rows.append(Row(number=next(iter(item.values())).row, cells=tuple(cells)))
    top = pairs[0][0].row
    titles = tuple(cell.text for row in grid.cells[:top] for cell in dict.fromkeys(row) if cell.text)
    header = Header(top=top, end=top, columns={place: columns[place] for place in places.values()})
    table = Table(grid=grid, header=header, begins=pairs[0][0], titles=titles, rows=tuple(rows))
    return table, tuple(_not_read(grid, pairs, fields, words))


def _pairs(row: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Give the cells of a row two by two: a name and its value."""
    cells = [cell for cell in dict.fromkeys(row) if cell.row == row[0].row]
    if len(cells) % 2 == 0:
        yield from ((cells[place], cells[place + 1]) for place in range(0, len(cells), 2))


def _columns(fields: set[str]) -> dict[int, Column]:
    """Return a column for each field; 公开事项 names the item where nothing else does."""
    order = (h.NUMBER, h.DOMAIN, h.CATEGORY, h.TITLE, h.THIRD, h.ITEM, *h.EXPECTED)
    present = [field for field in order if field in fields]
    named = [h.TITLE if field == h.ITEM and h.TITLE not in fields else field for field in present]
    return {
        number: Column(field=field, heading=field) for number, field in enumerate(named) if field != h.ITEM
    }


def _items(pairs: Sequence[tuple[Cell, Cell]], fields: Sequence[str]) -> Iterator[dict[str, Cell]]:
    """Give the values of one item after another: a name that comes again begins the next."""
    titled = h.TITLE in fields
    item: dict[str, Cell] = {}
    for (_, value), field in zip(pairs, fields, strict=True):
        wanted = h.TITLE if field == h.ITEM and not titled else field
        if wanted in item:
            yield item
            item = {}
        if wanted and wanted != h.ITEM:
            item[wanted] = value
    if item:
        yield item


def _not_read(
    grid: Grid, pairs: Sequence[tuple[Cell, Cell]], fields: Sequence[str], words: Words
) -> Iterator[Diagnostic]:
    for (name, _), field in zip(pairs, fields, strict=True):
        heading = shown(one_line(name.text))
        if field or not name.text:
            continue
        if key_of(name.text) in words.not_read:
            yield at_cell(COLUMN_LEFT_OUT, grid.path, name.row, name.column, heading=heading)
        else:
            values = {"heading": heading, "problem": "没有见过", "suggestion": ""}
            yield at_cell(STRANGE_COLUMN, grid.path, name.row, name.column, **values)
