"""What was read by eye of the documents of a corpus, and how answers are held against it.

An act belongs to the document whose number it gives; where no document has that number, to the one whose title it
gives. An act that belongs to no document of the truth counts as wrong. A date counts as right when it is the same
day; the last day of a term may differ by one day, because two ways of counting are in use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sitegen.disclosure.document_numbers import normalise_document_number
from sitegen.disclosure.statements import title_core, title_stem

ONE_DAY = timedelta(days=1)


class Truth:
    """The documents of the truth, found by page, by number and by title."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.reference_date: date = data["reference_date"]
        self.documents: list[dict[str, Any]] = data["documents"]
        self.by_page: dict[str, int] = {}
        self.by_number: dict[str, int] = {}
        self.by_core: dict[str, int] = {}
        self.by_stem: dict[str, int] = {}
        for index, document in enumerate(self.documents):
            for page in (document["id"], *document.get("other_ids", ())):
                if page is not None:
                    self.by_page[str(page)] = index
            for number in (document["doc_number"], document.get("number_in_text")):
                if number:
                    self.by_number[normalise_document_number(number)] = index
            self.by_core.setdefault(title_core(document["title"]), index)
            self.by_stem.setdefault(title_stem(document["title"]), index)

    def find(self, number: str, title: str, acting: int | None) -> int | None:
        """Return the document that a number or title belongs to; never the acting one itself."""
        for found in (
            self.by_number.get(number),
            self.by_core.get(title_core(title)),
            self.by_stem.get(title_stem(title)),
        ):
            if found is not None and found != acting:
                return found
        return None

    def relations(self, pages: Iterable[str]) -> dict[tuple[int, int], dict[str, Any]]:
        """Return what changes or ends a document, by acting and changed document, as far as pages are there."""
        there = set(pages)
        return {
            (self.by_page[str(cause["id"])], index): cause
            for index, document in enumerate(self.documents)
            for cause in document["because"]
            if str(cause["id"]) in there
        }

    def own_pages(self, pages: Iterable[str]) -> list[tuple[int, str]]:
        """Return the documents that have a page of their own among `pages`."""
        there = set(pages)
        return [
            (index, str(document["id"]))
            for index, document in enumerate(self.documents)
            if document["id"] is not None and str(document["id"]) in there
        ]


class Figures:
    """Precision and recall as they come in; `faults` says in words what was wrong."""

    def __init__(self) -> None:
        self.shares: dict[str, float] = {}
        self.faults: list[str] = []

    def counted(self, name: str, right: int, given: int, wanted: int) -> None:
        precision, recall = right / given if given else 1.0, right / wanted if wanted else 1.0
        print(
            f"{name:<22} precision {precision:.3f} ({right}/{given})  recall {recall:.3f} ({right}/{wanted})"
        )
        self.shares |= {f"{name}, precision": precision, f"{name}, recall": recall}

    def share(self, name: str, right: int, total: int) -> None:
        print(f"{name:<22} {right / total if total else 1.0:.3f} ({right}/{total})")
        self.shares[name] = right / total if total else 1.0


def commencements(truth: Truth, said: Mapping[str, date | None], figures: Figures) -> None:
    """Count days of commencement by page; None where none is known."""
    pairs = [
        (page, truth.documents[index].get("effective"), said[page]) for index, page in truth.own_pages(said)
    ]
    right = sum(given is not None and given == wanted for _, wanted, given in pairs)
    figures.counted(
        "commencement dates",
        right,
        sum(given is not None for _, _, given in pairs),
        sum(wanted is not None for _, wanted, _ in pairs),
    )
    figures.faults += [
        f"commencement: {page} is {wanted}, said {given}" for page, wanted, given in pairs if wanted != given
    ]


def terms(truth: Truth, said: Mapping[str, date | None], figures: Figures) -> None:
    """Count last days of terms by page; None where none is known."""
    pairs = [
        (page, truth.documents[index].get("expires"), said[page]) for index, page in truth.own_pages(said)
    ]
    good = [wanted and given and abs(wanted - given) <= ONE_DAY for _, wanted, given in pairs]
    figures.counted(
        "terms",
        sum(map(bool, good)),
        sum(given is not None for _, _, given in pairs),
        sum(wanted is not None for _, wanted, _ in pairs),
    )
    figures.faults += [
        f"term: {page} is {wanted}, said {given}"
        for (page, wanted, given), well in zip(pairs, good, strict=True)
        if not well and (wanted or given)
    ]
