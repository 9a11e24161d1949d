"""事项查询: pages of items by level and by state, what each body must publish, and the page that leads to all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.demands import Demand
from sitegen.disclosure.fulfilment import Obligation, Status
from sitegen.disclosure.obligations import NOTHING
from sitegen.disclosure.responsibility import NOBODY
from sitegen.model.catalogues import Domain, Item
from sitegen.views.catalogue import Chip
from sitegen.views.common import Figure, File, Link
from sitegen.views.item_lists import Branch, ItemGroup, ItemLine, ItemListPage, ItemsPage, ItemWay
from sitegen.views.item_places import domain_path, duties_path, item_path
from sitegen.views.lists import Choice
from sitegen.views.make_bodies import DIRECTORY as BODIES
from sitegen.views.make_catalogue import DIRECTORY, STATUTORY_PART, TAGS
from sitegen.views.make_coverage import UNKNOWN_BODY
from sitegen.views.make_dues import WORDS, chip_of
from sitegen.views.make_items import NOT_DEMANDED, limit_words
from sitegen.views.rows import absent
from sitegen.views.shelf import HOME, Shelf, body_name, published_on
from sitegen.views.tallies import by_item, tallies

TITLE = "事项查询"
QUERY = Link(title=TITLE, path=urls.ITEMS)
LEVELS = {"省级": "shengji", "市级": "shiji", "县级": "xianji", "乡级": "xiangji", "村级": "cunji"}
NO_LEVEL = "没有写明层级"
STATES: Mapping[str, str] = {
    WORDS[Status.NEVER]: "wei-gongkai",
    WORDS[Status.LATE]: "chiyu-shixian",
    WORDS[Status.STALE]: "chaoqi-weigengxin",
    WORDS[Status.DECLARED]: "wu-cilei-xinxi",
    WORDS[Status.MET]: "yigongkai",
    NOT_DEMANDED[Demand.ELSEWHERE]: "buzai-wangzhan",
    NOT_DEMANDED[Demand.ON_REQUEST_ONLY]: "yishenqing-gongkai",
    NOT_DEMANDED[Demand.UNKNOWN]: "buneng-queding",
}
"""How an item stands → the name of its page."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An item with one body's part in it; `owed` is None where nothing is demanded of the site."""

    domain: Domain
    item: Item
    owed: Obligation | None
    demand: Demand

    @property
    def state(self) -> str:
        """How it stands, in a word."""
        return WORDS[self.owed.status] if self.owed is not None else NOT_DEMANDED[self.demand]


def entries(shelf: Shelf) -> Sequence[Entry]:
    """Return all items in use of the domains that the column answers for, once for each body that answers."""
    owed = by_item(shelf)
    demands = shelf.coverage.demands
    return [
        Entry(domain=domain, item=item, owed=found, demand=demands[item.code])
        for domain in shelf.site.catalogues.domains
        if domain.facts.title in shelf.coverage.domains
        for item in domain.items
        if demands[item.code] is not Demand.RETIRED
        for found in owed.get(item.code) or (None,)
    ]


def item_pages(shelf: Shelf) -> Iterator[ItemListPage]:
    """Give the pages by state, by level and by body; those of states and levels are there even when empty."""
    found = entries(shelf)
    for word, path in _state_paths().items():
        lines = [entry for entry in found if entry.state == word]
        title = f"“{word}”的事项" if "，" in word else f"{word}的事项"
        yield _page(path, title, word, _state_paths(), lines, shelf)
    levels = _level_paths(found)
    for level, path in levels.items():
        lines = [entry for entry in found if level in _levels(entry.item)]
        title = f"{level}公开的事项" if level != NO_LEVEL else f"{level}的事项"
        yield _page(path, title, level, levels, lines, shelf)
    for name, mine in _by_body(found).items():
        if name in shelf.site.bodies_by_name:
            yield _body_page(name, mine, shelf)


def items_page(shelf: Shelf) -> ItemsPage:
    """Return the page that leads to all items: ways with counts, then domains with their categories."""
    found = entries(shelf)
    return ItemsPage(
        path=urls.ITEMS,
        root=urls.root_of(urls.ITEMS),
        title=TITLE,
        column_tags=TAGS,
        part=shelf.parts.get(STATUTORY_PART, ""),
        crumbs=(HOME, DIRECTORY),
        canonical=shelf.base + urls.ITEMS,
        lede="按公开情况、层级、责任机关查标准目录的事项，或者从领域和一级事项查起。"
        "同一事项由几个机关分别公开的，按情况和机关查时分别计算。",
        summary=f"{len({entry.domain.facts.code for entry in found})}个领域，"
        f"{len({entry.item.code for entry in found})}个事项",
        ways=(
            _way("按公开情况", _state_paths(), Counter(entry.state for entry in found)),
            _way("按公开层级", _level_paths(found), _count_levels(found)),
            _way("按责任机关", _body_paths(found, shelf), _count_bodies(found, shelf)),
        ),
        branches=tuple(_branches(found, shelf)),
        absence="" if found else "本专栏还没有对应的标准目录事项。",
    )


def _state_paths() -> dict[str, str]:
    return {word: f"shixiang/qingkuang/{name}.html" for word, name in STATES.items()}


def _level_paths(found: Iterable[Entry]) -> dict[str, str]:
    used = {level for entry in found for level in _levels(entry.item)}
    names = {**LEVELS, NO_LEVEL: "meiyou-xieming"}
    return {level: f"shixiang/cengji/{name}.html" for level, name in names.items() if level in used}


def _levels(item: Item) -> Sequence[str]:
    """Return the levels of an item that have a page."""
    return [level for level in item.levels if level in LEVELS] or [NO_LEVEL]


def _by_body(found: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        if entry.owed is not None:
            groups[entry.owed.body].append(entry)
    return groups


def _body_paths(found: Iterable[Entry], shelf: Shelf) -> dict[str, str]:
    bodies = [shelf.site.bodies_by_name[name] for name in _by_body(found) if name in shelf.site.bodies_by_name]
    return {
        body_name(body.title, shelf.site): duties_path(body)
        for body in sorted(bodies, key=lambda body: (body.order, body.path))
    }


def _count_levels(found: Iterable[Entry]) -> Counter[str]:
    items = {entry.item.code: entry.item for entry in found}
    return Counter(level for item in items.values() for level in _levels(item))


def _count_bodies(found: Iterable[Entry], shelf: Shelf) -> Counter[str]:
    return Counter(body_name(entry.owed.body, shelf.site) for entry in found if entry.owed is not None)


def _way(title: str, paths: Mapping[str, str], counts: Mapping[str, int]) -> ItemWay:
    return ItemWay(
        title=title,
        figures=tuple(
            Figure(title=name, path=path, figure=f"{counts.get(name, 0):,}") for name, path in paths.items()
        ),
    )


def _branches(found: Sequence[Entry], shelf: Shelf) -> Iterator[Branch]:
    items: defaultdict[str, dict[str, Item]] = defaultdict(dict)
    for entry in found:
        items[entry.domain.facts.title][entry.item.code] = entry.item
    for domain, tally in tallies(shelf):
        if mine := items[domain.facts.title].values():
            yield Branch(
                number=f"{domain.facts.number:02}",
                title=domain.facts.title,
                path=domain_path(domain),
                figure=tally.figure,
                categories=tuple(_categories(domain, mine)),
            )


def _categories(domain: Domain, items: Iterable[Item]) -> Iterator[Figure]:
    """Give the categories in order; items without one are named themselves."""
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.category or item.title].append(item)
    for name, group in groups.items():
        yield Figure(title=name, path=item_path(group[0], domain), figure=str(len(group)))


def _page(
    path: str,
    title: str,
    current: str,
    paths: Mapping[str, str],
    found: Sequence[Entry],
    shelf: Shelf,
) -> ItemListPage:
    groups = tuple(_groups(found, shelf, line_of))
    lines = [line for group in groups for line in group.lines]
    return ItemListPage(
        path=path,
        root=urls.root_of(path),
        title=title,
        column_tags=TAGS,
        part=shelf.parts.get(STATUTORY_PART, ""),
        crumbs=(HOME, DIRECTORY, QUERY),
        canonical=shelf.base + path,
        summary=f"共{len(found)}项",
        choices=tuple(
            Choice(title=name, path=other, current=name == current) for name, other in paths.items()
        ),
        groups=groups,
        absent=absent(lines, ("levels", "count", "latest", "verified", "time_limit")),
        absence="" if found else f"没有{title}。",
    )


def _body_page(name: str, found: Sequence[Entry], shelf: Shelf) -> ItemListPage:
    body = shelf.site.bodies_by_name[name]
    path = duties_path(body)
    counts = Counter(entry.state for entry in found)
    parts = "，".join(f"{word}{counts[word]}项" for word in STATES if counts[word])
    bare = _page(path, f"{body.title}按标准目录应当公开的事项", "", {}, found, shelf)
    return msgspec.structs.replace(
        bare,
        crumbs=(HOME, BODIES, Link(title=body.title, path=urls.page_of(body.path))),
        summary=f"应在网站公开{len(found)}项：{parts}",
        by_body=True,
        downloads=tuple(
            File(title=f"应当公开的事项（{sort.upper()}）", path=f"{path[:-5]}.{sort}", type=sort.upper(), size=0)
            for sort in urls.OBLIGATION_FORMS
        ),
    )


def _groups(
    found: Iterable[Entry], shelf: Shelf, line: Callable[[Entry, Shelf], ItemLine]
) -> Iterator[ItemGroup]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        groups[entry.domain.facts.code].append(entry)
    for code, mine in groups.items():
        domain = mine[0].domain
        yield ItemGroup(
            anchor=code,
            title=domain.facts.title,
            path=domain_path(domain),
            lines=tuple(line(entry, shelf) for entry in mine),
        )


def line_of(entry: Entry, shelf: Shelf) -> ItemLine:
    """Return the line of one item, or of one body's part in it."""
    item, owed = entry.item, entry.owed
    bare = ItemLine(
        title="／".join(filter(None, (item.category, item.title))),
        path=item_path(item, entry.domain),
        levels="、".join(item.levels),
        state=entry.state,
        time_limit=limit_words(item, shelf),
    )
    if owed is None:
        records = shelf.coverage.tied.get(item.code, NOTHING).records
        return msgspec.structs.replace(
            bare,
            chip=Chip(word=entry.state),
            count=len(records),
            latest=published_on(records[0]).date() if records else None,
        )
    return msgspec.structs.replace(
        bare,
        body=_body_link(owed.body, shelf),
        chip=chip_of(owed, shelf),
        count=owed.count,
        latest=owed.last_updated,
        verified=owed.last_verified,
    )


def _body_link(name: str, shelf: Shelf) -> Link:
    if name == NOBODY or name not in shelf.site.bodies_by_name:
        return Link(title=UNKNOWN_BODY, path="")
    return Link(title=body_name(name, shelf.site), path=duties_path(shelf.site.bodies_by_name[name]))
