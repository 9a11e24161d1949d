"""From the records of a site to papers, acts and citations. A relation is written once, in the acting record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from operator import attrgetter

from sitegen.diagnostics import Place
from sitegen.disclosure.events import ENDINGS, Act, Citation, Commencement, EventKind, Paper
from sitegen.model.records import Document
from sitegen.model.values import Relation

CHINA = timezone(timedelta(hours=8))

EVENT_OF: Mapping[str, EventKind] = {
    "amends": EventKind.AMEND,
    "partly_repeals": EventKind.PARTLY_REPEAL,
    "repeals": EventKind.REPEAL,
    "replaces": EventKind.REPLACE,
    "renews": EventKind.RENEW,
    "lapses": EventKind.LAPSE,
    "continues": EventKind.CONTINUE,
    "suspends": EventKind.SUSPEND,
    "resumes": EventKind.RESUME,
}
"""The event that each relation of a record brings about, by the attribute that holds the relation."""
_LISTS = attrgetter(*EVENT_OF)
"""Gives the lists of these relations at once: most are empty, and records are many."""


def paper_of(document: Document) -> Paper:
    """Return what matters of a record; days are those of China."""
    return Paper(
        key=document.path,
        title=document.title,
        number=document.document_number,
        issuer=document.issuing_bodies[0] if document.issuing_bodies else document.publisher,
        source=document.source,
        written_on=document.written_on,
        published_on=_day_in_china(document.published_at),
        effective_on=document.effective_on,
        commencements=tuple(
            Commencement(provision=later.provision, on=later.on) for later in document.later_commencements
        ),
        valid_until=document.valid_until,
        backfilled=document.backfilled,
        asserted_state=document.asserted_state,
        retroactive=document.retroactive,
        spans=document.spans,
    )


def acts_of(document: Document, key_of: Callable[[Relation], str]) -> tuple[Act, ...]:
    """Return what a record does to others; `key_of` says which paper a relation means."""
    return tuple(
        Act(
            kind=narrowed(kind, relation.provision),
            actor=document.path,
            target=key_of(relation),
            on=relation.on,
            provision=relation.provision,
            place=Place(path=document.source, span=relation.span),
        )
        for kind, relations in zip(EVENT_OF.values(), _LISTS(document), strict=True)
        for relation in relations
    )


def citations_of(document: Document, key_of: Callable[[Relation], str]) -> tuple[Citation, ...]:
    """Return the papers that a record names as its basis."""
    return tuple(
        Citation(
            actor=document.path,
            target=key_of(relation),
            place=Place(path=document.source, span=relation.span),
        )
        for relation in document.based_on
    )


def narrowed(kind: EventKind, provision: str) -> EventKind:
    """Return what an act on one article is: to repeal an article is to repeal in part."""
    return EventKind.PARTLY_REPEAL if provision and kind in ENDINGS else kind


def _day_in_china(moment: datetime | None) -> date | None:
    if moment is None:
        return None
    return (moment.astimezone(CHINA) if moment.tzinfo else moment).date()
