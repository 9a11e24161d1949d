"""From an offset in a block's text to the line and column in the file.

markdown-it hands a block's text over without indents, list marks and quotation marks, and a table
cell without its escapes. What is left of each line is always one piece of the file's line.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from sitegen.diagnostics import Span


class Source:
    """A text and the number that its first line has in the file."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The text's lines; split only when a place is asked for."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def rest_of_line(self, begin: int) -> str:
        """Return what stands from the offset `begin` to the end of its line."""
        end = self.text.find("\n", begin)
        return self.text[begin:] if end < 0 else self.text[begin:end]

    def line(self, index: int) -> Span:
        """Return the place of a whole line (counted from 0), without the space around it."""
        text = self.lines[index] if index < len(self.lines) else ""
        start = len(text) - len(text.lstrip())
        number = index + self.first_line
        return Span(number, start + 1, number, max(start, len(text.rstrip())) + 1)


class Piece:
    """A part of the source that was handed to the inline rules as `content`."""

    def __init__(self, source: Source, segments: list[tuple[int, int, int]]) -> None:
        self._source = source
        self._offsets = [offset for offset, _, _ in segments]
        self._segments = segments

    def span(self, start: int, end: int) -> Span:
        """Return the place of `content[start:end]`, which is not empty."""
        line, column = self._point(start)
        end_line, last_column = self._point(end - 1)
        return Span(line, column, end_line, last_column + 1)

    def _point(self, offset: int) -> tuple[int, int]:
        begin, line, column = self._segments[max(0, bisect_right(self._offsets, offset) - 1)]
        return line + self._source.first_line, column + offset - begin + 1


def block_piece(source: Source, content: str, first: int) -> Piece:
    """Return the piece for a block whose text `content` begins in the line `first` (from 0) or below.

    It begins below where lines that hold only unusual white space were trimmed away.
    """
    segments = []
    offset = 0
    words = content.split("\n", 1)[0].strip()
    while first < len(source.lines) - 1 and words not in source.lines[first]:
        first += 1
    for number, line in enumerate(content.split("\n"), first):
        words = line.strip()
        written = source.lines[number] if number < len(source.lines) else ""
        column = max(0, written.rfind(words)) - (len(line) - len(line.lstrip()))
        segments.append((offset, number, column))
        offset += len(line) + 1
    return Piece(source, segments)


def cell_piece(source: Source, begin: int, line: int, column: int) -> Piece:
    """Return the piece for the cell `column` (from 0) of a table row.

    `begin` is the offset in the source at which the row begins, `line` its line (from 0).
    """
    end = source.text.find("\n", begin)
    row = source.text[begin : end if end >= 0 else len(source.text)]
    line_start = source.text.rfind("\n", 0, begin) + 1
    cell_start, cell_end = _cells(row)[column]
    segments = []
    content_offset = 0
    at = cell_start
    while True:
        segments.append((content_offset, line, begin - line_start + at))
        escape = row.find("\\|", at, cell_end)
        if escape < 0:
            return Piece(source, segments)
        content_offset += escape - at
        at = escape + 1


def _cells(row: str) -> list[tuple[int, int]]:
    """Return start and end of each cell's text in a table row, by markdown-it's own reading of the bars."""
    borders = [-1]
    borders += [at for at, sign in enumerate(row) if sign == "|" and (at == 0 or row[at - 1] != "\\")]
    borders.append(len(row.rstrip()))
    cells = [(left + 1, right) for left, right in pairwise(borders)]
    if cells and not row[cells[0][0] : cells[0][1]].strip() and row.lstrip().startswith("|"):
        cells.pop(0)
    if cells and not row[cells[-1][0] : cells[-1][1]]:
        cells.pop()
    return [_trimmed(row, start, end) for start, end in cells]


def _trimmed(row: str, start: int, end: int) -> tuple[int, int]:
    text = row[start:end]
    lead = len(text) - len(text.lstrip())
    return start + lead, start + max(lead, len(text.rstrip()))
