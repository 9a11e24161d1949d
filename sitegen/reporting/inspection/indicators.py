"""The figures above the report of the column, and which of them fail an inspection at once (R110–R116)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.local_rules import LocalRule
from sitegen.model.records import Interpretation
from sitegen.monitoring.explanations import published_on
from sitegen.monitoring.freshness import column_updates, last_news, overdue_of
from sitegen.reporting.inspection.records import Indicator, Lines
from sitegen.site import Site

WORDS = "文字"
YEAR = 365
FAILED, PASSED = "达到单项否决", "没有达到"


def indicators(lines: Lines, site: Site) -> tuple[Indicator, ...]:
    """Return the figures of the whole column: first those with a limit."""
    return (*_vetoes(lines, site), *_points(site), *_figures(lines, site))


def _vetoes(lines: Lines, site: Site) -> Iterator[Indicator]:
    rules, last = site.catalogues.profile.veto, last_news(site)
    updates = column_updates(site)
    age = (site.as_of - last).days if last is not None else 0
    yield _veto("首页未更新的天数", age, rules.home_days)
    neglected = sum(update.is_neglected for update in updates)
    yield _veto("动态、通知、政策文件类超期未更新的栏目", neglected, rules.stale_columns)
    yield _veto("应更新未更新的栏目", sum(update.is_stale for update in updates), rules.overdue_columns)
    yield _veto("空白栏目", len(lines.empty), rules.empty_columns)


def _veto(name: str, value: int, rule: LocalRule[int]) -> Indicator:
    return Indicator(
        name=name,
        value=str(value),
        limit=f"{rule.value}（{rule.source}，可信度{rule.trust}）",
        state=FAILED if value >= max(rule.value, 1) else PASSED,
    )


def _points(site: Site) -> Iterator[Indicator]:
    """Give the points that are lost by what is out of date (R118–R120); of the rest only inspectors know."""
    rules, limits = site.catalogues.profile.score, site.catalogues.profile.freshness
    for name, rule, limit in (
        ("政策文件", rules.stale_policies, limits.policies),
        ("办事统计", rules.stale_services, limits.services),
        ("留言答复", rules.stale_answers, limits.answers),
    ):
        overdue = overdue_of(site, limit)
        if overdue and rule.holds_for(None):
            titles = "、".join(column.title for column in overdue)
            yield Indicator(
                name=f"{name}类栏目超期未更新，扣分",
                value=f"{rule.value}分（{titles}）",
                limit=f"{limit.value}天（{rule.source}，可信度{rule.trust}）",
                state="超期",
            )


def _figures(lines: Lines, site: Site) -> Iterator[Indicator]:
    states = [line.state for line in lines.explanations]
    reports = [line.state for line in lines.annual_reports]
    yield Indicator(name="公开的信息", value=str(len(site.records)))
    yield Indicator(name="检查出的问题", value=_by_severity(lines))
    yield Indicator(
        name="应解读的文件",
        value=f"{len(states)}件，按时解读{states.count('按时')}件，"
        f"迟了{states.count('迟了')}件，缺少{states.count('缺少')}件",
    )
    recent = [record.forms for record in recent_interpretations(site)]
    plain = sum(set(forms) <= {WORDS} for forms in recent)
    yield Indicator(name="过去一年的解读", value=f"{len(recent)}篇，只有文字的{plain}篇")
    waiting = sum(line.state == "待反馈" for line in lines.consultations)
    yield Indicator(name="结束了、待反馈的征求意见", value=str(waiting))
    on_time = reports.count("按时") + reports.count("迟了")
    yield Indicator(name="上一年度的年报", value=f"应公布{len(reports)}份，已公布{on_time}份")
    missing = sum(line.state == "未公开" for line in lines.obligations)
    yield Indicator(name="标准目录里还没有公开的事项", value=str(missing))


def recent_interpretations(site: Site) -> Iterator[Interpretation]:
    """Give the interpretations that were published within the last year."""
    for record in site.records:
        if isinstance(record, Interpretation) and (site.as_of - published_on(record)).days <= YEAR:
            yield record


def _by_severity(lines: Lines) -> str:
    words = [line.severity for line in lines.findings]
    return "，".join(f"{word}{words.count(word)}个" for word in ("错误", "提醒", "说明"))
