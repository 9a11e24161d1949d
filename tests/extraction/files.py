"""Tiny real attachments of every format, made on the spot."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

import xlsxwriter
import xlwt
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

SECTOR = 512


def zipped(files: Mapping[str, bytes | str], comment: str = "") -> bytes:
    """Return a ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.comment = comment.encode()
    return stream.getvalue()


def locked(data: bytes) -> bytes:
    """Return a ZIP archive whose files say that they have a password."""
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            flags = data[start + at] | 1
            data = data[: start + at] + bytes([flags]) + data[start + at + 1 :]
            start = data.find(signature, start + 4)
    return data


def docx(*paragraphs: str, header: str = "", author: str = "", hidden: str = "", cells: str = "") -> bytes:
    """Return a DOCX; `cells` is a table with one row, its cells split by a bar."""
    document = Document()
    document.core_properties.author = author
    document.core_properties.last_modified_by = author
    for text in paragraphs:
        document.add_paragraph(text)
    if hidden:
        document.add_paragraph().add_run(hidden).font.hidden = True
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if cells:
        row = document.add_table(rows=1, cols=cells.count("|") + 1).rows[0]
        for cell, text in zip(row.cells, cells.split("|"), strict=True):
            cell.text = text
    return saved(document)


def docx_with_change(kept: str, deleted: str) -> bytes:
    """Return a DOCX in which a reviewer has deleted words."""
    document = Document()
    document.core_properties.author = ""
    paragraph = document.add_paragraph(kept)
    mark = OxmlElement("w:del")
    mark.set(qn("w:id"), "1")
    mark.set(qn("w:author"), "编辑")
    run, words = OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = deleted
    run.append(words)
    mark.append(run)
    paragraph._p.append(mark)
    return saved(document)


def docx_with_comment(text: str, comment: str) -> bytes:
    """Return a DOCX with a comment."""
    document = Document()
    document.core_properties.author = ""
    paragraph = document.add_paragraph(text)
    document.add_comment(paragraph.runs, text=comment, author="编辑")
    return saved(document)


def saved(document) -> bytes:
    """Return the bytes of a DOCX."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_file(data: bytes, name: str, content: bytes | str) -> bytes:
    """Return an office file with one more file in its archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({**{each: archive.read(each) for each in archive.namelist()}, name: content})


def xlsx(build) -> bytes:
    """Return an XLSX that `build` has written into."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    build(book)
    book.close()
    return stream.getvalue()


def xls(rows: list[list[object]], hidden: bool = False) -> bytes:
    """Return an old XLS with a sheet 名单."""
    book = xlwt.Workbook()
    book.add_sheet("封面")
    sheet = book.add_sheet("名单")
    sheet.visibility = 1 if hidden else 0
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def pptx(*slides: str, notes: str = "", hidden: bool = False) -> bytes:
    """Return as much of a PPTX as holds text."""
    shape = '<p:txBody xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>'
    show = ' show="0"' if hidden else ""
    files = {
        f"ppt/slides/slide{number}.xml": f'<p:sld xmlns:p="p"{show}>{shape.format(text=text)}</p:sld>'
        for number, text in enumerate(slides, 1)
    }
    if notes:
        files["ppt/notesSlides/notesSlide1.xml"] = f'<p:notes xmlns:p="p">{shape.format(text=notes)}</p:notes>'
    return zipped({"ppt/presentation.xml": "<p/>", **files})


def ofd(text: str) -> bytes:
    """Return as much of an OFD as holds text."""
    page = f'<ofd:Page xmlns:ofd="o"><ofd:TextCode X="1">{text}</ofd:TextCode></ofd:Page>'
    return zipped({"OFD.xml": "<OFD/>", "Doc_0/Pages/Page_0/Content.xml": page})


def pdf(*pages: str, author: str = "", note: str = "", encrypted: bool = False) -> bytes:
    """Return a PDF with a line of digits and ASCII letters on each page."""
    first = 5
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Author <{('﻿' + author).encode('utf-16-be').hex()}>>>",
    ]
    for number, text in enumerate(pages):
        marks = f"/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 9 9]/Contents({note})>>]" if note else ""
        drawn = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET" if text else ""
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {first + 2 * number + 1} 0 R{marks}>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    return _pdf(objects, encrypted)


def _pdf(objects: list[str], encrypted: bool) -> bytes:
    body, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<00><00>]"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info 4 0 R{lock if encrypted else ''}>>"
    return body + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode()


def doc(text: str) -> bytes:
    """Return an old DOC: a text in one piece of UTF-16."""
    words = text.encode("utf-16-le")
    start = 1024
    document = bytearray(start) + words
    struct.pack_into("<HH", document, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", document, 0x0A, 0x0200)
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, start, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", document, 0x01A2, 0, len(clx))
    return compound({"WordDocument": bytes(document), "1Table": clx})


def ppt(text: str) -> bytes:
    """Return an old PPT: a text in a container."""
    words = text.encode("utf-16-le")
    atom = struct.pack("<HHI", 0, 0x0FA0, len(words)) + words
    return compound({"PowerPoint Document": struct.pack("<HHI", 0x0F, 0x03E8, len(atom)) + atom})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file with streams, each long enough to lie in sectors of its own ([MS-CFB])."""
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    entries = [_entry("Root Entry", 5, end, 0, 1 if streams else free)]
    fat, sectors = [fat_sector, end], []
    for number, (name, data) in enumerate(streams.items(), 1):
        data = data.ljust(4096, b"\0")
        count = -(-len(data) // SECTOR)
        start = len(fat)
        fat += [*range(start + 1, start + count), end]
        sectors.append(data.ljust(count * SECTOR, b"\0"))
        right = number + 1 if number < len(streams) else free
        entries.append(_entry(name, 2, start, len(data), free, right))
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", *fat, *[free] * (128 - len(fat)))
    return head + table + directory + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, child: int, right: int = 0xFFFFFFFF) -> bytes:
    title = name.encode("utf-16-le")
    return (
        title.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(title) + 2, kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
