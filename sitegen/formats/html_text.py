"""The words of a page's HTML, as `formats.markdown` writes it: a paragraph, list item or table row a line."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        "p",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "div",
        "pre",
        "caption",
        "figcaption",
        "br",
    )
)
_GAPS = re.compile(r"[ \n\r]+")


class _Reader(HTMLParser):
    """Collects the lines; what only serves the page around the text is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._silent = ""
        self._counts: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _BLOCKS or tag in ("ol", "ul"):
            self.end_line()
        if tag in ("ol", "ul"):
            self._counts.append(int(given.get("start") or 1) if tag == "ol" else 0)
        elif tag == "li" and self._counts and self._counts[-1]:
            self._words.append(f"{self._counts[-1]}. ")
            self._counts[-1] += 1
        elif (tag == "a" and given.get("class") == "anchor") or tag == "sup":
            self._silent = self._silent or tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if tag in _BLOCKS:
            self.end_line()
        elif tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        elif tag in ("td", "th"):
            self._words.append("\t")
        elif tag == "b":
            self._words.append("\u3000")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def end_line(self) -> None:
        """Keep the line in hand, if it holds words."""
        line = _GAPS.sub(" ", "".join(self._words)).strip()
        if line:
            self.lines.append(line)
        self._words.clear()


def lines_of(html: str) -> tuple[str, ...]:
    """Return the lines of a text; items of ordered lists keep their numbers, cells stand between tabs."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return tuple(reader.lines)
