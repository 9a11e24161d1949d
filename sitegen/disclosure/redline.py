"""Two texts against each other: which article became which, and how (对照).

Articles are put together in their order so that as much as possible is alike, the number counting a little;
what then is left over but reads alike has moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from sitegen.disclosure.articles import Article
from sitegen.disclosure.redline_text import Mark, Wording, compare_texts, whole

ALIKE = 0.35
"""How much of two articles must agree before they count as one; a common number is worth a little."""
MOVED = 0.6
SAME_LABEL = 0.15
MOST_PAIRS = 40_000
"""Pairs of articles up to which all are held against each other; beyond, only the numbers count."""


class Fate(StrEnum):
    """What became of an article."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An article before and after; a label is empty and a wording has no paragraphs where there is none."""

    fate: Fate
    old_label: str = ""
    new_label: str = ""
    old: Wording = ()
    new: Wording = ()


def redline(old: Sequence[Article], new: Sequence[Article]) -> tuple[Row, ...]:
    """Return the articles of two texts side by side, in the order of the new one; removed ones stand in their place."""
    pairs = _pairs(old, new)
    moved = _moved(old, new, {before for before, _ in pairs}, {after for _, after in pairs})
    elsewhere = set(moved.values())
    rows: list[Row] = []
    begin, start = 0, 0
    for before, after in (*pairs, (len(old), len(new))):
        rows += [_removed(old[at]) for at in range(begin, before) if at not in elsewhere]
        for at in range(start, after):
            rows.append(_row(old[moved[at]], new[at], Fate.MOVED) if at in moved else _added(new[at]))
        if after < len(new):
            rows.append(_row(old[before], new[after], Fate.CHANGED))
        begin, start = before + 1, after + 1
    return tuple(rows)


def likeness(one: str, other: str) -> float:
    """Return how much of two texts agrees, by pairs of neighbouring characters: 0 to 1."""
    if one == other:
        return 1.0
    return _dice(_grams(one), _grams(other))


def _row(before: Article, after: Article, fate: Fate) -> Row:
    if before.paragraphs == after.paragraphs:
        fate = Fate.SAME if fate is Fate.CHANGED else fate
        text = whole(after.text, Mark.SAME)
        return Row(fate=fate, old_label=before.label, new_label=after.label, old=text, new=text)
    old, new = compare_texts(before.text, after.text)
    return Row(fate=fate, old_label=before.label, new_label=after.label, old=old, new=new)


def _added(article: Article) -> Row:
    return Row(fate=Fate.ADDED, new_label=article.label, new=whole(article.text, Mark.INSERTED))


def _removed(article: Article) -> Row:
    return Row(fate=Fate.REMOVED, old_label=article.label, old=whole(article.text, Mark.DELETED))


def _pairs(old: Sequence[Article], new: Sequence[Article]) -> list[tuple[int, int]]:
    """Return the pairs that keep the order and agree most, as positions in both texts."""
    worth = _worths(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for before in range(len(old) - 1, -1, -1):
        row, below = best[before], best[before + 1]
        for after in range(len(new) - 1, -1, -1):
            together = worth[before][after] + below[after + 1] if worth[before][after] else 0.0
            row[after] = max(together, below[after], row[after + 1])
    found: list[tuple[int, int]] = []
    before = after = 0
    while before < len(old) and after < len(new):
        value = worth[before][after]
        if value and best[before][after] == value + best[before + 1][after + 1]:
            found.append((before, after))
            before, after = before + 1, after + 1
        elif best[before][after] == best[before + 1][after]:
            before += 1
        else:
            after += 1
    return found


def _worths(old: Sequence[Article], new: Sequence[Article]) -> list[list[float]]:
    if len(old) * len(new) > MOST_PAIRS:
        return [[1.0 if one.label == other.label else 0.0 for other in new] for one in old]
    theirs = [_grams(article.text) for article in new]
    return [[_worth(one, mine, other, grams) for other, grams in zip(new, theirs, strict=True)]
            for one, mine in ((article, _grams(article.text)) for article in old)]  # fmt: skip


def _worth(one: Article, mine: Counter[str], other: Article, theirs: Counter[str]) -> float:
    alike = _dice(mine, theirs) + (SAME_LABEL if one.label == other.label else 0.0)
    return alike if alike >= ALIKE else 0.0


def _moved(
    old: Sequence[Article], new: Sequence[Article], used_old: set[int], used_new: set[int]
) -> dict[int, int]:
    """Return, for articles of the new text that no pair holds, the articles of the old text that moved there."""
    free_old = [at for at in range(len(old)) if at not in used_old]
    free_new = [at for at in range(len(new)) if at not in used_new]
    if len(free_old) * len(free_new) > MOST_PAIRS:
        return {}
    grams = {at: _grams(old[at].text) for at in free_old}
    ranked = sorted(
        (-alike, before, after)
        for after in free_new
        for theirs in (_grams(new[after].text),)
        for before in free_old
        if (alike := _dice(grams[before], theirs)) >= MOVED
    )
    found: dict[int, int] = {}
    for _, before, after in ranked:
        if after not in found and before not in found.values():
            found[after] = before
    return found


def _grams(text: str) -> Counter[str]:
    return Counter(one + other for one, other in pairwise(text)) if len(text) > 1 else Counter((text,))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
