"""Filters of the templates: values into the forms that readers see. Pure functions, no markup but in four.

`date` values may be `datetime`s; only the forms named for it show the time of day. A `datetime` is naive and
means Asia/Shanghai.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

import msgspec
from markupsafe import Markup, escape

from sitegen.formats.leaving import host_outside, leaving
from sitegen.formats.title_lines import phrases
from sitegen.languages import ENGLISH

_QUOTED_NAME = re.compile(r"(《[^《》]{2,24}》)")
_ISSUED = re.compile(r"([^《》]{2,60}?)(关于(?:印发|公布|修改|废止|延续|转发|批转)?)")
_BETWEEN = re.compile(r"([ \u3000、]+)")
_SHORT = 26
"""Characters of what a title is about that are kept on one line of their own."""
_COLUMN_NAME = "政府信息公开"
_KILO = 1024
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_IN_SCRIPTS = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


class Crumb(Protocol):
    """A link of the way to a page."""

    @property
    def title(self) -> str:
        """Its words."""

    @property
    def path(self) -> str:
        """Its site path."""


def date_long(day: date) -> str:
    """2023年5月10日, for documents and cards; 10 May 2023 on English pages."""
    return f"{day.year}年{day.month}月{day.day}日"


def date_english(day: date) -> str:
    """10 May 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_iso(day: date) -> str:
    """2023-05-10, for tables and lists."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def datetime_long(moment: date) -> str:
    """2023年5月12日 09:30; the day alone where the time is not known."""
    return date_long(moment) + _time_of_day(moment)


def datetime_iso(moment: date) -> str:
    """2023-05-12 09:30, the form of the page tag PubDate (R97); the day alone where the time is not known."""
    return date_iso(moment) + _time_of_day(moment)


def machine_time(moment: date) -> str:
    """2023-05-12T09:30+08:00, for the attribute of `<time>`; the day alone where the time is not known."""
    if isinstance(moment, datetime):
        return f"{date_iso(moment)}T{moment.hour:02}:{moment.minute:02}+08:00"
    return date_iso(moment)


def size(count: int) -> str:
    """34 KB: bytes in the unit that a reader knows from his own computer."""
    if count < _KILO:
        return "不到1 KB"
    kilobytes = count / _KILO
    if kilobytes < _KILO:
        return f"{kilobytes:.0f} KB"
    return f"{kilobytes / _KILO:.1f} MB"


def grouped(count: int) -> str:
    """1,287."""
    return f"{count:,}"


def lines(value: str) -> list[str]:
    """The lines of a value that may have several."""
    return value.splitlines()


def keep_names(title: str, words: tuple[str, ...] = ()) -> Markup:
    """A title whose parts are not broken over two lines, if it can be helped, and whose `words` never are.

    The parts are those by which one reads it: who issued it, 关于印发, a short name in 《》 or what is issued. Where
    a part is too long for a line, it may be broken between its words.
    """
    issued = _ISSUED.match(title)
    rest = title[issued.end() :] if issued else title
    pieces = _QUOTED_NAME.split(rest)
    if issued and len(pieces) == 1 and len(rest) <= _SHORT:
        pieces = ["", rest]
    elif len(pieces) > 1 and pieces[0] == "关于":
        pieces[:2] = ["", "".join(pieces[:2])]
    begin = [*_BETWEEN.split(issued[1]), "", issued[2]] if issued else []
    known = _as_set(words)
    shown = (
        f'<span class="keep">{_with_breaks(piece, known)}</span>' if at % 2 == odd else _with_breaks(piece, known)
        for parts, odd in ((begin, 0), (pieces, 1))
        for at, piece in enumerate(parts)
        if piece
    )
    return Markup("".join(shown))  # noqa: S704 - each piece is escaped


def _with_breaks(piece: str, words: frozenset[str]) -> str:
    """Return a piece as it stands in HTML."""
    return "<wbr>".join(map(escape, phrases(piece, words) if words else (piece,)))


@lru_cache(maxsize=1)
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def part_title(title: str) -> Markup:
    """The title of a part whose 政府信息公开 is hidden from the eye on narrow screens: 指南, 制度, 年报."""
    if len(title) > len(_COLUMN_NAME) and title.startswith(_COLUMN_NAME):
        return Markup('<span class="pre">{}</span>{}').format(_COLUMN_NAME, title[len(_COLUMN_NAME) :])
    return escape(title)


def linked_data(text: str) -> Markup:
    """JSON-LD for `<script type="application/ld+json">`: nothing in it can end the element or begin another."""
    for sign, number in _IN_SCRIPTS:
        if sign in text:
            text = text.replace(sign, number)
    return Markup(text)  # noqa: S704 - no character that HTML knows is left in it


def breadcrumbs(crumbs: Iterable[Crumb], title: str, address: str, base: str) -> Markup:
    """The way to a page as schema.org's BreadcrumbList; the page itself, at `address`, comes last."""
    places = [*((crumb.title, base + crumb.path) for crumb in crumbs), (title, address)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": item}
        for number, (name, item) in enumerate(places, 1)
    ]
    data = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
    return linked_data(msgspec.json.encode(data).decode())


def _time_of_day(moment: date) -> str:
    return f" {moment.hour:02}:{moment.minute:02}" if isinstance(moment, datetime) else ""


FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            date_long,
            date_iso,
            datetime_long,
            datetime_iso,
            machine_time,
            size,
            grouped,
            lines,
            keep_names,
            part_title,
            linked_data,
            breadcrumbs,
            host_outside,
            leaving,
        )
    }
)
"""Filters by name, as Chinese pages have them."""


def filters_in(language: str) -> Mapping[str, Callable[..., object]]:
    """Return the filters for pages in a language; they differ in how dates are written."""
    if language.startswith("zh"):
        return FILTERS
    return {**FILTERS, "date_long": date_english if language == ENGLISH.code else date_iso}
