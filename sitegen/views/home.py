"""The column's home page."""

from __future__ import annotations

from sitegen.views.common import Event, Figure, Link, View
from sitegen.views.page import Page
from sitegen.views.rows import Row
from sitegen.views.state import State


class Tally(View, frozen=True, kw_only=True):
    """A cell of the ledger: how many documents are in a state. `state` is None for all of them together."""

    count: int
    path: str
    state: State | None = None


class Ledger(View, frozen=True, kw_only=True):
    """Counts by state of one column of documents."""

    title: str
    path: str
    tallies: tuple[Tally, ...]


class Entry(View, frozen=True, kw_only=True):
    """A fixed part on the home page (指南, 制度, 年报, 依申请公开) with a few links into it."""

    title: str
    path: str
    links: tuple[Link, ...] = ()


class Office(View, frozen=True, kw_only=True):
    """The office that runs the column, as lines of text (name, address, telephone, hours)."""

    lines: tuple[str, ...]
    path: str = ""


class HomePage(Page, frozen=True, kw_only=True):
    """The home page.

    `browse` are the ways of leafing without searching (按年份, 按制定机关, 按主题). `changes` are the
    states that change within the next `change_days` days. `statutory` are the items of art. 20 and 21 with
    counts, `domains` the 26 standard catalogues with published/due. `search_examples` are two things one
    may type.
    """

    search_examples: tuple[str, ...] = ()
    browse: tuple[Link, ...] = ()
    ledgers: tuple[Ledger, ...] = ()
    latest: tuple[Row, ...] = ()
    latest_path: str = ""
    changes: tuple[Event, ...] = ()
    change_days: int = 90
    statutory: tuple[Figure, ...] = ()
    statutory_total: str = ""
    domains: tuple[Figure, ...] = ()
    coverage_path: str = ""
    entries: tuple[Entry, ...] = ()
    bodies: tuple[Figure, ...] = ()
    bodies_path: str = ""
    office: Office | None = None
