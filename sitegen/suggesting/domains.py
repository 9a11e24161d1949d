"""To which domains of the standard catalogues a text belongs: its words held against the words of each domain.

The title counts most, then the column, then who publishes, then the text; a word that several domains share says
less of each. Words of what no domain covers (人事, 招商, 信息公开自身) are weighed as one more class.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.catalogues import Domain
from sitegen.model.domain_words import OUTSIDE, DomainWords
from sitegen.suggesting.subject import Subject
from sitegen.suggesting.word_finder import WordFinder

MAIN, USUAL, BODY = 3.0, 1.0, 3.0
DECISIVE = 12.0
"""What a decisive word adds in a title; elsewhere it is a main word."""
TITLE, COLUMN, TEXT = 3.0, 2.5, 1.0
TEXT_AT_MOST = 16.0
TELLING = 6
"""Characters from which the name of an item is a word of its domain, whatever the file of words says."""
OPENING, USUAL_LENGTH = 300, 1200
COLUMN_SAYS_SO = 30.0

Scores = dict[str, float]


class DomainFinder:
    """Weighs texts against domains; made once for a run."""

    def __init__(self, domains: Iterable[Domain], words: Iterable[DomainWords]) -> None:
        known = {each.domain: each for each in words}
        domains = tuple(domains)
        named = _own_names(domains)
        entries = [
            known.get(code) or DomainWords(domain=code, main=named[code])
            for code in (domain.facts.code for domain in domains)
        ]
        titles = {domain.facts.code: domain.facts.title for domain in domains}
        entries += [known[OUTSIDE]] if OUTSIDE in known else []
        self._matter = _Weights()
        self._decisive = {word: entry.domain for entry in entries for word in entry.decisive}
        self._bodies = _Weights()
        for entry in entries:
            self._matter.add(entry.domain, (*entry.decisive, *entry.main, titles.get(entry.domain, "")), MAIN)
            self._matter.add(entry.domain, entry.usual, USUAL)
            self._matter.add(entry.domain, entry.foreign, 0.0)
            self._matter.add(entry.domain, (name for name in named.get(entry.domain, ()) if len(name) >= TELLING), MAIN)
            self._bodies.add(entry.domain, entry.bodies, BODY)
            self._bodies.add(entry.domain, entry.foreign, 0.0)
        self._words = WordFinder(self._matter.words())
        self._names = WordFinder(self._bodies.words())

    def scores(self, subject: Subject) -> Scores:
        """Return the weight of each domain by its code, and of what no domain covers; only what is above nothing."""
        scores: defaultdict[str, float] = defaultdict(float)
        title = self._once(subject.title)
        self._add(scores, title, TITLE)
        for domain in {self._decisive[word] for word in title if word in self._decisive}:
            scores[domain] += DECISIVE
        self._add(scores, self._once(subject.column), COLUMN)
        for name in subject.bodies:
            for word in self._names.count(name):
                self._bodies.pour(scores, word, 1.0 / len(subject.bodies))
        for domain, weight in self._of_text(subject.text).items():
            scores[domain] += TEXT_AT_MOST * (1 - math.exp(-weight / TEXT_AT_MOST)) * TEXT
        for domain in subject.domains:
            scores[domain] += COLUMN_SAYS_SO / len(subject.domains)
        return {domain: score for domain, score in scores.items() if score > 0}

    def _once(self, text: str) -> Mapping[str, float]:
        return dict.fromkeys(self._words.count(text), 1.0)

    def _add(self, scores: defaultdict[str, float], found: Mapping[str, float], factor: float) -> None:
        for word, share in found.items():
            self._matter.pour(scores, word, share * factor)

    def _of_text(self, text: str) -> Scores:
        """Weigh a text: words count twice in its opening, and ever less the oftener they come and the longer it is."""
        counts: Counter[str] = self._words.count(text)
        counts.update(self._words.count(text[:OPENING]))
        norm = 1.5 * (0.4 + 0.6 * len(text) / USUAL_LENGTH)
        found = {word: count / (count + norm) for word, count in counts.items()}
        scores: defaultdict[str, float] = defaultdict(float)
        self._add(scores, found, 1.0)
        return scores


class _Weights:
    """Words and what each says of each domain."""

    def __init__(self) -> None:
        self._by_word: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def add(self, domain: str, words: Iterable[str], weight: float) -> None:
        for word in filter(None, words):
            self._by_word[word].setdefault(domain, weight)

    def words(self) -> Iterable[str]:
        return self._by_word

    def pour(self, scores: defaultdict[str, float], word: str, factor: float) -> None:
        """Add a word to the domains that have it: less to each the more they are, more for a longer word."""
        owners = self._by_word[word]
        speaking = sum(weight > 0 for weight in owners.values()) or 1
        length = min(0.7 + 0.15 * len(word), 1.6)
        for domain, weight in owners.items():
            scores[domain] += factor * weight * length / math.sqrt(speaking)


def _own_names(domains: Sequence[Domain]) -> Mapping[str, tuple[str, ...]]:
    """Return, by the code of a domain, its name and the names of items that no other domain has."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for domain in domains:
        for name in _names(domain):
            owners[name].add(domain.facts.code)
    return {
        domain.facts.code: tuple(dict.fromkeys(name for name in _names(domain) if len(owners[name]) == 1))
        for domain in domains
    }


def _names(domain: Domain) -> Iterable[str]:
    yield domain.facts.title
    for item in domain.items:
        if not item.retired:
            yield from (item.category, item.title)
