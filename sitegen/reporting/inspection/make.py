"""From a checked site to its inspection report, and from that to the report of each body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen import urls
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.disclosure.fulfilment import Status
from sitegen.disclosure.responsibility import answers_for, bodies_at
from sitegen.grading.passed import Passed, Passing
from sitegen.monitoring.consulting import Phase, consultations
from sitegen.monitoring.deadlines import deadlines
from sitegen.monitoring.explanations import Standing, explanations, published_on
from sitegen.monitoring.freshness import column_updates, empty_columns
from sitegen.monitoring.yearly import annual_duties
from sitegen.reporting.inspection import records as lines
from sitegen.reporting.inspection.indicators import WORDS, indicators, recent_interpretations
from sitegen.site import Site, coverage_of

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "说明"}
OVERDUE, DUE_SOON, FRESH, NO_LIMIT = "超期", "将到期", "正常", "没有期限"
SOON = 14
"""Days before its limit from which a column is said to be nearly due."""
EXPLAINED = {
    Standing.IN_TIME: "按时",
    Standing.LATE: "迟了",
    Standing.AWAITED: "还没有到期",
    Standing.OVERDUE: "缺少",
}
PHASES = {
    Phase.COMING: "还没有开始",
    Phase.OPEN: "征求意见中",
    Phase.UNANSWERED: "待反馈",
    Phase.ANSWERED: "已反馈",
}
UNMET = {Status.NEVER: "未公开", Status.LATE: "迟于时限", Status.STALE: "超期未更新"}
PASSINGS = {Passing.WAIVED: "不查", Passing.FROZEN: "存量清单"}


def inspection_report(
    site: Site, findings: Iterable[Diagnostic], passed: Iterable[Passed], names: Mapping[str, str], days: int
) -> lines.InspectionReport:
    """Return the report on the whole column.

    `findings` count, `passed` do not; `names` are the names of the sorts of findings by id; deadlines are told
    of for the next `days` days.
    """
    owners = _owners(site)
    found = lines.Lines(
        deadlines=tuple(_deadlines(site, days)),
        columns=tuple(sorted(_columns(site), key=lambda line: (line.days_left is None, line.days_left or 0))),
        empty=tuple(
            lines.EmptyLine(body=column.responsible_body, column=column.title, path=column.path)
            for column in empty_columns(site)
        ),
        explanations=tuple(_explanations(site)),
        forms=tuple(_forms(site)),
        consultations=tuple(_consultations(site)),
        annual_reports=tuple(_annual_reports(site)),
        obligations=tuple(_obligations(site)),
        findings=tuple(_finding(each, owners, names) for each in findings),
        passed=tuple(_passed(each, owners) for each in passed),
    )
    bare = lines.InspectionReport(
        title=f"{site.config.title}政府信息公开专栏检查报告",
        site=site.config.title,
        as_of=site.as_of,
        opened_on=site.config.opened_on,
        indicators=indicators(found, site),
        rules=_rules(found.findings),
        lines=found,
    )
    return msgspec.structs.replace(bare, bodies=tuple(_bodies(site, found)))


def body_report(report: lines.InspectionReport, body: str) -> lines.InspectionReport:
    """Return the part of the column's report for which one body answers."""
    own = report.lines.of_body(body)
    return msgspec.structs.replace(
        report,
        title=f"{body}信息公开检查报告",
        body=body,
        indicators=(),
        rules=_rules(own.findings),
        lines=own,
        bodies=(),
    )


def _owners(site: Site) -> Mapping[str, str]:
    """Return the body that answers for each file."""
    bodies = bodies_at(site.bodies.values(), site.as_of)
    records = (*site.records, *site.held.values(), *site.tombstones.values())
    return {
        **{record.source: answers_for(record, bodies) for record in records},
        **{column.source: column.responsible_body for column in site.columns.values()},
        **{body.source: body.title for body in site.bodies.values()},
    }


def _columns(site: Site) -> Iterator[lines.ColumnLine]:
    for update in column_updates(site):
        left = update.days_left
        state = (
            NO_LIMIT if left is None else OVERDUE if left < 0 else DUE_SOON if left <= SOON else FRESH
        )
        yield lines.ColumnLine(
            body=update.column.responsible_body,
            column=update.column.title,
            path=update.column.path,
            count=update.count,
            last=update.last,
            limit=update.limit.days if update.limit is not None else None,
            days_left=left,
            state=state,
            source=update.limit.source if update.limit is not None else "",
        )


def _explanations(site: Site) -> Iterator[lines.ExplanationLine]:
    bodies = bodies_at(site.bodies.values(), site.as_of)
    for found in explanations(site):
        yield lines.ExplanationLine(
            body=answers_for(found.document, bodies),
            title=found.document.title,
            number=found.document.document_number,
            published=found.published_on,
            due=found.due.on,
            explained=published_on(found.first) if found.first is not None else None,
            state=EXPLAINED[found.standing],
            path=found.document.source,
        )


def _forms(site: Site) -> Iterator[lines.FormLine]:
    """Give the share of words-only interpretations of each body, the greatest first (R134)."""
    bodies = bodies_at(site.bodies.values(), site.as_of)
    every: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for record in recent_interpretations(site):
        body = answers_for(record, bodies)
        every[body] += 1
        plain[body] += set(record.forms) <= {WORDS}
    for body in sorted(every, key=lambda body: (-plain[body] / every[body], body)):
        share = f"{plain[body] / every[body]:.0%}"
        yield lines.FormLine(body=body, count=every[body], plain=plain[body], share=share)


def _consultations(site: Site) -> Iterator[lines.ConsultationLine]:
    bodies = bodies_at(site.bodies.values(), site.as_of)
    for found in consultations(site):
        yield lines.ConsultationLine(
            body=answers_for(found.record, bodies),
            title=found.record.title,
            ends=found.ends_on,
            state=PHASES[found.phase],
            answer_due=found.answer_due,
            results="；".join(site.by_path[path].title for path in found.results),
            path=found.record.source,
        )


def _annual_reports(site: Site) -> Iterator[lines.AnnualLine]:
    for duty in annual_duties(site, site.as_of.year - 1):
        published = duty.report.published_at if duty.report is not None else None
        missing = "缺少" if site.as_of > duty.due else "还没有到期"
        yield lines.AnnualLine(
            body=duty.body.title,
            year=duty.year,
            due=duty.due,
            published=published.date() if published is not None else None,
            state=missing if published is None else "迟了" if duty.is_late else "按时",
        )


def _obligations(site: Site) -> Iterator[lines.ObligationLine]:
    coverage = coverage_of(site)
    for found in coverage.obligations:
        if found.status in UNMET:
            yield lines.ObligationLine(
                body=found.body,
                domain=found.domain,
                item=found.item.partition("/")[2],
                state=UNMET[found.status],
                last=found.last_updated,
            )


def _finding(found: Diagnostic, owners: Mapping[str, str], names: Mapping[str, str]) -> lines.FindingLine:
    return lines.FindingLine(
        body=owners.get(found.path, ""),
        id=found.id,
        name=names.get(found.id, ""),
        severity=SEVERITIES[found.severity],
        path=found.path,
        line=found.span.line if found.span is not None else 0,
        message=found.message,
        help=found.help,
    )


def _passed(passed: Passed, owners: Mapping[str, str]) -> lines.PassedLine:
    return lines.PassedLine(
        body=owners.get(passed.found.path, ""),
        id=passed.found.id,
        path=passed.found.path,
        message=passed.found.message,
        by=PASSINGS[passed.by],
        reason=passed.reason,
        name=passed.name,
        on=passed.on,
    )


def _deadlines(site: Site, days: int) -> Iterator[lines.DeadlineLine]:
    base = urls.base_address(site.config.address, site.config.base_path)
    for found in deadlines(site, days):
        path = found.path
        page = urls.index_of(path) if path in site.columns else urls.page_of(path) if path else ""
        yield lines.DeadlineLine(
            body=found.body,
            on=found.on,
            days_left=(found.on - site.as_of).days,
            matter=found.matter,
            words=found.words,
            address=base + urls.encoded(page) if page else base,
        )


def _rules(findings: Iterable[lines.FindingLine]) -> tuple[lines.RuleLine, ...]:
    counts = Counter((line.id, line.name, line.severity) for line in findings)
    return tuple(
        lines.RuleLine(id=id, name=name, severity=severity, count=count)
        for (id, name, severity), count in sorted(counts.items())
    )


def _bodies(site: Site, found: lines.Lines) -> Iterator[lines.BodyLine]:
    for body in sorted(site.bodies.values(), key=lambda body: (body.order, body.path)):
        if body.ended_on is not None and body.ended_on <= site.as_of:
            continue
        own = found.of_body(body.title)
        yield lines.BodyLine(
            title=body.title,
            page=body.path.rpartition("/")[2],
            findings=len(own.findings),
            overdue=sum(line.state in (OVERDUE, "缺少", "未公开") for line in _dated(own)),
            next_deadline=own.deadlines[0].on if own.deadlines else None,
        )


def _dated(
    own: lines.Lines,
) -> Iterator[lines.ColumnLine | lines.ExplanationLine | lines.AnnualLine | lines.ObligationLine]:
    yield from own.columns
    yield from own.explanations
    yield from own.annual_reports
    yield from own.obligations
