"""What pages tell machines in the words of schema.org, as JSON text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from sitegen import urls
from sitegen.disclosure.courses import Course, events_until, phase_at, term_at
from sitegen.disclosure.events import EventKind
from sitegen.disclosure.states import WORDINGS
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Document
from sitegen.model.site_config import Body
from sitegen.views.shelf import COLUMN_NAME, Shelf
from sitegen.views.structured_data import (
    CONTEXT,
    CitedLegislation,
    DataDownload,
    Dataset,
    GovernmentOrganization,
    Legislation,
    PostalAddress,
)

CHANGES = frozenset({"amends", "partly_repeals", "renews", "suspends", "resumes"})
REPEALS = frozenset({"repeals", "replaces", "lapses"})
VERSIONS = frozenset({EventKind.AMEND, EventKind.PARTLY_REPEAL})
DATA_FILES = (("data/documents.json", "application/json"), ("data/documents.csv", "text/csv"))


def legislation_json(record: AnyRecord, shelf: Shelf) -> str:
    """Return the JSON-LD of a document that has a validity; empty for any other record."""
    if not isinstance(record, Document) or not BY_NAME[record.kind].governed:
        return ""
    return _json(_legislation(record, shelf))


def _legislation(record: Document, shelf: Shelf) -> Legislation:
    address = shelf.base + urls.page_of(record.path)
    course = shelf.site.courses.get(record.path)
    as_of = shelf.site.as_of
    wording = WORDINGS[phase_at(course, as_of).state] if course is not None else None
    issuers = record.issuing_bodies or (record.publisher,)
    return Legislation(
        id=address,
        url=address,
        name=record.title,
        in_language=record.language or "zh-CN",
        legislation_identifier=record.document_number,
        identifier=record.index_number,
        legislation_type=BY_NAME[record.kind].title,
        legislation_date=record.written_on,
        date_published=record.published_at.date() if record.published_at is not None else None,
        legislation_date_of_applicability=record.effective_on,
        legislation_date_version=_version(course, as_of) if course is not None else None,
        legislation_legal_force=f"{CONTEXT}/{wording.legal_force}" if wording is not None else "",
        creative_work_status=wording.national_word if wording is not None else "",
        temporal_coverage=_coverage(course, as_of) if course is not None else "",
        legislation_passed_by=tuple(_named(name, shelf) for name in issuers if name),
        publisher=_named(record.publisher, shelf) if record.publisher else None,
        keywords=record.keywords,
        abstract=record.summary,
        is_based_on=tuple(_cited(record, frozenset({"based_on"}), shelf)),
        legislation_changes=tuple(_cited(record, CHANGES, shelf)),
        legislation_repeals=tuple(_cited(record, REPEALS, shelf)),
    )


def _version(course: Course, as_of: date) -> date | None:
    """Return the day of the last amendment in effect."""
    days = [event.on for event in events_until(course, as_of) if event.kind in VERSIONS and event.on]
    return max(days, default=None)


def _coverage(course: Course, as_of: date) -> str:
    """Return the time in force as ISO 8601 interval: to the day before the end, else to the end of the term."""
    start = course.paper.commences_on
    if start is None:
        return ""
    end = None if course.paper.outlives_term else term_at(course, as_of)
    phase = phase_at(course, as_of)
    if phase.state.ended and phase.since is not None:
        last = date.fromordinal(max(phase.since.toordinal() - 1, start.toordinal()))
        end = min(end, last) if end is not None else last
    return f"{start}/{end if end is not None and end != date.max else '..'}"


def _cited(record: Document, relations: frozenset[str], shelf: Shelf) -> Iterator[CitedLegislation]:
    """Give the other documents of some relations, each once."""
    seen: set[tuple[str, str, str]] = set()
    for citation in shelf.site.acts.get(record.path, ()):
        key = (citation.target, citation.number, citation.title)
        if citation.relation in relations and key not in seen:
            seen.add(key)
            address = shelf.base + urls.page_of(citation.target) if citation.target else ""
            yield CitedLegislation(
                id=address,
                url=address,
                name=citation.title or citation.number,
                legislation_identifier=citation.number,
            )


def body_json(body: Body, shelf: Shelf) -> str:
    """Return the JSON-LD of a body."""
    address = shelf.base + urls.page_of(body.path)
    organisation = GovernmentOrganization(
        id=address,
        url=address,
        name=body.title,
        alternate_name=body.short_title,
        identifier=body.code,
        address=PostalAddress(street_address=body.address, address_country="CN") if body.address else None,
        telephone=body.phone,
        fax_number=body.fax,
        email=body.email,
        founding_date=body.founded_on,
        dissolution_date=body.ended_on,
        parent_organization=_named(body.superior, shelf) if body.superior else None,
    )
    return _json(organisation)


def _named(name: str, shelf: Shelf) -> GovernmentOrganization:
    """Return a body as others mention it."""
    body = shelf.site.bodies_by_name.get(name)
    address = shelf.base + urls.page_of(body.path) if body is not None else ""
    return GovernmentOrganization(id=address, url=address, name=name)


def dataset_json(shelf: Shelf) -> str:
    """Return the JSON-LD of the list of all records."""
    site = shelf.site
    data = Dataset(
        id=f"{shelf.base}data/documents.json",
        url=shelf.base,
        name=f"{site.config.title}{COLUMN_NAME}目录",
        description=f"{site.config.title}{COLUMN_NAME}专栏公开的全部信息：标题、文号、日期、机构、效力状态和网址。",
        in_language="zh-CN",
        is_accessible_for_free=True,
        date_modified=site.as_of,
        creator=_named(site.config.title, shelf),
        distribution=tuple(
            DataDownload(content_url=shelf.base + path, encoding_format=form) for path, form in DATA_FILES
        ),
    )
    return _json(data)


def _json(thing: msgspec.Struct) -> str:
    """Return a thing as JSON-LD: its own members behind the vocabulary that they are of."""
    return f'{{"@context":"{CONTEXT}",{msgspec.json.encode(thing).decode()[1:]}'
