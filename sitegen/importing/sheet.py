"""A table as a file holds it, and as a grid in which merged cells stand wherever they reach."""

from __future__ import annotations

import msgspec

from sitegen.importing.cell_names import cell_name
from sitegen.importing.texts import clean

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 200, 400_000
"""No catalogue is larger; what is larger is refused before it takes the machine's memory."""
MOST_BYTES = 30_000_000
MOST_SIGNS = 8_000
"""Characters of one cell: longer ones are no text for a cell, and would take for ever to take apart."""


class UnreadableError(Exception):
    """A file that cannot be read as tables; its words say why, in Chinese."""


class Area(msgspec.Struct, frozen=True, array_like=True):
    """Merged cells: rows and columns count from 0, all four belong to the area."""

    top: int
    left: int
    bottom: int
    right: int


class Remark(msgspec.Struct, frozen=True, array_like=True):
    """What a reader noticed in one cell and the text does not show (a formula, a date)."""

    row: int
    column: int
    words: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One table of a file. `name` is empty where the file has but one; rows may be of different lengths.

    `above` are the lines of text that stand before the table. `merges_known` is false for files that cannot say which
    cells are merged (CSV): there an empty cell may belong to the one above it.
    """

    name: str = ""
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    merges_known: bool = True
    above: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell with its cleaned text; `row` and `column` are where its area begins, counted from 0."""

    text: str
    row: int
    column: int

    @property
    def place(self) -> tuple[int, int]:
        """Row and column."""
        return self.row, self.column

    @property
    def name(self) -> str:
        """The place as spreadsheets write it: C5."""
        return cell_name(self.row, self.column)


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet in which every place holds the cell that covers it. All rows are of one length.

    `path` names the file and, in brackets, the sheet: as findings do.
    """

    path: str
    sheet: str
    cells: tuple[tuple[Cell, ...], ...]
    merges_known: bool
    above: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


def flatten(sheet: Sheet, file: str) -> Grid:
    """Return the grid of a sheet. Raises `UnreadableError` where the sheet is too large."""
    width = max((len(row) for row in sheet.rows), default=0)
    height = len(sheet.rows)
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_CELLS:
        raise UnreadableError(f"表太大（{height} 行 {width} 列），不像是目录")
    longest = max((len(text) for row in sheet.rows for text in row), default=0)
    if longest > MOST_SIGNS:
        raise UnreadableError(f"有一格的文字超过 {MOST_SIGNS} 个，不像是目录")
    origins = _origins(sheet.merged, height, width)
    cells = [
        [Cell(clean(text), row, column) for column, text in enumerate(_padded(line, width))]
        for row, line in enumerate(sheet.rows)
    ]
    for (row, column), (top, left) in origins.items():
        cells[row][column] = cells[top][left]
    return Grid(
        path=f"{file}[{sheet.name}]" if sheet.name else file,
        sheet=sheet.name,
        cells=tuple(map(tuple, cells)),
        merges_known=sheet.merges_known,
        above=tuple(filter(None, map(clean, sheet.above))),
        remarks=sheet.remarks,
    )


def _padded(line: tuple[str, ...], width: int) -> tuple[str, ...]:
    return line + ("",) * (width - len(line))


def _origins(merged: tuple[Area, ...], height: int, width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return where the area begins that covers a place; areas are cut to what the sheet uses, the first one counts."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    steps = 0
    for area in merged:
        bottom, right = min(area.bottom, height - 1), min(area.right, width - 1)
        steps += max(0, bottom - area.top + 1) * max(0, right - area.left + 1)
        if steps > 2 * MOST_CELLS:
            raise UnreadableError("合并的单元格互相重叠，读不出来")
        for row in range(area.top, bottom + 1):
            for column in range(area.left, right + 1):
                origins.setdefault((row, column), (area.top, area.left))
    return origins
