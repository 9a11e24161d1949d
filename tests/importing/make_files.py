"""Tables written down as text → real files: XLSX, XLS, DOCX, HTML, CSV.

A line with bars is a row; a line `=== name` begins a sheet (in DOCX and HTML a line of text before the next table);
other lines are text before or between tables (in sheets a row with one cell). In a cell `<` means merged with the
cell at its left, `^` with the one above, `\\n` a line break.
"""

from __future__ import annotations

import html
import io
import re
from typing import NamedTuple

import docx
import xlsxwriter
import xlwt


class Merge(NamedTuple):
    """Merged cells, counted from 0, all four included."""

    top: int
    left: int
    bottom: int
    right: int


class Block(NamedTuple):
    """Text (no rows) or a table."""

    text: str
    rows: list[list[str]]


def blocks(lines: list[str]) -> list[Block]:
    """Return the texts and tables of a description in order."""
    found: list[Block] = []
    for line in lines:
        if not line.startswith("|"):
            found.append(Block(line.removeprefix("=== "), []))
            continue
        cells = [cell.strip().replace("\\n", "\n") for cell in line.strip().strip("|").split("|")]
        if found and found[-1].rows and found[-1].text == "":
            found[-1].rows.append(cells)
        else:
            found.append(Block("", [cells]))
    return found


def merges(rows: list[list[str]]) -> list[Merge]:
    """Return the merged areas that `<` and `^` describe."""
    height, width = len(rows), max(map(len, rows))
    grid = [row + [""] * (width - len(row)) for row in rows]
    found: list[Merge] = []
    for top in range(height):
        for left in range(width):
            if grid[top][left] in ("<", "^"):
                continue
            right, bottom = left, top
            while right + 1 < width and grid[top][right + 1] == "<":
                right += 1
            while bottom + 1 < height and grid[bottom + 1][left] == "^":
                bottom += 1
            if right > left or bottom > top:
                found.append(Merge(top, left, bottom, right))
    return found


def plain(cell: str) -> str:
    """Return what a cell holds itself: nothing where it belongs to another."""
    return "" if cell in ("<", "^") else cell


def is_number(cell: str) -> bool:
    """Tell whether a spreadsheet program would keep a cell as a number."""
    return cell.isdecimal() and cell.isascii() and str(int(cell)) == cell


def sheets(lines: list[str]) -> list[tuple[str, list[list[str]]]]:
    """Return the sheets of a workbook: names and rows."""
    found: list[tuple[str, list[list[str]]]] = []
    for line in lines:
        if line.startswith("=== "):
            found.append((line[4:], []))
            continue
        if not found:
            found.append(("Sheet1", []))
        cells = line.strip().strip("|").split("|") if line.startswith("|") else [line]
        found[-1][1].append([cell.strip().replace("\\n", "\n") for cell in cells])
    return found


def xlsx(lines: list[str]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, rows in sheets(lines):
            sheet = book.add_worksheet(name)
            for area in merges(rows):
                sheet.merge_range(area.top, area.left, area.bottom, area.right, "")
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if is_number(cell):
                        sheet.write_number(number, column, int(cell))
                    elif plain(cell):
                        sheet.write_string(number, column, cell)
    return data.getvalue()


def xls(lines: list[str]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets(lines):
        sheet = book.add_sheet(name, cell_overwrite_ok=True)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if plain(cell):
                    sheet.write(number, column, int(cell) if is_number(cell) else cell)
        for area in merges(rows):
            sheet.merge(area.top, area.bottom, area.left, area.right)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def docx_file(lines: list[str]) -> bytes:
    document = docx.Document()
    for block in blocks(lines):
        if not block.rows:
            document.add_paragraph(block.text)
            continue
        width = max(map(len, block.rows))
        table = document.add_table(rows=len(block.rows), cols=width)
        for area in merges(block.rows):
            table.cell(area.top, area.left).merge(table.cell(area.bottom, area.right))
        for number, row in enumerate(block.rows):
            for column, cell in enumerate(row):
                if plain(cell):
                    table.cell(number, column).text = cell
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def html_file(lines: list[str]) -> bytes:
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>目录</title></head><body>"]
    for block in blocks(lines):
        if not block.rows:
            parts.append(f"<p>{html.escape(block.text)}</p>")
            continue
        areas = {(area.top, area.left): area for area in merges(block.rows)}
        parts.append("<table border=1>")
        for number, row in enumerate(block.rows):
            cells = [
                _html_cell(cell, areas.get((number, column)))
                for column, cell in enumerate(row)
                if cell not in ("<", "^")
            ]
            parts.append(f"<tr>{''.join(cells)}")
        parts.append("</table>")
    return "\n".join([*parts, "</body></html>"]).encode()


def _html_cell(cell: str, area: Merge | None) -> str:
    spans = ""
    if area is not None:
        spans = f" rowspan={area.bottom - area.top + 1} colspan='{area.right - area.left + 1}'"
    return f"<td{spans}>{html.escape(cell).replace(chr(10), '<br>')}"


def csv(lines: list[str], encoding: str = "utf-8-sig") -> bytes:
    rows = [row for _, sheet in sheets(lines) for row in sheet]
    text = "\r\n".join(",".join(_quoted(plain(cell)) for cell in row) for row in rows)
    return text.encode(encoding)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[,"\n]', cell) else cell


def gbk_csv(lines: list[str]) -> bytes:
    return csv(lines, "gb18030")


FORMATS = {"xlsx": xlsx, "xls": xls, "docx": docx_file, "html": html_file, "csv": csv, "gbk.csv": gbk_csv}
