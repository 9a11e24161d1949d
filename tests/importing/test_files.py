"""What files are, by their bytes: forms that are read, forms that are refused with a reason, and what would do harm."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
import pytest
import xlsxwriter
import xlwt
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from sitegen.importing import archives, sheet
from sitegen.importing.cell_names import cell_name
from sitegen.importing.files import read_tables
from sitegen.importing.sheet import Sheet, UnreadableError, flatten
from tests.importing.make_files import FORMATS

LINES = ["| 序号 | 事项 |", "| 1 | 政策 |"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def rows(data: bytes) -> list[list[str]]:
    """Return the cells of the first table of a file, laid out."""
    grid = flatten(read_tables(data)[0], "f")
    return [[cell.text for cell in row] for row in grid.cells]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_same_cells(form):
    assert rows(FORMATS[form](LINES)) == [["序号", "事项"], ["1", "政策"]]


@pytest.mark.parametrize(
    "data",
    [
        "<table><tr><td>序号<td>事项</tr><tr><td>1<td>政策</table>".encode("gb18030"),
        "\ufeff<html><table><tr><th>序号</th><th>事项</th><tr><td>1<td> 政 策</table>".replace(
            " 政 策", "政策"
        ).encode(),
        "序号\t事项\r\n1\t政策\r\n".encode("utf-16"),
        "序号;事项\n1;政策\n".encode(),
    ],
    ids=["gbk-page-saved-as-xls", "page-without-closing-tags", "unicode-text", "semicolons"],
)
def test_what_spreadsheets_and_pages_save_besides(data):
    assert rows(data) == [["序号", "事项"], ["1", "政策"]]


def archive(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "空的"),
        (b"   \n", "空的"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n", "图片"),
        (b"MIME-Version: 1.0", "单个文件网页"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE, "损坏"),
        (archive(**{"a.txt": b"x"}), "压缩包"),
        (archive(**{"xl__workbook.bin": b"x"}), "另存为"),
        (archive(**{"xl__workbook.xml": b"<broken"}), "损坏"),
        (archive(**{"word__document.xml": b"<broken"}), "损坏"),
        (b"PK\x03\x04 word/document.xml", "损坏"),
        (bytes(range(256)) * 20, "不是表格"),
        (b"x" * (sheet.MOST_BYTES + 1), "超过"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, problem):
    with pytest.raises(UnreadableError, match=problem):
        read_tables(data)


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "word/document.xml"])
def test_an_archive_that_unpacks_to_far_more_is_refused(monkeypatch, member):
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1_000_000)
    data = archive(**{member.replace("/", "__"): b" " * 2_000_000, "xl__workbook.xml": b"<x/>"})
    assert len(data) < 20_000
    with pytest.raises(UnreadableError, match="压缩炸弹"):
        read_tables(data)


def test_an_archive_that_lies_about_its_sizes_is_refused():
    data = bytearray(archive(**{"word__document.xml": b"<a>" + b" " * 100_000 + b"</a>"}))
    for marker, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(marker) + offset
        data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="损坏"):
        read_tables(bytes(data))


def test_entities_are_not_resolved():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    body = b"<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p>"
    namespace = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = (
        bomb
        + b'<w:document xmlns:w="'
        + namespace
        + b'"><w:tbl><w:tr><w:tc>'
        + body
        + b"</w:tc></w:tr></w:tbl></w:document>"
    )
    assert rows(archive(**{"word__document.xml": text})) == [[""]]


def workbook(**cells: object) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for place, value in cells.items():
            page.write(place, value)
    return data.getvalue()


@pytest.mark.parametrize("place", ["A1048576", "XFD1", "KA900", "A30000"])
def test_a_cell_far_away_is_refused_before_a_table_is_made_of_it(place):
    with pytest.raises(UnreadableError, match="太大"):
        read_tables(workbook(**{"A1": "序号", place: "x"}))


def test_formulas_are_not_computed_and_dates_are_told():
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_formula("A1", '=HYPERLINK("http://evil","x")', None, "上次的结果")
        page.write_datetime("B1", datetime(2026, 1, 2), book.add_format({"num_format": "m-d"}))
        page.write_number("A2", 1.0)
        page.write_number("B2", 1.5)
        page.write_boolean("C2", True)
        page.write_formula("C1", "=1/0", None, "#DIV/0!")
        page.write_formula("D1", "=A2&B2", None, "")
    found = read_tables(data.getvalue())[0]
    assert found.rows == (("上次的结果", "2026-01-02", ""), ("1", "1.5", "是"))
    assert [(each.row, each.column) for each in found.remarks] == [(0, 1), (0, 2), (0, 3)]


def test_formulas_of_old_workbooks_that_have_no_result_are_told():
    book = xlwt.Workbook()
    book.add_sheet("空")
    page = book.add_sheet("目录")
    page.write(0, 0, "序号")
    page.write(0, 1, xlwt.Formula("1/0"))
    page.row(1).set_cell_error(0, "#REF!")
    page.row(1).set_cell_boolean(1, True)
    data = io.BytesIO()
    book.save(data)
    empty, found = read_tables(data.getvalue())
    assert empty.remarks == ()
    assert [(each.row, each.column, "#REF!" in each.words) for each in found.remarks] == [
        (0, 1, False),
        (1, 0, True),
    ]


def test_hidden_sheets_are_not_read():
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.add_worksheet("看").write("A1", "一")
        hidden = book.add_worksheet("藏")
        hidden.write("A1", "二")
        hidden.hide()
    assert [found.name for found in read_tables(data.getvalue())] == ["看"]


def word(make) -> list[list[str]]:
    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    make(table.cell(0, 0).paragraphs[0])
    data = io.BytesIO()
    document.save(data)
    return rows(data.getvalue())


def element(name: str, **attributes: str):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def test_symbols_of_word_are_read_by_their_font():
    def make(paragraph):
        run = paragraph.add_run()
        run._r.append(element("w:sym", font="Wingdings 2", char="F052"))
        run.add_text("政府网站")
        other = paragraph.add_run("£")
        other.font.name = "Wingdings 2"
        paragraph.add_run("政府公报 t")

    assert word(make) == [["☑政府网站□政府公报 t"]]


def test_check_boxes_of_word_forms_are_read():
    def make(paragraph):
        for state in ("1", "0"):
            field = element("w:fldChar", fldCharType="begin")
            data, box = element("w:ffData"), element("w:checkBox")
            box.append(element("w:default", val=state))
            data.append(box)
            field.append(data)
            paragraph.add_run()._r.append(field)
            paragraph.add_run("站")

    assert word(make) == [["☑站□站"]]


def test_deleted_text_is_left_out_and_inserted_text_is_read():
    def make(paragraph):
        for name, text in (("w:del", "旧"), ("w:ins", "新")):
            change = element(name)
            run = paragraph.add_run(text)._r
            change.append(run)
            paragraph._p.append(change)

    assert word(make) == [["新"]]


def test_a_table_within_a_table_is_a_table_of_its_own():
    page = "<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>"
    assert [found.rows for found in read_tables(page.encode())] == [(("外",),), (("内",),)]


def test_what_word_repeats_for_older_programs_is_read_once():
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    both = f"<mc:Choice>{table}</mc:Choice><mc:Fallback>{table}</mc:Fallback>"
    body = f"<w:body><mc:AlternateContent>{both}</mc:AlternateContent></w:body>"
    text = f'<w:document xmlns:w="{w}" xmlns:mc="{mc}">{body}</w:document>'
    assert len(read_tables(archive(**{"word__document.xml": text.encode()}))) == 1


def test_spans_of_pages_are_held_within_limits():
    page = '<table><tr><td rowspan="99999999">甲<td colspan=0>乙</tr><tr><td>丙</table>'
    grid = flatten(read_tables(page.encode())[0], "f")
    assert len(grid.cells) == 2
    assert grid.cells[1][0].text == "甲"
    with pytest.raises(UnreadableError):
        read_tables(("<table><tr>" + "<td colspan=200>x" * 9 + "</table>").encode())


def test_hidden_rows_scripts_and_check_boxes_of_pages():
    page = """<table><tr style="display: none"><td>不见<tr><td><script>1</script>
    <input type=checkbox checked>政府网站<br><input type=checkbox>其他</table>"""
    assert rows(page.encode()) == [["☑政府网站\n□其他"]]


def test_overlapping_merged_cells_do_not_take_for_ever():
    areas = tuple(sheet.Area(0, 0, 999, 199) for _ in range(50))
    with pytest.raises(UnreadableError, match="重叠"):
        flatten(Sheet(rows=(("",) * 200,) * 1000, merged=areas), "f")


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((4, 25), "Z5"), ((9, 26), "AA10"), ((0, 702), "AAA1")]
)
def test_cells_are_named_as_spreadsheets_do(place, name):
    assert cell_name(*place) == name
