"""Ways to the items of all standard catalogues: by domain and category, by level, by state, by body."""

from __future__ import annotations

from datetime import date

from sitegen.views.catalogue import Chip
from sitegen.views.common import Figure, File, Link, View
from sitegen.views.lists import Choice
from sitegen.views.page import Page


class ItemWay(View, frozen=True, kw_only=True):
    """One way to ask for items (按公开情况): its choices with how many items each has."""

    title: str
    figures: tuple[Figure, ...]


class Branch(View, frozen=True, kw_only=True):
    """A domain with its categories (一级事项). `figure` is published/demanded; categories count their items."""

    number: str
    title: str
    path: str
    figure: str
    categories: tuple[Figure, ...]


class ItemsPage(Page, frozen=True, kw_only=True):
    """事项查询: the ways, then all domains with their categories. `summary` counts items in a sentence."""

    lede: str = ""
    summary: str
    ways: tuple[ItemWay, ...] = ()
    branches: tuple[Branch, ...] = ()
    absence: str = ""


class ItemLine(View, frozen=True, kw_only=True):
    """One item, or one body's part in it. `chip` says how it stands; None: published, nothing to remark.

    `state` is the same in a word, one of those that have a page.
    """

    title: str
    path: str
    body: Link | None = None
    levels: str = ""
    state: str
    chip: Chip | None = None
    count: int = 0
    latest: date | None = None
    verified: date | None = None
    time_limit: str = ""


class ItemGroup(View, frozen=True, kw_only=True):
    """The lines of one domain; `anchor` is its id on the page, `path` leads to the domain's table."""

    anchor: str
    title: str
    path: str
    lines: tuple[ItemLine, ...]


class ItemListPage(Page, frozen=True, kw_only=True):
    """The items of one answer: of a level, of a state, or all that one body must publish.

    `choices` are the other answers of the same way; `by_body` tells whether the page is one body's, so that the
    table needs no column for bodies; `absent` are the other columns that nothing stands in. `downloads` are the
    same as data. `summary` counts in a sentence.
    """

    summary: str
    choices: tuple[Choice, ...] = ()
    groups: tuple[ItemGroup, ...] = ()
    by_body: bool = False
    absent: tuple[str, ...] = ()
    downloads: tuple[File, ...] = ()
    absence: str = ""
