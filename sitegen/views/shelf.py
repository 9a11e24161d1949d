"""What many pages need, made once for a site: rows, states, crumbs, tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from sitegen import urls
from sitegen.disclosure.cases import Case, cases_of
from sitegen.disclosure.changes import effects_by_actor
from sitegen.disclosure.courses import next_change, phase_at, term_at
from sitegen.disclosure.events import Event
from sitegen.disclosure.local_words import name_under, note_under, prefix_under
from sitegen.disclosure.obligations import Coverage
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Document
from sitegen.site import Site, coverage_of
from sitegen.views.column_charts import Figures, figures_of
from sitegen.views.column_items import column_items
from sitegen.views.common import Link
from sitegen.views.comparisons import Comparison, comparisons_of
from sitegen.views.document import Related
from sitegen.views.item_places import ItemPlace, domain_link, item_places
from sitegen.views.page import ColumnTags
from sitegen.views.rows import Row
from sitegen.views.state import State

COLUMN_NAME = "政府信息公开"
LONG_AGO = datetime(1949, 10, 1)


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """Values shared by the makers of views.

    `comparisons` are the pages that lay two texts side by side, by the acting record and its target.
    `base` is the column's complete address with a slash at its end. `rows` and `states` are by record path;
    `below` (rows of a column and of all columns below it, newest first), `crumbs` and `tags` by column path;
    `effects` are the events that each acting document caused. `parts` are the ids of the fixed parts by folder,
    `statutory` the items of art. 20 and 21 by code, and `duties` those that the records of a column serve, by
    column path. `coverage` holds the obligations of the standard catalogues, `items` the places of their items by
    code, `column_items` the links to the items that a column serves, by its path, `domains` the links to the pages of
    domains by name, `cases` what is published in stages by the case's name,
    `figures` the records that charts are made of.
    """

    site: Site
    base: str
    rows: Mapping[str, Row]
    states: Mapping[str, State]
    below: Mapping[str, tuple[Row, ...]]
    effects: Mapping[str, tuple[tuple[str, Event], ...]]
    crumbs: Mapping[str, tuple[Link, ...]]
    tags: Mapping[str, ColumnTags]
    parts: Mapping[str, str]
    statutory: Mapping[str, Related]
    duties: Mapping[str, tuple[str, ...]]
    comparisons: Mapping[tuple[str, str], Comparison]
    coverage: Coverage
    items: Mapping[str, ItemPlace]
    column_items: Mapping[str, tuple[Link, ...]]
    domains: Mapping[str, Link]
    cases: Mapping[str, tuple[Case, ...]]
    figures: Figures


HOME = Link(title=COLUMN_NAME, path="index.html")


def make_shelf(site: Site) -> Shelf:
    """Make the values that all pages of `site` share."""
    states = {
        record.path: state
        for record in site.records
        if isinstance(record, Document) and (state := state_of(record, site)) is not None
    }
    rows = {record.path: _row(record, states.get(record.path), site) for record in site.records}
    return Shelf(
        site=site,
        base=urls.base_address(site.config.address, site.config.base_path),
        rows=rows,
        states=states,
        below=_below(rows, site),
        effects=effects_by_actor(site.courses.values()),
        crumbs={path: _crumbs(path, site) for path in site.columns},
        tags={path: _tags(path, site) for path in site.columns},
        parts={part.folder: part.code for part in site.catalogues.layout.parts},
        statutory=_statutory(site),
        duties={path: _duties(path, site) for path in site.columns},
        comparisons=comparisons_of(site),
        coverage=coverage_of(site),
        items=item_places(site.catalogues.domains, site.as_of),
        column_items=column_items(site),
        domains={domain.facts.title: domain_link(domain) for domain in site.catalogues.domains},
        cases=_cases(site),
        figures=figures_of(site),
    )


def _cases(site: Site) -> Mapping[str, tuple[Case, ...]]:
    found: defaultdict[str, tuple[Case, ...]] = defaultdict(tuple)
    for case in cases_of(site.records, site.catalogues.domains, site.items, site.as_of):
        found[case.name] += (case,)
    return found


def state_of(record: Document, site: Site) -> State | None:
    """Return the badge of a document; None where its kind has none and nothing acted on it."""
    course = site.courses.get(record.path)
    if course is None:
        return None
    if not BY_NAME[record.kind].governed and record.valid_until is None and len(course.events) < 2:
        return None
    phase, following = phase_at(course, site.as_of), next_change(course, site.as_of)
    words = site.catalogues.profile.state_words
    state = State(
        code=phase.state,
        word=name_under(words, phase.state),
        since=phase.since,
        sentence=state_sentence(course, site.as_of, site.courses),
        prefix=prefix_under(words, phase.state),
        note=note_under(words, phase.state),
    )
    if following is None:
        return state
    return msgspec.structs.replace(
        state,
        next_on=following.since,
        next_code=following.state,
        next_word=name_under(words, following.state),
    )


def term_of(record: Document, site: Site) -> date | None:
    """Return the last day of a document's term as it stands, renewals included."""
    course = site.courses.get(record.path)
    return term_at(course, site.as_of) if course is not None else record.valid_until


def body_name(name: str, site: Site) -> str:
    """Return the name of a body as lists show it."""
    body = site.bodies_by_name.get(name)
    return body.short_title or body.title if body is not None else name


def record_tags(record: AnyRecord, shelf: Shelf) -> ColumnTags:
    """Return the column tags of the column that holds `record`."""
    return shelf.tags.get(record.column) or site_tags(shelf.site)


def site_tags(site: Site) -> ColumnTags:
    """Return the column tags of pages that belong to no column: those of the whole (R95)."""
    return ColumnTags(
        name=COLUMN_NAME,
        description=f"{site.config.title}政府信息公开专栏：政策、指南、制度、法定主动公开内容、年报和依申请公开",
        keywords=f"{site.config.title},{COLUMN_NAME}",
        type="首页",
    )


def published_on(record: AnyRecord) -> datetime:
    """Return when a published record became public."""
    return record.published_at or LONG_AGO


def _row(record: AnyRecord, state: State | None, site: Site) -> Row:
    publisher = record.issuing_bodies[0] if record.issuing_bodies else record.publisher
    is_document = isinstance(record, Document)
    return Row(
        title=record.title,
        path=urls.page_of(record.path),
        published=published_on(record).date(),
        number=record.document_number if isinstance(record, Document) else "",
        index_number=record.index_number,
        body=body_name(publisher, site),
        kind="" if is_document else BY_NAME[record.kind].title,
        written_on=record.written_on,
        effective_on=record.effective_on if isinstance(record, Document) else None,
        valid_until=term_of(record, site) if isinstance(record, Document) else None,
        state=state,
    )


def _below(rows: Mapping[str, Row], site: Site) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for record in site.records:
        folder = record.column
        while folder:
            found.setdefault(folder, []).append(rows[record.path])
            folder = folder.rpartition("/")[0]
    return {folder: tuple(members) for folder, members in found.items()}


NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")
REGULATION = "《中华人民共和国政府信息公开条例》"


def _statutory(site: Site) -> dict[str, Related]:
    found: dict[str, Related] = {}
    for item in site.catalogues.layout.items_for(site.config.level):
        twentieth = item.code.startswith("a20-")
        article = f"第二十条第（{NUMERALS[int(item.code[-2:])]}）项" if twentieth else "第二十一条"
        found[item.code] = Related(title=item.text, detail=REGULATION + article)
    return found


def _duties(path: str, site: Site) -> tuple[str, ...]:
    """Return the statutory items of a column: its own, else those of the nearest column above it."""
    while path:
        column = site.columns.get(path)
        if column is not None and column.statutory_items:
            return column.statutory_items
        path = path.rpartition("/")[0]
    return ()


def _crumbs(path: str, site: Site) -> tuple[Link, ...]:
    """Return the way from the home page down to the column at `path`, itself included."""
    links = [HOME]
    pieces = path.split("/")
    for depth in range(1, len(pieces) + 1):
        column = site.columns.get("/".join(pieces[:depth]))
        if column is not None:
            links.append(Link(title=column.title, path=urls.index_of(column.path)))
    return tuple(links)


def _tags(path: str, site: Site) -> ColumnTags:
    column = site.columns[path]
    return ColumnTags(
        name=column.title,
        description=column.description or f"{site.config.title}政府信息公开专栏“{column.title}”栏目",
        keywords=",".join(column.keywords) or f"{column.title},{COLUMN_NAME}",
        type=";".join(column.column_types) or "信息公开目录",
    )
