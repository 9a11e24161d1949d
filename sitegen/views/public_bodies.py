"""The page of one public body, and the directory of all."""

from __future__ import annotations

from datetime import date

from sitegen.views.common import Fact, Figure, Run, View
from sitegen.views.coverage import DueGroup
from sitegen.views.lists import Pager
from sitegen.views.page import Page
from sitegen.views.rows import Row


class Division(View, frozen=True, kw_only=True):
    """An office within a body (内设机构)."""

    title: str
    duties: str
    telephone: str = ""


class PublicBodyPage(Page, frozen=True, kw_only=True):
    """One body with the six statutory elements, what it has published, and its newest records.

    `contact` holds 办公地址, 办公时间, 联系方式 and 负责人; `duties` and `divisions` are 机关职能 and
    机构设置. `duties_basis` cites the decision that sets the duties. `rows` with `pager` is the list of its
    records, `absent` the columns in which it has nothing; later pages of it carry only the list (`pager.number`
    above 1). `dues` are the items of standard
    catalogues that the body must publish, `dues_path` the page with all of them and their downloads.
    """

    updated_on: date | None = None
    checked_on: date | None = None
    contact: tuple[Fact, ...]
    duties: tuple[str, ...]
    duties_basis: tuple[Run, ...] = ()
    divisions: tuple[Division, ...] = ()
    units: tuple[Figure, ...] = ()
    holdings: tuple[Figure, ...] = ()
    domains: tuple[Figure, ...] = ()
    dues: tuple[DueGroup, ...] = ()
    dues_path: str = ""
    rows: tuple[Row, ...] = ()
    count: int = 0
    pager: Pager | None = None
    absent: tuple[str, ...] = ()
    absence: str = ""


class BodyEntry(View, frozen=True, kw_only=True):
    """A body in the directory. `figure` is the count of its records, ready to show."""

    title: str
    path: str
    figure: str
    address: str = ""
    telephone: str = ""


class BodyGroup(View, frozen=True, kw_only=True):
    """Bodies of one sort (区政府部门, 乡镇、街道 …)."""

    title: str
    bodies: tuple[BodyEntry, ...]


class BodiesPage(Page, frozen=True, kw_only=True):
    """The directory of bodies."""

    lede: str = ""
    groups: tuple[BodyGroup, ...]
