"""What happens to documents: papers, and the acts by which one paper changes another.

Every state, note and timeline is a view of these. `from_records.py` makes them of a site's records.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from sitegen.diagnostics import Place, Span


class EventKind(StrEnum):
    """What may happen to a document. The order is the order of one day's events."""

    COMMENCE = "commence"
    RESUME = "resume"
    LIFT = "lift"
    CONTINUE = "continue"
    AMEND = "amend"
    PARTLY_REPEAL = "partly_repeal"
    RENEW = "renew"
    SUSPEND = "suspend"
    TERM_END = "term_end"
    EXPIRE = "expire"
    LAPSE = "lapse"
    REPEAL = "repeal"
    REPLACE = "replace"


PRECEDENCE = {kind: rank for rank, kind in enumerate(EventKind)}

CONSEQUENCES = frozenset({EventKind.COMMENCE, EventKind.TERM_END, EventKind.EXPIRE, EventKind.LIFT})
"""What follows from dates: a document's own, or (LIFT) the end of the paper that suspended it.

A term that is over ends its document (EXPIRE), or in some places does not (TERM_END, R57).
"""

ACTS = frozenset(EventKind) - CONSEQUENCES
"""What one document does to another."""

REPEALS = frozenset({EventKind.REPEAL, EventKind.REPLACE})
ENDINGS = frozenset({*REPEALS, EventKind.LAPSE, EventKind.EXPIRE})


class Commencement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A provision (第十二条) that commences on another day than the rest."""

    provision: str
    on: date


class Paper(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A document as far as its validity is concerned.

    `key` is the record's path, or for a document that is only cited `number:…` or `title:…`; `source` is its
    file, empty for the latter. `spans` is the record's encoded map of places: it is read only for findings.
    `outlives_term` says that the end of the term alone does not end it (R57), `presumed_years` that it names no
    term and `valid_until` was reckoned by so many years.
    """

    key: str
    title: str = ""
    number: str = ""
    issuer: str = ""
    source: str = ""
    written_on: date | None = None
    published_on: date | None = None
    effective_on: date | None = None
    valid_until: date | None = None
    outlives_term: bool = False
    presumed_years: int = 0
    backfilled: bool = False
    commencements: tuple[Commencement, ...] = ()
    asserted_state: str = ""
    retroactive: str = ""
    spans: bytes = b""

    @property
    def commences_on(self) -> date | None:
        """The first day in force: 施行日期, else 发布日期, else 成文日期.

        What was put up years later (补录) was in force since it was written.
        """
        early = self.written_on if self.backfilled else None
        return self.effective_on or early or self.published_on or self.written_on

    @property
    def expires_on(self) -> date | None:
        """The day on which the end of the term ends the paper (R59), None where it has no term or outlives it."""
        return None if self.outlives_term else day_after(self.valid_until)

    def place(self, attribute: str) -> Place | None:
        """Return where `attribute` (`valid_until`) stands; None for a document that is only cited."""
        if not self.source:
            return None
        spans = msgspec.msgpack.decode(self.spans, type=dict[str, Span]) if self.spans else {}
        return Place(path=self.source, span=spans.get(attribute))


class Act(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the paper `actor` does to the paper `target`.

    `on` is a date other than the actor's own. `provision` narrows the act to an article of the target;
    `by_provision` is the article of the actor that says so, where it is known.
    """

    kind: EventKind
    actor: str
    target: str
    on: date | None = None
    provision: str = ""
    by_provision: str = ""
    place: Place | None = None


class Citation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """依据: the paper `actor` names the paper `target` as its basis."""

    actor: str
    target: str
    place: Place | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that took effect for one paper on the day `on` (None: day unknown, in effect ever since).

    `actor` is the paper's own key where its own dates are the cause. `until` is the new last day of a renewed
    term.
    """

    on: date | None
    kind: EventKind
    actor: str
    provision: str = ""
    by_provision: str = ""
    until: date | None = None
    place: Place | None = None


def day_after(day: date | None) -> date | None:
    """Return the next day; None for no day and for the calendar's last one, which clerks write for 长期."""
    return None if day is None or day == date.max else day + timedelta(days=1)


def number_key(number: str) -> str:
    """Return the key of a document that is only cited, by its normal 文号."""
    return f"number:{number}"


def title_key(title: str) -> str:
    """Return the key of a document that is only cited and has no 文号."""
    return f"title:{title}"


def cited_paper(key: str) -> Paper:
    """Return all that is known of a paper that is only cited: what its key says."""
    scheme, _, name = key.partition(":")
    match scheme if name else "":
        case "number":
            return Paper(key=key, number=name)
        case "title":
            return Paper(key=key, title=name)
        case _:
            return Paper(key=key, title=key)
