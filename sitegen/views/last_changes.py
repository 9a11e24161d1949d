"""The day on which a page last changed, as far as its content tells: for `lastmod` of the site map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sitegen import urls
from sitegen.disclosure.courses import events_until
from sitegen.model.records import AnyRecord
from sitegen.site import Site
from sitegen.views.shelf import Shelf, published_on


def last_changes(shelf: Shelf) -> Mapping[str, date]:
    """Return the day by site path: of records, of the first pages of columns, of translations, of the home page.

    A page that is not named here has none that is known: what only counts or sorts changes with every record.
    """
    site = shelf.site
    found = {urls.page_of(record.path): max(_days(record, site)) for record in site.records}
    for folder, rows in shelf.below.items():
        found[urls.index_of(folder)] = max(found[row.path] for row in rows)
    if site.records:
        found[urls.HOME] = max(found[row.path] for row in shelf.rows.values())
    for path, translation in site.translations.items():
        own = published_on(translation).date()
        found[urls.translation_of(path, site.config.second)] = max(own, found.get(urls.page_of(path), own))
    return found


def _days(record: AnyRecord, site: Site) -> Iterator[date]:
    """Give the days until now on which something happened that a record's page shows."""
    yield published_on(record).date()
    if record.verified_on is not None and record.verified_on <= site.as_of:
        yield record.verified_on
    course = site.courses.get(record.path)
    if course is not None:
        yield from (event.on for event in events_until(course, site.as_of) if event.on is not None)
    for citation in site.cited_by.get(record.path, ()):
        yield published_on(site.by_path[citation.actor]).date()
