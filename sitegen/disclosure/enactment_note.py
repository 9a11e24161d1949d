"""题注: the line of history under the title of a 规章 (R11), made from the same events as the badge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sitegen.disclosure.courses import Course, events_until, term_at
from sitegen.disclosure.events import REPEALS, Event, EventKind, Paper
from sitegen.disclosure.phrases import chinese_date, full_name
from sitegen.disclosure.sentences import paper_in

VERBS = {EventKind.AMEND: "修订", EventKind.PARTLY_REPEAL: "修订", EventKind.RENEW: "延续有效期"}


def enactment_note(course: Course, as_of: date, courses: Mapping[str, Course]) -> tuple[str, ...]:
    """Return the note in pieces that a line break should not split, with its brackets.

    Publication with 文号, each amendment up to `as_of` with 文号, commencement, term, end: as in the notes of
    the national rules. Empty where no date is known.
    """
    pieces = [*_published(course.paper), *_amended(course, as_of, courses), *_dates(course, as_of, courses)]
    if not pieces:
        return ()
    pieces[0] = f"（{pieces[0]}"
    pieces[-1] = f"{pieces[-1]}）"
    return tuple(pieces)


def _published(paper: Paper) -> Iterator[str]:
    on = paper.written_on or paper.published_on
    if on is not None:
        yield f"{chinese_date(on)}{_issuer(paper)}{paper.number}公布"


def _issuer(paper: Paper) -> str:
    """Return the issuing body unless the number of an order already begins with it."""
    return "" if paper.issuer and paper.number.startswith(paper.issuer) else paper.issuer


def _amended(course: Course, as_of: date, courses: Mapping[str, Course]) -> Iterator[str]:
    acts = [event for event in events_until(course, as_of) if event.kind in VERBS]
    distinct = {(event.actor, VERBS[event.kind]): event for event in acts}
    for event in distinct.values():
        actor = paper_in(courses, event.actor)
        on = actor.written_on or actor.published_on or event.on
        day = chinese_date(on) if on else ""
        yield f"根据{day}{full_name(actor).text}{VERBS[event.kind]}"


def _dates(course: Course, as_of: date, courses: Mapping[str, Course]) -> Iterator[str]:
    start, term = course.paper.commences_on, term_at(course, as_of)
    if start is not None:
        yield f"自{chinese_date(start)}起施行"
    if term is not None and (course.paper.presumed_years == 0 or term != course.paper.valid_until):
        yield f"有效期至{chinese_date(term)}"
    for event in events_until(course, as_of):
        if event.kind in REPEALS or event.kind is EventKind.LAPSE:
            yield _ended(event, courses)


def _ended(event: Event, courses: Mapping[str, Course]) -> str:
    since = f"自{chinese_date(event.on)}起" if event.on else ""
    verb = "废止" if event.kind in REPEALS else "宣布失效"
    return f"{since}由{full_name(paper_in(courses, event.actor)).text}{verb}"
