"""公开主体: which bodies answer for an item of a standard catalogue.

The national catalogues name sorts of authorities (县级人民政府民政部门), not bodies. A place's own catalogue may name
them exactly (责任机构); what it leaves open is read from what was published and from the columns: whoever has
published in an item answers for it, and for the items of a domain in which nobody has, the body that leads the domain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from sitegen.model.catalogues import Domain, Item
from sitegen.model.records import AnyRecord, Document
from sitegen.model.site_config import Body, Column

NOBODY = ""
FAR = 10**6
TOWNS = ("乡镇人民政府", "街道办事处")
"""The sorts (类别) of bodies below the county."""
GENERAL = ("政府", "政府办公室")
"""The sorts of bodies that have to do with every domain and lead none."""


class Bodies(msgspec.Struct, frozen=True, kw_only=True):
    """The bodies that exist at the as-of date: by each name that a catalogue may call them, and in their order.

    `rank` says which rather lead a domain: departments (0), the government itself (1), towns (2).
    """

    by_name: Mapping[str, tuple[str, ...]]
    order: Mapping[str, int]
    rank: Mapping[str, int]

    def named(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the full names of the bodies called so, in their order; a sort (街道办事处) calls all of it."""
        found = {title for name in names for title in self.by_name.get(name, ())}
        return tuple(sorted(found, key=lambda title: self.order[title]))


def bodies_at(bodies: Iterable[Body], as_of: date) -> Bodies:
    """Return the bodies that have not been ended at `as_of`."""
    current = [body for body in bodies if body.ended_on is None or body.ended_on > as_of]
    current.sort(key=lambda body: (body.order, body.path))
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for body in current:
        for name in {body.title, body.short_title, body.sort} - {""}:
            by_name[name].append(body.title)
    return Bodies(
        by_name={name: tuple(titles) for name, titles in by_name.items()},
        order={body.title: position for position, body in enumerate(current)},
        rank={body.title: 2 if body.sort in TOWNS else int(body.sort in GENERAL) for body in current},
    )


def bodies_of(record: AnyRecord) -> tuple[str, ...]:
    """Return all bodies that stand behind a record: responsible, leading the drafting, publishing, issuing."""
    return (record.responsible_body, drafter_of(record), record.publisher, *record.issuing_bodies)


def drafter_of(record: AnyRecord) -> str:
    """Return the body that led the drafting, which also answers for the interpretation (R132)."""
    return record.drafting_bodies[0] if isinstance(record, Document) and record.drafting_bodies else NOBODY


def answers_for(record: AnyRecord, bodies: Bodies) -> str:
    """Return the first existing body that stands behind a record, or `NOBODY` where all of them are gone."""
    order = bodies.order
    if record.responsible_body in order:
        return record.responsible_body
    drafter = drafter_of(record)
    if drafter in order:
        return drafter
    if record.publisher in order:
        return record.publisher
    return next((name for name in record.issuing_bodies if name in order), NOBODY)


def named_bodies(item: Item, domain: Domain, bodies: Bodies) -> tuple[str, ...]:
    """Return the bodies that the catalogue names for an item, or for its whole domain."""
    return bodies.named(item.bodies or domain.bodies)


def leader_of(
    domain: Domain, published: Mapping[str, Iterable[str]], columns: Iterable[Column], bodies: Bodies
) -> str:
    """Return the body that leads a domain, or `NOBODY`; `published` are the bodies that have published, by item.

    It is the one that has published in most of its items; among equals the one whose column serves the fewest
    domains beside this; then the first in the place's own order. The government itself, a town or a street office
    leads only where no department has anything to do with the domain.
    """
    served = Counter(name for item in domain.items for name in published.get(item.code, ()))
    narrowest: dict[str, int] = {}
    for column in columns:
        body = column.responsible_body
        if domain.facts.title in column.domains and body in bodies.order:
            narrowest[body] = min(len(column.domains), narrowest.get(body, FAR))
    candidates = {*served, *narrowest} - {NOBODY}
    return min(
        candidates,
        key=lambda name: (bodies.rank[name], -served[name], narrowest.get(name, FAR), bodies.order[name]),
        default=NOBODY,
    )
