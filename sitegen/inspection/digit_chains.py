"""Digits that belong together, however they are spaced, and where they stand.

A number may be split by blanks, hyphens, marks of Markdown, tags, entities, table cells or line ends; digits may be
full-width, and zeros may be circles or the letter O. A *chain* holds everything that could be one number or several;
what in it is one, each detector decides by the shape of the groups.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import IntEnum

import msgspec

SHORTEST = 11
"""Digits: a chain of fewer holds nothing that is looked for."""
_BLANKS = r" \u00a0\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = r"\u00ad\u200b-\u200d\u2060\ufeff*`\\\[>＊"
_DASHES = r"\-\uff0d\ufe63\u2010-\u2015\u2212\u2500.\uff0e\u00b7\u30fb\u2022_/\uff0f~\uff5e"
_DIGIT_ENTITY = r"&\#(?:4[89]|5[0-7]|x3[0-9]);"
_PLAIN = r"[0-9０-９\U0001d7ce-\U0001d7ff]"
_DIGIT = (
    rf"{_PLAIN}|[〇○◯]|[OoＯｏ](?=[OoＯｏ]*+[Xx]?(?![A-Za-z]))|[XxＸｘ×ⅩⅹХ](?![A-Za-z])|{_DIGIT_ENTITY}"
)
_GAP = (
    rf"[{_BLANKS}{_UNSEEN}{_DASHES}\t|｜]++|\n(?![ \t]*\n)|\](?:\([^()\s]{{0,300}}\))?"
    rf"|<[^<>\n]{{0,200}}>|&(?!\#(?:4[89]|5[0-7]|x3[0-9]);)\#?\w{{1,12}};"
)
_FIRST = rf"{_PLAIN[:-1]}&](?:(?<!&)|(?<=&)\#(?:4[89]|5[0-7]|x3[0-9]);)"
"""The first digit, plain or as an entity; written so that the search passes quickly over what is neither."""
_CHAIN = re.compile(rf"{_FIRST}(?<![0-9０-９]{_PLAIN})(?:(?:{_GAP}){{0,8}}+(?:{_DIGIT})){{{SHORTEST - 1},}}+")
_STEP = re.compile(rf"((?:{_GAP}){{0,8}}+)([0-9]++|{_DIGIT})")
_MARKUP = re.compile(r"\]\([^()\s]*\)|<[^<>]*>")
_BLANK = re.compile(rf"[{_BLANKS}]|&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#xa0|#x3000);", re.IGNORECASE)
_INDEX_NUMBER = re.compile(r"[0-9]{3,9}(?:-[0-9])?/(?:19|20)[0-9]{2}-[0-9]{3,6}")
_DASH = re.compile(rf"[{_DASHES}]")
_CELL = re.compile(r"[|｜\t]|<t[dh]", re.IGNORECASE)
_LINE = re.compile(r"\n|<(?:br|/p|/div|/li|/tr)", re.IGNORECASE)


class Joint(IntEnum):
    """What stands between two groups of digits, from the least that a reader sees to the most."""

    UNSEEN = 0
    DASH = 1
    BLANK = 2
    CELL = 3
    LINE = 4
    EDGE = 5


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """`digits` (0–9 and X) and, for each of them, the offsets in the text where it begins and ends.

    Groups begin at the digits that `cuts` counts; what stands before each is in `joints`.
    """

    digits: str
    places: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    joints: tuple[Joint, ...]

    def windows(self, length: int) -> Iterator[tuple[int, int]]:
        """Yield all runs of whole groups that are `length` digits long."""
        ends = {*self.cuts, len(self.digits)}
        for start in (0, *self.cuts):
            if start + length in ends:
                yield start, start + length

    def groups(self) -> Iterator[tuple[int, int]]:
        """Yield where each group begins and ends, those side by side for a reader taken for one."""
        seen = [cut for cut, joint in zip(self.cuts, self.joints, strict=True) if joint > Joint.UNSEEN]
        yield from zip([0, *seen], [*seen, len(self.digits)], strict=True)

    def inside(self, start: int, end: int) -> tuple[tuple[int, Joint], ...]:
        """Return the joints that a reader sees in a run: after how many of its digits, and which."""
        first, last = bisect_right(self.cuts, start), bisect_left(self.cuts, end)
        pairs = zip(self.cuts[first:last], self.joints[first:last], strict=True)
        return tuple((cut - start, joint) for cut, joint in pairs if joint > Joint.UNSEEN)

    def around(self, start: int, end: int) -> Joint:
        """Return the weaker of the joints before and behind a run; `EDGE` where there are no more digits."""
        return min(self._joint(start), self._joint(end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text at which a run begins and ends."""
        return self.places[start][0], self.places[end - 1][1]

    def _joint(self, at: int) -> Joint:
        number = bisect_left(self.cuts, at)
        known = number < len(self.cuts) and self.cuts[number] == at
        return self.joints[number] if known else Joint.EDGE


def chains(text: str) -> Iterator[Chain]:
    """Yield the chains of a text; the index number, which every record has, is none."""
    for found in _CHAIN.finditer(text):
        if _INDEX_NUMBER.fullmatch(found[0]) is None:
            yield _chain(text, found.start(), found.end())


def value_of(sign: str) -> str:
    """Return the digit that a sign stands for: 0–9, or X."""
    if sign.startswith("&"):
        return html.unescape(sign)
    if sign in "〇○◯OoＯｏ":
        return "0"
    return str(unicodedata.digit(sign)) if sign.isdigit() else "X"


def _chain(text: str, start: int, end: int) -> Chain:
    piece = text[start:end]
    if piece.isascii() and piece.isdigit():
        places = tuple((at, at + 1) for at in range(start, end))
        return Chain(digits=piece, places=places, cuts=(), joints=())
    digits: list[str] = []
    places_found: list[tuple[int, int]] = []
    joints: dict[int, Joint] = {}
    step = _STEP.match(text, start, end)
    while step is not None:
        gap, signs = step.groups()
        if gap or digits[-1:] == ["X"]:
            joints[len(digits)] = _joint_of(gap)
        if signs.isascii() and signs.isdigit():
            digits += signs
            places_found += ((at, at + 1) for at in range(*step.span(2)))
        else:
            digits.append(value_of(signs))
            places_found.append(step.span(2))
        step = _STEP.match(text, step.end(), end)
    return Chain(
        digits="".join(digits),
        places=tuple(places_found),
        cuts=tuple(joints),
        joints=tuple(joints.values()),
    )


def _joint_of(gap: str) -> Joint:
    for joint, pattern in _STRONG:
        if pattern.search(gap):
            return joint
    return Joint.DASH if _DASH.search(_MARKUP.sub("", gap)) else Joint.UNSEEN


_STRONG = ((Joint.LINE, _LINE), (Joint.CELL, _CELL), (Joint.BLANK, _BLANK))
