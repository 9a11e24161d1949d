"""The cells of a row as they are meant: 同上 and empty cells are settled by the rows above, and it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.importing import headings as h
from sitegen.importing.cell_names import cell_name
from sitegen.importing.headings import Column
from sitegen.importing.kinds import DITTO_OF_NOTHING, EMPTY_CELL, READ_AS, at_cell
from sitegen.importing.sheet import Cell
from sitegen.importing.tables import Row, Table
from sitegen.importing.texts import name_of, one_line
from sitegen.importing.words import Words

Cells = dict[int, Cell]
"""The cells of a row by column, with the texts that they mean."""
NOWHERE = Cell("", 0, 0)


class Above:
    """What stands in the rows above, as far as rows below need it. One for each table, asked row after row."""

    def __init__(self, table: Table, words: Words, *, fill_down: bool) -> None:
        self.table, self.words, self.fill_down = table, words, fill_down
        self.path = table.grid.path
        self.found: list[Diagnostic] = []
        self._above: Cells = {}
        self._last: Cells = {}
        self._empty: dict[str, list[Cell]] = {}
        self._readings: dict[str, list[Cell]] = {}
        self._merged: dict[int, bool] = {}

    def columns(self, field: str) -> list[int]:
        """Return the columns that hold a field."""
        return [number for number, column in self.table.header.columns.items() if column.field == field]

    def column(self, number: int) -> Column:
        """Return what a column holds."""
        return self.table.header.columns[number]

    def resolved(self, row: Row) -> Cells:
        """Return the cells of a row: blank for —, the one above for 同上 (SG649)."""
        return {number: self._resolved(row.cells[number], number) for number in self.table.header.columns}

    def _resolved(self, cell: Cell, column: int) -> Cell:
        plain = one_line(cell.text).strip("。")
        if plain in self.words.blanks:
            return Cell("", cell.row, cell.column)
        if self.column(column).field == h.NUMBER or ("同上" not in plain and plain not in self.words.ditto):
            return cell
        above = self._last.get(column, NOWHERE)
        if plain in self.words.ditto and above.text:
            return Cell(above.text, cell.row, cell.column)
        text = shown(one_line(cell.text))
        self.found.append(at_cell(DITTO_OF_NOTHING, self.path, cell.row, cell.column, text=text))
        return Cell("", cell.row, cell.column) if plain in self.words.ditto else cell

    def text(self, cells: Cells, field: str) -> tuple[str, Cell]:
        """Return the text of a field, of all its columns, and the first cell of it."""
        columns = self.columns(field)
        for column in columns:
            if not cells[column].text and field != h.NUMBER:
                cells[column] = self._filled(cells[column], column)
        filled = list(dict.fromkeys(cells[column] for column in columns if cells[column].text))
        first = filled[0] if filled else cells[columns[0]] if columns else NOWHERE
        return "\n".join(cell.text for cell in filled), first

    def _filled(self, cell: Cell, column: int) -> Cell:
        """Return what an empty cell means: where merged cells are lost that is asked, or told by `fill_down`."""
        above = self._above.get(column)
        if above is None or (self.table.grid.merges_known and not self.fill_down):
            return cell
        if self.fill_down:
            return Cell(above.text, cell.row, cell.column)
        self._empty.setdefault(self.column(column).field, []).append(cell)
        return cell

    def fill_choices(self, row: Row, cells: Cells, field: str) -> None:
        """Settle a field of several columns: all its ticks come from the row, or all from the one above."""
        columns = self.columns(field)
        if any(cells[column].text for column in columns):
            for column in columns:
                self._above.pop(column, None)
            return
        above = {column: self._above[column] for column in columns if column in self._above}
        if not above or (self.table.grid.merges_known and not self.fill_down):
            return
        if self.fill_down:
            cells |= {column: Cell(cell.text, row.number, column) for column, cell in above.items()}
        else:
            self._empty.setdefault(field, []).append(row.cells[columns[0]])

    def upper(self, row: Row, cells: Cells, field: str) -> tuple[str, Cell]:
        """Return the name of a category or domain; an empty one is that of the row above, which is said (SG651)."""
        columns = self.columns(field)
        if not columns:
            return "", NOWHERE
        column, cell = columns[0], cells[columns[0]]
        if cell.text or row.section:
            return name_of(cell.text), cell
        named = any(cells[each].text for each in self.columns(h.TITLE))
        above = self._above.get(column)
        if named and field == h.CATEGORY and self._is_merged(column):
            self.take("一级事项空着，没有和上面合并，当作没有一级事项", cell)
            return "", cell
        if named and above is not None:
            self.take(f"{field}空着，当作同上面一行", cell)
        elif named and field == h.CATEGORY:
            self.take("一级事项空着，上面也没有，当作没有一级事项", cell)
        if above is not None:
            cells[column] = Cell(above.text, cell.row, cell.column)
        return name_of(cells[column].text), cells[column]

    def _is_merged(self, column: int) -> bool:
        """Tell whether the table merges cells of a column: there, an empty cell is no part of the one above it."""
        if column not in self._merged:
            cells = ((row.number, row.cells[column]) for row in self.table.rows)
            self._merged[column] = any(cell.text and cell.row < number for number, cell in cells)
        return self._merged[column]

    def own(self, cells: Cells, field: str) -> tuple[str, Cell]:
        """Return a name that stands in the row itself."""
        columns = self.columns(field)
        cell = cells[columns[0]] if columns else NOWHERE
        return name_of(cell.text), cell

    def own_text(self, cells: Cells, field: str) -> str:
        """Return the text that a field has in the row itself."""
        columns = self.columns(field)
        return cells[columns[0]].text if columns else ""

    def take(self, reading: str, cell: Cell) -> None:
        """Note what was taken for granted about a cell."""
        self._readings.setdefault(reading, []).append(cell)

    def go_on(self, cells: Cells) -> None:
        """Make a row the one above."""
        self._last = cells
        self._above |= {column: cell for column, cell in cells.items() if cell.text}

    def remarks(self) -> Iterator[Diagnostic]:
        """Yield what was taken for granted, each sort once for cells that follow one another (SG650, SG651)."""
        for reading, cells in self._readings.items():
            for first, place in _runs(cells):
                yield at_cell(READ_AS, self.path, first.row, first.column, cell=place, reading=reading)
        for field, cells in self._empty.items():
            for first, place in _runs(cells):
                yield at_cell(EMPTY_CELL, self.path, first.row, first.column, cell=place, heading=field)


def _runs(cells: Iterable[Cell]) -> Iterator[tuple[Cell, str]]:
    """Give cells that follow one another in a column once, with the name of them all: C5:C9."""
    run: list[Cell] = []
    for cell in dict.fromkeys(cells):
        if run and (cell.column != run[-1].column or cell.row != run[-1].row + 1):
            yield run[0], _span(run)
            run = []
        run.append(cell)
    if run:
        yield run[0], _span(run)


def _span(run: Sequence[Cell]) -> str:
    first, last = run[0], run[-1]
    return first.name if len(run) == 1 else f"{first.name}:{cell_name(last.row, last.column)}"
