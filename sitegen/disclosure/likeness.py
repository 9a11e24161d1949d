"""How much of a text stands word for word in another one (R135, S77, S78).

A text is kept as a sample of its clauses: the pieces between two punctuation marks, without numbers in front and
without spaces, each as a number of 32 bits. Of a long text the smallest numbers are kept, so that two samples of
one clause agree whatever stands around it. Copying is what is looked for, so that the order does not matter.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from zlib import crc32

SAMPLE = 200
"""Clauses that are kept of one text."""
SHORTEST = 8
"""Characters below which a clause says too little to be copied."""
FEWEST = 8
"""Clauses below which a text is too short to be called a copy."""
FEWEST_HEADINGS = 3
"""Headings below which equal ones are chance."""

_CLAUSE = re.compile(rf"[^。；;：:，,！!？?、\n|）)]{{{SHORTEST},}}")
_NUMBERS = frozenset("（(第一二三四五六七八九十0123456789")
_NUMBER = re.compile(r"[（(第]?[一二三四五六七八九十\d]+[.．条章节款项]?")
_PLACE = re.compile(r"^第?[一二三四五六七八九十\d]+[章节条]?")
"""The number of a heading in its anchor, which has no punctuation: 一总体要求, 第三条."""
_UNSPOKEN = re.compile('[ \t\u3000*“”"‘’《》]+')


def clauses_of(text: str) -> bytes:
    """Return the sample of a text, empty for a text without clauses."""
    numbers = sorted({crc32(clause.encode()) for clause in _clauses(text)})
    return array("I", numbers[:SAMPLE]).tobytes()


def copied_share(copy: bytes, source: bytes, fewest: int = FEWEST) -> float | None:
    """Return how much of the text sampled in `copy` stands in `source`, from 0 to 1.

    None where too little is known: where fewer than `fewest` clauses can be compared.
    """
    ours, theirs = _numbers(copy), _numbers(source)
    if not ours or not theirs:
        return None
    limit = min(_complete_to(ours), _complete_to(theirs))
    compared = [number for number in ours if number <= limit]
    if len(compared) < fewest:
        return None
    return len(set(theirs).intersection(compared)) / len(compared)


def copied_headings(copy: Iterable[str], source: Iterable[str]) -> float | None:
    """Return how many of a text's headings another one has too, from 0 to 1; None where it has but few.

    Both are given by the anchors of their texts; numbers are left out, and so are articles.
    """
    ours = {bare for anchor in copy if (bare := _PLACE.sub("", anchor))}
    if len(ours) < FEWEST_HEADINGS:
        return None
    return len(ours & {_PLACE.sub("", anchor) for anchor in source}) / len(ours)


def _clauses(text: str) -> Iterable[str]:
    for clause in _CLAUSE.findall(_UNSPOKEN.sub("", text)):
        if clause[0] in _NUMBERS:
            number = _NUMBER.match(clause)
            clause = clause[number.end() :] if number else clause
        yield clause


def _numbers(sample: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(sample)
    return numbers


def _complete_to(numbers: array[int]) -> int:
    """Return up to which number a sample holds every clause of its text."""
    return numbers[-1] if len(numbers) == SAMPLE else 2**32
