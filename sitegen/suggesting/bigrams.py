"""BM25 over pairs of characters: Chinese needs no words for it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

_RUN = re.compile(r"[一-鿿A-Za-z0-9]+")
_SATURATION = 1.4
_LENGTH = 0.6


def bigrams(text: str) -> Counter[str]:
    """Return the pairs of neighbouring characters of a text; punctuation parts them."""
    return Counter(
        run[place : place + 2] for run in _RUN.findall(text) for place in range(max(len(run) - 1, 0))
    )


class Bm25:
    """An index over small texts, each given as its weighted bigrams. Made once, asked many times."""

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        lengths = [sum(text.values()) for text in texts]
        usual = sum(lengths) / max(len(texts), 1) or 1.0
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(texts):
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[place] / usual)
            for pair, weight in text.items():
                self._postings[pair].append((place, weight * (_SATURATION + 1) / (weight + norm)))
        count = len(texts)
        self._rarity = {
            pair: math.log(1 + (count - len(found) + 0.5) / (len(found) + 0.5))
            for pair, found in self._postings.items()
        }
        self._count = count

    def scores(self, asked: Mapping[str, float]) -> list[float]:
        """Return how well each text answers to the weighted bigrams of a question."""
        scores = [0.0] * self._count
        for pair, weight in asked.items():
            for place, part in self._postings.get(pair, ()):
                scores[place] += weight * self._rarity[pair] * part
        return scores
