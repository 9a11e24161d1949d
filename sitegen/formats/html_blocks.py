"""A page's HTML, as `formats.markdown` writes it, as a row of blocks: paragraphs, headings, list items, tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec

_TEXTS = frozenset(("p", "li", "dt", "dd", "pre", "caption", "figcaption", "blockquote"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_GAPS = re.compile(r"[ \n\r\t]+")


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph: `lead` is the 第…条 that it begins with, `level` that of a heading (0: none).

    A table has `rows` instead of text; its first `head` rows are headings.
    """

    text: str = ""
    lead: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    head: int = 0


class _Reader(HTMLParser):
    """Collects blocks; marks that only serve the page around the text are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._lead = ""
        self._in_lead = False
        self._number = ""
        self._level = 0
        self._silent = ""
        self._counts: list[int] = []
        self._rows: list[list[str]] | None = None
        self._head = 0
        self._only_heads = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._rows is not None:
            self._in_table(tag)
        elif tag == "table":
            self.end_block()
            self._rows, self._head = [], 0
        elif tag in _TEXTS or tag in _HEADINGS or tag in ("ol", "ul"):
            self.end_block()
            self._level = _HEADINGS.get(tag, 0)
        if tag in ("ol", "ul"):
            self._counts.append(int(given.get("start") or 1) if tag == "ol" else 0)
        elif tag == "li" and self._counts and self._counts[-1]:
            self._number = f"{self._counts[-1]}．"
            self._counts[-1] += 1
        elif tag == "b" and given.get("class") == "tiao":
            self._in_lead = True
        elif tag == "img" and given.get("alt"):
            self._words.append(f"（图：{given['alt']}）")
        elif (tag == "a" and given.get("class") in ("anchor", "note-back")) or tag == "sup":
            self._silent = self._silent or tag

    def _in_table(self, tag: str) -> None:
        if tag == "tr" and self._rows is not None:
            self._rows.append([])
            self._only_heads = True
        elif tag in ("td", "th"):
            self._words.clear()
            self._only_heads = self._only_heads and tag == "th"

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if self._rows is not None:
            if tag in ("td", "th") and self._rows:
                self._rows[-1].append(self._taken())
            elif tag == "tr" and self._only_heads and len(self._rows) == self._head + 1:
                self._head += 1
            elif tag == "caption":
                self.blocks.append(Block(text=self._taken()))
            elif tag == "table":
                self._end_table()
        elif tag in _TEXTS or tag in _HEADINGS:
            self.end_block()
        elif tag == "b" and self._in_lead:
            self._lead, self._in_lead = self._taken(), False
        if tag in ("ol", "ul") and self._counts:
            self._counts.pop()

    def _end_table(self) -> None:
        rows = tuple(tuple(row) for row in self._rows or () if row)
        self._rows = None
        if rows:
            self.blocks.append(Block(rows=rows, head=min(self._head, len(rows))))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def end_block(self) -> None:
        """Keep the paragraph in hand, if it holds words."""
        text = self._taken()
        if text or self._lead:
            self.blocks.append(Block(text=self._number + text, lead=self._lead, level=self._level))
            self._number = ""
        self._lead, self._level = "", 0

    def _taken(self) -> str:
        text = _GAPS.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        return text


def blocks_of(html: str) -> tuple[Block, ...]:
    """Return the blocks of a text, in order; links and emphasis leave their words, pictures their description."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return tuple(reader.blocks)
