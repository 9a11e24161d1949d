"""What every page view has, and the rendered text that some pages carry."""

from __future__ import annotations

from datetime import datetime

from sitegen.views.common import Link, View


class ColumnTags(View, frozen=True, kw_only=True):
    """Page tags of R95; on every page, none empty."""

    name: str
    description: str
    keywords: str
    type: str


class ArticleTags(View, frozen=True, kw_only=True):
    """Page tags of R97 and R98, on content pages only. What is empty is not written."""

    title: str
    published: datetime
    source: str
    keywords: str = ""
    author: str = ""
    description: str = ""
    image: str = ""
    url: str = ""


class OtherLanguage(View, frozen=True, kw_only=True):
    """A language of the column, on a page: `path` leads there from the page's root.

    It is the page's own counterpart, at `address`, or the first page of that language where there is none; then
    `address` is empty.
    """

    lang: str
    title: str
    path: str
    address: str = ""
    current: bool = False


class Page(View, frozen=True, kw_only=True):
    """The base of all page views.

    `path` is the page's own site path and `root` the way from there to the column's root ("../../", "" on
    top). `part` is the id of the current part, `column` the site path of the current sub-column in that
    part's list. `crumbs` lead from the column's home to the page's parent; the page itself is not among
    them. `canonical` is the complete address ("" where the page has none of its own); `feed` the Atom feed
    that covers the page. `languages` are those of the column, the page's own among them; empty where there is
    only one. `linked_data` tells machines what the page is about (JSON-LD).
    """

    path: str
    root: str
    title: str
    column_tags: ColumnTags
    part: str = ""
    column: str = ""
    crumbs: tuple[Link, ...] = ()
    article_tags: ArticleTags | None = None
    canonical: str = ""
    feed: Link | None = None
    lang: str = "zh-CN"
    languages: tuple[OtherLanguage, ...] = ()
    linked_data: str = ""


class Heading(View, frozen=True, kw_only=True):
    """A heading of the text. `level` is 2, 3 …; `anchor` the id that the HTML carries."""

    level: int
    text: str
    anchor: str


class Body(View, frozen=True, kw_only=True):
    """A text turned into safe HTML, with its headings in order. Links in it fit the page's own path."""

    html: str
    headings: tuple[Heading, ...] = ()
