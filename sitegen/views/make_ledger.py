"""The rows of the 台账: of the index of regulations, and of every document that the column knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import msgspec

from sitegen import urls
from sitegen.disclosure.courses import Course, Phase, ended_on, next_change, phase_at, term_at
from sitegen.disclosure.events import ACTS, Paper
from sitegen.disclosure.phrases import short_name
from sitegen.disclosure.sentences import paper_in
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.disclosure.states import NAMES, Names
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import Document
from sitegen.site import Site
from sitegen.views.ledger import DocumentLedger, LedgerEntry

UNKNOWN = ("unknown", "不详")
"""Code and word for the state of a document that others only name: nobody says that it ended, nobody that it lasts."""


def governed_ledger(site: Site) -> DocumentLedger:
    """Return the ledger of the published 规章 and 行政规范性文件, newest first."""
    entries = tuple(entry_of(site.courses[record.path], site) for record in governed(site))
    return DocumentLedger(
        title=f"{site.config.title}规章和行政规范性文件台账",
        as_of=site.as_of,
        count=len(entries),
        documents=entries,
    )


def governed(site: Site) -> Iterator[Document]:
    """Give the published 规章 and 行政规范性文件, newest first."""
    for record in site.records:
        if isinstance(record, Document) and BY_NAME[record.kind].governed and record.path in site.courses:
            yield record


def entries_by_key(site: Site) -> dict[str, LedgerEntry]:
    """Return an entry for every document known: those of the column by path, then those that are only cited."""
    courses = sorted(site.courses.values(), key=lambda course: (course.key not in site.by_path, course.key))
    return {course.key: entry_of(course, site) for course in courses}


def entry_of(course: Course, site: Site) -> LedgerEntry:
    """Return the entry of one document; what is not public gives only what others say of it."""
    found = site.by_path.get(course.key)
    record = found if isinstance(found, Document) else None
    base = urls.base_address(site.config.address, site.config.base_path)
    entry = entry_among(course, site.courses, site.as_of, record, base, site.state_names)
    return msgspec.structs.replace(entry, theme=site.theme_of(record)) if record else entry


def entry_among(
    course: Course,
    courses: Mapping[str, Course],
    as_of: date,
    record: Document | None = None,
    base: str = "",
    names: Names = NAMES,
) -> LedgerEntry:
    """Return the entry of one document among others; without a `record` only what is told of its validity."""
    phase, following, end = phase_at(course, as_of), next_change(course, as_of), ended_on(course)
    known = course.paper.source != "" or bool(course.events)
    by = _actor(phase, courses)
    paper = course.paper
    return LedgerEntry(
        number=paper.number,
        title=paper.title,
        path=record.path if record else "",
        state=str(phase.state) if known else UNKNOWN[0],
        since=phase.since,
        until=end - timedelta(days=1) if end else None,
        by=short_name(by).text if by else "",
        state_title=names[phase.state] if known else UNKNOWN[1],
        by_title=by.title if by else "",
        by_provision=phase.cause.by_provision if by and phase.cause else "",
        reason=state_sentence(course, as_of, courses) if known else "",
        next_on=following.since if following else None,
        next_title=names[following.state] if following else "",
        kind=BY_NAME[record.kind].title if record else "",
        issuer=_issuer(record),
        publisher=record.publisher if record else "",
        index_number=record.index_number if record else "",
        registry_number=record.registry_number if record else "",
        written_on=paper.written_on,
        published_on=paper.published_on,
        effective_on=paper.effective_on,
        valid_until=term_at(course, as_of),
        theme=record.theme if record else "",
        gazette=_gazette(record),
        address=base + urls.page_of(record.path) if record else "",
        sha256=record.body_digest.hex() if record else "",
    )


def _actor(phase: Phase, courses: Mapping[str, Course]) -> Paper | None:
    """Return the other document that brought the state about."""
    cause = phase.cause
    return paper_in(courses, cause.actor) if cause is not None and cause.kind in ACTS else None


def _issuer(record: Document | None) -> str:
    if record is None:
        return ""
    return "、".join(record.issuing_bodies) or record.publisher


def _gazette(record: Document | None) -> str:
    if record is None or record.gazette is None:
        return ""
    gazette = record.gazette
    page = f"第{gazette.page}页" if gazette.page else ""
    return f"{gazette.year}年第{gazette.issue}期{page}"
