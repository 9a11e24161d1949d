"""事项最低要求: what one county demands of each item of the standard catalogues (R93); off unless a place adopts it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.fulfilment import Obligation, Status
from sitegen.disclosure.obligations import NOTHING, Coverage
from sitegen.disclosure.responsibility import bodies_of
from sitegen.model.local_rules import Answer
from sitegen.rules.scope import origin_of
from sitegen.site import Site, coverage_of

TOO_FEW = Kind(
    id="SG824",
    name="事项的条数不够",
    message="“{item}”一共只有{count}条{body}，至少要有{least}条。",
    why="本地采用了标准目录每个事项的最低要求（R93，地方口径“事项最低要求”）。",
    help="把应当公开的补齐，在“标准目录”里写上这个事项；确实没有的，放一份“无此类信息”的说明。{origin}",
    severity=Severity.WARNING,
)
LONG_GAP = Kind(
    id="SG825",
    name="事项相邻两条相隔太久",
    message="“{item}”{before}以后，到{after}才又公开，相隔{days}天{body}，超过{limit}天。",
    why="本地采用了标准目录每个事项的最低要求（R93，地方口径“事项最低要求”）。",
    help="核对这段时间有没有应当公开、没有公开的；有的补上，写“补录: 是”。{origin}",
    severity=Severity.WARNING,
)
KINDS = (TOO_FEW, LONG_GAP)
PUBLISHED = frozenset({Status.MET, Status.LATE, Status.STALE})


def item_requirements(site: Site) -> Iterator[Diagnostic]:
    """Yield SG824 and SG825 for items of which something was published, but less, or less often, than demanded."""
    rules = site.catalogues.profile.item
    if rules.adopted.value is not Answer.YES or not rules.adopted.holds_for(None):
        return
    coverage = coverage_of(site)
    for duty in coverage.obligations:
        if duty.status in PUBLISHED:
            yield from _count(duty, site)
            yield from _gaps(duty, coverage, site)


def _count(duty: Obligation, site: Site) -> Iterator[Diagnostic]:
    rule = site.catalogues.profile.item.least_records
    record = site.by_path[duty.newest]
    if rule.holds_for(None) and duty.count < rule.value:
        few = TOO_FEW.found(
            record.place("catalogue_items") or record.place("title"),
            item=duty.item.partition("/")[2],
            count=duty.count,
            least=rule.value,
            body=_named(duty),
            origin=origin_of(rule),
        )
        yield few.at(record.source)


def _gaps(duty: Obligation, coverage: Coverage, site: Site) -> Iterator[Diagnostic]:
    """Yield the longest gap that ended within the time for which lateness is told of."""
    profile = site.catalogues.profile
    rule, since = profile.item.gap_days, site.as_of - timedelta(days=profile.lookback.late_days.value)
    records = coverage.tied.get(duty.item, NOTHING).records
    own = [record for record in records if duty.body in bodies_of(record)] or records
    days = sorted({record.published_at.date() for record in own if record.published_at is not None})
    gaps = [(after - before, before, after) for before, after in pairwise(days) if after >= since]
    longest, before, after = max(gaps, default=(timedelta(), date.min, date.min))
    if rule.holds_for(None) and longest.days > rule.value:
        record = site.by_path[duty.newest]
        gap = LONG_GAP.found(
            record.place("catalogue_items") or record.place("title"),
            item=duty.item.partition("/")[2],
            before=before.isoformat(),
            after=after.isoformat(),
            days=longest.days,
            body=_named(duty),
            limit=rule.value,
            origin=origin_of(rule),
        )
        yield gap.at(record.source)


def _named(duty: Obligation) -> str:
    return f"（{duty.body}）" if duty.body else ""
