"""Two wordings against each other, character by character (numbers and Latin words stay whole)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec

from sitegen.patterns import expression

LONGEST = 3000
"""Characters up to which two wordings are compared one by one; longer ones by clauses."""
_SIGNS = re.compile(r"\d[\d.,]*\d|\d|[A-Za-z]+|.", re.DOTALL)
_CLAUSES = expression(r"[^，。；：\n]*(?:[，。；：]|\n|\Z)")
SHORT = 2
"""Characters that are not worth showing as unchanged between two changes."""


class Mark(StrEnum):
    """What a piece of a wording is."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a wording; an old one holds what is the same or deleted, a new one what is the same or inserted."""

    mark: Mark
    text: str


Wording = tuple[tuple[Piece, ...], ...]
"""The pieces of each paragraph."""


def compare_texts(old: str, new: str) -> tuple[Wording, Wording]:
    """Return the two wordings in pieces, paragraph by paragraph; paragraphs are lines."""
    pattern = _SIGNS if max(len(old), len(new)) <= LONGEST else _CLAUSES
    before, after = pattern.findall(old), pattern.findall(new)
    steps = _readable(_steps(before, after))
    return (
        _paragraphs(Piece(Mark.SAME if same else Mark.DELETED, one) for same, one, _ in steps),
        _paragraphs(Piece(Mark.SAME if same else Mark.INSERTED, other) for same, _, other in steps),
    )


def whole(text: str, mark: Mark) -> Wording:
    """Return a wording that has no counterpart."""
    return _paragraphs((Piece(mark, text),))


Step = tuple[bool, str, str]
"""Whether a stretch is the same in both, the old words, the new words."""


def _steps(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    codes = SequenceMatcher(None, before, after).get_opcodes()
    return [
        (tag == "equal", "".join(before[start:end]), "".join(after[begin:stop]))
        for tag, start, end, begin, stop in codes
    ]


def _readable(steps: Iterable[Step]) -> list[Step]:
    """Join changes that only a character or two keep apart: nobody reads a text that changes at every sign."""
    given = list(steps)
    found: list[Step] = []
    for at, (same, old, new) in enumerate(given):
        between = 0 < at < len(given) - 1
        if same and between and len(old) <= SHORT and "\n" not in old:
            same = max(
                len(given[at - 1][1] + given[at - 1][2]), len(given[at + 1][1] + given[at + 1][2])
            ) <= len(old)
        if found and found[-1][0] == same:
            found[-1] = (same, found[-1][1] + old, found[-1][2] + new)
        else:
            found.append((same, old, new))
    return found


def _paragraphs(pieces: Iterable[Piece]) -> Wording:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        if first:
            lines[-1].append(Piece(piece.mark, first))
        for text in rest:
            lines.append([Piece(piece.mark, text)] if text else [])
    return tuple(tuple(line) for line in lines if line)
