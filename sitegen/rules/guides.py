"""政府信息公开指南 and copies of higher papers: there, and looked at again in time (R17, R26, R28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.courses import state_at
from sitegen.disclosure.phrases import chinese_date
from sitegen.model.local_rules import LocalRule
from sitegen.model.records import AnyRecord, Document
from sitegen.monitoring.opening import is_open
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NO_GUIDE = Kind(
    id="SG537",
    name="没有政府信息公开指南",
    message="专栏里没有政府信息公开指南。",
    why="行政机关要编制、公布政府信息公开指南，并及时更新（R26，条例第十二条）。",
    help="用 sitegen new 指南 写一份，放在 content/{folder}/。",
    severity=Severity.WARNING,
)
UNVERIFIED = Kind(
    id="SG549",
    name="超期没有核对",
    message="{what}最近一次核对是{last}，超过{days}天。",
    why="指南要及时更新，转载的上级文件要与原文现在的版本一致（R17、R28）。",
    help="核对内容，有变化的改正；核对过了，把“核验日期”改为核对的那一天。{origin}",
    severity=Severity.WARNING,
)
KINDS = (NO_GUIDE, UNVERIFIED)

GUIDE = "guide"


def guides(site: Site) -> Iterator[Diagnostic]:
    """Yield SG537 and SG549 for a column that is open to the public."""
    if not is_open(site):
        return
    found = [record for record in site.records if record.kind == GUIDE]
    if not found:
        part = next((p for p in site.catalogues.layout.parts if p.code == "zhinan"), None)
        folder = part.folder if part is not None else "zhinan"
        yield NO_GUIDE.found(folder=folder).at("content/site.yaml")
    rules = site.catalogues.profile.disclosure
    for record in found:
        yield from _unverified(record, "指南", rules.guide_days, site.as_of)
    for record in site.records:
        if isinstance(record, Document) and record.reprint_of is not None and not _has_ended(record, site):
            yield from _unverified(record, "转载的文件", rules.copied_law_days, site.as_of)


def _has_ended(record: Document, site: Site) -> bool:
    course = site.courses.get(record.path)
    return course is not None and state_at(course, site.as_of).ended


def _unverified(record: AnyRecord, what: str, rule: LocalRule[int], as_of: date) -> Iterator[Diagnostic]:
    published = record.published_at.date() if record.published_at is not None else date.min
    last = max(published, record.verified_on or date.min)
    if rule.holds_for(None) and (as_of - last).days > rule.value:
        problem = UNVERIFIED.found(
            record.place("verified_on") or record.place("published_at"),
            what=what,
            last=chinese_date(last),
            days=rule.value,
            origin=origin_of(rule),
        )
        yield problem.at(record.source)
