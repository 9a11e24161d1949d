"""Did you mean: the known words that are nearest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_ALIKE_ENOUGH = 0.5
_LONGEST = 60  # longer texts are cut: what is that long is not a misspelt word


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """Return at most `limit` of `candidates` that `word` may have been meant to be, the likeliest first.

    Likeness counts pairs of neighbouring characters and changes of single characters: Chinese words are
    short, so that either alone judges badly. What is known is kept: a column has thousands of names, and a
    faulty one asks for all of them again and again. Case, width of Latin letters and spaces do not count.
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


@lru_cache(maxsize=1 << 17)
def _plain(word: str) -> str:
    half = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in word[:_LONGEST])
    return "".join(half.casefold().split())


def _likeness(word: str, other: str) -> float:
    """Return how alike two words are, from 0 to 1."""
    if word == other:
        return 1.0
    if not other:
        return 0.0
    from rapidfuzz.distance import OSA  # here, as most runs have nothing to suggest

    edits = OSA.normalized_similarity(word, other, score_cutoff=_ALIKE_ENOUGH)
    within = 0.0
    if min(len(word), len(other)) > 1 and (word in other or other in word):
        within = 0.5 + 0.5 * min(len(word), len(other)) / max(len(word), len(other))
    return max(edits, _shared_pairs(word, other), within)


def _shared_pairs(word: str, other: str) -> float:
    pairs, others = _pairs(word), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


@lru_cache(maxsize=1 << 17)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[place : place + 2] for place in range(len(word) - 1))
