"""公开义务: domain × body × item, and how each obligation is met at the as-of date (S32, S33, R24, R88–R93)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

import msgspec

from sitegen.disclosure.demands import Demand, demand_of, website_names
from sitegen.disclosure.fulfilment import Obligation, Status, Terms, judged
from sitegen.disclosure.responsibility import (
    NOBODY,
    Bodies,
    answers_for,
    bodies_at,
    bodies_of,
    leader_of,
    named_bodies,
)
from sitegen.model.catalogues import Catalogues, Domain
from sitegen.model.local_rules import Answer
from sitegen.model.profile import Profile
from sitegen.model.records import AnyRecord, NothingToDisclose, Record
from sitegen.model.site_config import Body, Column

ALL_DOMAINS = "全部"
EVERY_DOMAIN = "标准目录各领域"
"""What a profile calls all domains in its table of intervals."""
Some = TypeVar("Some", bound=Record)


class Tied(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What is tied to one item, newest first: records, and declarations that there is nothing (无此类信息).

    `records_by` and `declarations_by` hold the same by the body that answers for each.
    """

    records: list[AnyRecord]
    declarations: list[NothingToDisclose]
    records_by: dict[str, list[AnyRecord]]
    declarations_by: dict[str, list[NothingToDisclose]]


NOTHING = Tied(records=[], declarations=[], records_by={}, declarations_by={})
"""Nothing is tied to the item."""


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """All obligations, in the order of domains, items and bodies.

    `demands` says of every item what its catalogue demands; `tied` what there is of it; `domains` are the domains
    that this column answers for; `leaders` the bodies that lead them. `stale_days` is after how many days an item
    of a domain is stale, where the place says so.
    """

    domains: frozenset[str]
    demands: Mapping[str, Demand]
    tied: Mapping[str, Tied]
    obligations: tuple[Obligation, ...]
    leaders: Mapping[str, str]
    stale_days: Mapping[str, int]


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """What the coverage is made of: catalogues, published records newest first, columns, bodies, the as-of date.

    `chosen` are the domains that the site says it answers for (标准目录领域); none: those that are in use.
    """

    catalogues: Catalogues
    records: Iterable[AnyRecord]
    columns: Sequence[Column]
    bodies: Iterable[Body]
    as_of: date
    chosen: tuple[str, ...] = ()


def make_coverage(matter: Matter) -> Coverage:
    """Return all obligations at the as-of date."""
    catalogues = matter.catalogues
    bodies = bodies_at(matter.bodies, matter.as_of)
    tied = _tied(matter.records, bodies)
    website = website_names(catalogues.channels)
    adopted = domains_in_use(matter.chosen, catalogues.domains, matter.columns, tied)
    mine = [domain for domain in catalogues.domains if domain.facts.title in adopted]
    published = {code: found.records_by for code, found in tied.items()}
    bare = Coverage(
        domains=adopted,
        demands={
            item.code: demand_of(item, website, matter.as_of)
            for domain in catalogues.domains
            for item in domain.items
        },
        tied=tied,
        obligations=(),
        leaders={domain.facts.title: leader_of(domain, published, matter.columns, bodies) for domain in mine},
        stale_days=_stale_days(mine, catalogues.profile),
    )
    found = chain.from_iterable(_of_domain(domain, bare, bodies, matter) for domain in mine)
    return msgspec.structs.replace(bare, obligations=tuple(found))


def domains_in_use(
    chosen: tuple[str, ...], domains: Iterable[Domain], columns: Iterable[Column], codes: Iterable[str]
) -> frozenset[str]:
    """Return the names of the domains that the column answers for: chosen, or served by a column or a record."""
    if ALL_DOMAINS in chosen:
        return frozenset(domain.facts.title for domain in domains)
    if chosen:
        return frozenset(chosen)
    named = {name for column in columns for name in column.domains}
    return frozenset(named | {code.split("/", 1)[0] for code in codes})


def _tied(records: Iterable[AnyRecord], bodies: Bodies) -> dict[str, Tied]:
    found: dict[str, Tied] = {}
    for record in records:
        if not record.catalogue_items:
            continue
        body = answers_for(record, bodies)
        for code in record.catalogue_items:
            tied = found.get(code)
            if tied is None:
                tied = found[code] = Tied(records=[], declarations=[], records_by={}, declarations_by={})
            if isinstance(record, NothingToDisclose):
                tied.declarations.append(record)
                tied.declarations_by.setdefault(body, []).append(record)
            else:
                tied.records.append(record)
                tied.records_by.setdefault(body, []).append(record)
    return found


def _stale_days(domains: Iterable[Domain], profile: Profile) -> dict[str, int]:
    """Return the interval of each domain whose items must have news (R93), where the place adopts one."""
    every: dict[str, int] = {}
    names = [domain.facts.title for domain in domains]
    if profile.column_intervals.holds_for(None):
        for interval in profile.column_intervals.value:
            for name in (*(names if EVERY_DOMAIN in interval.columns else ()), *interval.domains):
                every[name] = min(interval.days, every.get(name, interval.days))
    if profile.item.adopted.value is Answer.YES:
        every |= dict.fromkeys(names, profile.item.newest_days.value)
    return every


def _of_domain(domain: Domain, coverage: Coverage, bodies: Bodies, matter: Matter) -> Iterator[Obligation]:
    name = domain.facts.title
    terms = Terms(
        as_of=matter.as_of,
        statutory_days=matter.catalogues.profile.disclosure.working_days.value,
        stale_days=coverage.stale_days.get(name),
    )
    for item in domain.items:
        if coverage.demands[item.code] is Demand.REQUIRED:
            tied = coverage.tied.get(item.code, NOTHING)
            named = named_bodies(item, domain, bodies)
            leader = coverage.leaders[name]
            records = _shares(tied.records, tied.records_by, named, leader)
            declarations = _shares(tied.declarations, tied.declarations_by, named, leader)
            for body in named or bodies.named({*records, *declarations}) or (leader,):
                bare = Obligation(domain=name, item=item.code, body=body, status=Status.NEVER)
                yield judged(bare, item, records.get(body, ()), declarations.get(body, ()), terms)


def _shares(
    all_of_them: Sequence[Some], by_body: Mapping[str, Sequence[Some]], named: tuple[str, ...], leader: str
) -> Mapping[str, Sequence[Some]]:
    """Return what each body has to show; where the catalogue names bodies, whatever they have a part in counts.

    What was published by bodies that are gone counts for the leader of the domain.
    """
    if named:
        return {name: [record for record in all_of_them if name in bodies_of(record)] for name in named}
    if NOBODY not in by_body or leader == NOBODY:
        return by_body
    paths = {record.path for record in (*by_body.get(leader, ()), *by_body[NOBODY])}
    return {**by_body, leader: [record for record in all_of_them if record.path in paths]}
