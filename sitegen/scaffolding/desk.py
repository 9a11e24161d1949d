"""What is known when a manuscript is begun: the site, its numbers and addresses in use, the place's rules."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sitegen import urls
from sitegen.disclosure.clean_numbers import number_of
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.profile import Profile
from sitegen.model.records import AnyRecord, Document
from sitegen.model.site_config import Body, Column
from sitegen.site import Site

GOVERNMENT = "人民政府"


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """What the project holds.

    `numbers` are texts in which every 索引号 in use stands. `taken` are record paths that something has,
    `published` those that readers may know from the last build. `anywhere` are kinds that any column takes.
    """

    site: Site
    numbers: tuple[str, ...]
    taken: frozenset[str]
    published: frozenset[str]
    anywhere: frozenset[str]
    vocabulary: frozenset[str]

    @property
    def profile(self) -> Profile:
        """What the place decides for itself."""
        return self.site.catalogues.profile

    @property
    def records(self) -> tuple[AnyRecord, ...]:
        """All records, published or not."""
        return records_of(self.site)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that still exist, in the order of the list of bodies."""
        living = [body for body in self.site.bodies.values() if body.ended_on is None]
        return tuple(sorted(living, key=lambda body: (body.order, body.path)))

    @property
    def document_numbers(self) -> tuple[str, ...]:
        """The 文号 of all documents."""
        return tuple(
            record.document_number
            for record in self.records
            if isinstance(record, Document) and record.document_number
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Names that may stand before a title and tell nothing about it: the bodies, the place."""
        titles = [body.title for body in self.site.bodies.values()] + [self.site.config.title]
        places = [title.removesuffix(GOVERNMENT) for title in titles if title.endswith(GOVERNMENT)]
        return tuple(dict.fromkeys([*titles, *places]))


def records_of(site: Site) -> tuple[AnyRecord, ...]:
    """Return all records of a site: published, held and withdrawn."""
    return (*site.records, *site.held.values(), *site.tombstones.values())


def paths_in_use(site: Site, unread: Iterable[str]) -> frozenset[str]:
    """Return the record paths that are taken: by files, columns, bodies and old addresses.

    `unread` are the paths of records that could not be read.
    """
    records = records_of(site)
    aliases = (alias for record in records for alias in record.aliases)
    old = (urls.old_path(alias, site.config.base_path).removesuffix(".html") for alias in aliases)
    return frozenset([*(record.path for record in records), *unread, *site.columns, *site.bodies, *old])


def columns_for(desk: Desk, kind: str) -> tuple[Column, ...]:
    """Return the columns that take records of `kind`, in the order of their paths."""
    columns = sorted(desk.site.columns.values(), key=lambda column: column.path)
    return tuple(column for column in columns if kind in column.accepts or kind in desk.anywhere)


def find_column(columns: Iterable[Column], name: str) -> Column | None:
    """Return the column at the path `name` (with or without `content/`), or the only one with that title."""
    columns = tuple(columns)
    path = name.replace("\\", "/").removeprefix("content/").strip("/")
    found = [column for column in columns if column.path == path]
    titled = [column for column in columns if column.title == name]
    return found[0] if found else titled[0] if len(titled) == 1 else None


def find_body(desk: Desk, name: str) -> Body | None:
    """Return the body of that full name, short name or file name."""
    for body in desk.site.bodies.values():
        if name in (body.title, body.short_title, body.path, body.path.rpartition("/")[2]):
            return body
    return None


def unknown_body(desk: Desk, name: str) -> str:
    """Return what is wrong with `name` as the name of a body of the site; "" where nothing is."""
    if find_body(desk, name):
        return ""
    known = [known for body in desk.bodies for known in (body.title, body.short_title) if known]
    return f"content/jigou/ 里没有“{name}”。{did_you_mean(name, known)}"


def unknown_document(desk: Desk, text: str) -> str:
    """Return what is wrong with `text` as the 文号 or path of a document of the site; "" where nothing is."""
    path = text.removeprefix("content/").removesuffix(".md")
    if any(record.path == path for record in desk.records):
        return ""
    known = desk.document_numbers
    if number_of(text) in {number_of(number) for number in known}:
        return ""
    return f"栏目里没有“{text}”这个文件。{did_you_mean(text, known)}"
