"""政策解读: which documents must be explained, by when, and by what they are (R130, R131)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.disclosure.courses import state_at
from sitegen.disclosure.working_days import WorkingDate, after_working_days
from sitegen.model.kinds import BY_NAME
from sitegen.model.local_rules import Absence
from sitegen.model.profile import Profile
from sitegen.model.records import Document, Interpretation
from sitegen.site import Site


class Standing(StrEnum):
    """How a document's interpretation stands: published in time, late, still to come, overdue."""

    IN_TIME = "in_time"
    LATE = "late"
    AWAITED = "awaited"
    OVERDUE = "overdue"


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A document that must be explained. `first` is its earliest interpretation, `due` the last day for it."""

    document: Document
    published_on: date
    due: WorkingDate
    first: Interpretation | None
    standing: Standing


def explanations(site: Site) -> Iterator[Explanation]:
    """Give every published document that the place wants explained, newest first.

    What was taken from elsewhere is explained there. What has ended, what only ends or prolongs others, and
    what says why it needs none (免解读理由) needs none.
    """
    profile = site.catalogues.profile
    kinds = {BY_NAME[name].id for name in profile.interpretation.kinds.value if name in BY_NAME}
    for record in site.records:
        if record.kind in kinds and isinstance(record, Document) and _is_wanted(record, profile, site):
            yield _of(record, profile, site)


def interpretations_of(document: Document, site: Site) -> list[Interpretation]:
    """Return the published interpretations of a document, the earliest first."""
    actors = (
        site.by_path.get(citation.actor)
        for citation in site.cited_by.get(document.path, ())
        if citation.relation == "interprets"
    )
    found = [actor for actor in actors if isinstance(actor, Interpretation)]
    return sorted(found, key=published_on)


def published_on(record: Document | Interpretation) -> date:
    """Return the day on which a published record became public."""
    return record.published_at.date() if record.published_at is not None else date.min


def _is_wanted(record: Document, profile: Profile, site: Site) -> bool:
    rule = profile.interpretation.missing
    if record.interpretation_exempt or record.reprint_of is not None or rule.value is Absence.IGNORE:
        return False
    if not rule.holds_for(record.dated_on) or _only_acts(record, profile):
        return False
    course = site.courses.get(record.path)
    return course is None or not state_at(course, site.as_of).ended


def _only_acts(record: Document, profile: Profile) -> bool:
    return any(word in record.title for word in profile.term.acting_words.value)


def _of(record: Document, profile: Profile, site: Site) -> Explanation:
    published, days = published_on(record), profile.interpretation.working_days.value
    first = next(iter(interpretations_of(record, site)), None)
    due = after_working_days(published, days)
    if first is not None:
        late = published_on(first) > due.on and not (record.backfilled or first.backfilled)
        standing = Standing.LATE if late else Standing.IN_TIME
    else:
        standing = Standing.OVERDUE if site.as_of > due.on else Standing.AWAITED
    return Explanation(document=record, published_on=published, due=due, first=first, standing=standing)
