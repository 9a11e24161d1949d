"""年度报告: which bodies must publish one for a year, by when, and which have (R43, R48, R49)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from sitegen.model.profile import AnnualReportRules
from sitegen.model.records import AnyRecord, Periodical
from sitegen.model.site_config import Body
from sitegen.site import Site

ANNUAL_REPORT = "annual_report"
GOVERNMENT = "政府"


class AnnualDuty(msgspec.Struct, frozen=True, kw_only=True):
    """A body's duty to publish its report on `year` by `due`; `report` is what it published, or None."""

    body: Body
    year: int
    due: date
    report: AnyRecord | None

    @property
    def is_late(self) -> bool:
        """Whether the report came after its day."""
        published = self.report.published_at if self.report is not None else None
        return published is not None and published.date() > self.due


def annual_duties(site: Site, year: int) -> Iterator[AnnualDuty]:
    """Give the duties of all bodies for the reports on `year`, in the order of the bodies.

    A body founded after that year has nothing to report; one that was ended before its report was due need not.
    """
    rules = site.catalogues.profile.annual_report
    reports = _reports(site, year)
    for body in sorted(site.bodies.values(), key=lambda body: (body.order, body.path)):
        due = due_day(body, year, rules)
        founded = body.founded_on is None or body.founded_on.year <= year
        lives = body.ended_on is None or body.ended_on > due
        if body.sort in rules.sorts.value and founded and lives:
            yield AnnualDuty(body=body, year=year, due=due, report=reports.get(body.title))


def due_day(body: Body, year: int, rules: AnnualReportRules) -> date:
    """Return the last day on which a body may publish its report on `year`."""
    rule = rules.governments if body.sort == GOVERNMENT else rules.departments_and_towns
    return date.fromisoformat(f"{year + 1}-{rule.value}")


def _reports(site: Site, year: int) -> Mapping[str, AnyRecord]:
    """Return the published reports on `year`, by the full name of the body that they are of."""
    return {
        name: record
        for record in site.records
        if isinstance(record, Periodical) and record.kind == ANNUAL_REPORT and record.year == year
        for name in (record.responsible_body, record.publisher)
        if name
    }
