"""The points that a cell of 公开内容 lists: parted by numbers, signs, semicolons; joined where lines were wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from pypinyin.constants import PHRASES_DICT

from sitegen.importing.texts import BULLET, balanced, closed, one_line, without_bullet

_INLINE = re.compile(
    r"(?<=[；;。，,：:、\s])(?=(?:\d{1,2}\s*[、．.](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]))"
    r"|(?<!\d[、．.])(?<!\d[、．.]\s)(?=[●•])|(?<=\s)(?=[〇○][^〇○\s])"
)
_CIRCLED = re.compile(r"(?=[①-⑳])")
_ENDS = re.compile(r"[；;。]\s*")
_SPACE_OF_POINTS = re.compile(r"(?<=[\u4e00-\u9fff》）)]) (?=[\u4e00-\u9fff《])")
_GOES_ON = re.compile(r"[、，,：:；;（(的和与及或等对为在] | [第等及和与或的]")
_SHORTEST = 4
"""Characters that a point parted by spaces has at least; shorter pieces are words set wide."""
_LINE = 16
"""Half-width columns that a line has at least which was broken because the cell was full."""
_NEARLY_EQUAL = 2
"""Half-width columns by which lines of one wrapped text may differ."""
_NARROW, _ENOUGH_FULL = 24, 2
"""Half-width columns of a cell in which most texts are wrapped, and how many lines must fill it to tell its width."""
_LOOKED_AHEAD = 4
"""Lines in which a bracket must close."""


def points(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the points that a cell lists, and whether its line breaks left it unclear which they are.

    Signs, numbers and semicolons part points. Where only line breaks do, lines of about one length may be one wrapped
    text: they are joined where a break goes through a word, else each is a point.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        found = _listed([text])
        return _spaced(text) if len(found) == 1 else (found, False)
    if any(BULLET.match(line) for line in lines[1:]) or any(_ends(line) for line in lines[:-1]):
        return _listed(_grouped(lines)), False
    even, broken = _even(lines), _through_a_word(lines)
    if even and broken:
        return _listed(["".join(lines)]), False
    wrapped = _within_brackets(_unwrapped(lines))
    return _named(wrapped), even or broken or wrapped != lines


def _within_brackets(lines: list[str]) -> list[str]:
    """Join lines that break off within brackets with those that close them; where none does, a bracket is missing."""
    whole: list[str] = []
    for number, line in enumerate(lines):
        if whole and not closed(whole[-1]) and any(_closes(whole[-1], lines[number:])):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def _closes(text: str, following: list[str]) -> Iterator[bool]:
    for line in following[:_LOOKED_AHEAD]:
        text += line
        yield closed(text)


def _spaced(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the points of one line in which only spaces part them: none of these goes through a word or a title.

    Several pieces of one length are lines of a text that was wrapped.
    """
    pieces = _SPACE_OF_POINTS.split(text)
    goes_on = any(_GOES_ON.search(f"{before} {piece}") for before, piece in pairwise(pieces))
    if len(pieces) < 2 or goes_on or min(map(len, pieces)) < _SHORTEST or _through_a_word(pieces):
        return _named([text]), False
    wrapped = len(pieces) > 2 and _columns(pieces[0]) >= _LINE and _even(pieces)
    return _named([text] if wrapped else pieces), True


def _unwrapped(lines: list[str]) -> list[str]:
    """Join lines that fill a narrow cell with those that follow, where at least two do: each point was wrapped."""
    widths = [_columns(line) for line in lines]
    full = [width >= max(widths) - 1 for width in widths]
    if sum(full) < _ENOUGH_FULL or full[-1] or max(widths) > _NARROW:
        return lines
    joined = [lines[0]]
    for before_is_full, line in zip(full, lines[1:], strict=False):
        if before_is_full:
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _listed(texts: list[str]) -> tuple[str, ...]:
    """Return the points of texts: parted by their numbers and signs where there are some, else by semicolons."""
    numbered = [piece for text in texts for piece in parted_by_numbers(text)]
    if len(numbered) > 1 and sum(BULLET.match(piece) is not None for piece in numbered) > 1:
        return _named([each for piece in numbered for each in _introduced(piece)])
    return _named([each for text in texts for each in balanced(_ENDS.split(text))])


def _introduced(piece: str) -> list[str]:
    """Part a piece without a number, which only introduces those that have one, as any text is parted."""
    return [piece] if BULLET.match(piece) else balanced(_ENDS.split(piece))


def parted_by_numbers(text: str) -> list[str]:
    """Part a text before each number or sign that begins a point; 1. may be followed by 2. without a sign between."""
    pieces: list[str] = []
    rest, number = text, 1
    while found := re.search(rf"(?<!\d){number}\s*[、．.](?!\d)", rest):
        if number == 1 and found.start():
            break
        pieces.append(rest[: found.start()])
        rest, number = rest[found.start() :], number + 1
    return [each for piece in (*pieces, rest) for part in _INLINE.split(piece) for each in _circled(part)]


def _circled(text: str) -> list[str]:
    """Part a text at ①, where it begins so: within another point these number what belongs to it."""
    return _CIRCLED.split(text) if "①" <= text.lstrip()[:1] <= "⑳" else [text]


def _grouped(lines: list[str]) -> list[str]:
    """Join lines that go on, and keep those apart that begin or end a point."""
    groups = [lines[0]]
    for before, line in pairwise(lines):
        if closed(groups[-1]) and (BULLET.match(line) or _ends(before)):
            groups.append(line)
        else:
            groups[-1] += line
    return groups


def _ends(line: str) -> bool:
    return line.rstrip().endswith(("；", ";", "。"))


def _named(pieces: list[str]) -> tuple[str, ...]:
    """Return pieces on one line each, without their numbers and what ends them; empty ones are dropped."""
    found = (without_bullet(one_line(piece)).strip("；;。，,、") for piece in pieces)
    return tuple(dict.fromkeys(filter(None, found)))


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line.strip())


def _even(lines: list[str]) -> bool:
    """Tell whether lines are as wrapping makes them: of one width, the last one no longer."""
    widths = [_columns(line) for line in lines]
    return (
        max(widths[:-1]) - min(widths[:-1]) <= _NEARLY_EQUAL
        and widths[-1] <= max(widths[:-1]) + _NEARLY_EQUAL
    )


def _through_a_word(lines: list[str]) -> bool:
    """Tell whether a line break goes through a word, a number, or an open bracket."""
    before = ""
    for line, following in pairwise(map(str.strip, lines)):
        before += line
        across = line[-1:] + following[:1]
        if (
            across in PHRASES_DICT
            or across.isdigit()
            or not closed(before)
            or following[:1] in "，、；。）》"
        ):
            return True
    return False


def cuts_a_word(before: str, after: str) -> bool:
    """Tell whether two names look like one that was cut: no word ends the first, one goes over into the second."""
    before, after = one_line(before), one_line(after)
    return before[-2:] not in PHRASES_DICT and before[-1:] + after[:1] in PHRASES_DICT
