"""更新: after how many days each column must have news, when it last had some, and which are empty (R112–R128)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from sitegen.disclosure.obligations import EVERY_DOMAIN
from sitegen.model.local_rules import Freshness, Interval
from sitegen.model.profile import Profile
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Column
from sitegen.site import Site

BODIES_ITEM = "a20-02"
"""The statutory item that the pages of bodies answer."""


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """After `days` without news a column is stale; `source` says who says so.

    `watched` ones are those of news, notices and policies: columns that pass them count towards a veto (R113).
    """

    days: int
    source: str
    watched: bool = False


class ColumnUpdate(msgspec.Struct, frozen=True, kw_only=True):
    """How a column that holds something stands: its records, the last day with news, and its limit if it has one.

    `is_neglected` ones have passed a watched limit, whatever limit they set themselves.
    """

    column: Column
    count: int
    last: date
    limit: Limit | None
    days_left: int | None
    is_neglected: bool = False

    @property
    def is_stale(self) -> bool:
        """Whether the limit has passed."""
        return self.days_left is not None and self.days_left < 0

    @property
    def due(self) -> date | None:
        """The last day by which there must be news."""
        return self.last + timedelta(days=self.limit.days) if self.limit is not None else None


def column_updates(site: Site) -> tuple[ColumnUpdate, ...]:
    """Return how every column stands that holds records, itself or further below, in the order of paths.

    News is what was published or verified (核验日期) last; the pages of bodies are news of the column that serves
    a20-02. A column with columns below has a limit only where it says so itself (更新周期).
    """
    last, counts = _last_news(site)
    parents = _parents(site.columns)
    found: list[ColumnUpdate] = []
    for path, column in sorted(site.columns.items()):
        if path not in last:
            continue
        general = () if path in parents else tuple(_limits(column, site.catalogues.profile))
        limit = own_limit(column) or min(general, key=lambda limit: limit.days, default=None)
        age = (site.as_of - last[path]).days
        update = ColumnUpdate(
            column=column,
            count=counts[path],
            last=last[path],
            limit=limit,
            days_left=limit.days - age if limit is not None else None,
            is_neglected=any(limit.watched and age > limit.days for limit in general),
        )
        found.append(update)
    return tuple(found)


def overdue_of(site: Site, rule: Freshness) -> tuple[Column, ...]:
    """Return the columns of the sort that a rule names which its limit has passed (R118–R120)."""
    if not rule.holds_for(None):
        return ()
    last, _ = _last_news(site)
    return tuple(
        column
        for path, column in sorted(site.columns.items())
        if path in last and _is_of(column, rule) and (site.as_of - last[path]).days > rule.value
    )


def empty_columns(site: Site) -> tuple[Column, ...]:
    """Return the columns in which there is nothing, neither records nor columns, in the order of paths (R115)."""
    parents = _parents(site.columns)
    return tuple(
        column
        for path, column in sorted(site.columns.items())
        if path not in parents and not site.members.get(path)
    )


def last_news(site: Site) -> date | None:
    """Return the day on which anything was published last."""
    if not site.records or site.records[0].published_at is None:
        return None
    return site.records[0].published_at.date()


def own_limit(column: Column) -> Limit | None:
    """Return the limit that a column sets itself."""
    if column.update_every is None:
        return None
    return Limit(days=column.update_every, source="栏目的“更新周期”")


def _limits(column: Column, profile: Profile) -> Iterator[Limit]:
    yield from _adopted(column, profile)
    yield from _general(column, profile)


def _adopted(column: Column, profile: Profile) -> Iterator[Limit]:
    table = profile.column_intervals
    if table.holds_for(None):
        for interval in table.value:
            if _serves(column, interval):
                yield Limit(days=interval.days, source=table.source)


def _serves(column: Column, interval: Interval) -> bool:
    return (
        column.title in interval.columns
        or not set(column.statutory_items).isdisjoint(interval.items)
        or not set(column.domains).isdisjoint(interval.domains)
        or (bool(column.domains) and EVERY_DOMAIN in interval.columns)
    )


def _general(column: Column, profile: Profile) -> Iterator[Limit]:
    rules = profile.freshness
    for rule in (rules.news, rules.notices, rules.policies, rules.services, rules.answers, rules.plans):
        if rule.holds_for(None) and _is_of(column, rule):
            watched = rule in (rules.news, rules.notices, rules.policies)
            yield Limit(days=rule.value, source=rule.source, watched=watched)


def _is_of(column: Column, rule: Freshness) -> bool:
    return not set(column.column_types).isdisjoint(rule.column_types) or any(
        title in column.title for title in rule.titles
    )


def _last_news(site: Site) -> tuple[Mapping[str, date], Mapping[str, int]]:
    """Return the last day with news, and the number of records, of each column with what lies below it."""
    last: dict[str, date] = {}
    counts: defaultdict[str, int] = defaultdict(int)
    for path, records in site.members.items():
        newest = max(map(_news_on, records))
        for folder in _upwards(path):
            counts[folder] += len(records)
            last[folder] = max(newest, last.get(folder, date.min))
    updated = [body.updated_on for body in site.bodies.values() if body.updated_on is not None]
    for path, column in site.columns.items() if updated else ():
        if BODIES_ITEM in column.statutory_items and path in last:
            last[path] = max(max(updated), last[path])
    return last, counts


def _news_on(record: AnyRecord) -> date:
    published = record.published_at.date() if record.published_at is not None else date.min
    return max(published, record.verified_on or date.min)


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _parents(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path.rpartition("/")[0] for path in paths) - {""}
