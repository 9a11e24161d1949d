"""The register of addresses: of the column, or of its records at another time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sitegen import urls
from sitegen.disclosure.publication import Publication
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Body, Column, SiteConfig
from sitegen.site import Site
from sitegen.views.register import Entry, Register, Status

BODIES = "jigou"
HOME = "index"


def make_register(site: Site) -> Register:
    """Return the register of a site at its as-of date."""
    translations = tuple(site.translations.values())
    public = Publication(
        published=site.records, held=site.held, tombstones=site.tombstones, translations=translations
    )
    return register_of(public, site.columns.values(), site.bodies.values(), site.config, site.as_of)


def register_of(
    public: Publication, columns: Iterable[Column], bodies: Iterable[Body], config: SiteConfig, as_of: date
) -> Register:
    """Return the register of what is public."""
    entries = {
        urls.index_of(column.path): Entry(status=Status.COLUMN, title=column.title)
        for column in columns
        if column.path != BODIES
    }
    entries |= {urls.page_of(body.path): Entry(status=Status.BODY, title=body.title) for body in bodies}
    for record in public.published:
        entries.update(addresses_of(record, Status.PUBLISHED, config.base_path))
    for record in public.tombstones.values():
        entries.update(addresses_of(record, Status.WITHDRAWN, config.base_path))
    entries |= _other_languages(public, entries, config)
    return Register(
        base=urls.base_address(config.address, config.base_path),
        as_of=as_of,
        entries=dict(sorted(entries.items())),
    )


def _other_languages(
    public: Publication, entries: Mapping[str, Entry], config: SiteConfig
) -> Iterator[tuple[str, Entry]]:
    """Give the addresses of translations, with their old ones; the tree in traditional script goes as a whole."""
    titles = {urls.original_of(each.path): each.title for each in public.translations}
    translated = {path: title for path, title in titles.items() if path == HOME or urls.page_of(path) in entries}
    for path, title in translated.items():
        yield urls.translation_of(path, config.second), Entry(status=Status.TRANSLATION, title=title)
    if translated and HOME not in translated:
        yield urls.translation_of(HOME, config.second), Entry(status=Status.TRANSLATION, title=config.second.title)
    for record in public.published if translated else ():
        if record.path in translated:
            target = urls.translation_of(record.path, config.second)
            for alias in record.aliases:
                old = config.second.folder + urls.old_path(alias, config.base_path)
                yield old, Entry(status=Status.MOVED, title=translated[record.path], target=target)
    if config.traditional:
        yield urls.TRADITIONAL + urls.HOME, Entry(status=Status.EDITION, title="繁体版")


def addresses_of(record: AnyRecord, status: Status, base_path: str) -> Iterator[tuple[str, Entry]]:
    """Give the address of a record, and its old ones, with what each answers."""
    page, moment = urls.page_of(record.path), record.published_at
    own = Entry(
        status=status,
        title=record.title,
        index_number=record.index_number,
        published_on=moment.date() if moment is not None else None,
    )
    yield page, own
    answer = status if status is Status.WITHDRAWN else Status.MOVED
    old = Entry(status=answer, title=record.title, target=page)
    for alias in record.aliases:
        yield urls.old_path(alias, base_path), old
