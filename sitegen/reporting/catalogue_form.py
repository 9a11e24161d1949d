"""The official table of a standard catalogue as XLSX, to be printed as it is: merged cells, boxes, repeated head."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sitegen.views.catalogue import Tick
from sitegen.views.catalogue_form import CatalogueForm, FormRow

if TYPE_CHECKING:
    import xlsxwriter

HEADS = ("序号", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体")
LAST_HEAD = "事项代码"
WIDTHS = (5, 9, 14, 30, 30, 16, 14, 26)
BOX_WIDTH = 5
CODE_WIDTH = 24
LEAD = len(WIDTHS)
"""Columns before the boxes for audience, method and level."""
TICKED, EMPTY = "■", "□"
ON = "√"
SEPARATOR = "；\n"
A3 = 8
LANDMARK = date(2019, 4, 17)
"""The day of a workbook whose catalogue has none: 国办发〔2019〕14号, which asked for standard catalogues."""


def as_xlsx(form: CatalogueForm) -> bytes:
    """Return the table as a workbook; the same table gives the same bytes."""
    import xlsxwriter  # here, as it would take a good part of the start of every command

    data = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(data, options) as book:
        created = datetime.combine(form.dated or LANDMARK, time.min)
        book.set_properties({"title": form.title, "created": created})
        _Sheet(book, form).write()
        _notes(book, form)
    return data.getvalue()


class _Sheet:
    """The sheet with the table."""

    def __init__(self, book: xlsxwriter.Workbook, form: CatalogueForm) -> None:
        frame = {"border": 1, "text_wrap": True, "valign": "vcenter"}
        self._form = form
        self._sheet = book.add_worksheet("标准目录")
        self._title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self._head = book.add_format({**frame, "bold": True, "align": "center"})
        self._text = book.add_format(frame)
        self._middle = book.add_format({**frame, "align": "center"})
        self._code = LEAD + 4 + len(form.levels)

    def write(self) -> None:
        """Write title, head and rows, and say how the sheet is printed."""
        sheet = self._sheet
        sheet.merge_range(0, 0, 0, self._code, self._form.title, self._title)
        sheet.set_row(0, 30)
        self._write_head()
        for place, row in enumerate(self._form.rows, 3):
            self._write_row(place, row)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(LEAD, self._code - 1, BOX_WIDTH)
        sheet.set_column(self._code, self._code, CODE_WIDTH)
        sheet.freeze_panes(3, 3)
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1, 2)
        sheet.set_footer("&C第&P页，共&N页")

    def _write_head(self) -> None:
        sheet, head = self._sheet, self._head
        sheet.merge_range(1, 0, 2, 0, HEADS[0], head)
        sheet.merge_range(1, 1, 1, 2, HEADS[1], head)
        sheet.write_row(2, 1, ("一级事项", "二级事项"), head)
        for column, name in enumerate(HEADS[2:], 3):
            sheet.merge_range(1, column, 2, column, name, head)
        levels = self._form.levels
        place = LEAD
        for name, parts in (
            ("公开对象", ("全社会", "特定群体")),
            ("公开方式", ("主动", "依申请公开")),
            ("公开层级", levels),
        ):
            if len(parts) > 1:
                sheet.merge_range(1, place, 1, place + len(parts) - 1, name, head)
            elif parts:
                sheet.write_string(1, place, name, head)
            sheet.write_row(2, place, parts, head)
            place += len(parts)
        sheet.merge_range(1, self._code, 2, self._code, LAST_HEAD, head)

    def _write_row(self, place: int, row: FormRow) -> None:
        sheet, text, middle = self._sheet, self._text, self._middle
        sheet.write_string(place, 0, row.number, middle)
        if row.span > 1:
            sheet.merge_range(place, 1, place + row.span - 1, 1, row.category, middle)
        elif row.span:
            sheet.write_string(place, 1, row.category, middle)
        cells = (
            row.title,
            SEPARATOR.join(row.elements),
            SEPARATOR.join(row.legal_basis),
            row.time_limit,
            row.publisher,
            "\n".join(_box(tick) for tick in row.boxes),
        )
        for column, cell in enumerate(cells, 2):
            sheet.write_string(place, column, cell, text)
        for column, on in enumerate(row.ticks, LEAD):
            sheet.write_string(place, column, ON if on else "", middle)
        sheet.write_string(place, self._code, row.code, text)


def _box(tick: Tick) -> str:
    return f"{TICKED if tick.on else EMPTY}{tick.label}"


def _notes(book: xlsxwriter.Workbook, form: CatalogueForm) -> None:
    sheet = book.add_worksheet("说明")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (name, value) in enumerate(form.notes):
        sheet.write_string(place, 0, name, bold)
        sheet.write_string(place, 1, value, wrapped)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 100)
