"""转载: from where, and how soon (R17, R83, R106)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.phrases import chinese_date
from sitegen.model.records import AnyRecord, Document
from sitegen.model.values import Reprint
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NO_ORIGINAL = Kind(
    id="SG791",
    name="转载没有写明原文",
    message="转载的文件没有写{missing}，没有办法和原文核对。",
    why="转载的法律、法规和上级文件要与原文现在的版本一致（R17、R83）。",
    help="在“转载”里补上：转载: {{来源: {source}, 地址: \"https://……\", 原发布日期: 年-月-日}}，日期照原文写。",
    severity=Severity.WARNING,
)
REPRINTED_LATE = Kind(
    id="SG792",
    name="转载国务院文件太晚",
    message="{source}{original}发布，{published}才转载，超过{hours}小时。",
    why="国务院的重要政策文件，要在发布后二十四小时以内转载（R106）。",
    help="核对两个日期；以前已经转载、现在补录的，加一行“补录: 是”。以后当天转载。{origin}",
    severity=Severity.WARNING,
)
KINDS = (NO_ORIGINAL, REPRINTED_LATE)

DAY = 24


def reprints(site: Site) -> Iterator[Diagnostic]:
    """Yield SG791 for reprinted documents that do not say where the original is, SG792 for such as came late."""
    for record in site.records:
        if record.reprint_of is not None:
            yield from _original(record, record.reprint_of)
            if not record.backfilled:
                yield from _late(record, record.reprint_of, site)


def _original(record: AnyRecord, reprint: Reprint) -> Iterator[Diagnostic]:
    wanted = (("地址", reprint.address), ("原发布日期", reprint.published_on))
    missing = [f"“{key}”" for key, value in wanted if not value]
    if missing and isinstance(record, Document):
        problem = NO_ORIGINAL.found(
            record.place("reprint_of"), missing="和".join(missing), source=reprint.source
        )
        yield problem.at(record.source)


def _late(record: AnyRecord, reprint: Reprint, site: Site) -> Iterator[Diagnostic]:
    """Yield SG792 for what was issued since the column is open.

    The original's hour is not known, so that a part of a day counts as a whole one.
    """
    rules = site.catalogues.profile.disclosure
    rule, original = rules.state_council_hours, reprint.published_on
    opened, wanted = site.config.opened_on, reprint.source in rules.state_council_sources.value
    if not wanted or original is None or record.published_at is None or opened is None or original < opened:
        return
    published = record.published_at.date()
    since = site.as_of - timedelta(days=site.catalogues.profile.lookback.late_days.value)
    if published > since and (published - original).days > -(-rule.value // DAY) and rule.holds_for(original):
        problem = REPRINTED_LATE.found(
            record.place("published_at"),
            source=reprint.source,
            original=chinese_date(original),
            published=chinese_date(published),
            hours=rule.value,
            origin=origin_of(rule),
        )
        yield problem.at(record.source)
