"""规章和行政规范性文件目录: one index over all bodies, by state, body, year and theme (R14–R16, R66, S12, S17–S19).

Every way of narrowing it is a static page, so that it can be read without script: one thing is chosen at a
time, within three lists (in force, ended, all).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.phrases import chinese_date
from sitegen.disclosure.states import State
from sitegen.views.chart import Chart
from sitegen.views.common import File, Link
from sitegen.views.index_ways import YEARS, Tab, Value, Way, value_of, ways_of
from sitegen.views.lists import Choice, Facet, ListPage
from sitegen.views.make_ledger import governed
from sitegen.views.make_pages import list_pages
from sitegen.views.make_year_charts import year_chart
from sitegen.views.page import ColumnTags
from sitegen.views.shelf import HOME, Shelf

FOLDER = urls.INDEX.rpartition("/")[0]
TITLE = "规章和行政规范性文件目录"
LINK = Link(title=TITLE, path=urls.INDEX)
TABLE = f"{FOLDER}/biao"
WHOLE = Link(title="一览表，可以排序和筛选", path=urls.index_of(TABLE))
POLICY = "zhengce"
"""The part under which the index is found (61号)."""
DOWNLOADS = tuple(
    File(title=f"台账（{sort}）", path=f"{urls.LEDGER}.{sort.lower()}", type=sort, size=0)
    for sort in ("XLSX", "CSV", "JSON")
)
SHOWN = 8
"""Choices of a facet that are not folded away."""
ALL = "全部"


def index_pages(shelf: Shelf) -> Iterator[ListPage]:
    """Give the pages of the index: the whole, then each body, year, theme and state."""
    records = tuple(governed(shelf.site))
    whole = value_of("", "", TITLE, [shelf.rows[record.path] for record in records])
    yield _table(whole, shelf)
    narrow, states = ways_of(records, shelf)
    ways = (*narrow, states)
    facets = {tab: tuple(_facet(way, tab, None) for way in ways) for tab in Tab}
    charts, words = _charts(narrow, shelf), _words(shelf)
    for tab in Tab:
        subject = "" if tab is Tab.ALL else words[tab]
        page = List(FOLDER + tab, whole, tab, _tabs(FOLDER, whole, tab, words), facets[tab], subject)
        for made in _pages(page, shelf, _lede(whole, shelf)):
            yield msgspec.structs.replace(made, charts=charts) if made.path == urls.INDEX else made
    for way in narrow:
        for value in way.values:
            folder = f"{FOLDER}/{way.folder}/{value.slug}"
            for tab in Tab:
                chosen = _with(facets[tab], ways.index(way), _facet(way, tab, value))
                subject = "" if tab is Tab.ALL else words[tab]
                page = List(folder + tab, value, tab, _tabs(folder, value, tab, words), chosen, subject)
                yield from _pages(page, shelf, "")
    for value in states.values:
        chosen = _with(facets[Tab.ALL], ways.index(states), _facet(states, Tab.ALL, value))
        folder = f"{FOLDER}/{states.folder}/{value.slug}"
        page = List(folder, value, Tab.ALL, _tabs(FOLDER, whole, None, words), chosen, value.name)
        yield from _pages(page, shelf, "")


def _charts(narrow: Sequence[Way], shelf: Shelf) -> tuple[Chart, ...]:
    """Return the chart of documents by year and state."""
    years = next(way for way in narrow if way.folder == YEARS)
    return year_chart(
        [
            (value.name, f"{FOLDER}/{YEARS}/{value.slug}{Tab.ALL}/index.html", value.lists[Tab.ALL])
            for value in years.values
        ],
        shelf.site.state_names,
    )


def _words(shelf: Shelf) -> Mapping[Tab, str]:
    """Return what the three lists are called, in the place's words for states: 现行有效, 已废止和失效, 全部."""
    names = shelf.site.state_names
    repealed, lapsed = names[State.REPEALED], names[State.LAPSED]
    both = f"{repealed}和{lapsed.removeprefix('已')}" if repealed != lapsed else lapsed
    return {Tab.IN_FORCE: names[State.IN_FORCE], Tab.ENDED: both, Tab.ALL: ALL}


def _table(whole: Value, shelf: Shelf) -> ListPage:
    """Return the page that has the whole index in one table, for sorting and sifting, and for printing."""
    path = urls.index_of(TABLE)
    rows = tuple(whole.lists[Tab.ALL])
    return ListPage(
        path=path,
        root=urls.root_of(path),
        title=f"{TITLE}一览表",
        column_tags=_tags(whole, shelf),
        part=shelf.parts.get(POLICY, ""),
        column=urls.INDEX,
        crumbs=(*shelf.crumbs.get(POLICY, (HOME,)), LINK),
        canonical=shelf.base + path,
        lede=_lede(whole, shelf),
        table="documents",
        subject=ALL,
        count=len(rows),
        first=1 if rows else 0,
        last=len(rows),
        rows=rows,
        downloads=DOWNLOADS,
    )


class List(msgspec.Struct, frozen=True):
    """One list of the index: where it is, of what, and how else one may go on."""

    folder: str
    value: Value
    tab: Tab
    tabs: tuple[Choice, ...]
    facets: tuple[Facet, ...]
    subject: str


def _pages(listed: List, shelf: Shelf, lede: str) -> Iterator[ListPage]:
    value = listed.value
    pages = list_pages(
        listed.folder,
        value.lists[listed.tab],
        shelf,
        title=value.title,
        crumbs=_crumbs(value, shelf),
        tags=_tags(value, shelf),
        lede=lede,
        table="documents",
        subject=listed.subject,
        tabs=listed.tabs,
        downloads=() if value.slug else DOWNLOADS,
    )
    part, facets = shelf.parts.get(POLICY, ""), tuple(f for f in listed.facets if len(f.choices) > 1)
    for page in pages:
        yield msgspec.structs.replace(page, facets=facets, part=part, column=urls.INDEX, whole=WHOLE)


def _lede(whole: Value, shelf: Shelf) -> str:
    words = _words(shelf)
    counts = {tab: f"{len(whole.lists[tab]):,}件" for tab in Tab}
    return (
        f"收录{shelf.site.config.title}及所属部门、乡镇街道的规章和行政规范性文件，不论由哪个机关制定、放在哪个栏目："
        f"共{counts[Tab.ALL]}，{words[Tab.IN_FORCE]}{counts[Tab.IN_FORCE]}，{words[Tab.ENDED]}{counts[Tab.ENDED]}。"
        f"{shelf.site.state_label}截至{chinese_date(shelf.site.as_of)}。"
    )


def _tabs(folder: str, value: Value, current: Tab | None, words: Mapping[Tab, str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            title=words[tab],
            path=urls.index_of(folder + tab),
            count=len(value.lists[tab]),
            current=tab is current,
        )
        for tab in Tab
    )


def _facet(way: Way, tab: Tab, chosen: Value | None) -> Facet:
    """Return one way to narrow the list of `tab`, with counts within that list; empty choices are left out."""
    counted = Tab.ALL if way.single else tab
    suffix = "" if way.single else tab
    values = [value for value in way.values if value.lists[counted]]
    choices = [
        Choice(
            title=value.name,
            path=f"{FOLDER}/{way.folder}/{value.slug}{suffix}/index.html",
            count=len(value.lists[counted]),
            current=value is chosen,
        )
        for value in values
    ]
    anything = Choice(title="不限", path=urls.index_of(FOLDER + tab), current=chosen not in values)
    visible = [choice for number, choice in enumerate(choices) if number < SHOWN or choice.current]
    folded = [choice for number, choice in enumerate(choices) if number >= SHOWN and not choice.current]
    return Facet(label=way.label, choices=(anything, *visible), more=tuple(folded))


def _with(facets: Sequence[Facet], place: int, facet: Facet) -> tuple[Facet, ...]:
    return (*facets[:place], facet, *facets[place + 1 :])


def _crumbs(value: Value, shelf: Shelf) -> tuple[Link, ...]:
    way = shelf.crumbs.get(POLICY, (HOME,))
    return (*way, LINK) if value.slug else way


def _tags(value: Value, shelf: Shelf) -> ColumnTags:
    return ColumnTags(
        name=value.title,
        description=f"{shelf.site.config.title}政府信息公开专栏：{value.title}，标注{shelf.site.state_label}，可以下载台账",
        keywords=f"规章,行政规范性文件,{shelf.site.state_names[State.IN_FORCE]},目录",
        type="政策文件",
    )
