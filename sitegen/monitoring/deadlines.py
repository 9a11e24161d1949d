"""期限: what must be done by when, told before it is late (R48, R59, R60, R112–R128, R131, R138)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from sitegen.disclosure.chinese_dates import add_months
from sitegen.disclosure.courses import state_at, term_at
from sitegen.disclosure.phrases import quoted
from sitegen.disclosure.responsibility import Bodies, answers_for, bodies_at
from sitegen.model.records import AnyRecord, Document
from sitegen.monitoring.consulting import Phase, consultations
from sitegen.monitoring.explanations import Standing, explanations
from sitegen.monitoring.freshness import column_updates, last_news
from sitegen.monitoring.yearly import annual_duties
from sitegen.site import Site

HOME = "首页"


class Matter(StrEnum):
    """What a deadline is about."""

    ANNUAL_REPORT = "年度报告"
    INTERPRETATION = "政策解读"
    CONSULTATION = "征求意见"
    EXPIRY = "有效期"
    UPDATE = "栏目更新"
    VERIFICATION = "核对"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """Something due `on` a day; `body` answers for it ("" where nobody is known to).

    `path` leads to what it is about: a record, a column or a body, below `content/`; empty for the column as a whole.
    """

    on: date
    matter: Matter
    words: str
    body: str = ""
    path: str = ""

    def position(self) -> tuple[date, str, str, str]:
        """Return what orders deadlines."""
        return self.on, self.matter, self.body, self.path


def deadlines(site: Site, days: int) -> tuple[Deadline, ...]:
    """Return what is due from the as-of date to `days` days later, in order; what is overdue is told elsewhere."""
    end = date.fromordinal(min(date.max.toordinal(), site.as_of.toordinal() + days))
    bodies = bodies_at(site.bodies.values(), site.as_of)
    found = [
        *_reports(site),
        *_explanations(site, bodies),
        *_consultations(site, bodies),
        *_expiries(site, bodies),
        *_updates(site),
        *_verifications(site, bodies),
    ]
    return tuple(sorted((d for d in found if site.as_of <= d.on <= end), key=Deadline.position))


def _reports(site: Site) -> Iterator[Deadline]:
    for year in (site.as_of.year - 1, site.as_of.year):
        for duty in annual_duties(site, year):
            if duty.report is None:
                words = f"公布{year}年政府信息公开工作年度报告"
                yield Deadline(
                    on=duty.due,
                    matter=Matter.ANNUAL_REPORT,
                    words=words,
                    body=duty.body.title,
                    path=duty.body.path,
                )


def _explanations(site: Site, bodies: Bodies) -> Iterator[Deadline]:
    for found in explanations(site):
        if found.standing is Standing.AWAITED:
            words = f"发布{quoted(found.document.title)}的政策解读"
            yield _of(found.document, found.due.on, Matter.INTERPRETATION, words, bodies)


def _consultations(site: Site, bodies: Bodies) -> Iterator[Deadline]:
    for found in consultations(site):
        record = found.record
        if found.phase is Phase.OPEN:
            words = f"征求意见截止：{quoted(record.title)}"
            yield _of(record, found.ends_on, Matter.CONSULTATION, words, bodies)
        if found.phase in (Phase.OPEN, Phase.UNANSWERED) and found.answer_due is not None:
            words = f"公布意见采纳情况：{quoted(record.title)}"
            yield _of(record, found.answer_due, Matter.CONSULTATION, words, bodies)


def _expiries(site: Site, bodies: Bodies) -> Iterator[Deadline]:
    """Give the last day of each document in force, and the day from which its renewal is to be looked into."""
    months = site.catalogues.profile.term.assessment_months.value
    for record in site.records:
        course = site.courses.get(record.path)
        if not isinstance(record, Document) or course is None or state_at(course, site.as_of).ended:
            continue
        until = term_at(course, site.as_of)
        if until is not None and until >= site.as_of:
            name = record.document_number or quoted(record.title)
            yield _of(record, until, Matter.EXPIRY, f"{name}有效期的最后一天", bodies)
            start = add_months(until, -months)
            yield _of(record, start, Matter.EXPIRY, f"{name}期满前{months}个月，开始评估是否延续", bodies)


def _updates(site: Site) -> Iterator[Deadline]:
    for update in column_updates(site):
        if update.due is not None:
            words = f"栏目“{update.column.title}”最迟更新"
            body, path = update.column.responsible_body, update.column.path
            yield Deadline(on=update.due, matter=Matter.UPDATE, words=words, body=body, path=path)
    last = last_news(site)
    if last is not None:
        on = last + timedelta(days=site.catalogues.profile.freshness.home.value)
        yield Deadline(on=on, matter=Matter.UPDATE, words=f"{HOME}最迟更新")


def _verifications(site: Site, bodies: Bodies) -> Iterator[Deadline]:
    days = site.catalogues.profile.disclosure.guide_days.value
    for record in site.records:
        if record.kind == "guide" and record.published_at is not None:
            last = max(record.published_at.date(), record.verified_on or date.min)
            words = f"核对{quoted(record.title)}"
            yield _of(record, last + timedelta(days=days), Matter.VERIFICATION, words, bodies)


def _of(record: AnyRecord, on: date, matter: Matter, words: str, bodies: Bodies) -> Deadline:
    return Deadline(on=on, matter=matter, words=words, body=answers_for(record, bodies), path=record.path)
