"""Data for harvesting: what was new month by month, and the directory of all files of data."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sitegen import urls
from sitegen.disclosure.changes import Change, change_sentence, changes_between
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Document
from sitegen.views import register
from sitegen.views.harvest import (
    DataFile,
    Directory,
    Month,
    MonthEntry,
    PublishedRecord,
    ValidityChange,
)
from sitegen.views.make_schemas import schema_path
from sitegen.views.shelf import COLUMN_NAME, Shelf, published_on

DIRECTORY = "data/index.json"
JSON_FILES = (
    ("每条信息的数据（网页网址把 .html 换成 .json）", "{path}.json", "record"),
    ("全部信息的目录", "data/documents.json", "documents"),
    ("规章和行政规范性文件台账", f"{urls.LEDGER}.json", "taizhang"),
    ("标准目录公开情况", urls.COVERAGE_JSON, "coverage"),
    (
        f"一个机关按标准目录应当公开的事项（机关的网址把 .html 换成 /{urls.OBLIGATIONS}.json）",
        f"{{path}}/{urls.OBLIGATIONS}.json",
        "coverage",
    ),
    ("公开过的全部网址，和每个网址现在怎样", register.PATH, "register"),
    ("全部文件和它们的校验值", urls.MANIFEST, "manifest"),
)
"""Title, address from the root of the column (`{path}` is that of a page) and schema of the files of data."""


def months(shelf: Shelf) -> Iterator[Month]:
    """Give each month in which anything was published or changed, oldest first."""
    site = shelf.site
    published: defaultdict[str, list[AnyRecord]] = defaultdict(list)
    for record in reversed(site.records):
        published[_month(published_on(record))].append(record)
    changed: defaultdict[str, list[Change]] = defaultdict(list)
    courses = [course for path, course in site.courses.items() if path in shelf.states]
    for change in changes_between(courses, date.min, site.as_of):
        if change.key in site.by_path:
            changed[_month(change.on)].append(change)
    for month in sorted(published.keys() | changed.keys()):
        yield Month(
            month=month,
            as_of=min(site.as_of, _last_day(month)),
            published=tuple(_published(record, shelf) for record in published[month]),
            changes=tuple(_changed(change, shelf) for change in changed[month]),
        )


def month_path(month: str) -> str:
    """Return the site path of a month's file."""
    return f"data/changes-{month}.json"


def _month(day: date) -> str:
    """Return 2026-11."""
    return day.isoformat()[:7]


def _last_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, monthrange(year, number)[1])


def _published(record: AnyRecord, shelf: Shelf) -> PublishedRecord:
    return PublishedRecord(
        title=record.title,
        kind=record.kind,
        kind_title=BY_NAME[record.kind].title,
        published_at=published_on(record),
        address=shelf.base + urls.page_of(record.path),
        data=f"{shelf.base}{record.path}.json",
        index_number=record.index_number,
        document_number=record.document_number if isinstance(record, Document) else "",
        publisher=record.publisher,
        column=record.column,
        text_sha256=record.body_digest.hex(),
    )


def _changed(change: Change, shelf: Shelf) -> ValidityChange:
    site, record = shelf.site, shelf.site.by_path[change.key]
    actor = site.by_path.get(change.event.actor)
    words = change_sentence(change, site.courses, shelf.effects)
    return ValidityChange(
        on=change.on,
        event=str(change.event.kind),
        words="".join(phrase.text for phrase in words),
        title=record.title,
        address=shelf.base + urls.page_of(record.path),
        data=f"{shelf.base}{record.path}.json",
        state_before=str(change.before),
        state=str(change.after),
        document_number=record.document_number if isinstance(record, Document) else "",
        by=shelf.base + urls.page_of(actor.path) if actor is not None and actor is not record else "",
    )


def directory(shelf: Shelf, made: tuple[Month, ...]) -> Directory:
    """Return where harvesting begins; `made` are all months."""
    site, base = shelf.site, shelf.base
    entries = tuple(
        MonthEntry(
            month=month.month,
            address=base + month_path(month.month),
            published=len(month.published),
            changes=len(month.changes),
        )
        for month in made
    )
    return Directory(
        title=f"{site.config.title}{COLUMN_NAME}",
        publisher=site.config.title,
        site_id_code=site.config.site_id_code,
        base=base,
        as_of=site.as_of,
        records=len(site.records),
        files=tuple(_files(base)),
        months=entries,
        feeds=(
            DataFile(title="最新公开", address=f"{base}atom.xml", type="application/atom+xml"),
            DataFile(title="文件效力变化", address=base + urls.CHANGES_FEED, type="application/atom+xml"),
        ),
    )


def _files(base: str) -> Iterator[DataFile]:
    for title, path, schema in JSON_FILES:
        address, described = base + path, base + schema_path(schema)
        yield DataFile(title=title, address=address, type="application/json", schema=described)
    yield DataFile(title="全部信息的目录（表格）", address=f"{base}data/documents.csv", type="text/csv")
    yield DataFile(title="全部网页", address=f"{base}sitemap.xml", type="application/xml")
