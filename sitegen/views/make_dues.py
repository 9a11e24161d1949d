"""What each body owes by the standard catalogues: on its own page, and all obligations as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen import urls
from sitegen.disclosure.fulfilment import Obligation, Status
from sitegen.model.catalogues import Domain, Item
from sitegen.views.catalogue import Chip
from sitegen.views.coverage import CoverageData, DomainData, Due, DueGroup, ObligationData
from sitegen.views.item_places import anchor_of, domain_path, item_path
from sitegen.views.make_coverage import counts, not_demanded
from sitegen.views.make_items import NEVER, lateness, limit_words
from sitegen.views.shelf import COLUMN_NAME, Shelf

WORDS: Mapping[Status, str] = {
    Status.MET: "已公开",
    Status.LATE: "已公开，迟于时限",
    Status.STALE: "已公开，超期未更新",
    Status.DECLARED: "无此类信息",
    Status.NEVER: NEVER,
}


def dues_of_bodies(shelf: Shelf) -> Mapping[str, tuple[DueGroup, ...]]:
    """Return what every body owes, by its full name, in the order of the domains."""
    owed: defaultdict[str, defaultdict[str, list[Obligation]]] = defaultdict(lambda: defaultdict(list))
    for found in shelf.coverage.obligations:
        owed[found.body][found.domain].append(found)
    domains = {domain.facts.title: domain for domain in shelf.site.catalogues.domains}
    return {
        body: tuple(_group(domains[name], mine, shelf) for name, mine in groups.items())
        for body, groups in owed.items()
    }


def _group(domain: Domain, owed: Sequence[Obligation], shelf: Shelf) -> DueGroup:
    return DueGroup(
        title=domain.facts.title,
        path=domain_path(domain),
        figure=f"{sum(found.is_met for found in owed)}/{len(owed)}",
        items=tuple(_due(domain, found, shelf) for found in owed),
    )


def _due(domain: Domain, found: Obligation, shelf: Shelf) -> Due:
    item = shelf.site.items[found.item]
    title = "／".join(filter(None, (item.category, item.title)))
    return Due(
        title=title,
        path=item_path(item, domain),
        count=found.count,
        latest=found.last_updated,
        chip=_chip(found, item, shelf),
    )


def _chip(found: Obligation, item: Item, shelf: Shelf) -> Chip | None:
    if found.status is Status.NEVER:
        return Chip(tone="late", word=NEVER, text=limit_words(item, shelf))
    return chip_of(found, shelf)


def chip_of(found: Obligation, shelf: Shelf) -> Chip | None:
    """Return in a word how an obligation stands; None where it is met and there is nothing to say."""
    if found.status is Status.NEVER:
        return Chip(tone="late", word=NEVER)
    if found.status is Status.DECLARED:
        return Chip(word=WORDS[found.status])
    return lateness(found, shelf)


def coverage_data(shelf: Shelf) -> CoverageData:
    """Return all obligations as data."""
    owed = shelf.coverage.obligations
    domains = {domain.facts.title: domain for domain in shelf.site.catalogues.domains}
    met = sum(found.is_met for found in owed)
    return CoverageData(
        title=f"{shelf.site.config.title}{COLUMN_NAME}标准目录公开情况",
        as_of=shelf.site.as_of,
        required=len(owed),
        met=met,
        percent=met * 100 // len(owed) if owed else None,
        domains=tuple(
            _domain(domain, shelf) for name, domain in domains.items() if name in shelf.coverage.domains
        ),
        obligations=tuple(_data(found, domains[found.domain], shelf) for found in owed),
    )


def coverage_of_bodies(shelf: Shelf, everything: CoverageData) -> Iterator[tuple[str, CoverageData]]:
    """Give for each registered body what it owes as data, with its full name."""
    owed: defaultdict[str, list[ObligationData]] = defaultdict(list)
    for found in everything.obligations:
        owed[found.body].append(found)
    for body, mine in owed.items():
        if body in shelf.site.bodies_by_name:
            met = sum(found.status != Status.NEVER for found in mine)
            yield (
                body,
                CoverageData(
                    title=f"{body}按标准目录应当公开的事项",
                    as_of=everything.as_of,
                    required=len(mine),
                    met=met,
                    percent=met * 100 // len(mine),
                    domains=tuple(_domains_of(mine)),
                    obligations=tuple(mine),
                ),
            )


def _domains_of(owed: Sequence[ObligationData]) -> Iterator[DomainData]:
    """Count what one body owes by domain; of what is not demanded, no body has a part."""
    for name in dict.fromkeys(found.domain for found in owed):
        statuses = [found.status for found in owed if found.domain == name]
        yield DomainData(
            domain=name,
            required=len(statuses),
            met=len(statuses) - statuses.count(Status.NEVER),
            late=statuses.count(Status.LATE),
            stale=statuses.count(Status.STALE),
            not_required=0,
            unknown=0,
        )


def _domain(domain: Domain, shelf: Shelf) -> DomainData:
    mine = [found for found in shelf.coverage.obligations if found.domain == domain.facts.title]
    met, late, stale = counts(mine)
    elsewhere, unknown = not_demanded(domain, shelf)
    return DomainData(
        domain=domain.facts.title,
        required=len(mine),
        met=met,
        late=late,
        stale=stale,
        not_required=elsewhere,
        unknown=unknown,
    )


def _data(found: Obligation, domain: Domain, shelf: Shelf) -> ObligationData:
    item = shelf.site.items[found.item]
    return ObligationData(
        domain=found.domain,
        category=item.category,
        item=item.title,
        code=item.code,
        body=found.body,
        status=found.status,
        status_title=WORDS[found.status],
        count=found.count,
        last_updated=found.last_updated,
        last_verified=found.last_verified,
        due=found.due,
        days_late=found.days_late,
        time_limit=limit_words(item, shelf),
        address=f"{shelf.base}{domain_path(domain)}#{urls.encoded(anchor_of(item))}",
        newest=shelf.base + urls.page_of(found.newest) if found.newest else "",
    )
