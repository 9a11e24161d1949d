"""What is gathered while a text is written out as a page."""

from __future__ import annotations

import itertools

from sitegen.diagnostics import Fault
from sitegen.formats.markdown.anchors import Ids
from sitegen.formats.markdown.positions import Piece, Source, block_piece, cell_piece
from sitegen.formats.markdown.records import Heading, Link

_LONGEST_NAME = 40
"""Characters of a line that may be the name of the table below it."""
_NO_NAME = ("。", "；", "！", "？", "，", "如下", "下表", "下表）")
"""Ends lines that lead to a table rather than name it, and those of sentences."""


class Page:
    """A page being written: its HTML, its plain text and all that `convert` reports about it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.html: list[str] = []
        self.plain: list[str] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.faults: list[Fault] = []
        self.ids = Ids()
        self.has_raw_html = False
        self.row: list[str] | None = None  # the cells' texts, inside a table row
        self.row_begins: list[int] = []  # offsets in the source at which the table's rows begin
        self.table_line = 0
        self._tables: list[str] = []  # the names of the tables so far

    def next_table_label(self, above: str = "") -> str:
        """Return the name of the next table for those who hear the page: the line `above` where it is one."""
        name = above.strip().rstrip("：:")
        if not 1 < len(name) <= _LONGEST_NAME or name.endswith(_NO_NAME) or name in self._tables:
            numbers = itertools.count(len(self._tables) + 1)
            name = next(number for each in numbers if (number := f"表格{each}") not in self._tables)
        self._tables.append(name)
        return name

    def piece(self, content: str, line: int) -> Piece:
        """Return where the text of the block or cell that is being written stands in the source.

        `line` is its first line, counted from 0.
        """
        if self.row is None:
            return block_piece(self.source, content, line)
        begin = self.row_begins[line - self.table_line]
        return cell_piece(self.source, begin, line, len(self.row))

    def add_plain(self, text: str) -> None:
        """Add a paragraph, or a cell inside a table row."""
        if self.row is not None:
            self.row.append(text)
        elif text:
            self.plain.append(text)


def escaped(text: str) -> str:
    """Return `text` as it stands in HTML, in a quoted attribute too."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def table_start(label: str) -> str:
    """Return the tags that begin a table: one that scrolls by itself where the screen is narrow."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escaped(label)}"><table class="tb-grid">'
