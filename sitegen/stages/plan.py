"""plan: Site → Artifacts. Which files the column is made of, and the view that each is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from sitegen import urls
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord
from sitegen.site import Site
from sitegen.stages.tables import ledger, tables
from sitegen.theme_folders import StaticFile
from sitegen.views.artifact import Artifact, Bundle
from sitegen.views.chrome import Chrome
from sitegen.views.common import Link
from sitegen.views.data import Robots, SiteMapIndex
from sitegen.views.ingredients import ingredients
from sitegen.views.last_changes import last_changes
from sitegen.views.lists import ListPage
from sitegen.views.make_bodies import all_body_pages, bodies_page
from sitegen.views.make_catalogue import catalogue_pages, catalogues_page
from sitegen.views.make_chrome import make_chrome
from sitegen.views.make_coverage import coverage_page
from sitegen.views.make_data import open_search, record_data, site_maps
from sitegen.views.make_document import document_page
from sitegen.views.make_editions import Editions, chromes_of, editions_of, in_all_languages
from sitegen.views.make_feeds import feeds
from sitegen.views.make_home import home_page
from sitegen.views.make_index import index_pages
from sitegen.views.make_item_lists import item_pages, items_page
from sitegen.views.make_pages import column_pages, list_pages, theme_pages
from sitegen.views.make_plain import plain_page, text_of_column
from sitegen.views.make_redline import redline_pages
from sitegen.views.make_search import search_page
from sitegen.views.make_service import moved_pages, not_found_page, sitemap_page
from sitegen.views.make_text_files import forms_of, text_file
from sitegen.views.make_tombstone import tombstone_pages
from sitegen.views.make_translated_search import translated_search
from sitegen.views.make_translations import translated_chrome, translation_pages
from sitegen.views.page import Page
from sitegen.views.shelf import COLUMN_NAME, HOME, Shelf, make_shelf, site_tags

FEWEST, MOST = 100, 200
"""Documents of a share where there are few, and shares of documents where there are many."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Some of a build's files, given bundle by bundle: views are many, and whoever takes them needs few at a time.

    `documents` says how many documents it has the pages of.
    """

    make: Callable[[], Iterator[Bundle]]
    documents: int = 0


class FullText(msgspec.Struct, frozen=True, kw_only=True):
    """The full-text index: the folder where the search page finds it, empty where there is none, and its files."""

    path: str = ""
    files: tuple[Artifact, ...] = ()


def plan(
    site: Site, static: Iterable[StaticFile], content: Path, full_text: FullText
) -> tuple[Mapping[str, Chrome], tuple[Share, ...]]:
    """Return the view that all pages share, by language, and all files of the column in shares, the long ones first."""
    shelf = make_shelf(site)
    editions = editions_of(shelf)
    pages = partial(_artifacts, shelf, tuple(static), content, full_text)
    common = (pages, partial(tables, shelf), partial(ledger, shelf))
    long = (Share(make=partial(_common, make, editions)) for make in common)
    chrome = make_chrome(shelf)
    return chromes_of(chrome, translated_chrome(chrome, shelf), editions), (*long, *_shares_of_records(shelf, editions))


def _shares_of_records(shelf: Shelf, editions: Editions) -> Iterator[Share]:
    """Give shares of a like number of records."""
    records = shelf.site.records
    size = max(FEWEST, -(-len(records) // MOST))
    for start in range(0, len(records), size):
        some = records[start : start + size]
        yield Share(make=partial(_records, shelf, some, editions), documents=len(some))


def _common(make: Callable[[], Iterator[Artifact]], editions: Editions) -> Iterator[Bundle]:
    """Give files that are not of a single record."""
    yield Bundle(make=lambda: in_all_languages(make(), editions))


def _artifacts(
    shelf: Shelf, static: Iterable[StaticFile], content: Path, full_text: FullText
) -> Iterator[Artifact]:
    """Give all files that are not of a single record, beside those of `tables.py`."""
    pages = [urls.page_of(record.path) for record in shelf.site.records]
    for artifact in chain(_lists(shelf), _services(shelf, full_text.path)):
        if artifact.path.endswith(".html") and artifact.template not in NOT_LISTED:
            pages.append(artifact.path)
        yield artifact
    yield from _feeds(shelf)
    yield from _copies(shelf, content)
    yield from full_text.files
    for file in static:
        yield Artifact(path=f"static/{file.path}", copy_of=file.source, digest=file.digest)
    yield from _ways_in(shelf, pages)


def _records(shelf: Shelf, records: Iterable[AnyRecord], editions: Editions) -> Iterator[Bundle]:
    for record in records:
        make = partial(_in_all_languages, record, shelf, editions)
        yield Bundle(make=make, made_of=ingredients(record, shelf), source=record.source)


def _in_all_languages(record: AnyRecord, shelf: Shelf, editions: Editions) -> Iterator[Artifact]:
    return in_all_languages(_of_record(record, shelf), editions)


def _of_record(record: AnyRecord, shelf: Shelf) -> Iterator[Artifact]:
    template = BY_NAME[record.kind].template
    page = plain_page(record, shelf) if template == "plain.html" else document_page(record, shelf)
    yield _text(template, page, record, shelf)
    yield Artifact(path=f"{record.path}.json", template="record.json", view=record_data(record, shelf))
    yield from _text_files(record, shelf)


def _text_files(record: AnyRecord, shelf: Shelf) -> Iterator[Artifact]:
    """Give the text of a record as files of its own."""
    for suffix, _ in forms_of(record, shelf):
        yield Artifact(
            path=f"{record.path}.{suffix}",
            template=f"text.{suffix}",
            view=text_file(record, shelf),
            record=record.path,
            body=record.body_digest,
            targets=shelf.site.targets.get(record.path, ()),
        )


def _text(template: str, page: Page, record: AnyRecord, shelf: Shelf) -> Artifact:
    """Return a page that carries the text of a record."""
    return Artifact(
        path=page.path,
        template=template,
        view=page,
        record=record.path,
        body=record.body_digest,
        targets=shelf.site.targets.get(record.path, ()),
    )


def _page(template: str, page: Page) -> Artifact:
    return Artifact(path=page.path, template=template, view=page)


def _lists(shelf: Shelf) -> Iterator[Artifact]:
    site = shelf.site
    for _, column in sorted(site.columns.items()):
        if column.path == "jigou":
            continue
        text = text_of_column(column.path, shelf)
        if text is not None:
            yield _text("plain.html", text, site.members[column.path][0], shelf)
            continue
        for page in column_pages(column, shelf):
            yield _page("list.html" if isinstance(page, ListPage) else "section.html", page)
    for catalogue in catalogue_pages(shelf):
        yield _page("list.html" if isinstance(catalogue, ListPage) else "catalogue.html", catalogue)
    for page in index_pages(shelf):
        yield _page("list.html", page)
    for page in theme_pages(shelf):
        yield _page("list.html", page)
    rows = tuple(shelf.rows.values())
    feed_link = Link(title=COLUMN_NAME, path="atom.xml")
    for page in list_pages(
        "zuixin", rows, shelf, title="最新公开", crumbs=(HOME,), tags=site_tags(site), feed=feed_link
    ):
        yield _page("list.html", page)


def _services(shelf: Shelf, full_text: str) -> Iterator[Artifact]:
    yield _page("home.html", home_page(shelf))
    yield _page("catalogues.html", catalogues_page(shelf))
    yield _page("coverage.html", coverage_page(shelf))
    yield _page("items.html", items_page(shelf))
    for items in item_pages(shelf):
        yield _page("item_list.html", items)
    yield _page("bodies.html", bodies_page(shelf))
    for page in all_body_pages(shelf):
        yield _page("body.html", page)
    yield _page("sitemap_page.html", sitemap_page(shelf))
    yield _page("search.html", search_page(shelf, full_text))
    yield _page("not_found.html", not_found_page(shelf))
    for moved in moved_pages(_old_paths(shelf), shelf):
        yield _page("moved.html", moved)
    for redline, comparison in redline_pages(shelf):
        old, new = (shelf.site.by_path[path] for path in (comparison.target, comparison.actor))
        yield Artifact(
            path=redline.path,
            template="redline.html",
            view=redline,
            body=old.body_digest + new.body_digest,
            texts=(old.path, new.path),
        )
    yield from translation_pages(shelf)
    yield from translated_search(shelf, full_text)
    for tombstone in tombstone_pages(shelf):
        yield _page("tombstone.html", tombstone)


def _old_paths(shelf: Shelf) -> Iterator[tuple[str, AnyRecord]]:
    for record in shelf.site.records:
        for alias in record.aliases:
            yield urls.old_path(alias, shelf.site.config.base_path), record


def _feeds(shelf: Shelf) -> Iterator[Artifact]:
    for path, view in feeds(shelf):
        yield Artifact(path=path, template="feed.xml", view=view)


def _copies(shelf: Shelf, content: Path) -> Iterator[Artifact]:
    """Give the attachments and pictures that published records list or link."""
    site = shelf.site
    wanted = {f"{record.path}/{item.file}" for record in site.records for item in record.attachments}
    linked = {
        target.path for record in site.records for target in site.targets.get(record.path, ()) if target
    }
    for path, facts in site.files.items():
        if path in wanted or urls.encoded(path) in linked:
            yield Artifact(path=path, copy_of=content / path, digest=facts.digest)


NOT_LISTED = frozenset({"moved.html", "not_found.html", "tombstone.html"})
"""Templates of pages that search engines are not sent to."""


def _ways_in(shelf: Shelf, pages: Iterable[str]) -> Iterator[Artifact]:
    """Give what leads programs to the `pages` of the column."""
    days = last_changes(shelf)
    places = [(path, days[path].isoformat() if path in days else "") for path in sorted(pages)]
    if shelf.site.config.traditional:
        translated = shelf.site.config.second.folder
        places += [(urls.TRADITIONAL + path, day) for path, day in places if not path.startswith(translated)]
    for path, view in site_maps(places, shelf):
        template = "sitemap_index.xml" if isinstance(view, SiteMapIndex) else "sitemap.xml"
        yield Artifact(path=path, template=template, view=view)
    yield Artifact(path=urls.OPEN_SEARCH, template="opensearch.xml", view=open_search(shelf))
    robots = Robots(sitemap=f"{shelf.base}sitemap.xml")
    yield Artifact(path="robots.txt", template="robots.txt", view=robots)
