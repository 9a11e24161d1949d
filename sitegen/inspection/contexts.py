"""What stands around a number: the words before it in its line, and the head of its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

REACH = 40
"""Characters before a number that are looked at."""
_CELL = re.compile(r"[|｜\t]")
_ROWS = 400
"""Lines above a number among which the head of its table is looked for."""


@lru_cache(maxsize=64)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these words; of nothing where there are none."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


@lru_cache(maxsize=64)
def begun_by(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these words for searching long texts: what they begin with is looked for first.

    One such search is faster than looking for each word by itself, however few they are.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[:1], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(sign)}(?:{'|'.join(rest)})" for sign, rest in groups.items()) or r"(?!)")


def may_mention(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether any of these words stands in a long text."""
    return begun_by(words).search(text) is not None


def lines_with(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Give where the lines begin and end that hold any of these words, in order."""
    pattern = begun_by(words)
    found = pattern.search(text)
    while found is not None:
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, found.start()) + 1, end
        found = pattern.search(text, end)


def before(text: str, at: int, reach: int = REACH) -> str:
    """Return what stands before an offset: of its line, and of the line above where its line has only begun."""
    start = max(0, at - reach)
    piece = text[start:at]
    above, feed, line = piece.rpartition("\n")
    if not feed or len(line.strip(" |>*\t\u3000-")) > 1:
        return line
    return f"{above.rpartition(chr(10))[2]} {line}"


def head_of_cell(text: str, at: int) -> tuple[str, str]:
    """Return the head of the table column in which an offset lies, and the whole head; empty outside tables."""
    start = text.rfind("\n", 0, at) + 1
    left = text[start:at]
    column = len(_CELL.findall(left))
    end = text.find("\n", at)
    if not _CELL.search(text[start : end if end >= 0 else len(text)]):
        return "", ""
    head = _first_row(text, start)
    cells = _CELL.split(head)
    return (cells[column].strip() if column < len(cells) else ""), head


def _first_row(text: str, start: int) -> str:
    """Return the first of the table rows that end at the line which begins at `start`."""
    first = start
    for _ in range(_ROWS):
        above = text.rfind("\n", 0, max(0, first - 1)) + 1
        if first == 0 or not _CELL.search(text[above : first - 1]):
            break
        first = above
    end = text.find("\n", first)
    return text[first : end if end >= 0 else len(text)]


def mentions(words: tuple[str, ...], pieces: Iterable[str]) -> bool:
    """Tell whether any of the words stands in any of the pieces."""
    pattern = any_of(words)
    return any(pattern.search(piece) for piece in pieces)
