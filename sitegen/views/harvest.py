"""The views of what a superior platform harvests (S123, R151–R157): months, their directory, the schemas."""

from __future__ import annotations

from datetime import date, datetime

from sitegen.views.common import View
from sitegen.views.data import Data


class PublishedRecord(Data, frozen=True, kw_only=True, omit_defaults=True):
    """A record that was published in a month. `data` is the address of all that is known of it (its JSON)."""

    title: str
    kind: str
    kind_title: str
    published_at: datetime
    address: str
    data: str
    index_number: str = ""
    document_number: str = ""
    publisher: str = ""
    column: str = ""
    text_sha256: str = ""


class ValidityChange(Data, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happened to a document's validity. `event` is as in the glossary, `by` the acting record."""

    on: date
    event: str
    words: str
    title: str
    address: str
    data: str
    state_before: str
    state: str
    document_number: str = ""
    by: str = ""


class Month(Data, frozen=True, kw_only=True):
    """`data/changes-2026-03.json`: what was new in a month, as far as it is over at the as-of date."""

    month: str
    as_of: date
    published: tuple[PublishedRecord, ...]
    changes: tuple[ValidityChange, ...]


class MonthEntry(Data, frozen=True, kw_only=True):
    """A month in the directory."""

    month: str
    address: str
    published: int
    changes: int


class DataFile(Data, frozen=True, kw_only=True):
    """A file of data and the schema that it follows ("" for tables)."""

    title: str
    address: str
    type: str
    schema: str = ""


class Directory(Data, frozen=True, kw_only=True):
    """`data/index.json`: where harvesting begins."""

    title: str
    publisher: str
    site_id_code: str
    base: str
    as_of: date
    records: int
    files: tuple[DataFile, ...]
    months: tuple[MonthEntry, ...]
    feeds: tuple[DataFile, ...]


class SchemaFile(View, frozen=True, kw_only=True):
    """A JSON Schema, as its text."""

    text: str
