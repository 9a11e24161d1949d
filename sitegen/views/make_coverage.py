"""公开情况一览: the matrix, what is missing, what each body owes, and all of it as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen import urls
from sitegen.disclosure.demands import Demand
from sitegen.disclosure.fulfilment import Obligation, Status
from sitegen.disclosure.responsibility import NOBODY, TOWNS
from sitegen.model.catalogues import Domain
from sitegen.views.chart import Chart
from sitegen.views.common import File, Link
from sitegen.views.coverage import CoveragePage, Gap, MatrixRow, Share
from sitegen.views.heat_map import heat_map
from sitegen.views.item_places import domain_link, domain_path, duties_path
from sitegen.views.make_catalogue import DIRECTORY, STATUTORY_PART, TAGS
from sitegen.views.shelf import HOME, Shelf, body_name

TITLE = "公开情况一览"
TOWNS_TOGETHER = "乡镇和街道"
UNKNOWN_BODY = "未明确责任机关"
FEW, MANY = 15, 30
"""Per cent of items missing up to which a cell is light, and from which it is dark."""
DOWNLOADS = (("XLSX", urls.COVERAGE_XLSX), ("CSV", urls.COVERAGE_CSV), ("JSON", urls.COVERAGE_JSON))
Group = Sequence[Obligation]


def coverage_page(shelf: Shelf) -> CoveragePage:
    """Return the matrix of domains and bodies."""
    owed = shelf.coverage.obligations
    heads = _heads(owed, shelf)
    cells = _cells(owed, shelf)
    mine = [
        domain for domain in shelf.site.catalogues.domains if domain.facts.title in shelf.coverage.domains
    ]
    rows = tuple(_row(domain, heads, cells, shelf) for domain in mine)
    return CoveragePage(
        path=urls.COVERAGE,
        root=urls.root_of(urls.COVERAGE),
        title=TITLE,
        column_tags=TAGS,
        part=shelf.parts.get(STATUTORY_PART, ""),
        crumbs=(HOME, DIRECTORY),
        canonical=shelf.base + urls.COVERAGE,
        lede=_lede(len(mine), owed),
        notes=NOTES,
        bodies=heads,
        rows=rows,
        totals=tuple(_figure(group) for group in _columns(heads, cells)),
        total=_figure(owed),
        gaps=tuple(_gaps(mine, heads, cells, shelf)),
        map=_map(heads, rows) if owed else None,
        downloads=tuple(
            File(title=f"公开情况（{sort}）", path=path, type=sort, size=0) for sort, path in DOWNLOADS
        ),
        absence="" if owed else "本专栏还没有对应的标准目录事项。",
    )


MAP_KEY = "方块越大、颜色越深，没有公开的越多；小空格是全部公开了，空白是不涉及。"


def _map(heads: Sequence[str], rows: Sequence[MatrixRow]) -> Chart:
    """Return the matrix as a picture."""
    grades = [(row.title, [cell.grade if cell is not None else None for cell in row.cells]) for row in rows]
    drawn = heat_map(heads, grades)
    worst = [f"{row.title}（{row.total}）" for row in rows if any(cell and cell.grade == 4 for cell in row.cells)]
    said = f"有机关一项也没有公开的领域：{'、'.join(worst)}。" if worst else ""
    return Chart(
        anchor="relitu",
        title="公开情况热力图",
        description=f"每行一个领域，每列一个机关。{MAP_KEY}{said}数字见下面的表。",
        note=MAP_KEY,
        width=drawn.width,
        height=drawn.height,
        shape="ch-map",
        bars=drawn.bars,
        strokes=drawn.strokes,
        labels=drawn.labels,
    )


NOTES = (
    "只有目录勾选了“政府网站”、公开方式是主动公开、公开对象是全社会的事项，才算应在网站公开；目录没有看全的不计入。",
    "责任机关：目录写明的，按目录；没有写明的，按公开过这个事项的机关，没有机关公开过的，算在这个领域牵头的机关。",
    "同一事项由几个机关分别公开的，分别计算。声明“无此类信息”的，在声明的时期内算已公开。",
)


def _lede(domains: int, owed: Group) -> str:
    if not owed:
        return ""
    met = sum(found.is_met for found in owed)
    late = sum(found.status in (Status.LATE, Status.STALE) for found in owed)
    bodies = len({found.body for found in owed})
    text = f"{domains}个领域，{bodies}个机关。按标准目录，应在网站公开{len(owed)}项，已公开{met}项"
    text += f"（{percent(met, len(owed))}），未公开{len(owed) - met}项"
    return f"{text}；已公开的有{late}项迟于时限或者超期未更新。" if late else f"{text}。"


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, never rounded up to what was not reached."""
    tenths = part * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def _head(found: Obligation, shelf: Shelf) -> str:
    """Return the column of the matrix that an obligation belongs to: towns and street offices share one."""
    if found.body == NOBODY:
        return UNKNOWN_BODY
    body = shelf.site.bodies_by_name[found.body]
    return TOWNS_TOGETHER if body.sort in TOWNS else body_name(found.body, shelf.site)


def _heads(owed: Iterable[Obligation], shelf: Shelf) -> tuple[str, ...]:
    """Return the columns in the order of the bodies; towns and what nobody answers for come last."""
    order: dict[str, tuple[int, int, str]] = {}
    for found in owed:
        head = _head(found, shelf)
        body = shelf.site.bodies_by_name.get(found.body)
        last = (TOWNS_TOGETHER, UNKNOWN_BODY).index(head) + 1 if head in (TOWNS_TOGETHER, UNKNOWN_BODY) else 0
        order[head] = (last, body.order if body is not None else 0, body.path if body is not None else "")
    return tuple(sorted(order, key=lambda head: order[head]))


def _cells(owed: Iterable[Obligation], shelf: Shelf) -> Mapping[tuple[str, str], Group]:
    """Return the obligations by domain and column."""
    cells: defaultdict[tuple[str, str], list[Obligation]] = defaultdict(list)
    for found in owed:
        cells[found.domain, _head(found, shelf)].append(found)
    return cells


def _columns(heads: Sequence[str], cells: Mapping[tuple[str, str], Group]) -> Iterator[Group]:
    """Give the obligations of each column of the matrix."""
    for head in heads:
        yield [found for (_, column), group in cells.items() if column == head for found in group]


def _row(
    domain: Domain, heads: Sequence[str], cells: Mapping[tuple[str, str], Group], shelf: Shelf
) -> MatrixRow:
    name = domain.facts.title
    groups = [cells.get((name, head), ()) for head in heads]
    everything = [found for group in groups for found in group]
    return MatrixRow(
        number=f"{domain.facts.number:02}",
        title=name,
        path=domain_path(domain),
        total=_figure(everything) if everything else "",
        cells=tuple(_share(group, _items_path(group, domain, shelf)) if group else None for group in groups),
    )


def _items_path(group: Group, domain: Domain, shelf: Shelf) -> str:
    """Return where the items of a cell are listed: one body's in its page, those of several in the domain's table."""
    bodies = {found.body for found in group}
    body = shelf.site.bodies_by_name.get(bodies.pop()) if len(bodies) == 1 else None
    return f"{duties_path(body)}#{domain.facts.code}" if body is not None else domain_path(domain)


def _figure(group: Iterable[Obligation]) -> str:
    met = [found.is_met for found in group]
    return f"{sum(met)}/{len(met)}"


def _share(group: Group, path: str) -> Share:
    met, late, stale = counts(group)
    parts = [f"应公开{len(group)}项，已公开{met}项"]
    parts += [f"未公开{len(group) - met}项"] if met < len(group) else []
    parts += [f"迟于时限{late}项"] if late else []
    parts += [f"超期未更新{stale}项"] if stale else []
    return Share(path=path, figure=_figure(group), grade=grade(met, len(group)), sentence="，".join(parts))


def counts(group: Iterable[Obligation]) -> tuple[int, int, int]:
    """Return how many obligations are met, and of these how many came late or are stale."""
    statuses = [found.status for found in group]
    met = len(statuses) - statuses.count(Status.NEVER)
    return met, statuses.count(Status.LATE), statuses.count(Status.STALE)


def grade(met: int, required: int) -> int:
    """Return how much is missing: 0 nothing, 1 up to 15 %, 2 up to 30 %, 3 more, 4 everything."""
    missing = required - met
    if not missing:
        return 0
    if not met:
        return 4
    return 1 if missing * 100 <= FEW * required else 2 if missing * 100 <= MANY * required else 3


def _gaps(
    domains: Iterable[Domain], heads: Sequence[str], cells: Mapping[tuple[str, str], Group], shelf: Shelf
) -> Iterator[Gap]:
    """Give what is missing or late by domain and body, most missing first."""
    gaps = []
    for domain in domains:
        for head in heads:
            group = cells.get((domain.facts.title, head), ())
            met, late, stale = counts(group)
            if met < len(group) or late or stale:
                missing = len(group) - met
                body = Link(title=head, path=_items_path(group, domain, shelf))
                gaps.append(
                    Gap(domain=domain_link(domain), body=body, missing=missing, late=late, stale=stale)
                )
    yield from sorted(gaps, key=lambda gap: (-gap.missing, -gap.late, -gap.stale))


def not_demanded(domain: Domain, shelf: Shelf) -> tuple[int, int]:
    """Return how many items of a domain need not be on the site, and of how many that cannot be told."""
    demands = [shelf.coverage.demands[item.code] for item in domain.items]
    aside = demands.count(Demand.REQUIRED) + demands.count(Demand.RETIRED)
    unknown = demands.count(Demand.UNKNOWN)
    return len(demands) - aside - unknown, unknown
