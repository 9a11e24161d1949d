"""Did you mean: the known words that are nearest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE_ENOUGH = 0.5
_LONGEST = 60  # longer texts are cut: what is that long is not a misspelt word


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """Return at most `limit` of `candidates` that `word` may have been meant to be, the likeliest first.

    Likeness counts pairs of neighbouring characters and changes of single characters: Chinese words are
    short, so that either alone judges badly. Case, width of Latin letters and spaces do not count.
    """
    wanted = _plain(word)
    if not wanted:
        return ()
    scored = [(_likeness(wanted, _plain(candidate)), candidate) for candidate in dict.fromkeys(candidates)]
    good = sorted(
        (-score, -len(set(wanted) & set(candidate)), candidate)
        for score, candidate in scored
        if score >= _ALIKE_ENOUGH
    )
    return tuple(candidate for *_, candidate in good[:limit])


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return `您是不是想写“标题”？`, or nothing when no candidate is near."""
    found = nearest(word, candidates)
    return f"您是不是想写“{found[0]}”？" if found else ""


def _plain(word: str) -> str:
    half = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in word[:_LONGEST])
    return "".join(half.casefold().split())


def _likeness(word: str, other: str) -> float:
    """Return how alike two words are, from 0 to 1."""
    if word == other:
        return 1.0
    if not other or not set(word) & set(other):
        return 0.0
    longer = max(len(word), len(other))
    edits = 1 - _distance(word, other) / longer
    within = 0.5 + 0.5 * min(len(word), len(other)) / longer if word in other or other in word else 0.0
    return max(edits, _shared_pairs(word, other), within if min(len(word), len(other)) > 1 else 0.0)


def _shared_pairs(word: str, other: str) -> float:
    pairs, others = _pairs(word), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _pairs(word: str) -> set[str]:
    return {word[place : place + 2] for place in range(len(word) - 1)}


def _distance(word: str, other: str) -> int:
    """Return how many characters must be added, left out, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, sign in enumerate(word, 1):
        above, before, row = before, row, [number]
        for place, wanted in enumerate(other, 1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (sign != wanted))
            if number > 1 and place > 1 and sign == other[place - 2] and wanted == word[number - 2]:
                cost = min(cost, above[place - 2] + 1)
            row.append(cost)
    return row[-1]
