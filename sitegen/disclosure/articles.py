"""A legal text as its articles: 第…条, or 一、二、三、 where it has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from sitegen.disclosure.chinese_dates import DATE
from sitegen.formats.markdown.anchors import article_start
from sitegen.patterns import expression

WHOLE = "全文"
OPENING = "开头"
_SECTION = expression(r"(?P<label>[一二三四五六七八九十]{1,3}、)\s*")
_DIVISION = expression(r"第[〇零一二三四五六七八九十百0-9]{1,5}[编章节]\s")
_DATE_ONLY = expression(rf"{DATE}\Z")
_NO_RULE = expression(r"[（(]此件[^（）()]{2,12}[)）]\Z|附件[：:\d一二三四五六七八九十]?")


class Article(msgspec.Struct, frozen=True):
    """An article: its label (第三条, 一、; empty where it has none) and its paragraphs without the label."""

    label: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The paragraphs as one text, a paragraph a line."""
        return "\n".join(self.paragraphs)


def articles_of(lines: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles of a text that is given line by line.

    What comes before 第一条 (a covering notice), headings of chapters, and what is signed below are no rules and
    are left out. A text without articles is taken by its sections 一、二、, and one without those as a whole.
    """
    numbered = _cut(lines, _article_label)
    if numbered:
        return tuple(numbered)
    sections = _cut(lines, _section_label)
    if len(sections) > 1:
        first = next(at for at, line in enumerate(lines) if _section_label(line))
        opening = [Article(OPENING, tuple(lines[:first]))] if first else []
        return (*opening, *sections)
    rules = _without_signature(lines)
    return (Article(WHOLE, tuple(rules)),) if rules else ()


def _cut(lines: Iterable[str], begins: Callable[[str], tuple[str, str] | None]) -> list[Article]:
    found: list[tuple[str, list[str]]] = []
    inside = False
    for line in lines:
        start = begins(line)
        if start is not None:
            found.append((start[0], [start[1]] if start[1] else []))
            inside = True
        elif _DIVISION.match(line):
            inside = False
        elif inside:
            found[-1][1].append(line)
    return [Article(label, tuple(_without_signature(paragraphs))) for label, paragraphs in found]


def _article_label(line: str) -> tuple[str, str] | None:
    start = article_start(line)
    return (start[0], line[start[2] :].strip()) if start is not None else None


def _section_label(line: str) -> tuple[str, str] | None:
    start = _SECTION.match(line)
    return (start["label"], line[start.end() :]) if start is not None else None


def _without_signature(lines: Sequence[str]) -> list[str]:
    """Return the lines before a date that stands alone with the name above it, and before what is attached."""
    for at, line in enumerate(lines):
        if _NO_RULE.match(line):
            return _without_signature(lines[:at])
        if at and _DATE_ONLY.match(line):
            signed = not lines[at - 1].endswith(("。", "；", "：", "”"))
            return list(lines[: at - 1 if signed else at])
    return list(lines)
