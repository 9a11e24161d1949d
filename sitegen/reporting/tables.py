"""Tables for spreadsheets, as CSV and XLSX: the same rows give the same bytes, and no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import xlsxwriter

FORMULA_SIGNS = frozenset("=+-@\t\r")
Cell = str | int | date | None
WIDEST, NARROWEST = 48, 8
LONGEST_SHEET_NAME = 31
DATE_WIDTH = 12
MEASURED = 100
"""Rows that the width of a column is taken from."""
FIRST_YEAR = 1901
"""Spreadsheets know no day before 1900, and count one day too many in that year."""
DAY_ZERO = date(1899, 12, 30).toordinal()
"""The day that spreadsheets count days from, as far as days after FIRST_YEAR tell."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table with a name; `notes` say what it is, for whoever gets the file without the page."""

    name: str
    as_of: date
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[tuple[str, str]] = ()


def csv_bytes(table: Table) -> bytes:
    """Return the table as CSV."""
    return csv_of(table.headings, table.rows)


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as CSV with a BOM, as spreadsheets expect; no cell is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(  # a call for each cell of the whole column's tables would take as long as all the rest
        [cell if type(cell) is str and cell[:1] not in FORMULA_SIGNS else _text(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Table) -> bytes:
    """Return the table as a workbook: headings that stay in sight, a filter, real dates, and a sheet of notes."""
    return book_bytes((table,), table.notes)


def book_bytes(tables: Sequence[Table], notes: Sequence[tuple[str, str]]) -> bytes:
    """Return tables as a workbook, a sheet each, and a last sheet of notes; the first gives it its title and day."""
    import xlsxwriter  # here, as it would take a good part of the start of every command

    data = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(data, options) as book:
        created = datetime.combine(tables[0].as_of, time.min)
        book.set_properties({"title": tables[0].name, "created": created})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for table in tables:
            _add_table(book, table, bold, day)
        _add_notes(book, notes, bold)
    return data.getvalue()


def _add_table(
    book: xlsxwriter.Workbook, table: Table, bold: xlsxwriter.format.Format, day: xlsxwriter.format.Format
) -> None:
    sheet = book.add_worksheet(table.name[:LONGEST_SHEET_NAME])
    sheet.write_row(0, 0, table.headings, bold)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, day)
    for column in range(len(table.headings)):
        sheet.set_column(column, column, _width(column, table))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(table.rows)), max(0, len(table.headings) - 1))


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, day: xlsxwriter.format.Format
) -> None:
    if isinstance(cell, date) and cell.year >= FIRST_YEAR:
        sheet.write_number(row, column, cell.toordinal() - DAY_ZERO, day)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, str(cell))


def _add_notes(
    book: xlsxwriter.Workbook, notes: Sequence[tuple[str, str]], bold: xlsxwriter.format.Format
) -> None:
    sheet = book.add_worksheet("说明")
    for number, (name, value) in enumerate(notes):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, value)
    sheet.set_column(0, 0, NARROWEST * 2)
    sheet.set_column(1, 1, WIDEST * 2)


def _width(column: int, table: Table) -> int:
    """Return the width of a column in characters; a Chinese character is two wide."""
    cells: Iterable[Cell] = (table.headings[column], *(row[column] for row in table.rows[:MEASURED]))
    widest = max(DATE_WIDTH if isinstance(cell, date) else _columns(str(cell or "")) for cell in cells)
    return min(WIDEST, max(NARROWEST, widest + 1))


def _columns(text: str) -> int:
    return sum(1 if sign.isascii() else 2 for sign in text)


def _text(cell: object) -> str:
    """Return what a cell shows; text that a spreadsheet would take for a formula gets a mark before it."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in FORMULA_SIGNS else text
