"""征求意见: open, closed, answered, and what came of it (R137–R139)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from sitegen.model.records import Consultation
from sitegen.site import Site

_FEEDBACK = re.compile(r"采纳|意见反馈|反馈情况|意见处理")
"""What a heading says above the account of the opinions that came."""
_SUBJECT = re.compile(r"《([^》]*[〈《]?[^》]*)》")
_DRAFT = re.compile(r"[（(](?:征求意见稿|公开征求意见稿|修订征求意见稿|草案|修订草案|送审稿)[^）)]*[）)]")


class Phase(StrEnum):
    """How far a consultation has come; answered: 意见采纳情况 is on the page."""

    COMING = "coming"
    OPEN = "open"
    UNANSWERED = "unanswered"
    ANSWERED = "answered"


class Consulted(msgspec.Struct, frozen=True, kw_only=True):
    """A consultation and how far it has come. `answer_due` is None where the place sets no day for it."""

    record: Consultation
    phase: Phase
    ends_on: date
    answer_due: date | None
    results: tuple[str, ...]


def consultations(site: Site) -> Iterator[Consulted]:
    """Give every published consultation, newest first; `results` are the paths of published documents it led to."""
    rule = site.catalogues.profile.consultation.feedback_days
    for record in site.records:
        if isinstance(record, Consultation) and record.ends_on is not None:
            yield Consulted(
                record=record,
                phase=phase_of(record, site.as_of),
                ends_on=record.ends_on,
                answer_due=record.ends_on + timedelta(days=rule.value) if rule is not None else None,
                results=tuple(
                    citation.target
                    for citation in site.acts.get(record.path, ())
                    if citation.relation == "result_of" and citation.target in site.by_path
                ),
            )


def subject_of(record: Consultation) -> str:
    """Return the title of the draft that the consultation's own title names, without （征求意见稿）; else ""."""
    found = _SUBJECT.search(record.title)
    return _DRAFT.sub("", found[1]) if found and _DRAFT.search(found[1]) else ""


def phase_of(record: Consultation, as_of: date) -> Phase:
    """Return how far a consultation with both its days has come."""
    if record.starts_on is not None and as_of < record.starts_on:
        return Phase.COMING
    if record.ends_on is not None and as_of <= record.ends_on:
        return Phase.OPEN
    if record.feedback_on is not None or any(_FEEDBACK.search(anchor) for anchor in record.anchors):
        return Phase.ANSWERED
    return Phase.UNANSWERED
