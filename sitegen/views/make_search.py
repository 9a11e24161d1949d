"""The search: its page, the index of titles that also works from disk, and what is searched beside a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sitegen import urls
from sitegen.disclosure.states import NAMES
from sitegen.formats.search_text import CHARACTERS
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Consultation, Document, GazetteIssue, Meeting, NothingToDisclose
from sitegen.site import Site
from sitegen.views.common import Link
from sitegen.views.make_bodies import DIRECTORY
from sitegen.views.service_pages import SearchCharacters, SearchIndex, SearchPage, SearchRow
from sitegen.views.shelf import HOME, Shelf, site_tags

TITLES = "data/titles.js"
CHARACTER_TABLE = "data/characters.js"


class Searched(msgspec.Struct, frozen=True, kw_only=True):
    """A page that can be found: its site path, the record whose text it has, the lines that are searched beside it."""

    page: str
    record: AnyRecord
    head: tuple[str, ...]


def search_page(shelf: Shelf, full_text: str) -> SearchPage:
    """Return the search page; without script it leads to the lists. `full_text` is the folder of the index, or ""."""
    parts = shelf.site.catalogues.layout.parts_of(shelf.site.config.layout)
    lists = [
        Link(title=part.title, path=urls.index_of(part.folder))
        for part in parts
        if part.folder in shelf.site.columns
    ]
    return SearchPage(
        path=urls.SEARCH,
        root="",
        title="检索",
        column_tags=site_tags(shelf.site),
        crumbs=(HOME,),
        canonical=shelf.base + urls.SEARCH,
        index_path=TITLES,
        characters_path=CHARACTER_TABLE,
        full_text_path=full_text,
        lists=(*lists, DIRECTORY, Link(title="站点地图", path=urls.SITE_MAP)),
    )


def search_index(shelf: Shelf) -> SearchIndex:
    """Return titles, numbers, bodies, states, kinds and domains of all records: what can be searched without texts."""
    bodies: dict[str, int] = {}
    kinds: dict[str, int] = {}
    domains: dict[str, int] = {}
    codes = [str(code) for code in NAMES]
    rows = []
    for record in shelf.site.records:
        row = shelf.rows[record.path]
        state = row.state
        rows.append(
            SearchRow(
                title=row.title,
                path=row.path,
                number=row.number,
                published=row.published.isoformat(),
                body=bodies.setdefault(row.body, len(bodies)),
                state=codes.index(state.code) if state is not None else -1,
                next_on=state.next_on.isoformat() if state is not None and state.next_on is not None else "",
                next_state=codes.index(state.next_code) if state is not None and state.next_code else -1,
                kind=kinds.setdefault(BY_NAME[record.kind].title, len(kinds)),
                domains=tuple(domains.setdefault(name, len(domains)) for name in _domains(record)),
            )
        )
    words = tuple((str(code), name) for code, name in shelf.site.state_names.items())
    return SearchIndex(
        bodies=tuple(bodies), states=words, kinds=tuple(kinds), domains=tuple(domains), rows=tuple(rows)
    )


def _domains(record: AnyRecord) -> Iterable[str]:
    """Return the domains of standard catalogues that a record belongs to."""
    return dict.fromkeys(code.partition("/")[0] for code in record.catalogue_items)


def search_characters() -> SearchCharacters:
    """Return what the script knows of characters, the same for every site."""
    return SearchCharacters(
        traditional=CHARACTERS.traditional,
        simplified=CHARACTERS.simplified,
        initials=tuple(sorted(CHARACTERS.initials.items())),
    )


def searched_records(site: Site) -> tuple[Searched, ...]:
    """Return what is searched in Chinese, in order of the pages' paths."""
    found = (
        Searched(page=urls.page_of(record.path), record=record, head=tuple(filter(None, _head(record, site))))
        for record in site.records
    )
    return tuple(sorted(found, key=lambda each: each.page))


def _head(record: AnyRecord, site: Site) -> Iterator[str]:
    yield record.title
    yield record.index_number
    if isinstance(record, Document):
        yield record.document_number
        yield record.registry_number
    names = dict.fromkeys((*record.issuing_bodies, record.publisher))
    for name in names:
        yield name
        body = site.bodies_by_name.get(name)
        if body is not None:
            yield body.short_title
    yield from record.keywords
    yield record.summary
    for attachment in record.attachments:
        yield attachment.name
    yield from _of_its_kind(record)
    if isinstance(record, GazetteIssue):
        for citation in site.acts.get(record.path, ()):
            yield from (citation.title, citation.number) if citation.relation == "contents" else ()


def _of_its_kind(record: AnyRecord) -> tuple[str, ...]:
    """Return what a page of this kind shows beside its text."""
    if isinstance(record, Meeting):
        return (record.session, *record.agenda, *record.attendees)
    if isinstance(record, Consultation):
        return record.channels
    return (record.reason,) if isinstance(record, NothingToDisclose) else ()
