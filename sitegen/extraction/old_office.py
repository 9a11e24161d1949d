"""DOC, XLS, PPT and the formats of WPS (WPS, ET, DPS), which are the same: compound files of the old office programs.

[MS-DOC], [MS-XLS], [MS-PPT]: only what leads to the text is read. Text comes out in the order in which it is stored,
with headers, notes, comments and deleted words behind it.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

import olefile
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from sitegen.extraction.kinds import DAMAGED, ENCRYPTED, HIDDEN, MACROS
from sitegen.extraction.records import Extract, Piece, Trouble, UnreadableError
from sitegen.extraction.sheets import rows_of

_WORD, _POWERPOINT = "WordDocument", "PowerPoint Document"
_WORKBOOKS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_MACROS = ("Macros", "_VBA_PROJECT_CUR", "VBA")
_FLAGS, _CLX = 0x0A, 0x01A2
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_PIECE_TABLE, _PROPERTIES = 2, 1
_COMPRESSED = 0x40000000
_TEXT_CHARS, _TEXT_BYTES, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_CONTAINER = 0x0F
_PANIC = "PanicException"
"""How a library in Rust says that it stumbled; no `Exception`, and nowhere to be imported from."""
_SIGNS = str.maketrans({"\r": "\n", "\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x13": " ", "\x14": " ", "\x15": " "})
_OTHERS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_old_office(data: bytes) -> Extract:
    """Return all that can be read of an old office file (SG720, SG721, SG728, SG729)."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _read(ole, data)
    except UnreadableError:
        raise
    except (OSError, ValueError, IndexError, struct.error, TypeError, AttributeError) as error:
        # olefile lets through what its own code stumbles over in damaged files
        raise UnreadableError(DAMAGED, "内容不完整") from error


def _read(ole: olefile.OleFileIO, data: bytes) -> Extract:
    found = _properties(ole)
    if any(ole.exists(name) for name in _MACROS):
        found += Extract(troubles=(Trouble(kind=MACROS),))
    if ole.exists("EncryptedPackage"):
        raise UnreadableError(ENCRYPTED)
    if ole.exists(_WORD):
        return found + Extract(pieces=(_in_paragraphs(_word(ole)),))
    if any(ole.exists(name) for name in _WORKBOOKS):
        return found + read_workbook(data)
    if ole.exists(_POWERPOINT):
        text = "\n".join(_slides(ole.openstream(_POWERPOINT).read()))
        return found + Extract(pieces=(_in_paragraphs(text),))
    raise UnreadableError(DAMAGED, "认不出是哪一种 Office 文件")


def read_workbook(data: bytes) -> Extract:
    """Return the sheets of an XLS, XLSB or ODS file, hidden ones too (SG728)."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        pieces: list[Piece] = []
        troubles: list[Trouble] = []
        for sheet in book.sheets_metadata:
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            where = f"{'隐藏的' if hidden else ''}工作表“{sheet.name}”"
            pieces.append(rows_of(book.get_sheet_by_name(sheet.name).to_python(), where))
            if hidden and pieces[-1].text.strip():
                troubles.append(Trouble(kind=HIDDEN, detail=f"隐藏的工作表“{sheet.name}”"))
    except CalamineError as error:
        if "password" in str(error).lower():
            raise UnreadableError(ENCRYPTED) from error
        raise UnreadableError(DAMAGED, "表格的内容不完整") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise UnreadableError(DAMAGED, "表格的内容不完整") from error
    return Extract(pieces=tuple(pieces), troubles=tuple(troubles))


def _word(ole: olefile.OleFileIO) -> str:
    """Return the text of a Word file: the pieces that its piece table lists (FibRgFcLcb97.fcClx)."""
    document = ole.openstream(_WORD).read()
    flags = struct.unpack_from("<H", document, _FLAGS)[0]
    if flags & _ENCRYPTED:
        raise UnreadableError(ENCRYPTED)
    table = ole.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
    start, size = struct.unpack_from("<II", document, _CLX)
    return "".join(_pieces(document, table[start : start + size])).translate(_SIGNS)


def _pieces(document: bytes, clx: bytes) -> Iterator[str]:
    at = 0
    while at < len(clx) and clx[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != _PIECE_TABLE:
        raise UnreadableError(DAMAGED, "找不到正文")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table)
    for number in range(count):
        place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)[0]
        length = ends[number + 1] - ends[number]
        if place & _COMPRESSED:
            place = (place & ~_COMPRESSED) // 2
            yield document[place : place + length].decode("cp1252", "replace")
        else:
            yield document[place : place + 2 * length].decode("utf-16-le", "replace")


def _slides(data: bytes) -> Iterator[str]:
    """Yield the texts of a PowerPoint stream: a row of records, those of version F holding others."""
    at = 0
    while at + 8 <= len(data):
        version, kind, size = struct.unpack_from("<HHI", data, at)
        at += 8
        if version & _CONTAINER == _CONTAINER:
            continue
        body = data[at : at + size]
        if kind in (_TEXT_CHARS, _STRING):
            yield body.decode("utf-16-le", "replace").replace("\r", "\n")
        elif kind == _TEXT_BYTES:
            yield body.decode("latin-1").replace("\r", "\n")
        at += size


def _in_paragraphs(text: str) -> Piece:
    text = _OTHERS.sub("", text)
    marks: list[tuple[int, str]] = []
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        marks.append((at, f"第{number}段"))
        at += len(line) + 1
    return Piece(text=text, marks=tuple(marks), tops=(0,))


def _properties(ole: olefile.OleFileIO) -> Extract:
    facts = ole.get_metadata()
    codec = "utf-8" if facts.codepage == 65001 else "gb18030"
    values = [
        value.decode(codec, "replace").strip("\0 ") if isinstance(value, bytes) else str(value or "")
        for value in (facts.author, facts.last_saved_by, facts.manager)
    ]
    others = [
        value.decode(codec, "replace").strip("\0 ")
        for value in (facts.title, facts.subject, facts.keywords, facts.comments, facts.company)
        if isinstance(value, bytes)
    ]
    text = "\n".join(filter(None, [*values, *others]))
    pieces = (Piece(text=text, where="文件属性"),) if text else ()
    return Extract(pieces=pieces, people=tuple(filter(None, values)))
