"""政府信息公开年报: one for each body and year, in time, in six parts (R43–R49)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from sitegen.diagnostics import Diagnostic, Kind, Leeway, Place, Severity
from sitegen.disclosure.likeness import copied_share
from sitegen.disclosure.phrases import chinese_date
from sitegen.model.records import Periodical
from sitegen.monitoring.opening import is_open
from sitegen.monitoring.yearly import ANNUAL_REPORT, annual_duties
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NO_REPORT = Kind(
    id="SG541",
    name="没有年度报告",
    message="{body}没有公布{year}年政府信息公开工作年度报告，期限是{due}。",
    why="每年都要按期向社会公布上一年度的报告（R43、R49，条例第四十九条、第五十条）。",
    help="公布报告，写上“年度: {year}”，“发布机构”写{body}；已经撤并的机构，在机构文件里写“撤并日期”。",
    severity=Severity.WARNING,
)
LATE_REPORT = Kind(
    id="SG542",
    name="年报迟于期限",
    message="{year}年的报告{published}才公布，期限是{due}。",
    why="部门、乡镇在1月31日以前公布，政府在3月31日以前公布（R48，条例第四十九条、第五十条）。",
    help="核对“发布日期”和“年度”；以前已经公布、现在补录的，加一行“补录: 是”。",
    severity=Severity.WARNING,
)
WRONG_PARTS = Kind(
    id="SG543",
    name="年报的部分不对",
    message="年度报告应当有六个部分，{problem}。",
    why="六个部分的标题和次序全国统一（R44，2021年政府信息公开工作年度报告格式）。",
    help="小标题依次写：{titles}。每个标题单独一行，前面加“## ”。{origin}",
    leeway=Leeway.OLD,
)
SAME_PROBLEMS = Kind(
    id="SG823",
    name="存在的问题与上年雷同",
    message="“存在的主要问题及改进情况”有{share}%与上一年的报告相同，超过{limit}%。",
    why="存在的问题不得敷衍了事、年年雷同（R50，2021年政府信息公开工作年度报告格式）。",
    help="写这一年的问题和改进的结果；上一年已经改好的，写改好了。{origin}",
    severity=Severity.WARNING,
)
KINDS = (NO_REPORT, LATE_REPORT, WRONG_PARTS, SAME_PROBLEMS)

FEWEST_CLAUSES = 3
"""Clauses below which a part on problems says too little to be like another."""
_NOT_WORDS = re.compile(r"[^\w]+")


def annual_reports(site: Site) -> Iterator[Diagnostic]:
    """Yield SG541 for reports on last year that are overdue, and SG542 for such as came late within a year."""
    if not is_open(site) or site.config.opened_on is None:
        return
    since = site.as_of - timedelta(days=site.catalogues.profile.lookback.late_days.value)
    for year in (site.as_of.year - 2, site.as_of.year - 1):
        for duty in annual_duties(site, year):
            if duty.report is None and site.as_of > duty.due >= site.config.opened_on and year == site.as_of.year - 1:
                problem = NO_REPORT.found(body=duty.body.title, year=year, due=chinese_date(duty.due))
                yield problem.at(duty.body.source)
            elif duty.report is not None and duty.is_late and not duty.report.backfilled:
                published = duty.report.published_at
                if published is not None and published.date() > since:
                    late = LATE_REPORT.found(
                        duty.report.place("published_at"),
                        year=year,
                        published=chinese_date(published.date()),
                        due=chinese_date(duty.due),
                    )
                    yield late.at(duty.report.source)


def annual_report_parts(site: Site) -> Iterator[Diagnostic]:
    """Yield SG543 for reports whose headings are not the six, in their order.

    What is only an attachment has no headings to look at, and earlier years had another form.
    """
    rule = site.catalogues.profile.annual_report.parts
    titles = [_bare(title) for title in rule.value]
    for record in site.records:
        if record.kind != ANNUAL_REPORT or not isinstance(record, Periodical) or record.attachments:
            continue
        if not (record.anchors or record.excerpt or record.summary):
            continue  # SG249 has said that there is no text
        if record.year is None or rule.since is None or record.year < rule.since.year:
            continue
        anchors = [_bare(anchor) for anchor in record.anchors]
        problem = _problem(titles, anchors, rule.value)
        if problem:
            wrong = WRONG_PARTS.found(
                record.place("title"), problem=problem, titles="；".join(rule.value), origin=origin_of(rule)
            )
            yield wrong.at(record.source)


def repeated_problems(site: Site) -> Iterator[Diagnostic]:
    """Yield SG823 for reports on last year whose part on problems says what that of the year before said."""
    rule = site.catalogues.profile.annual_report.similarity
    reports = {
        (record.publisher, record.year): record
        for record in site.records
        if isinstance(record, Periodical) and record.kind == ANNUAL_REPORT and record.year is not None
    }
    for (publisher, year), record in reports.items():
        before = reports.get((publisher, year - 1)) if year is not None else None
        if before is None or not rule.holds_for(record.dated_on) or year != site.as_of.year - 1:
            continue
        share = copied_share(record.problem_clauses, before.problem_clauses, FEWEST_CLAUSES)
        if share is not None and share > rule.value:
            same = SAME_PROBLEMS.found(
                record.place("title"),
                share=round(share * 100),
                limit=round(rule.value * 100),
                origin=origin_of(rule),
            )
            yield same.at(record.source, (Place(path=before.source, note="上一年的报告"),))


def _problem(wanted: list[str], given: list[str], titles: tuple[str, ...]) -> str:
    missing = [title for title, bare in zip(titles, wanted, strict=True) if bare not in given]
    if missing:
        return f"标题里没有“{'”“'.join(missing)}”"
    places = [given.index(bare) for bare in wanted]
    return "" if places == sorted(places) else "次序不对"


def _bare(heading: str) -> str:
    return _NOT_WORDS.sub("", heading)
