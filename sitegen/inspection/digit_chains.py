"""Digits that belong together, however they are spaced, and where they stand.

A *chain* holds everything that could be one number or several; what in it is one, each detector decides by the shape
of the groups. Numbers in Chinese numerals, in circles or above the line are chains of their own: such signs count
things in most texts, and would join figures that do not belong together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import IntEnum

import msgspec

from sitegen.inspection.digit_signs import (
    BLANK,
    CELL,
    CHAIN,
    DASH,
    LINE,
    MARKUP,
    SIGN,
    SPELLED_CHAIN,
    SPELLED_STEP,
    STEP,
    USUAL,
    value_of,
)


class Joint(IntEnum):
    """What stands between two groups of digits, from the least that a reader sees to the most."""

    UNSEEN = 0
    DASH = 1
    BLANK = 2
    SIGN = 3
    CELL = 4
    LINE = 5
    EDGE = 6


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """`digits` (0–9 and X) and, for each of them, the offsets in the text where it begins and ends.

    Groups begin at the digits that `cuts` counts; what stands before each is in `joints`. `letters` counts the ones
    that are written as l or I.
    """

    digits: str
    places: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    joints: tuple[Joint, ...]
    letters: tuple[int, ...] = ()

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

    def letters_in(self, start: int, end: int) -> int:
        """Return how many ones of a run are letters."""
        return sum(1 for at in self.letters if start <= at < end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text at which a run begins and ends."""
        return self.places[start][0], self.places[end - 1][1]

    def _joint(self, at: int) -> Joint:
        number = bisect_left(self.cuts, at)
        known = number < len(self.cuts) and self.cuts[number] == at
        return self.joints[number] if known else Joint.EDGE


def chains(text: str) -> Iterator[Chain]:
    """Yield the chains of a text; what every record has is none."""
    for found in CHAIN.finditer(text):
        if USUAL.fullmatch(found[0]) is None:
            yield _chain(text, found.start(), found.end(), STEP)
    for found in SPELLED_CHAIN.finditer(text):
        yield _chain(text, found.start(), found.end(), SPELLED_STEP)


def _chain(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Chain:
    piece = text[start:end]
    if piece.isascii() and piece.isdigit():
        places = tuple((at, at + 1) for at in range(start, end))
        return Chain(digits=piece, places=places, cuts=(), joints=())
    digits: list[str] = []
    places_found: list[tuple[int, int]] = []
    joints: dict[int, Joint] = {}
    letters: list[int] = []
    step = pattern.match(text, start, end)
    while step is not None:
        gap, signs = step.groups()
        is_letter, at = signs in "lI", len(digits)
        if gap or is_letter or digits[-1:] == ["X"] or letters[-1:] == [at - 1]:
            joints[at] = _joint_of(gap)
        if signs.isascii() and signs.isdigit():
            digits += signs
            places_found += ((at, at + 1) for at in range(*step.span(2)))
        else:
            letters += [at] if is_letter else []
            digits.append(value_of(signs))
            places_found.append(step.span(2))
        step = pattern.match(text, step.end(), end)
    return Chain(
        digits="".join(digits),
        places=tuple(places_found),
        cuts=tuple(joints),
        joints=tuple(joints.values()),
        letters=tuple(letters),
    )


def _joint_of(gap: str) -> Joint:
    if not gap:
        return Joint.UNSEEN
    seen = MARKUP.sub("", gap)
    for joint, pattern, where in (
        (Joint.LINE, LINE, gap),
        (Joint.CELL, CELL, gap),
        (Joint.SIGN, SIGN, seen),
        (Joint.BLANK, BLANK, gap),
        (Joint.DASH, DASH, seen),
    ):
        if pattern.search(where):
            return joint
    return Joint.UNSEEN
