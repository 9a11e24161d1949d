"""CSV and text with tabs, in the encodings that spreadsheets write: UTF-8, GBK, UTF-16."""

from __future__ import annotations

import csv
import io
from statistics import median

from sitegen.formats import encoding
from sitegen.importing.sheet import MOST_CELLS, MOST_ROWS, Sheet, UnreadableError

SEPARATORS = (",", "\t", ";", "|", "，")
_LOOKED_AT = 200_000
"""Characters by which the separator is found."""
_LOST = frozenset(("SG103", "SG104"))


def read_csv(data: bytes) -> tuple[Sheet, ...]:
    """Return the one table of a file. Raises `UnreadableError` where it is no text."""
    text, faults = encoding.decode(data)
    lost = next((fault for fault in faults if fault.id in _LOST), None)
    if lost is not None:
        raise UnreadableError(f"不是表格，也不是文本：{lost.message.rstrip('。')}")
    separator = max(SEPARATORS, key=lambda sign: _fields(text[:_LOOKED_AT], sign))
    rows = _rows(text, separator)
    return (Sheet(rows=tuple(rows), merges_known=False),)


def _rows(text: str, separator: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(tuple(row))
            cells += len(row)
            if len(rows) > MOST_ROWS or cells > MOST_CELLS:
                raise UnreadableError(f"表太大，超过 {MOST_ROWS} 行或者 {MOST_CELLS} 格")
    except csv.Error as error:
        raise UnreadableError("文件的引号不成对，读不出各列") from error
    return rows


def _fields(text: str, separator: str) -> float:
    """Return how many fields a usual line has when parted at `separator`."""
    try:
        lengths = [
            len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(row)
        ]
    except csv.Error:
        return 0
    return median(lengths) if lengths else 0
