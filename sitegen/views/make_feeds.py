"""Atom feeds: the whole column, each column, body and domain, and the changes of validity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sitegen import urls
from sitegen.disclosure.changes import Change, change_sentence, changes_between
from sitegen.model.records import AnyRecord
from sitegen.views.data import Feed, FeedEntry
from sitegen.views.shelf import COLUMN_NAME, Shelf, published_on

FEED_SIZE = 20
CHANGES_SIZE = 100
CHANGES_DAYS = 366
"""How far back the feed of changes goes: who asks for it once a year misses nothing."""
CHANGES_TITLE = "文件效力变化"


def feeds(shelf: Shelf) -> Iterator[tuple[str, Feed]]:
    """Give every feed with its site path."""
    site = shelf.site
    title = f"{site.config.title}{COLUMN_NAME}"
    by_body, by_column, by_domain = _gathered(site.records)
    yield _feed(title, "", urls.HOME, site.records, shelf)
    yield _changes(f"{CHANGES_TITLE}　{title}", shelf)
    for path, column in site.columns.items():
        if path != "jigou":
            yield _feed(f"{column.title}　{title}", path, f"{path}/", by_column[path], shelf)
    for body in site.bodies.values():
        name = f"{body.title}　{COLUMN_NAME}"
        yield _feed(name, body.path, urls.page_of(body.path), by_body[body.title], shelf)
    for domain in site.catalogues.domains:
        folder, name = f"lingyu/{domain.facts.code}", domain.facts.title
        yield _feed(f"{name}领域　{title}", folder, f"{folder}/", by_domain[name], shelf)


def _gathered(records: Sequence[AnyRecord]) -> tuple[defaultdict[str, list[AnyRecord]], ...]:
    """Return the records, in their order, by body, by column and all above it, and by domain."""
    by_body: defaultdict[str, list[AnyRecord]] = defaultdict(list)
    by_column: defaultdict[str, list[AnyRecord]] = defaultdict(list)
    by_domain: defaultdict[str, list[AnyRecord]] = defaultdict(list)
    for record in records:
        by_body[record.publisher].append(record)
        folder = record.column
        while folder:
            by_column[folder].append(record)
            folder = folder.rpartition("/")[0]
        for name in dict.fromkeys(code.partition("/")[0] for code in record.catalogue_items):
            by_domain[name].append(record)
    return by_body, by_column, by_domain


def _feed(
    title: str, folder: str, page: str, records: Sequence[AnyRecord], shelf: Shelf
) -> tuple[str, Feed]:
    """Return the feed `folder/atom.xml` of the newest of `records` (newest first)."""
    path = f"{folder}/atom.xml" if folder else "atom.xml"
    entries = tuple(_published(record, shelf) for record in records[:FEED_SIZE])
    return path, Feed(
        title=title,
        address=shelf.base + path,
        page_address=shelf.base + page.removesuffix("index.html"),
        author=shelf.site.config.title,
        entries=entries,
    )


def _published(record: AnyRecord, shelf: Shelf) -> FeedEntry:
    """Return an entry that tells a document's validity as its page does: what is read elsewhere must not mislead."""
    state = shelf.states.get(record.path)
    told = f"{shelf.site.state_label}：{state.word}，{state.sentence}。" if state else ""
    return FeedEntry(
        title=f"{state.prefix}{record.title}" if state else record.title,
        address=shelf.base + urls.page_of(record.path),
        published=published_on(record),
        author=record.publisher,
        summary=f"{told}{record.summary or record.excerpt}",
        state=state.word if state else "",
    )


def _changes(title: str, shelf: Shelf) -> tuple[str, Feed]:
    """Return the feed of what has happened to documents that have a state, newest first."""
    site = shelf.site
    courses = [course for path, course in site.courses.items() if path in shelf.states]
    found = changes_between(courses, site.as_of - timedelta(days=CHANGES_DAYS), site.as_of)
    known = [change for change in found if change.key in site.by_path]
    entries = tuple(_changed(change, shelf) for change in reversed(known[-CHANGES_SIZE:]))
    return urls.CHANGES_FEED, Feed(
        title=title,
        address=shelf.base + urls.CHANGES_FEED,
        page_address=shelf.base + urls.INDEX.removesuffix("index.html"),
        author=site.config.title,
        entries=entries,
    )


def _changed(change: Change, shelf: Shelf) -> FeedEntry:
    site = shelf.site
    record = site.by_path[change.key]
    words = "".join(phrase.text for phrase in change_sentence(change, site.courses, shelf.effects))
    number = shelf.rows[record.path].number
    address = shelf.base + urls.page_of(record.path)
    return FeedEntry(
        title=f"{record.title}：{words}",
        address=address,
        id=f"{address}#{change.on.isoformat()}-{change.event.kind}",
        published=_at_midnight(change.on),
        author=record.publisher,
        summary=f"{number}　{_day(change.on)}{words}。" if number else f"{_day(change.on)}{words}。",
    )


def _at_midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
