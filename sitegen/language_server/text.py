"""An editor's text and places as ours, and back.

Editors count lines from 0 and columns in UTF-16 code units, in which 𠮷 is two; ours count from 1 and in characters.
"""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Span

MARK = "\ufeff"
ONE_UNIT = "\uffff"
"""The last character that is one unit of UTF-16."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """The text of an open file with line feeds only and without a byte order mark; `marked` tells that it had one.

    `wide` tells that some characters are two units; where none are, places need not be counted.
    """

    source: str
    lines: tuple[str, ...]
    marked: bool = False
    wide: bool = False

    def column_of(self, line: int, units: int) -> int:
        """Return the column, in characters from 0, of a place in the editor's units."""
        units -= self.marked and line == 0
        if not self.wide:
            return min(max(units, 0), len(self._line(line)))
        column = 0
        for character in self._line(line):
            if units <= 0:
                break
            units -= 2 if character > ONE_UNIT else 1
            column += 1
        return column

    def units_of(self, line: int, column: int) -> int:
        """Return a place in the editor's units; a column behind the end of the line is its end."""
        reached = min(max(column, 0), len(self._line(line)))
        more = sum(character > ONE_UNIT for character in self._line(line)[:reached]) if self.wide else 0
        return reached + more + (self.marked and line == 0)

    def range_of(self, span: Span | None) -> tuple[int, int, int, int]:
        """Return a span as first line and column, last line and column; what has no span is the first line."""
        if span is None:
            return 0, 0, 0, self.units_of(0, len(self._line(0)))
        first, last = (min(line, len(self.lines)) - 1 for line in (span.line, span.end_line))
        start, end = self.units_of(first, span.column - 1), self.units_of(last, span.end_column - 1)
        return first, start, last, max(end, start) if first == last else end

    def _line(self, line: int) -> str:
        return self.lines[line] if line < len(self.lines) else ""


def text_of(source: str) -> Text:
    """Return what an editor sent, as files are read here."""
    marked = source.startswith(MARK)
    plain = source.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.encode("utf-8", "replace").decode("utf-8")  # half a pair of UTF-16 is no character
    wide = max(plain, default="") > ONE_UNIT
    return Text(source=plain, lines=tuple(plain.split("\n")), marked=marked, wide=wide)
