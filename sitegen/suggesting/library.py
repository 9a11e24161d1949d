"""Which document of the column a text means: by its number, by its title, and by both where one is misquoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

import msgspec

from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.document_numbers import parse_document_number
from sitegen.disclosure.statements import title_core, title_stem
from sitegen.model.records import AnyRecord, Document

_ALIKE = 0.7
_STRANGE = 0.45
_LONG = 8


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A document that may be meant. `path` is its record path, empty for one that other texts only cite.

    `numbered` tells whether it may be referred to by its number: front matter has it, not its text alone.
    """

    path: str
    title: str
    number: str
    written_on: date | None = None
    numbered: bool = True


class Library:
    """The documents that may be meant, by number and by title."""

    def __init__(self, documents: Iterable[Known]) -> None:
        self._unnumbered: defaultdict[date, list[Known]] = defaultdict(list)
        self._numbers: defaultdict[str, list[Known]] = defaultdict(list)
        self._cores: defaultdict[str, list[Known]] = defaultdict(list)
        self._stems: defaultdict[str, list[Known]] = defaultdict(list)
        for known in documents:
            if known.number:
                self._numbers[known.number].append(known)
            elif known.written_on:
                self._unnumbered[known.written_on].append(known)
            if known.title:
                self._cores[title_core(known.title)].append(known)
                self._stems[title_stem(known.title)].append(known)

    def is_the_only(self, number: str) -> bool:
        """Tell whether a number leads to one document."""
        return len(self._numbers.get(number, ())) == 1

    def find(self, number: str, title: str, acting: Known, issued_on: date | None = None) -> Known | None:
        """Return the document that `acting` means, never itself and none that was written later.

        A number counts unless the document that bears it is called otherwise and another one bears the title:
        then the number was misquoted. A title counts if no number, or one much like its own, was given with it.
        Of a document without any number, a title much like its own counts with the day of issue.
        """
        numbered = _first(self._numbers.get(number, ()), acting) if number else None
        if numbered is None:
            meant = self._titled(title, acting, like=number) if title else None
            return meant or self._issued(title, issued_on, acting)
        titled = self._titled(title, acting) if title else None
        if not title or titled is numbered or _alike(numbered.title, title) >= _ALIKE:
            return numbered
        return titled or (None if self.bears_another_title(number, title) else numbered)

    def _issued(self, title: str, issued_on: date | None, acting: Known) -> Known | None:
        same_day = self._unnumbered.get(issued_on, ()) if issued_on and title else ()
        return _first((known for known in same_day if _alike(known.title, title) >= _ALIKE), acting)

    def copies(self, known: Known) -> list[Known]:
        """Return the other pages of the same document: same title, same year, and no other number."""
        return [
            other
            for other in self._cores.get(title_core(known.title), ())
            if other.path not in ("", known.path)
            and _year(other) == _year(known)
            and (other.number == known.number or not (other.number and known.number))
        ]

    def bears_another_title(self, number: str, title: str) -> bool:
        """Tell whether a number given with a title leads to a document that is called quite otherwise."""
        bearers = self._numbers.get(number, ()) if title else ()
        return bool(bearers) and all(_alike(known.title, title) < _STRANGE for known in bearers)

    def _titled(self, title: str, acting: Known, like: str = "") -> Known | None:
        """Return the newest document with a title; where a number is given, one whose own is much `like` it.

        Of a long title that is the very same, the year is likeness enough: joint documents have several numbers,
        and one of them is cited.
        """
        core = title_core(title)
        least = 1 if len(core) >= _LONG else 2
        for names, name, parts in ((self._cores, core, least), (self._stems, title_stem(title), 2)):
            known = names.get(name, ())
            found = _first((each for each in known if not like or _resemble(like, each.number, parts)), acting)
            if found is not None:
                return found
        return None


def known_of(record: AnyRecord) -> Known | None:
    """Return a record as a document that may be meant; None where it is no document."""
    if not isinstance(record, Document):
        return None
    number = number_of(record.document_number) if record.document_number else ""
    published = record.published_at.date() if record.published_at else None
    return Known(
        path=record.path, title=record.title, number=number, written_on=record.written_on or published
    )


def _first(candidates: Iterable[Known], acting: Known) -> Known | None:
    """Return the newest of those that were there before `acting`; of equals the last by path, as links are resolved."""
    possible = [
        known
        for known in candidates
        if not _is_same(known, acting)
        and not (known.written_on and acting.written_on and known.written_on > acting.written_on)
    ]
    return max(possible, key=lambda known: (known.written_on or date.min, known.path), default=None)


def _year(known: Known) -> int:
    return known.written_on.year if known.written_on else 0


def _is_same(known: Known, acting: Known) -> bool:
    if known.path and known.path == acting.path:
        return True
    return bool(known.number) and known.number == acting.number


def _resemble(number: str, other: str, parts: int = 2) -> bool:
    """Tell whether two numbers share so many of three parts: house, year and serial; a single one must be the year."""
    first, second = parse_document_number(number), parse_document_number(other)
    if first is None or second is None:
        return not other
    same = (first.prefix == second.prefix, first.year == second.year, first.serial == second.serial)
    return sum(same) >= parts and (parts > 1 or first.year == second.year)


def _alike(title: str, other: str) -> float:
    first, second = title_stem(title), title_stem(other)
    if first in second or second in first:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
