"""What may not be published is found wherever an attachment keeps it, and told with its place."""

from __future__ import annotations

import pytest

from sitegen.config import find_catalogues, read_catalogues, shipped
from sitegen.inspection.attachments import in_attachment, in_name
from tests.extraction import files

ID = "339901199904011206"
SHOWN = "3399**********1206"


@pytest.fixture(scope="module")
def privacy():
    catalogues, found = read_catalogues(find_catalogues(shipped("catalogs").parent), "default")
    assert catalogues is not None
    assert found == ()
    return catalogues.standards.privacy


def sheet(book):
    sheet = book.add_worksheet("名单")
    sheet.write_row(1, 1, ["王某", ID])


def hidden_sheet(book):
    book.add_worksheet("封面").write(0, 0, "救助名单")
    sheet = book.add_worksheet("底稿")
    sheet.write(2, 3, ID)
    sheet.very_hidden()


def printed_head(book):
    book.add_worksheet("名单").set_header(f"&C{ID}")


def choices(book):
    book.add_worksheet("名单").data_validation("B1", {"validate": "list", "source": ["无", ID]})


def hidden_row_and_column(book):
    sheet = book.add_worksheet("名单")
    sheet.write(4, 0, "王某")
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.write(0, 2, ID)
    sheet.set_column("C:C", None, None, {"hidden": True})


def comment(book):
    book.add_worksheet("名单").write_comment("A1", f"核对 {ID}", {"author": "编辑"})


def defined_name(book):
    book.add_worksheet("名单")
    book.define_name("身份证", f'="{ID}"')


def split_cells(book):
    book.add_worksheet("登记表").write_row(0, 0, list(ID))


def number_cell(book):
    book.add_worksheet("名单").write_row(0, 0, ["身份证号", 339901199904011206])


def boxed(data):
    return files.zipped({"a.zip": data})


def nested():
    return files.zipped({"名单/乡镇.zip": files.zipped({"表.xlsx": files.xlsx(sheet)})})


FOUND = {
    "paragraph": ("a.docx", files.docx("名单", f"王某 {ID}"), "第2段有身份证号码"),
    "cells": ("a.docx", files.docx(cells="|".join(ID)), "第1个表格第1行有身份证号码"),
    "header": ("a.docx", files.docx("名单", header=ID), "页眉第1段有身份证号码"),
    "hidden words": ("a.docx", files.docx("名单", hidden=ID), "第2段有身份证号码"),
    "deleted words": ("a.docx", files.docx_with_change("名单", ID), "已删除而留有修订痕迹的文字有身份证号码"),
    "comment": ("a.docx", files.docx_with_comment("名单", ID), "批注第1段有身份证号码"),
    "property": ("a.docx", files.docx("名单", author=ID), "文件属性有身份证号码"),
    "custom XML": (
        "a.docx",
        files.with_file(files.docx("名单"), "customXml/item1.xml", f"<a>{ID}</a>"),
        "自定义数据有身份证号码",
    ),
    "embedded file": (
        "a.docx",
        files.with_file(files.docx("名单"), "word/embeddings/Sheet1.xlsx", files.xlsx(sheet)),
        "嵌在里面的“Sheet1.xlsx”工作表“名单”C2单元格有身份证号码",
    ),
    "cell": ("a.xlsx", files.xlsx(sheet), "工作表“名单”C2单元格有身份证号码"),
    "hidden sheet": ("a.xlsx", files.xlsx(hidden_sheet), "隐藏的工作表“底稿”D3单元格有身份证号码"),
    "hidden column": ("a.xlsx", files.xlsx(hidden_row_and_column), "工作表“名单”C1单元格有身份证号码"),
    "cell comment": ("a.xlsx", files.xlsx(comment), "批注有身份证号码"),
    "defined name": ("a.xlsx", files.xlsx(defined_name), "定义的名称有身份证号码"),
    "printed head": ("a.xlsx", files.xlsx(printed_head), "工作表“名单”的页眉、页脚和下拉列表有身份证号码"),
    "choices of a cell": ("a.xlsx", files.xlsx(choices), "工作表“名单”的页眉、页脚和下拉列表有身份证号码"),
    "comment of an archive": ("a.zip", files.zipped({"a.txt": "名单"}, comment=ID), "压缩包的注释有身份证号码"),
    "a digit a cell": ("a.xlsx", files.xlsx(split_cells), "工作表“登记表”A1单元格有身份证号码"),
    "old sheet": ("a.xls", files.xls([["姓名", "证件"], ["王某", ID]], hidden=True), "隐藏的工作表“名单”第2行有"),
    "sheet of WPS": ("a.et", files.xls([[ID]]), "工作表“名单”第1行有"),
    "old document": ("a.doc", files.doc(f"名单\r王某 {ID}\r"), "第2段有身份证号码"),
    "document of WPS": ("a.wps", files.doc(f"王某 {ID}"), "第1段有身份证号码"),
    "old slides": ("a.ppt", files.ppt(f"王某 {ID}"), "第1段有身份证号码"),
    "slide": ("a.pptx", files.pptx("封面", ID), "第2张幻灯片有身份证号码"),
    "notes": ("a.pptx", files.pptx("封面", notes=ID), "第1张幻灯片的备注有身份证号码"),
    "page": ("a.pdf", files.pdf("one", f"No. {ID}"), "第2页有身份证号码"),
    "note on a page": ("a.pdf", files.pdf("one", note=ID), "批注和表单有身份证号码"),
    "layout": ("a.ofd", files.ofd(f"王某 {ID}"), "第1页有身份证号码"),
    "open document": (
        "a.odt",
        files.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<p>王某 {ID}</p>"}),
        "文件有身份证号码",
    ),
    "GBK text": ("a.txt", f"名单\r\n王某，{ID}\r\n".encode("gb18030"), "第2行有身份证号码"),
    "UTF-16 table": ("a.csv", f"姓名,身份证\n王某,{ID}\n".encode("utf-16"), "第2行有身份证号码"),
    "RTF": ("a.rtf", br"{\rtf1 \'c3\'fb\u21333? 339901{\b 19990401}1206\par}", "第1行有身份证号码"),
    "page called sheet": ("a.xls", f"<table><tr><td>{ID}</td></tr></table>".encode(), "第1行有身份证号码"),
    "archive in archive": (
        "a.zip",
        nested(),
        "压缩包里的“名单/乡镇.zip”压缩包里的“表.xlsx”工作表“名单”C2单元格有身份证号码",
    ),
}


@pytest.mark.parametrize(("name", "data", "message"), FOUND.values(), ids=FOUND)
def test_number_is_found_wherever_it_is_kept(privacy, name, data, message):
    told = [fault.message for fault in in_attachment(name, data, privacy) if fault.id == "SG701"]
    assert len(told) == 1
    assert told[0].startswith(message)
    assert SHOWN in told[0]


TROUBLES = {
    "not a PDF": ("a.pdf", b"PK?", "SG720"),
    "empty": ("a.docx", b"", "SG720"),
    "cut off": ("a.docx", files.docx("名单")[:900], "SG720"),
    "half a compound file": ("a.doc", files.doc("名单")[:700], "SG720"),
    "entities": ("a.docx", files.zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "SG720"),
    "PDF with password": ("a.pdf", files.pdf("one", encrypted=True), "SG721"),
    "archive with password": ("a.zip", files.locked(files.zipped({"a.txt": "b"})), "SG721"),
    "document with password": ("a.docx", files.compound({"EncryptedPackage": b"x"}), "SG721"),
    "other archive": ("a.rar", b"Rar!\x1a\x07", "SG722"),
    "scan": ("a.pdf", files.pdf("", ""), "SG723"),
    "bomb": ("a.zip", files.zipped({"a.txt": bytes(3_000_000)}), "SG724"),
    "dolls": ("a.zip", boxed(boxed(boxed(boxed(b"x")))), "SG724"),
    "way out": ("a.zip", files.zipped({"../../a.txt": "b"}), "SG725"),
    "change": ("a.docx", files.docx_with_change("名单", "旧名单"), "SG726"),
    "comment": ("a.docx", files.docx_with_comment("名单", "再核"), "SG727"),
    "note": ("a.pdf", files.pdf("one", note="look"), "SG727"),
    "hidden words": ("a.docx", files.docx("名单", hidden="底稿"), "SG728"),
    "hidden slide": ("a.pptx", files.pptx("封面", hidden=True), "SG728"),
    "macro": ("a.docm", files.with_file(files.docx("名单"), "word/vbaProject.bin", b"x"), "SG729"),
    "author": ("a.docx", files.docx("名单", author="沈望川"), "SG730"),
    "author of a PDF": ("a.pdf", files.pdf("one", author="沈望川"), "SG730"),
    "repository": ("a.zip", files.zipped({"资料/.git/config": "b"}), "SG731"),
    "thumbnails": ("a.zip", files.zipped({"图/Thumbs.db": "b"}), "SG731"),
}


@pytest.mark.parametrize(("name", "data", "number"), TROUBLES.values(), ids=TROUBLES)
def test_trouble_is_told(privacy, name, data, number):
    assert [fault.id for fault in in_attachment(name, data, privacy)] == [number]


def test_hidden_rows_and_columns_are_told(privacy):
    told = [fault.message for fault in in_attachment("a.xlsx", files.xlsx(hidden_row_and_column), privacy)]
    assert "工作表“名单”里有隐藏的C列、第5行。" in told


def test_number_that_a_sheet_has_rounded_is_doubtful(privacy):
    (fault,) = in_attachment("a.xlsx", files.xlsx(number_cell), privacy)
    assert fault.id == "SG702"


@pytest.mark.parametrize(
    "data",
    [
        files.docx("名单", author="Administrator"),
        files.docx("3301**********1234", author="青岚区民政局"),
        files.pdf("page"),
    ],
    ids=["program", "masked", "pdf"],
)
def test_sound_attachment_says_nothing(privacy, data):
    assert in_attachment("a.docx", data, privacy) == ()


@pytest.mark.parametrize("name", ["~$通知.docx", "Thumbs.db", ".DS_Store", "备份.BAK"])
def test_files_of_programs_are_strangers(privacy, name):
    assert [fault.id for fault in in_name(name, privacy)] == ["SG731"]


def test_number_in_a_name_is_found(privacy):
    (fault,) = in_name(f"{ID}.pdf", privacy)
    assert fault.message == f"文件名里有身份证号码（{SHOWN}）。"
