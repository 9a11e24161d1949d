"""Pages that serve the reader beside the records: site map, search, plain texts, and what old addresses
answer.
"""

from __future__ import annotations

from datetime import date

from sitegen.views.common import Fact, Figure, Link, Run, View
from sitegen.views.page import Page


class Node(View, frozen=True, kw_only=True):
    """A line of the site map with the lines below it."""

    title: str
    path: str
    children: tuple[Node, ...] = ()


class SitemapPage(Page, frozen=True, kw_only=True):
    """站点地图: all columns as a tree."""

    nodes: tuple[Node, ...]


class PlainPage(Page, frozen=True, kw_only=True):
    """A text with little around it: guide, accessibility statement, contact, privacy.

    `facts` are shown below the text (contact data). `contents` shows the text's headings as a table of
    contents.
    """

    lede: str = ""
    updated_on: date | None = None
    facts: tuple[Fact, ...] = ()
    contents: bool = False


class NotFoundPage(Page, frozen=True, kw_only=True):
    """The 404 page. The server shows it at any address, so its `root` is the column's base path
    ("/zfxxgk/").
    """

    ways: tuple[Figure, ...]
    report_href: str = ""
    telephone: str = ""


class MovedPage(Page, frozen=True, kw_only=True):
    """What an old address (旧地址) answers: the title that moved and where it is now."""

    target: Link
    moved_on: date | None = None


class TombstonePage(Page, frozen=True, kw_only=True):
    """What a withdrawn address answers (撤下说明): when, why, by whom, whom to ask, what to read instead."""

    withdrawn_on: date
    reason: str
    body: Link
    number: str = ""
    basis: tuple[Run, ...] = ()
    replaced_by: Link | None = None
    contact: tuple[Fact, ...] = ()


class SearchPage(Page, frozen=True, kw_only=True):
    """The search page. `index_path` is the script with the titles, `characters_path` that with traditional
    characters and pinyin, `full_text_path` the folder of the full-text index ("" where there is none); `lists` are
    the ways to find things without script. `chinese` leads from the search in another language to the Chinese one.
    """

    index_path: str
    characters_path: str
    full_text_path: str = ""
    lists: tuple[Link, ...]
    chinese: Link | None = None


class SearchRow(View, frozen=True, kw_only=True):
    """One record in the index of titles; `body`, `state`, `kind` and `domains` count from 0 in the index's own lists.

    An array in JSON, in this order, because there may be 73,000 of them. `published` is "2023-05-12";
    `state` is -1 where the record has none. `next_on` is "" where the state will not change by itself, else
    the day from which it is `next_state`.
    """

    title: str
    path: str
    number: str
    published: str
    body: int
    state: int
    next_on: str = ""
    next_state: int = -1
    kind: int
    domains: tuple[int, ...] = ()


class SearchIndex(View, frozen=True, kw_only=True, array_like=False):
    """The content of `data/titles.js`: `var sitegenTitles = <this as JSON>;`. `states` holds (code, word)."""

    bodies: tuple[str, ...]
    states: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    domains: tuple[str, ...]
    rows: tuple[SearchRow, ...]


class SearchCharacters(View, frozen=True, kw_only=True, array_like=False):
    """The content of `data/characters.js`: `var sitegenCharacters = <this as JSON>;`.

    `traditional[n]` is compared as `simplified[n]`; `initials` holds (letter, characters of which one reading in
    pinyin begins with it).
    """

    traditional: str
    simplified: str
    initials: tuple[tuple[str, str], ...]
