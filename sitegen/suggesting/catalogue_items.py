"""Suggesting items of the standard catalogues for a text: the domain by its words, the item within it by BM25."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sitegen.model.catalogues import Domain, Item
from sitegen.model.domain_words import OUTSIDE, DomainWords, ItemWords
from sitegen.suggesting.domains import DomainFinder, Scores
from sitegen.suggesting.items import ItemFinder, Question, Ranked, names, question
from sitegen.suggesting.subject import Subject

AT_MOST = 3
"""Domains that are named, and items of each."""
ENOUGH = 4.5
"""The weight without which a domain is no finding: half a word of the matter in a title."""
OUTSIDE_WINS = 1.5
"""So many times the weight of the best domain what lies outside must have for nothing to be suggested."""
DOUBT = 4.0
SURE = 0.5
WORTH_NAMING = 0.6
"""The part of the best item's score that further items of the domain need."""


class Suggested(msgspec.Struct, frozen=True, kw_only=True):
    """An item of one domain that a text may answer to, from 0 to 1, and other items of the same domain.

    `told` says whether the text names anything of the item; if not, only the domain is meant.
    """

    domain: Domain
    item: Item
    score: float
    told: bool = True
    others: tuple[Item, ...] = ()


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """At most three, each of another domain, the best first; none where the text belongs to no domain.

    `sure` says whether the first stands clearly before all others.
    """

    items: tuple[Suggested, ...] = ()
    sure: bool = False


class CatalogueSuggester:
    """All that is made once for a run: both indexes."""

    def __init__(
        self, domains: Iterable[Domain], words: Iterable[DomainWords], item_words: ItemWords
    ) -> None:
        self._domains = {domain.facts.code: domain for domain in domains}
        self._finder = DomainFinder(self._domains.values(), words)
        self._items = {code: ItemFinder(domain) for code, domain in self._domains.items()}
        self._words = item_words

    def suggest(self, subject: Subject) -> Suggestions:
        """Return the items that a text may answer to."""
        scores = self._finder.scores(subject)
        shares = {domain: share for domain, share in _shares(scores).items() if self._domains[domain].items}
        best = sorted(shares, key=lambda domain: -shares[domain])[:AT_MOST]
        if not best:
            return Suggestions()
        asked = question(subject, self._words)
        items = tuple(
            self._suggested(domain, shares[domain], self._items[domain].ranked(asked), asked) for domain in best
        )
        return Suggestions(items=items, sure=items[0].score >= SURE)

    def _suggested(self, domain: str, share: float, ranked: Ranked, asked: Question) -> Suggested:
        (item, top), *rest = ranked
        others = tuple(other for other, score in rest[: AT_MOST - 1] if score >= WORTH_NAMING * top)
        found = self._domains[domain]
        told = names(asked, item, found.facts.title)
        return Suggested(
            domain=found, item=item, score=round(share, 2), told=told, others=others if told else ()
        )


def _shares(scores: Scores) -> Scores:
    """Return the domains' parts of the squared weights; nothing where what lies outside prevails."""
    inside = {domain: score for domain, score in scores.items() if domain != OUTSIDE}
    best, outside = max(inside.values(), default=0.0), scores.get(OUTSIDE, 0.0)
    if best < ENOUGH or outside > OUTSIDE_WINS * best:
        return {}
    whole = DOUBT**2 + sum(score**2 for score in scores.values())
    return {domain: score**2 / whole for domain, score in inside.items()}
