"""What a file is, told by its first bytes and not by its name, and the reader for it."""

from __future__ import annotations

from sitegen.importing.read_book import read_xls, read_xlsx
from sitegen.importing.read_csv import read_csv
from sitegen.importing.read_docx import read_docx
from sitegen.importing.read_html import read_html
from sitegen.importing.sheet import MOST_BYTES, Sheet, UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = (
    (b"%PDF", "这是 PDF，读不出表格；请找到原来的 Word 或者 Excel 文件"),
    (b"{\\rtf", "这是 RTF 文档；请用 Word 或者 WPS 另存为 .docx"),
    (b"MIME-Version:", "这是“单个文件网页”；请用浏览器或者 Excel 另存为 .html 或者 .xlsx"),
    (b"\x89PNG", "这是图片，读不出文字"),
    (b"\xff\xd8\xff", "这是图片，读不出文字"),
    (b"Rar!", "这是压缩包；请先解压"),
    (b"7z\xbc\xaf", "这是压缩包；请先解压"),
)
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = (b"<html", b"<!doctype html", b"<table", b"<body", b"<?xml", b"<meta", b"<div")
_LOOKED_AT = 4096


def read_tables(data: bytes) -> tuple[Sheet, ...]:
    """Return the tables of a file. Raises `UnreadableError` for what holds none that can be read."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"文件超过 {MOST_BYTES // 1_000_000} MB，不像是目录")
    if not data.strip():
        raise UnreadableError("文件是空的")
    for start, problem in _OTHERS:
        if data.startswith(start):
            raise UnreadableError(problem)
    if data.startswith(_ZIP):
        return _office(data)
    if data.startswith(_OLE):
        return _old_office(data)
    return read_html(data) if _is_html(data) else read_csv(data)


def _office(data: bytes) -> tuple[Sheet, ...]:
    """Tell Word from Excel by a name that stands in the archive's table of contents."""
    if b"word/document.xml" in data:
        return read_docx(data)
    if b"xl/workbook.xml" in data:
        return read_xlsx(data)
    if b"xl/workbook.bin" in data or b"opendocument" in data:
        raise UnreadableError("不认得这种表格文件；请另存为 .xlsx 或者 .docx")
    raise UnreadableError("这是压缩包；请先解压，再写里面的文件")


def _old_office(data: bytes) -> tuple[Sheet, ...]:
    if _ENCRYPTED in data:
        raise UnreadableError("文件有密码；请去掉密码，再另存一份")
    if _WORD in data:
        raise UnreadableError("这是旧版 Word 文件（.doc）；请另存为 .docx")
    return read_xls(data)


def _is_html(data: bytes) -> bool:
    start = data[:_LOOKED_AT].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith(b"<") and any(mark in start for mark in _HTML)
