"""The pages of the standard catalogues: one table for each domain, the list of its records, the directory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.demands import is_retired
from sitegen.disclosure.fulfilment import Obligation
from sitegen.model.catalogues import Domain, Item
from sitegen.model.site_config import Column
from sitegen.views.catalogue import CatalogueEntry, CataloguePage, CataloguesPage, RetiredItem
from sitegen.views.common import Fact, Link
from sitegen.views.item_places import anchor_of, domain_link, domain_path
from sitegen.views.lists import ListPage
from sitegen.views.make_items import item_row, levels_of
from sitegen.views.make_pages import list_pages
from sitegen.views.page import ColumnTags
from sitegen.views.rows import Row
from sitegen.views.shelf import HOME, Shelf
from sitegen.views.tallies import Tally, by_item, tallies, tally_of

DIRECTORY = Link(title="标准目录", path=urls.CATALOGUES)
STATUTORY_PART = "fdzdgknr"
"""The folder of 法定主动公开内容, under which the catalogues stand."""
TAGS = ColumnTags(
    name="基层政务公开标准目录",
    description="各领域的基层政务公开标准目录和已经公开的信息",
    keywords="标准目录,基层政务公开",
    type="信息公开目录",
)


def columns_of(domain: Domain, shelf: Shelf) -> list[Column]:
    """Return the columns that serve a domain, in the order of their paths."""
    return [
        column for _, column in sorted(shelf.site.columns.items()) if domain.facts.title in column.domains
    ]


def catalogue_pages(shelf: Shelf) -> Iterator[CataloguePage | ListPage]:
    """Give the pages of each domain: the official table with what was published, and the list of all of it."""
    domains = shelf.site.catalogues.domains
    owed = by_item(shelf)
    rows = _rows(shelf)
    for before, domain, after in zip((None, *domains), domains, (*domains[1:], None), strict=False):
        mine = rows[domain.facts.title]
        page = _catalogue_page(domain, owed, shelf)
        yield msgspec.structs.replace(
            page, count=len(mine), previous=_neighbour(before), next=_neighbour(after)
        )
        yield from list_pages(
            list_folder(domain),
            mine,
            shelf,
            title=f"{domain.facts.title}领域的信息",
            crumbs=(HOME, DIRECTORY, domain_link(domain)),
            tags=TAGS,
            lede=f"对应{domain.facts.full_title or domain.facts.title}的全部信息",
            feed=Link(title=f"{domain.facts.title}领域", path=f"lingyu/{domain.facts.code}/atom.xml"),
        )


def _rows(shelf: Shelf) -> Mapping[str, Sequence[Row]]:
    """Return the rows of all records tied to an item, newest first, by the name of the domain."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in shelf.site.records:
        for name in dict.fromkeys(code.partition("/")[0] for code in record.catalogue_items):
            found[name].append(shelf.rows[record.path])
    return found


def list_folder(domain: Domain) -> str:
    """Return the folder of the list of a domain's records."""
    return f"lingyu/{domain.facts.code}/xinxi"


def form_path(domain: Domain) -> str:
    """Return the workbook of a domain's official table."""
    return f"lingyu/{domain.facts.code}/mulu.xlsx"


def catalogues_page(shelf: Shelf) -> CataloguesPage:
    """Return the directory of domains."""
    return CataloguesPage(
        path=DIRECTORY.path,
        root=urls.root_of(DIRECTORY.path),
        title="基层政务公开标准目录",
        column_tags=TAGS,
        part=shelf.parts.get(STATUTORY_PART, ""),
        crumbs=(HOME,),
        canonical=shelf.base + DIRECTORY.path,
        lede="各领域的标准目录，以及本专栏按目录公开的信息。目录来自各级机关公开的文本，没有看全的注明“部分”。",
        entries=tuple(_entry(domain, tally) for domain, tally in tallies(shelf)),
        coverage_path=urls.COVERAGE,
        items_path=urls.ITEMS,
    )


def _entry(domain: Domain, tally: Tally) -> CatalogueEntry:
    since = f"{domain.effective_on.isoformat()}起" if domain.effective_on is not None else ""
    return CatalogueEntry(
        number=f"{domain.facts.number:02}",
        title=domain.facts.title,
        path=domain_path(domain),
        figure=tally.figure,
        items=len(domain.items),
        origin="　".join(filter(None, (domain.issuer, domain.document_number, since))),
        version=domain.version,
        completeness=domain.completeness,
    )


def _neighbour(domain: Domain | None) -> Link | None:
    if domain is None:
        return None
    return Link(title=f"{domain.facts.number:02} {domain.facts.title}", path=domain_path(domain))


def _catalogue_page(domain: Domain, owed: Mapping[str, Sequence[Obligation]], shelf: Shelf) -> CataloguePage:
    path = domain_path(domain)
    current = [item for item in domain.items if not is_retired(item, shelf.site.as_of)]
    levels = levels_of(current)
    spans = spans_of(current)
    return CataloguePage(
        path=path,
        root=urls.root_of(path),
        title=domain.facts.full_title or domain.facts.title,
        column_tags=TAGS,
        part=shelf.parts.get(STATUTORY_PART, ""),
        crumbs=(HOME, DIRECTORY),
        canonical=shelf.base + path,
        lede=_lede(domain, shelf),
        summary=_summary(domain, tally_of(domain, owed, shelf), shelf),
        bodies=tuple(_bodies(domain, owed, shelf)),
        columns=tuple(
            Link(title=column.title, path=urls.index_of(column.path)) for column in columns_of(domain, shelf)
        ),
        categories=tuple(
            Link(title=item.category, path=f"{path}#{anchor_of(item)}")
            for item, span in zip(current, spans, strict=True)
            if span and item.category
        ),
        levels=levels,
        items=tuple(
            item_row(item, span, levels, owed.get(item.code, ()), shelf)
            for item, span in zip(current, spans, strict=True)
        ),
        retired=tuple(_retired(item, shelf) for item in domain.items if item not in current),
        list_path=urls.index_of(list_folder(domain)),
        coverage_path=urls.COVERAGE,
        items_path=urls.ITEMS,
        form_path=form_path(domain),
        facts=tuple(domain_facts(domain)),
    )


def spans_of(items: Sequence[Item]) -> list[int]:
    """Return, for each item, how many follow in the same category, itself included; 0 where it is not the first."""
    spans: list[int] = []
    first = 0
    for position, item in enumerate(items):
        if position and item.category and item.category == items[position - 1].category:
            spans.append(0)
            spans[first] += 1
        else:
            first = position
            spans.append(1)
    return spans


def _lede(domain: Domain, shelf: Shelf) -> str:
    number = f"（{domain.document_number}）" if domain.document_number else ""
    origin = f"{domain.issuer}印发{number}，" if domain.issuer else ""
    return f"{origin}第{domain.facts.number}个领域。最后一列是{shelf.site.config.title}按目录已经公开的信息。"


def _summary(domain: Domain, tally: Tally, shelf: Shelf) -> str:
    if domain.facts.title not in shelf.coverage.domains:
        return "本专栏没有这个领域的栏目和信息"
    missing = tally.demanded - tally.met
    parts = [f"应在网站公开{tally.demanded}项，已公开{tally.met}项"]
    parts += [f"未公开{missing}项"] if missing else []
    parts += [f"另有{tally.elsewhere}项按目录不在网站公开"] if tally.elsewhere else []
    parts += [f"{tally.unknown}项目录没有看全，不计入"] if tally.unknown else []
    return "，".join(parts)


def _bodies(domain: Domain, owed: Mapping[str, Sequence[Obligation]], shelf: Shelf) -> Iterator[Link]:
    """Give the bodies that answer for the domain's items, in their order."""
    names = {found.body for item in domain.items for found in owed.get(item.code, ())}
    names.add(shelf.coverage.leaders.get(domain.facts.title, ""))
    bodies = [shelf.site.bodies_by_name[name] for name in names if name in shelf.site.bodies_by_name]
    for body in sorted(bodies, key=lambda body: (body.order, body.path)):
        yield Link(title=body.short_title or body.title, path=urls.page_of(body.path))


def _retired(item: Item, shelf: Shelf) -> RetiredItem:
    successor = shelf.items.get(item.replaced_by)
    return RetiredItem(
        anchor=anchor_of(item),
        title=item.code.replace("/", "／"),
        since=item.retired,
        successor=Link(title=successor.own.title, path=successor.own.path) if successor is not None else None,
    )


def domain_facts(domain: Domain) -> Iterator[Fact]:
    """Give who issued a catalogue, since when it holds, and how complete it is."""
    expected = f"应有{domain.expected}项，" if domain.expected else ""
    whole = "。".join(filter(None, (domain.completeness, domain.completeness_note)))
    sources = "\n".join(source.title for source in domain.sources)
    since = domain.effective_on.isoformat() if domain.effective_on is not None else ""
    values = (
        ("印发", "　".join(filter(None, (domain.issuer, domain.document_number)))),
        ("生效日期", since),
        ("版本", domain.version),
        ("完整性", f"{whole}（{expected}收录{len(domain.items)}项）" if whole else ""),
        ("来源", sources),
    )
    for label, value in values:
        if value:
            yield Fact(label=label, value=value)
