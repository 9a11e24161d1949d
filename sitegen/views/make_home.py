"""The view of the column's home page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sitegen import urls
from sitegen.disclosure.states import State
from sitegen.model.kinds import BY_NAME
from sitegen.model.site_config import Column
from sitegen.views.common import Figure, Link
from sitegen.views.home import Entry, HomePage, Ledger, Office, Tally
from sitegen.views.make_pages import STATE_FOLDERS, rows_of
from sitegen.views.make_structured_data import dataset_json
from sitegen.views.make_validity import coming_changes
from sitegen.views.shelf import COLUMN_NAME, Shelf, site_tags
from sitegen.views.state import State as StateView
from sitegen.views.tallies import tallies

LATEST = 10
CHANGE_DAYS = 90
CHANGES = 8
ENTRY_LINKS = 3
ENTRY_PARTS = ("zhinan", "zhidu", "nianbao", "yishenqing")


def home_page(shelf: Shelf) -> HomePage:
    """Return the home page: search, ledger, latest, changes, statutory items, domains, entries, bodies."""
    site = shelf.site
    numbers = [record.number for record in shelf.rows.values() if record.number]
    return HomePage(
        path=urls.HOME,
        root="",
        title=COLUMN_NAME,
        column_tags=site_tags(site),
        canonical=shelf.base,
        feed=Link(title=COLUMN_NAME, path="atom.xml"),
        linked_data=dataset_json(shelf),
        search_examples=tuple(numbers[:1]),
        browse=BROWSE,
        ledgers=tuple(_ledgers(shelf)),
        latest=tuple(shelf.rows[record.path] for record in site.records[:LATEST]),
        latest_path=urls.LATEST,
        changes=coming_changes(shelf, CHANGE_DAYS, CHANGES),
        change_days=CHANGE_DAYS,
        statutory=tuple(_statutory(shelf)),
        domains=tuple(_domains(shelf)),
        coverage_path=urls.COVERAGE if shelf.coverage.obligations else "",
        entries=tuple(_entries(shelf)),
        bodies=tuple(_bodies(shelf)),
        bodies_path=urls.BODIES,
        office=_office(shelf),
    )


BROWSE = (
    Link(title="最新公开", path=urls.LATEST),
    Link(title="规章和规范性文件目录", path=urls.INDEX),
    Link(title="按机构", path=urls.BODIES),
    Link(title="标准目录", path=urls.CATALOGUES),
    Link(title="站点地图", path=urls.SITE_MAP),
)


def governed_columns(shelf: Shelf) -> list[Column]:
    """Return the columns of documents that have a validity, in the order of their paths."""
    return [
        column
        for _, column in sorted(shelf.site.columns.items())
        if any(BY_NAME[kind].governed for kind in column.accepts) and shelf.site.members.get(column.path)
    ]


def _ledgers(shelf: Shelf) -> Iterator[Ledger]:
    for column in governed_columns(shelf):
        rows = rows_of(column.path, shelf)
        counts = Counter(row.state.code for row in rows if row.state is not None)
        in_force = sum(count for code, count in counts.items() if State(code).applies)
        if not counts:
            continue
        tallies = [_tally(State.IN_FORCE, in_force, urls.index_of(column.path), shelf)]
        for state, folder in STATE_FOLDERS.items():
            if state and counts[state]:
                path = f"{column.path}/{folder}/index.html"
                tallies.append(_tally(State(state), counts[state], path, shelf))
        tallies.append(Tally(count=len(rows), path=f"{column.path}/{STATE_FOLDERS['']}/index.html"))
        yield Ledger(title=column.title, path=urls.index_of(column.path), tallies=tuple(tallies))


def _tally(state: State, count: int, path: str, shelf: Shelf) -> Tally:
    return Tally(count=count, path=path, state=StateView(code=state, word=shelf.site.state_names[state]))


def _statutory(shelf: Shelf) -> Iterator[Figure]:
    """Give each statutory item with the count of its records and the column that holds them."""
    site = shelf.site
    columns: defaultdict[str, list[Column]] = defaultdict(list)
    for _, column in sorted(site.columns.items()):
        for code in column.statutory_items:
            columns[code].append(column)
    counts: Counter[str] = Counter()
    for record in site.records:
        counts.update(record.statutory_items or shelf.duties.get(record.column, ()))
    for number, item in enumerate(site.catalogues.layout.items_for(site.config.level), 1):
        path = urls.index_of(columns[item.code][0].path) if columns[item.code] else ""
        yield Figure(title=item.title, path=path, figure=f"{counts[item.code]:,}", number=f"{number:02}")


def _domains(shelf: Shelf) -> Iterator[Figure]:
    """Give each domain with published/demanded items."""
    for domain, tally in tallies(shelf):
        link = shelf.domains[domain.facts.title]
        number = f"{domain.facts.number:02}"
        yield Figure(title=link.title, path=link.path, figure=tally.figure, number=number)


def _entries(shelf: Shelf) -> Iterator[Entry]:
    for part in shelf.site.catalogues.layout.parts_of(shelf.site.config.layout):
        column = shelf.site.columns.get(part.folder)
        if part.code in ENTRY_PARTS and column is not None:
            rows = shelf.below.get(column.path, ())
            links = tuple(Link(title=row.title, path=row.path) for row in rows[:ENTRY_LINKS])
            yield Entry(title=column.title, path=urls.index_of(column.path), links=links)


def _bodies(shelf: Shelf) -> Iterator[Figure]:
    counts = Counter(record.publisher for record in shelf.site.records)
    for body in sorted(shelf.site.bodies.values(), key=lambda body: (body.order, body.path)):
        if body.ended_on is None:
            yield Figure(
                title=body.short_title or body.title,
                path=urls.page_of(body.path),
                figure=f"{counts[body.title]:,}",
            )


def _office(shelf: Shelf) -> Office:
    config = shelf.site.config
    place = "　".join(filter(None, (config.postal_address, config.postal_code)))
    lines = (config.operator or config.sponsor, place, config.phone, config.email)
    return Office(
        lines=tuple(filter(None, lines)),
        path=urls.index_of("zhinan") if "zhinan" in shelf.site.columns else "",
    )
