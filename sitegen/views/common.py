"""The small views that many pages share: links, running text, figures, files, facts."""

from __future__ import annotations

from datetime import date

import msgspec


class View(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """The base of all views. Encoded by position, not by name: half the bytes to digest for a page's key."""


class Link(View, frozen=True, kw_only=True):
    """A link within the column."""

    title: str
    path: str


class Run(View, frozen=True, kw_only=True):
    """A stretch of a sentence, a link if `path` or `href` is given.

    `style` is "" (plain), "quote" (words of the law) or "strong".
    """

    text: str
    path: str = ""
    href: str = ""
    style: str = ""


class Figure(View, frozen=True, kw_only=True):
    """A line of a contents list with dot leaders: name …… figure.

    `figure` is text ready to show ("1,287", "11/13", "2008—2025"); `number` stands before the name ("07").
    """

    title: str
    path: str
    figure: str
    number: str = ""


class Fact(View, frozen=True, kw_only=True):
    """A label and its value; the value is a link when `path` (in the column) or `href` is given.

    `value` may hold line feeds: each line is shown on its own (several leaders, several windows).
    """

    label: str
    value: str
    path: str = ""
    href: str = ""


class File(View, frozen=True, kw_only=True):
    """A file to download.

    `size` counts bytes (0: not known beforehand), `web_path` is the page that shows the same in HTML.
    """

    title: str
    path: str
    type: str
    size: int
    pages: int | None = None
    note: str = ""
    web_path: str = ""


class Event(View, frozen=True, kw_only=True):
    """A point on a timeline.

    `mark` is "past", "now" (the as-of date), "end" (repealed, lapsed) or "next" (still to come).
    """

    on: date
    mark: str
    runs: tuple[Run, ...]
