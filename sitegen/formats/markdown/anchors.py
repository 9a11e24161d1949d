"""Ids inside a page: stable, Chinese, never used twice, never one of the page's own."""

from __future__ import annotations

import re

_BETWEEN_WORDS = re.compile(r"(?<=[A-Za-z0-9])\s+(?=[A-Za-z0-9])")
_NOT_IN_IDS = re.compile(r"[^\w-]+")
# Themes name their own places in small Latin letters (main, mulu, fujian); so a text never does.
_OF_THE_THEME = re.compile(r"[a-z][a-z0-9_-]*")

_NUMERAL = r"(?:[0-9０-９]{1,4}|[〇零○一二三四五六七八九十百千]{1,9})"
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_SPACE = r"[ \u3000]*"
# Words that show that 第…条 only names an article of some text: 第五条规定的…, 第五条、第六条.
_MENTION = r"(?![、，。；）和及与或至到的中所第]|规定|修改|改为|修订|删去|删除|增加|调整|作为|以及|之)"
_NUMBERED = re.compile(
    rf"第{_SPACE}({_NUMERAL}){_SPACE}([编章节条])(之{_NUMERAL})?([：:]?\s+|[：:]|$|{_MENTION})"
)


class Ids:
    """The ids given out in one page, in order."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Return `wanted`, or `wanted-2`, `wanted-3` … if it is taken."""
        if wanted not in self._given:
            self._given[wanted] = 1
            return wanted
        count = self._given[wanted]
        while True:
            count += 1
            numbered = f"{wanted}-{count}"
            if numbered not in self._given:
                self._given[wanted] = count
                self._given[numbered] = 1
                return numbered

    def has(self, anchor: str) -> bool:
        """Tell whether this id is in the page."""
        return anchor in self._given

    def all(self) -> tuple[str, ...]:
        """Return all ids given out."""
        return tuple(self._given)


def article_start(text: str) -> tuple[str, str, int] | None:
    """Return id, label and length of the 第…条 that a paragraph begins with, or None.

    The label is the words as written with their colon; the length takes in the space behind them.
    """
    found = _NUMBERED.match(text)
    if found is None or found[2] != "条":
        return None
    label = text[: found.start(4)] + found[4].strip()
    return _id(found), label, found.end()


def heading_anchor(text: str) -> str:
    """Return the id that a heading asks for: 第一章 of a chapter, else its words without punctuation."""
    found = _NUMBERED.match(text)
    slug = _id(found) if found else _NOT_IN_IDS.sub("", _BETWEEN_WORDS.sub("-", text)).strip("-")
    if _OF_THE_THEME.fullmatch(slug):
        return f"section-{slug}"
    return slug or "标题"


def _id(found: re.Match[str]) -> str:
    return f"第{found[1]}{found[2]}{found[3] or ''}".translate(_HALF_WIDTH)
