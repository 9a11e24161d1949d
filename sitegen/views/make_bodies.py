"""The views of public bodies: the directory, and one page for each with the six statutory elements (a20-02)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from sitegen import urls
from sitegen.model.site_config import Body
from sitegen.views.common import Fact, Figure, Link
from sitegen.views.item_places import duties_path
from sitegen.views.make_dues import dues_of_bodies
from sitegen.views.make_lists import Cut, cut
from sitegen.views.make_pages import phone_fact
from sitegen.views.make_structured_data import body_json
from sitegen.views.page import ColumnTags
from sitegen.views.public_bodies import BodiesPage, BodyEntry, BodyGroup, Division, PublicBodyPage
from sitegen.views.rows import Row
from sitegen.views.shelf import HOME, Shelf

CLAUSE = re.compile(r"(?<=；)")
SORTS = ("政府", "政府办公室", "政府部门", "乡镇人民政府", "街道办事处", "其他")
DIRECTORY = Link(title="公开机构", path=urls.BODIES)


def body_tags(title: str, shelf: Shelf) -> ColumnTags:
    """Return the column tags of pages about bodies."""
    site = shelf.site.config.title
    return ColumnTags(
        name=title,
        description=f"{site}各机构的职能、机构设置、办公地址、办公时间、联系方式和负责人",
        keywords="机构职能,机构设置,联系方式",
        type="机构职能",
    )


def bodies_page(shelf: Shelf) -> BodiesPage:
    """Return the directory of bodies by sort."""
    counts = Counter(record.publisher for record in shelf.site.records)
    groups: defaultdict[str, list[BodyEntry]] = defaultdict(list)
    for body in sorted(shelf.site.bodies.values(), key=lambda body: (body.order, body.path)):
        sort = "已撤并的机构" if body.ended_on is not None else body.sort or "其他"
        groups[sort].append(
            BodyEntry(
                title=body.title,
                path=urls.page_of(body.path),
                figure=f"{counts[body.title]:,}",
                address=body.address,
                telephone=body.phone,
            )
        )
    order = [*(sort for sort in SORTS if sort in groups), *(sort for sort in groups if sort not in SORTS)]
    return BodiesPage(
        path=DIRECTORY.path,
        root=urls.root_of(DIRECTORY.path),
        title=DIRECTORY.title,
        column_tags=body_tags(DIRECTORY.title, shelf),
        crumbs=(HOME,),
        canonical=shelf.base + DIRECTORY.path,
        lede="各机构的职能、地址、电话、负责人，以及各机构公开的信息。",
        groups=tuple(BodyGroup(title=sort, bodies=tuple(groups[sort])) for sort in order),
    )


def all_body_pages(shelf: Shelf) -> Iterator[PublicBodyPage]:
    """Give the pages of every body: its profile with its newest records, then its older records."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    holdings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    domains: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for record in shelf.site.records:
        rows[record.publisher].append(shelf.rows[record.path])
        holdings[record.publisher][record.column] += 1
        domains[record.publisher].update({code.split("/", 1)[0] for code in record.catalogue_items})
    dues = dues_of_bodies(shelf)
    for body in shelf.site.bodies.values():
        name = body.title
        first, *others = _body_pages(body, rows[name], holdings[name], domains[name], shelf)
        mine = dues.get(name, ())
        path = duties_path(body) if mine else ""
        yield msgspec.structs.replace(first, dues=mine, dues_path=path)
        yield from others


def _body_pages(
    body: Body, rows: list[Row], holdings: Counter[str], domains: Counter[str], shelf: Shelf
) -> Iterator[PublicBodyPage]:
    """Give the body's page and the pages of its older records, which repeat its name and nothing else."""
    first, *others = cut(body.path, rows, first_page=urls.page_of(body.path))
    page = _profile(body, first, shelf)
    yield msgspec.structs.replace(
        page,
        holdings=tuple(_holdings(holdings, shelf)),
        domains=tuple(_domains(domains, shelf)),
        count=len(rows),
    )
    bare = msgspec.structs.replace(
        page, updated_on=None, contact=(), duties=(), divisions=(), units=(), absence="", linked_data=""
    )
    for other in others:
        yield msgspec.structs.replace(
            bare,
            path=other.path,
            root=urls.root_of(other.path),
            canonical=shelf.base + other.path,
            rows=other.rows,
            count=len(rows),
            pager=other.pager,
        )


def _profile(body: Body, page: Cut, shelf: Shelf) -> PublicBodyPage:
    """Return what a body says of itself, with its newest records."""
    return PublicBodyPage(
        path=page.path,
        root=urls.root_of(page.path),
        title=body.title,
        column_tags=body_tags(body.title, shelf),
        crumbs=(HOME, DIRECTORY),
        canonical=shelf.base + page.path,
        feed=Link(title=body.title, path=f"{body.path}/atom.xml"),
        linked_data=body_json(body, shelf),
        updated_on=body.updated_on,
        contact=tuple(_contact(body)),
        duties=_duties(body.duty),
        divisions=tuple(Division(title=u.title, duties=u.duty, telephone=u.phone) for u in body.units),
        units=tuple(Figure(title=u.title, path="", figure=u.phone or u.address) for u in body.subordinates),
        rows=page.rows,
        pager=page.pager,
        absent=page.absent,
        absence=body.ended_note,
    )


def _duties(text: str) -> tuple[str, ...]:
    """Return the duties one by one: paragraphs as written, or the clauses of a single one (；)."""
    paragraphs = tuple(line.strip() for line in text.splitlines() if line.strip())
    return tuple(CLAUSE.split(paragraphs[0])) if len(paragraphs) == 1 else paragraphs


def _contact(body: Body) -> Iterator[Fact]:
    leaders = "\n".join("　".join(filter(None, (item.name, item.post, item.duty))) for item in body.leaders)
    for label, value in (("办公地址", body.address), ("办公时间", body.hours)):
        if value:
            yield Fact(label=label, value=value)
    if body.phone:
        yield phone_fact("联系电话", body.phone)
    if body.fax:
        yield Fact(label="传真", value=body.fax)
    if body.email:
        yield Fact(label="电子邮箱", value=body.email, href=f"mailto:{body.email}")
    if leaders:
        yield Fact(label="负责人", value=leaders)


def _holdings(holdings: Counter[str], shelf: Shelf) -> Iterator[Figure]:
    for path, count in sorted(holdings.items()):
        column = shelf.site.columns.get(path)
        if column is not None:
            yield Figure(title=column.title, path=urls.index_of(path), figure=f"{count:,}")


def _domains(domains: Counter[str], shelf: Shelf) -> Iterator[Figure]:
    for domain in shelf.site.catalogues.domains:
        count = domains[domain.facts.title]
        if count:
            link = shelf.domains[domain.facts.title]
            number = f"{domain.facts.number:02}"
            yield Figure(title=link.title, path=link.path, figure=f"{count:,}", number=number)
