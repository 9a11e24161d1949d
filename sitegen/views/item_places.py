"""Where the items of standard catalogues stand on their pages, and how other pages lead there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import msgspec

from sitegen import urls
from sitegen.disclosure.demands import is_retired
from sitegen.model.catalogues import Domain, Item
from sitegen.model.site_config import Body
from sitegen.views.common import Link
from sitegen.views.document import Related, Relation

SIBLINGS = 6
"""Items of the same category that a document names beside its own."""


class ItemPlace(msgspec.Struct, frozen=True, kw_only=True):
    """One item as pages of records show it; `relations` are both groups, for records of this item alone."""

    own: Related
    siblings: tuple[Related, ...]
    relations: tuple[Relation, ...]


def domain_path(domain: Domain) -> str:
    """Return the site path of a domain's page."""
    return f"lingyu/{domain.facts.code}/index.html"


def domain_link(domain: Domain) -> Link:
    """Return the link to a domain's page."""
    return Link(title=domain.facts.title, path=domain_path(domain))


def anchor_of(item: Item) -> str:
    """Return the id of an item on its domain's page: its code without the domain, so that it never changes."""
    return "-".join(item.code.partition("/")[2].split())


def item_path(item: Item, domain: Domain) -> str:
    """Return the site path of an item with its anchor."""
    return f"{domain_path(domain)}#{anchor_of(item)}"


def duties_path(body: Body) -> str:
    """Return the site path of the page with all that a body must publish; domains are anchors on it, by their codes."""
    return f"{body.path}/{urls.OBLIGATIONS}.html"


def item_places(domains: Iterable[Domain], as_of: date) -> dict[str, ItemPlace]:
    """Return the places of all items by code."""
    found: dict[str, ItemPlace] = {}
    for domain in domains:
        categories: defaultdict[str, list[Item]] = defaultdict(list)
        for item in domain.items:
            if not is_retired(item, as_of):
                categories[item.category].append(item)
        for item in domain.items:
            own = Related(
                title=item.code.replace("/", "／"), path=item_path(item, domain), detail=_detail(item)
            )
            siblings = _siblings(item, categories[item.category], domain)
            relations = relations_to((own,), siblings)
            found[item.code] = ItemPlace(own=own, siblings=siblings, relations=relations)
    return found


def relations_to(items: tuple[Related, ...], siblings: tuple[Related, ...]) -> tuple[Relation, ...]:
    """Return the groups that a record's page shows: its items, and what stands beside them in the catalogue."""
    own = Relation(word="标准目录", direction="对应的基层政务公开事项", items=items)
    if not siblings:
        return (own,)
    return own, Relation(word="同类事项", direction="同一一级事项的其他事项", items=siblings)


def _detail(item: Item) -> str:
    number = f"第{item.number}项" if item.number else ""
    levels = f"公开层级：{'、'.join(item.levels)}" if item.levels else ""
    return "，".join(filter(None, (number, levels)))


def _siblings(item: Item, category: list[Item], domain: Domain) -> tuple[Related, ...]:
    """Return the items of the same category from the next one on, and the way to all where they are many."""
    if item not in category:
        return ()
    start = category.index(item) + 1
    others = [*category[start:], *category[: start - 1]]
    shown = [Related(title=other.title, path=item_path(other, domain)) for other in others[:SIBLINGS]]
    if len(others) > SIBLINGS:
        name = f"“{item.category}”全部{len(category)}项" if item.category else f"全部{len(category)}项"
        shown.append(Related(title=name, path=item_path(category[0], domain)))
    return tuple(shown)
