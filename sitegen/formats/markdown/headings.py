"""Headings: their level, their id and what is wrong with their order."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.diagnostics import Kind, Severity, Span
from sitegen.formats.markdown.anchors import heading_anchor
from sitegen.formats.markdown.inlines import written
from sitegen.formats.markdown.page import Page
from sitegen.formats.markdown.records import Heading

_OUTLINE = "读屏软件和目录都按标题的层次走：页面的大标题是第一级，正文从第二级“##”开始，一级一级往下。"

TOP_HEADING = Kind(
    id="SG220",
    name="正文里用了一级标题",
    message="标题“{text}”是一级标题，和页面的大标题同级，已经当作二级标题处理。",
    why=_OUTLINE,
    help="文件的标题写在开头的“标题:”里，正文不再重复；正文里的标题从两个井号“##”开始。",
    severity=Severity.WARNING,
)
HEADING_JUMP = Kind(
    id="SG221",
    name="标题跳级",
    message="标题“{text}”是第 {level} 级，它上面的标题是第 {before} 级，中间跳过了一级。",
    why=_OUTLINE,
    help="改成 {expected} 个井号。",
    severity=Severity.WARNING,
)
EMPTY_HEADING = Kind(
    id="SG222",
    name="标题没有文字",
    message="这一行是标题，却没有文字，不会印出来。",
    why=_OUTLINE,
    help="在井号后面空一格，再写标题；不需要标题时，删掉这一行。",
    severity=Severity.WARNING,
)
KINDS = (TOP_HEADING, HEADING_JUMP, EMPTY_HEADING)


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
            self._page.faults.append(EMPTY_HEADING.found(place))
            return
        level = self._checked_level(int(opening.tag[1]), text, place)
        anchor = self._page.ids.take(heading_anchor(text))
        number = line + self._page.source.first_line
        self._page.headings.append(Heading(level=level, text=text, anchor=anchor, line=number))
        self._page.plain.append(text)
        self._page.html.append(f'<h{level} id="{anchor}">{html}</h{level}>\n')

    def _checked_level(self, level: int, text: str, place: Span) -> int:
        if level == 1:
            self._page.faults.append(TOP_HEADING.found(place, text=text))
            level = 2
        elif level > self._level + 1:
            values = {"text": text, "level": level, "before": self._level, "expected": self._level + 1}
            self._page.faults.append(HEADING_JUMP.found(place, **values))
        self._level = level
        return level
