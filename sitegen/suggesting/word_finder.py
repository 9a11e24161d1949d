"""Finding many words in a text at once, the longest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable


class WordFinder:
    """Counts known words of two letters and more. Where several begin at one place, the longest counts alone."""

    def __init__(self, words: Iterable[str]) -> None:
        heads: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            if len(word) > 1:
                heads[word[:2]].add(word)
        self._heads = {head: sorted(group, key=len, reverse=True) for head, group in heads.items()}

    def count(self, text: str) -> Counter[str]:
        """Return how often each word stands in the text; words do not overlap."""
        found: Counter[str] = Counter()
        place, heads = 0, self._heads
        while place < len(text) - 1:
            for word in heads.get(text[place : place + 2], ()):
                if text.startswith(word, place):
                    found[word] += 1
                    place += len(word) - 1
                    break
            place += 1
        return found
