"""Workbooks, XLSX and XLS: values as they were saved; formulas are never computed."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta

import msgspec
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from sitegen.importing.archives import elements, repacked, unpacked
from sitegen.importing.sheet import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    Remark,
    Sheet,
    UnreadableError,
)
from sitegen.importing.xls_formulas import formula_remarks

Value = int | float | str | bool | time | date | datetime | timedelta
_WORKSHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_DATE, _ERROR = "这一格是日期格式，写的可能是“{value}”一类的编号", "这一格是公式的错误值（{value}），没有读入"
_NOT_COMPUTED = "这一格是公式，文件里没有存结果，或者结果是空的，没有读入"
_DAMAGED = "文件已经损坏，或者有密码"
_PANIC = "PanicException"
"""How a library in Rust says that it stumbled; no `Exception`, and nowhere to be imported from."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook of today's form."""
    members = unpacked(data)
    empty = {name: _cells(content) for name, content in members.items() if _WORKSHEET.match(name)}
    files = _files_of_sheets(members)
    return tuple(
        msgspec.structs.replace(sheet, remarks=(*sheet.remarks, *empty.get(files.get(sheet.name, ""), ())))
        for _, sheet in _numbered_sheets(repacked(members))
    )


def read_xls(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook of the form before 2007."""
    remarks = formula_remarks(data, error=_ERROR, empty=_NOT_COMPUTED)
    return tuple(
        msgspec.structs.replace(sheet, remarks=(*sheet.remarks, *remarks[number]))
        if number < len(remarks)
        else sheet
        for number, sheet in _numbered_sheets(io.BytesIO(data))
    )


def _cells(content: bytes) -> tuple[Remark, ...]:
    """Look at the cells of a sheet before anything makes a table of all that lies between them.

    A cell far away is refused. Returned are formulas that have no result: other readers see empty cells.
    """
    rows = columns = 0
    found: list[Remark] = []
    for element in elements(content, "{*}c"):
        place = _CELL.match(element.get("r", ""))
        if place is None or not any(child.text or len(child) for child in element):
            continue
        row, column = int(place[2]), _column(place[1])
        rows, columns = max(rows, row), max(columns, column)
        _refuse_large(rows, columns)
        value = element.findtext("{*}v", "")
        if element.get("t") == "e":
            found.append(Remark(row - 1, column - 1, _ERROR.format(value=value)))
        elif element.find("{*}f") is not None and not value:
            found.append(Remark(row - 1, column - 1, _NOT_COMPUTED))
    return tuple(found)


def _files_of_sheets(members: dict[str, bytes]) -> dict[str, str]:
    """Return the member that holds each sheet, by the sheet's name."""
    related = {
        each.get("Id", ""): f"xl/{each.get('Target', '').removeprefix('/xl/')}"
        for each in elements(members.get("xl/_rels/workbook.xml.rels", b"<none/>"), "{*}Relationship")
    }
    sheets = elements(members.get("xl/workbook.xml", b"<none/>"), "{*}sheet")
    return {each.get("name", ""): related.get(each.get(_RELATION, ""), "") for each in sheets}


def _refuse_large(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise UnreadableError(f"有工作表太大（用到第 {rows} 行、第 {columns} 列），不像是目录")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _numbered_sheets(data: io.BytesIO) -> tuple[tuple[int, Sheet], ...]:
    """Return the sheets that are shown, each with its number among all sheets of the file."""
    try:
        book = CalamineWorkbook.from_filelike(data)
        return tuple(
            (number, _sheet(book.get_sheet_by_name(each.name)))
            for number, each in enumerate(book.sheets_metadata)
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        )
    except CalamineError as error:
        raise UnreadableError(_DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise UnreadableError(_DAMAGED) from error


def _sheet(sheet: CalamineSheet) -> Sheet:
    end = sheet.end
    if end is None:
        return Sheet(name=sheet.name, rows=())
    _refuse_large(end[0] + 1, end[1] + 1)
    values = sheet.to_python(skip_empty_area=False)
    return Sheet(
        name=sheet.name,
        rows=tuple(tuple(_text(value) for value in row) for row in values),
        merged=tuple(Area(*top, *bottom) for top, bottom in sheet.merged_cell_ranges or ()),
        remarks=tuple(
            Remark(number, column, words)
            for number, row in enumerate(values)
            for column, value in enumerate(row)
            if (words := _remark(value))
        ),
    )


def _text(value: Value) -> str:
    """Return a value as the text that a clerk sees: whole numbers without a point."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def _remark(value: Value) -> str:
    if isinstance(value, date | time | timedelta):
        return _DATE.format(value=_text(value))
    return ""
