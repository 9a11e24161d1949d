"""公开情况一览: the matrix of domains and bodies, what a body owes, and all of it as data."""

from __future__ import annotations

from datetime import date

from sitegen.views.catalogue import Chip
from sitegen.views.chart import Chart
from sitegen.views.common import File, Link, View
from sitegen.views.data import Data
from sitegen.views.page import Page


class Share(View, frozen=True, kw_only=True):
    """A cell of the matrix: published/demanded, the grade of what is missing, and the same as a sentence.

    `grade` is 0 (nothing missing) to 4 (nothing published). `path` leads to the items: what the body must publish in
    the domain, or the domain's table where several bodies share the cell.
    """

    path: str
    figure: str
    grade: int
    sentence: str


class MatrixRow(View, frozen=True, kw_only=True):
    """One domain. `cells` stand in the order of the bodies; None: the body is not concerned."""

    number: str
    title: str
    path: str
    total: str
    cells: tuple[Share | None, ...]


class Gap(View, frozen=True, kw_only=True):
    """What one body has not published in one domain, or not in time, in counts of items."""

    domain: Link
    body: Link
    missing: int
    late: int
    stale: int


class CoveragePage(Page, frozen=True, kw_only=True):
    """The matrix of all domains that the column answers for.

    `bodies` head its columns; `totals` are their sums, `total` the sum of all. `gaps` list what is missing, most first.
    `map` shows the same at a glance; the matrix is its table.
    """

    lede: str = ""
    notes: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    rows: tuple[MatrixRow, ...] = ()
    totals: tuple[str, ...] = ()
    total: str = ""
    gaps: tuple[Gap, ...] = ()
    map: Chart | None = None
    downloads: tuple[File, ...] = ()
    absence: str = ""


class Due(View, frozen=True, kw_only=True):
    """One item that a body must publish, with how that stands."""

    title: str
    path: str
    count: int
    latest: date | None = None
    chip: Chip | None = None


class DueGroup(View, frozen=True, kw_only=True):
    """What a body owes in one domain. `figure` is published/demanded."""

    title: str
    path: str
    figure: str
    items: tuple[Due, ...]


class ObligationData(Data, frozen=True, kw_only=True):
    """One obligation as data (`data/coverage.json`, `.csv`).

    `status` is a word for programs, `status_title` for people; `address` leads to the item, `newest` to its
    newest record.
    """

    domain: str
    category: str
    item: str
    code: str
    body: str
    status: str
    status_title: str
    count: int
    last_updated: date | None
    last_verified: date | None
    due: date | None
    days_late: int
    time_limit: str
    address: str
    newest: str


HEADINGS = {
    "domain": "领域",
    "category": "一级事项",
    "item": "二级事项",
    "body": "责任机关",
    "status_title": "情况",
    "count": "已公开件数",
    "last_updated": "最近公开",
    "last_verified": "最近核验",
    "due": "应公开日期",
    "days_late": "迟延工作日",
    "time_limit": "公开时限",
    "code": "事项代码",
    "status": "情况代码",
    "address": "目录网址",
    "newest": "最近一件网址",
}
"""The columns of the obligations in a table, by attribute."""


class DomainData(Data, frozen=True, kw_only=True):
    """Counts of one domain: obligations demanded, met, late and stale, and items of which nothing is demanded."""

    domain: str
    required: int
    met: int
    late: int
    stale: int
    not_required: int
    unknown: int


class CoverageData(Data, frozen=True, kw_only=True):
    """The whole coverage. `percent` is met of required in hundredths, rounded down; None where nothing is required."""

    title: str
    as_of: date
    required: int
    met: int
    percent: int | None
    domains: tuple[DomainData, ...]
    obligations: tuple[ObligationData, ...]
