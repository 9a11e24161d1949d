"""规章和行政规范性文件目录: one index over all bodies, by state, body, year and theme (R14–R16, R66, S12, S17–S19).

Every way of narrowing it is a static page, so that it can be read without script: one thing is chosen at a
time, within three lists (in force, ended, all).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.phrases import chinese_date
from sitegen.disclosure.states import State
from sitegen.views.common import File, Link
from sitegen.views.index_ways import Value, Way, ways_of
from sitegen.views.lists import Choice, Facet, ListPage
from sitegen.views.make_ledger import governed
from sitegen.views.make_pages import list_pages
from sitegen.views.page import ColumnTags
from sitegen.views.rows import Row
from sitegen.views.shelf import HOME, Shelf

FOLDER = urls.INDEX.rpartition("/")[0]
TITLE = "规章和行政规范性文件目录"
LINK = Link(title=TITLE, path=urls.INDEX)
POLICY = "zhengce"
"""The part under which the index is found (61号)."""
DOWNLOADS = tuple(
    File(title=f"台账（{sort}）", path=f"{urls.LEDGER}.{sort.lower()}", type=sort, size=0)
    for sort in ("XLSX", "CSV", "JSON")
)
SHOWN = 8
"""Choices of a facet that are not folded away."""


class Tab(msgspec.Struct, frozen=True):
    """One of the three lists that every choice has: the folder below it, its word, and what belongs to it."""

    suffix: str
    word: str
    takes: Callable[[Row], bool]

    def of(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Return those of `rows` that belong to the list."""
        return tuple(row for row in rows if self.takes(row))


def _applies(row: Row) -> bool:
    return row.state is not None and State(row.state.code).applies


def _ended(row: Row) -> bool:
    return row.state is not None and State(row.state.code).ended


TABS = (
    Tab("", "现行有效", _applies),
    Tab("/ended", "已废止和失效", _ended),
    Tab("/all", "全部", lambda _: True),
)
EVERYTHING = TABS[-1]


def index_pages(shelf: Shelf) -> Iterator[ListPage]:
    """Give the pages of the index: the whole, then each body, year, theme and state."""
    records = tuple(governed(shelf.site))
    whole = Value(slug="", name="", title=TITLE, rows=tuple(shelf.rows[record.path] for record in records))
    ways, states = ways_of(records, shelf)
    counts = {tab.suffix: len(tab.of(whole.rows)) for tab in TABS}
    lede = (
        f"收录{shelf.site.config.title}及所属部门、乡镇街道的规章和行政规范性文件，不论由哪个机关制定、放在哪个栏目："
        f"共{len(whole.rows):,}件，现行有效{counts['']:,}件，已废止和失效{counts['/ended']:,}件。"
        f"效力状态截至{chinese_date(shelf.site.as_of)}。"
    )
    base = {tab.suffix: _facets(ways, states, tab, "") for tab in TABS}
    yield from _lists(FOLDER, whole, base, shelf, lede)
    for way in ways:
        for value in way.values:
            folder = f"{FOLDER}/{way.folder}/{value.slug}"
            facets = {tab.suffix: _facets(ways, states, tab, folder) for tab in TABS}
            yield from _lists(folder, value, facets, shelf, "")
    for value in states.values:
        folder = f"{FOLDER}/{states.folder}/{value.slug}"
        facets_of_all = _facets(ways, states, EVERYTHING, folder)
        yield from _one_list(folder, value, _tabs(FOLDER, whole, ""), facets_of_all, value.name, shelf, "")


def _lists(
    folder: str, value: Value, facets: Mapping[str, tuple[Facet, ...]], shelf: Shelf, lede: str
) -> Iterator[ListPage]:
    """Give the three lists of one choice."""
    for tab in TABS:
        place = folder + tab.suffix
        subject = "" if tab is EVERYTHING else tab.word
        rows = msgspec.structs.replace(value, rows=tab.of(value.rows))
        yield from _one_list(
            place, rows, _tabs(folder, value, place), facets[tab.suffix], subject, shelf, lede
        )


def _one_list(
    folder: str,
    value: Value,
    tabs: tuple[Choice, ...],
    facets: tuple[Facet, ...],
    subject: str,
    shelf: Shelf,
    lede: str,
) -> Iterator[ListPage]:
    pages = list_pages(
        folder,
        value.rows,
        shelf,
        title=value.title,
        crumbs=_crumbs(value, shelf),
        tags=_tags(value, shelf),
        lede=lede,
        table="documents",
        subject=subject,
        tabs=tabs,
        downloads=DOWNLOADS,
    )
    part = shelf.parts.get(POLICY, "")
    for page in pages:
        yield msgspec.structs.replace(page, facets=facets, part=part, column=urls.INDEX)


def _tabs(folder: str, value: Value, current: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            title=tab.word,
            path=urls.index_of(folder + tab.suffix),
            count=len(tab.of(value.rows)),
            current=folder + tab.suffix == current,
        )
        for tab in TABS
    )


def _facets(ways: Sequence[Way], states: Way, tab: Tab, chosen: str) -> tuple[Facet, ...]:
    """Return the ways to narrow the list of `tab`; `chosen` is the folder of what has been chosen already."""
    facets = [_facet(way, tab, chosen) for way in ways]
    facets.append(_facet(states, EVERYTHING, chosen))
    return tuple(facet for facet in facets if len(facet.choices) > 1)


def _facet(way: Way, tab: Tab, chosen: str) -> Facet:
    suffix = "" if way.single else tab.suffix
    counted = [(value, len(tab.of(value.rows))) for value in way.values]
    choices = [
        Choice(
            title=value.name,
            path=urls.index_of(f"{FOLDER}/{way.folder}/{value.slug}{suffix}"),
            count=count,
            current=f"{FOLDER}/{way.folder}/{value.slug}" == chosen,
        )
        for value, count in counted
        if count
    ]
    any_of_them = Choice(
        title="不限",
        path=urls.index_of(FOLDER + tab.suffix),
        current=not any(choice.current for choice in choices),
    )
    visible = [choice for number, choice in enumerate(choices) if number < SHOWN or choice.current]
    folded = tuple(choice for choice in choices if choice not in visible)
    return Facet(label=way.label, choices=(any_of_them, *visible), more=folded)


def _crumbs(value: Value, shelf: Shelf) -> tuple[Link, ...]:
    way = shelf.crumbs.get(POLICY, (HOME,))
    return (*way, LINK) if value.slug else way


def _tags(value: Value, shelf: Shelf) -> ColumnTags:
    return ColumnTags(
        name=value.title,
        description=f"{shelf.site.config.title}政府信息公开专栏：{value.title}，标注效力状态，可以下载台账",
        keywords="规章,行政规范性文件,现行有效,目录",
        type="政策文件",
    )
