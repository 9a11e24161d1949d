"""Dates of publication: in time after the information was formed (R24), and none that lies ahead (R79)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.phrases import chinese_date
from sitegen.disclosure.working_days import after_working_days
from sitegen.model.records import AnyRecord, Meeting
from sitegen.monitoring.opening import is_open
from sitegen.rules.scope import origin_of
from sitegen.site import Site

PUBLISHED_LATE = Kind(
    id="SG534",
    name="超过期限才公开",
    message="{written}形成，{published}才公开，超过{days}个工作日（最后一天是{due}）。",
    why="主动公开的信息，自形成或者变更之日起二十个工作日内公开（R24，条例第二十六条）。",
    help="核对“成文日期”和“发布日期”；以前已经公布、现在补录的，加一行“补录: 是”。{origin}",
    severity=Severity.WARNING,
)
AHEAD = Kind(
    id="SG535",
    name="日期在将来",
    message="“{key}”写的是 {day}，那一天还没有到。",
    why="还没有发生的事，不能写成已经发生（R79、R110）。",
    help="核对“{key}”，多半是年份或者月份写错了。",
    severity=Severity.WARNING,
)
SESSION_AHEAD = Kind(
    id="SG536",
    name="会议还没有召开就公开",
    message="会议{held}召开，{published}就公开了。",
    why="公开的是已经开过的会议的议题和结果（R141）。",
    help="核对“召开日期”和“发布日期”；会前预告的，用“政府信息”发布。",
    severity=Severity.WARNING,
)
KINDS = (PUBLISHED_LATE, AHEAD, SESSION_AHEAD)


def published_in_time(site: Site) -> Iterator[Diagnostic]:
    """Yield SG534 for what came late within the time looked back on; nothing can be mended of older things.

    What a standard catalogue sets its own limit for is judged there (公开情况).
    """
    rule = site.catalogues.profile.disclosure.working_days
    if not is_open(site) or not rule.holds_for(None):
        return
    since = site.as_of - timedelta(days=site.catalogues.profile.lookback.late_days.value)
    for record in site.records:
        if record.published_at is None or record.written_on is None:
            continue
        published = record.published_at.date()
        if published <= since:
            break  # newest first: the others are older
        if (published - record.written_on).days <= rule.value or _is_excused(record):
            continue
        due = after_working_days(record.written_on, rule.value)
        if published > due.on:
            problem = PUBLISHED_LATE.found(
                record.place("published_at"),
                written=chinese_date(record.written_on),
                published=chinese_date(published),
                days=rule.value,
                due=chinese_date(due.on),
                origin=origin_of(rule),
            )
            yield problem.at(record.source)


def dates_ahead(site: Site) -> Iterator[Diagnostic]:
    """Yield SG535 and SG536 for dates that tell of something that has not happened yet.

    A record that waits for its day may have been written after an as-of date that lies back.
    """
    for record in site.records:
        if record.verified_on is not None and record.verified_on > site.as_of:
            place = record.place("verified_on")
            yield AHEAD.found(place, key="核验日期", day=record.verified_on).at(record.source)
        if isinstance(record, Meeting) and record.held_on is not None and record.published_at is not None:
            published = record.published_at.date()
            if record.held_on > published:
                problem = SESSION_AHEAD.found(
                    record.place("held_on"),
                    held=chinese_date(record.held_on),
                    published=chinese_date(published),
                )
                yield problem.at(record.source)
    for body in site.bodies.values():
        if body.updated_on is not None and body.updated_on > site.as_of:
            yield AHEAD.found(key="更新日期", day=body.updated_on).at(body.source)


def _is_excused(record: AnyRecord) -> bool:
    return record.backfilled or record.reprint_of is not None or bool(record.catalogue_items)
