"""Which items of a domain's catalogue a text answers to: BM25 over pairs of characters, one index a domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sitegen.model.catalogues import Domain, Item
from sitegen.model.domain_words import ItemWords
from sitegen.suggesting.bigrams import Bm25, bigrams
from sitegen.suggesting.subject import Subject

TITLE, GENRE, TEXT = 3.0, 2.0, 0.1
ITEM, CATEGORY, ELEMENT, BASIS = 3.0, 2.0, 0.6, 0.1
TEXT_READ = 1500

Ranked = tuple[tuple[Item, float], ...]
Question = Mapping[str, float]


class ItemFinder:
    """Ranks the items in use of one domain; made once for a run."""

    def __init__(self, domain: Domain) -> None:
        self._items = [item for item in domain.items if not item.retired]
        self._index = Bm25([_of_item(item) for item in self._items])

    def ranked(self, question: Question) -> Ranked:
        """Return the items with their scores, the best first; those of equal score in the catalogue's order."""
        scored = zip(self._items, self._index.scores(question), strict=True)
        return tuple(sorted(scored, key=lambda each: -each[1]))


def question(subject: Subject, words: ItemWords) -> Question:
    """Return what a text asks of the items: its title, what items call the same, and a little of its text."""
    same = [
        item
        for genre in words.genres
        if any(title in subject.title for title in genre.titles)
        for item in genre.items
    ]
    asked: defaultdict[str, float] = defaultdict(float)
    for text, weight in (
        (subject.text[:TEXT_READ], TEXT),
        *((word, GENRE) for word in same),
        (subject.column, GENRE),
        (subject.title, TITLE),
    ):
        for pair in bigrams(text):
            asked[pair] = max(asked[pair], weight)
    return asked


def names(asked: Question, item: Item, domain: str) -> bool:
    """Tell whether a question names anything of an item that is not the name of its domain already."""
    own = bigrams(f"{item.category}。{item.title}").keys() - bigrams(domain).keys()
    return any(asked.get(pair, 0.0) >= GENRE for pair in own)


def _of_item(item: Item) -> Question:
    weighted: defaultdict[str, float] = defaultdict(float)
    for text, weight in (
        (item.title, ITEM),
        (item.category, CATEGORY),
        *((element, ELEMENT) for element in item.elements),
        *((basis, BASIS) for basis in item.legal_basis),
    ):
        for pair, count in bigrams(text).items():
            weighted[pair] += count * weight
    return weighted
