"""The views of files for machines: records as data, lists, feeds, site map."""

from __future__ import annotations

from datetime import date, datetime

from sitegen.views.common import View


class Data(View, frozen=True, kw_only=True, array_like=False):
    """The base of views whose JSON others read: encoded by name."""


class RelationData(Data, frozen=True, kw_only=True, omit_defaults=True):
    """One relation of a record, with both names: `relation` as in the glossary, `target` the other's address."""

    relation: str
    direction: str
    address: str = ""
    number: str = ""
    title: str = ""
    provision: str = ""


class FileData(Data, frozen=True, kw_only=True, omit_defaults=True):
    """An attachment: name, address, size in bytes, SHA-256 in hexadecimal."""

    name: str
    address: str
    size: int
    sha256: str


class RecordData(Data, frozen=True, kw_only=True, omit_defaults=True):
    """One record as data (S20, S123, R155). Addresses are complete; what is not known is left out.

    `texts` are the addresses of files with the text alone.
    """

    path: str
    address: str
    kind: str
    kind_title: str
    title: str
    index_number: str = ""
    document_number: str = ""
    registry_number: str = ""
    publisher: str = ""
    issuing_bodies: tuple[str, ...] = ()
    responsible_body: str = ""
    written_on: date | None = None
    published_at: datetime | None = None
    effective_on: date | None = None
    valid_until: date | None = None
    state: str = ""
    state_title: str = ""
    state_since: date | None = None
    state_next_on: date | None = None
    state_next: str = ""
    state_as_of: date | None = None
    theme: str = ""
    genre: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    column: str = ""
    catalogue_items: tuple[str, ...] = ()
    statutory_items: tuple[str, ...] = ()
    source: str = ""
    relations: tuple[RelationData, ...] = ()
    attachments: tuple[FileData, ...] = ()
    text_sha256: str = ""
    texts: tuple[str, ...] = ()


class ListedRecord(Data, frozen=True, kw_only=True):
    """One line of the list of all records (`data/documents.json`, `.csv`)."""

    index_number: str
    title: str
    document_number: str
    publisher: str
    written_on: date | None
    published_at: datetime | None
    effective_on: date | None
    valid_until: date | None
    state: str
    kind: str
    theme: str
    column: str
    address: str


class RecordList(Data, frozen=True, kw_only=True):
    """All published records, newest first."""

    title: str
    as_of: date
    count: int
    records: tuple[ListedRecord, ...]


class FeedEntry(View, frozen=True, kw_only=True):
    """One entry of an Atom feed. `id` is what tells it from others; empty: its address.

    `state` is the word for a document's validity, empty where it has none.
    """

    title: str
    address: str
    published: datetime
    author: str
    summary: str
    id: str = ""
    state: str = ""


class Feed(View, frozen=True, kw_only=True):
    """An Atom feed: the newest records of the site, a column, a body or a domain, or changes of validity."""

    title: str
    address: str
    page_address: str
    author: str
    entries: tuple[FeedEntry, ...]


class Place(View, frozen=True, kw_only=True):
    """A page in `sitemap.xml`: its address and the day of its last change ("" where it has none)."""

    address: str
    modified: str = ""


class SiteMap(View, frozen=True, kw_only=True):
    """`sitemap.xml`, or one file of it."""

    places: tuple[Place, ...]


class SiteMapIndex(View, frozen=True, kw_only=True):
    """`sitemap.xml` of a large site: the addresses of its files."""

    addresses: tuple[str, ...]


class OpenSearch(View, frozen=True, kw_only=True):
    """`opensearch.xml`: how a browser searches the column. `template` has `{searchTerms}` in it."""

    name: str
    description: str
    template: str


class Robots(View, frozen=True, kw_only=True):
    """`robots.txt`."""

    sitemap: str
