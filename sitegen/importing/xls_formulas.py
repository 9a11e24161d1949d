"""XLS: cells whose formulas ended in an error or hold no result; other readers see empty cells.

[MS-XLS]: a stream of records; only the sheets' places (BoundSheet8), formulas (Formula) and errors (BoolErr) are read.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile

from sitegen.importing.sheet import Remark

_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_SHEET, _FORMULA, _ERROR_CELL, _END = 0x0085, 0x0006, 0x0205, 0x000A
_NO_NUMBER = 0xFFFF
"""What stands at the end of a formula's result that is no number; its first byte says what it is."""
_ERROR, _EMPTY = 2, 3
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def formula_remarks(data: bytes, *, error: str, empty: str) -> list[list[Remark]]:
    """Return for each sheet, in the order of the file, the cells without a value; `error` takes the error as `value`.

    A file that other readers can read and this one cannot gives no remarks.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            name = next(filter(ole.exists, _STREAMS))
            stream = ole.openstream(name).read()
        starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _SHEET]
        return [list(_remarks(stream, start, error, empty)) for start in starts]
    except (OSError, ValueError, IndexError, struct.error, TypeError, AttributeError, StopIteration):
        return []


def _remarks(stream: bytes, start: int, error: str, empty: str) -> Iterator[Remark]:
    for kind, body in _records(stream, start):
        if kind == _ERROR_CELL and len(body) >= 8 and body[7]:
            row, column = struct.unpack_from("<HH", body)
            yield Remark(row, column, error.format(value=_ERRORS.get(body[6], "")))
        elif kind == _FORMULA and len(body) >= 14 and struct.unpack_from("<H", body, 12)[0] == _NO_NUMBER:
            row, column = struct.unpack_from("<HH", body)
            if body[6] == _ERROR:
                yield Remark(row, column, error.format(value=_ERRORS.get(body[8], "")))
            elif body[6] == _EMPTY:
                yield Remark(row, column, empty)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Give the records from a place to the end of its part of the stream: their kinds and what they hold."""
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, start)
        if kind == _END:
            return
        yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size
