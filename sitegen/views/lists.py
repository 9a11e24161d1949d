"""Lists of records, and the pages that lead to lists."""

from __future__ import annotations

from sitegen.views.chart import Chart
from sitegen.views.common import Fact, Figure, File, Link, View
from sitegen.views.page import Page
from sitegen.views.rows import Row


class Choice(View, frozen=True, kw_only=True):
    """A tab or a choice of a facet: a static page with its count. `count` is None for 不限."""

    title: str
    path: str
    count: int | None = None
    current: bool = False


class Facet(View, frozen=True, kw_only=True):
    """One way to narrow a list (制定机关, 年份, 主题). `more` is folded away."""

    label: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...] = ()


class PagerLink(View, frozen=True, kw_only=True):
    """A page of the list; the gap (…) has no path. `number` is what the reader sees, 1 being the newest
    page.
    """

    number: int
    path: str
    current: bool = False


class Pager(View, frozen=True, kw_only=True):
    """Where a page stands among the pages of its list. Empty paths: there is no such page."""

    number: int
    total: int
    size: int
    links: tuple[PagerLink, ...]
    previous_path: str = ""
    next_path: str = ""


class ListPage(Page, frozen=True, kw_only=True):
    """A list of records, one page of it: of a column, theme, domain, body, year or state.

    `table` is "documents" (number, dates of validity, state) or "records" (index number, body, date of
    publication). `subject` names what is counted ("现行有效", "2025年"; may be empty), `count` all rows of
    the list, `first` and `last` those on this page from 1; `order` says how they are sorted
    ("按成文日期从新到旧"). `absence` is the declared reason why the list is empty (无此类信息). `downloads`
    are the whole list as data, `absent` the columns in which it has nothing; `whole` leads to the page that has all
    of it in one table. `domains` are the standard catalogues that the column serves, `items` their items. `charts`
    stand below the list.
    """

    lede: str = ""
    table: str
    subject: str = ""
    count: int
    first: int
    last: int
    order: str = ""
    tabs: tuple[Choice, ...] = ()
    facets: tuple[Facet, ...] = ()
    rows: tuple[Row, ...]
    pager: Pager | None = None
    absent: tuple[str, ...] = ()
    absence: str = ""
    downloads: tuple[File, ...] = ()
    whole: Link | None = None
    facts: tuple[Fact, ...] = ()
    domains: tuple[Link, ...] = ()
    items: tuple[Link, ...] = ()
    charts: tuple[Chart, ...] = ()


class Group(View, frozen=True, kw_only=True):
    """A sub-column on its parent's page, with its newest rows. `figure` is its count, ready to show."""

    title: str
    path: str
    figure: str
    rows: tuple[Row, ...] = ()
    lede: str = ""
    absence: str = ""


class SectionPage(Page, frozen=True, kw_only=True):
    """A part, or a column that has sub-columns.

    `figures` is its table of contents with counts, `figures_title` the heading above it; `groups` show the
    newest rows. A body of text, where the column has one, is rendered above them. `domains` are the standard
    catalogues that the column serves, `items` their items. `charts` stand below the contents.
    """

    lede: str = ""
    figures_title: str = ""
    figures_note: str = ""
    figures: tuple[Figure, ...] = ()
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    domains: tuple[Link, ...] = ()
    items: tuple[Link, ...] = ()
    charts: tuple[Chart, ...] = ()
