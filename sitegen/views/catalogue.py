"""Standard catalogues: the official table of a domain with what was published, and the directory of domains."""

from __future__ import annotations

from datetime import date

from sitegen.views.common import Fact, Link, View
from sitegen.views.page import Page


class Chip(View, frozen=True, kw_only=True):
    """A short remark on an item: its word in a frame, then a sentence.

    `tone` is "late" (not published), "due" (late or stale) or "" (nothing is owed here).
    """

    word: str
    text: str = ""
    tone: str = ""


class Holding(View, frozen=True, kw_only=True):
    """A record in the column 已公开信息. `chip` remarks on it (published late, stale, a declared absence)."""

    title: str
    path: str
    on: date
    chip: Chip | None = None


class Tick(View, frozen=True, kw_only=True):
    """A box of the official table that is ticked or left empty; `label` is its short name on cards."""

    label: str
    on: bool


class OfficialRow(View, frozen=True, kw_only=True):
    """What the official table says of one item, on a page and in a workbook.

    `span` counts the rows of its category where it is the first, else 0.
    """

    number: str
    category: str
    span: int
    title: str
    elements: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    time_limit: str = ""
    publisher: str = ""


class ItemRow(OfficialRow, frozen=True, kw_only=True):
    """One item: a row of the official table, with what was published.

    `anchor` is its id on the page. `channels` are ticked, `other_channels` are the boxes left empty. `ticks` stand in
    the order of the head. `count` are all records, `holdings` the newest few; `columns` hold it where the catalogue
    names them.
    """

    anchor: str
    channels: tuple[str, ...] = ()
    other_channels: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    holdings: tuple[Holding, ...] = ()
    count: int = 0
    chips: tuple[Chip, ...] = ()
    columns: tuple[Link, ...] = ()


class RetiredItem(View, frozen=True, kw_only=True):
    """An item that is no longer used, so that its address still answers. `successor` took its place."""

    anchor: str
    title: str
    since: str
    successor: Link | None = None


class CataloguePage(Page, frozen=True, kw_only=True):
    """The catalogue of one domain.

    `summary` counts items in a sentence. `levels` are the columns of 公开层级. `categories` lead to the first item
    of each. `list_path` is the list of all `count` records of the domain, `items_path` the way to items of all
    domains, `form_path` the table as a workbook. `facts` give version, sources and completeness.
    """

    lede: str = ""
    summary: str
    bodies: tuple[Link, ...] = ()
    columns: tuple[Link, ...] = ()
    categories: tuple[Link, ...] = ()
    levels: tuple[str, ...] = ()
    items: tuple[ItemRow, ...]
    retired: tuple[RetiredItem, ...] = ()
    count: int = 0
    list_path: str = ""
    coverage_path: str = ""
    items_path: str = ""
    form_path: str = ""
    facts: tuple[Fact, ...] = ()
    previous: Link | None = None
    next: Link | None = None


class CatalogueEntry(View, frozen=True, kw_only=True):
    """A domain in the directory. `figure` is published/demanded, ready to show; `origin` who issued it and when."""

    number: str
    title: str
    path: str
    figure: str
    items: int
    origin: str
    version: str
    completeness: str


class CataloguesPage(Page, frozen=True, kw_only=True):
    """The directory of all domains."""

    lede: str = ""
    entries: tuple[CatalogueEntry, ...]
    coverage_path: str = ""
    items_path: str = ""
