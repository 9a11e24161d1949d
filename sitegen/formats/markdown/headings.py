"""Headings: their level, their id and what is wrong with their order."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.diagnostics import Span
from sitegen.formats.markdown import kinds
from sitegen.formats.markdown.anchors import heading_anchor
from sitegen.formats.markdown.inlines import written
from sitegen.formats.markdown.page import Page
from sitegen.formats.markdown.records import Heading


class Outline:
    """Writes the headings of a page and remembers the level of the last one. The page's title has level 1."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._level = 1

    def write(self, opening: Token, inline: Token) -> None:
        """Write one heading: the token that opens it and the one with its words."""
        line = inline.map[0] if inline.map else 0
        html, text = written(self._page, inline)
        text, place = text.strip(), self._page.source.line(line)
        if not text:
            self._page.faults.append(kinds.EMPTY_HEADING.found(place))
            return
        level = self._checked_level(int(opening.tag[1]), text, place)
        anchor = self._page.ids.take(heading_anchor(text))
        number = line + self._page.source.first_line
        self._page.headings.append(Heading(level=level, text=text, anchor=anchor, line=number))
        self._page.plain.append(text)
        self._page.html.append(f'<h{level} id="{anchor}">{html}</h{level}>\n')

    def _checked_level(self, level: int, text: str, place: Span) -> int:
        if level == 1:
            self._page.faults.append(kinds.TOP_HEADING.found(place, text=text))
            level = 2
        elif level > self._level + 1:
            values = {"text": text, "level": level, "before": self._level, "expected": self._level + 1}
            self._page.faults.append(kinds.HEADING_JUMP.found(place, **values))
        self._level = level
        return level
