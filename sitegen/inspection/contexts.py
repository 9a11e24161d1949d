"""What stands around a number: the words before it in its line, and the head of its table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
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


def may_mention(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether it is worth looking for any of these words in a long text."""
    return any(piece in text for piece in pieces_of(words))


@lru_cache(maxsize=64)
def pieces_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a few pairs of characters of which every word has one: fewer to look for than words."""
    left, found = {*words}, []
    while left:
        counts = Counter(pair for word in left for pair in {word[at : at + 2] for at in range(max(1, len(word) - 1))})
        best = max(sorted(counts), key=lambda pair: counts[pair])
        found.append(best)
        left = {word for word in left if best not in word}
    return tuple(found)


def lines_with(text: str, pieces: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the lines begin and end that hold any of these pieces, in order."""
    found: set[tuple[int, int]] = set()
    for piece in pieces:
        at = text.find(piece)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            found.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(piece, end)
    return sorted(found)


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
