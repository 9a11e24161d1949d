"""Charts over years: applications from the annual reports, budgets and debt from what the finance office publishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sitegen import urls
from sitegen.model.figures import Basis, Fiscal, Requests
from sitegen.model.records import Periodical
from sitegen.views.chart import Cell, Chart, ChartTable, TableRow
from sitegen.views.charts import WIDTH, Group, Series, grouped_bars, textures_of

FEWEST = 2
"""Years from which on there is something to compare."""
UNKNOWN = "—"
HANDLING = (
    Series(name="本年新收", style="first"),
    Series(name="本年办结", style="second"),
    Series(name="结转下年", style="fourth", texture="lines"),
)
REQUEST_HEADS = (
    "年度",
    "新收",
    "上年结转",
    "予以公开",
    "部分公开",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
    "办结",
    "结转下年",
)
GENERAL = (
    (Series(name="收入预算", style="second"), "general_revenue", Basis.BUDGET),
    (Series(name="收入决算", style="first"), "general_revenue", Basis.FINAL),
    (Series(name="支出预算", style="fourth", texture="lines"), "general_expenditure", Basis.BUDGET),
    (Series(name="支出决算", style="third", texture="dots"), "general_expenditure", Basis.FINAL),
)
DEBT = (Series(name="余额", style="first"), Series(name="限额", style="second"))
MONEY = ("general_revenue", "general_expenditure", "fund_revenue", "fund_expenditure")
BASES: Mapping[Basis, str] = {Basis.BUDGET: "预算", Basis.ADJUSTED: "调整预算", Basis.FINAL: "决算"}
Reports = Sequence[tuple[int, Periodical, Requests]]
Budgets = Sequence[tuple[int, Periodical, Fiscal]]


def request_charts(records: Iterable[Periodical]) -> tuple[Chart, ...]:
    """Return the chart of applications over the years of one body's reports; nothing for fewer than two."""
    found: Reports = sorted(
        ((record.year, record, record.requests) for record in records if record.year and record.requests),
        key=lambda report: (-report[0], report[1].path),
    )
    if len({year for year, *_ in found}) < FEWEST:
        return ()
    groups = []
    for year, _, counts in found:
        values = (counts.received, counts.handled, counts.carried_out)
        groups.append(Group(name=f"{year}年", values=values, figures=tuple(f"{number:,}" for number in values)))
    title = "历年收到和处理的申请"
    (newest, _, now), (oldest, _, then) = found[0], found[-1]
    said = f"{oldest}年新收{then.received}件，{newest}年新收{now.received}件，办结{now.handled}件"
    table = ChartTable(caption=f"{title}（件）", heads=REQUEST_HEADS, rows=tuple(_report_row(each) for each in found))
    note = "单位：件。取自各年年度报告"
    return (_chart("shenqing", title, f"横条图：{said}。数字见表。", HANDLING, groups, table, note),)


def _report_row(report: tuple[int, Periodical, Requests]) -> TableRow:
    year, record, counts = report
    numbers = (
        counts.received,
        counts.carried_in,
        counts.granted,
        counts.partly,
        counts.withheld,
        counts.unavailable,
        counts.unprocessed,
        counts.other,
        counts.handled,
        counts.carried_out,
    )
    return TableRow(
        head=Cell(text=f"{year}年", path=urls.page_of(record.path)),
        cells=tuple(Cell(text=f"{number:,}") for number in numbers),
    )


def fiscal_charts(records: Iterable[Periodical]) -> tuple[Chart, ...]:
    """Return the charts of one body's budgets and of its debt over the years."""
    found: Budgets = sorted(
        ((record.year, record, record.fiscal) for record in records if record.year and record.fiscal),
        key=lambda budget: (-budget[0], list(BASES).index(budget[2].basis), budget[1].path),
    )
    return (*_general(found), *_debt(found))


def _general(found: Budgets) -> tuple[Chart, ...]:
    """Return the chart of revenue and expenditure, budgeted and final; what changed within a year is in the table."""
    shown = [budget for budget in found if budget[2].general_revenue or budget[2].general_expenditure]
    years = sorted({year for year, *_ in shown}, reverse=True)
    if len(years) < FEWEST:
        return ()
    groups = []
    for year in years:
        values = tuple(_value(shown, year, attribute, basis) for _, attribute, basis in GENERAL)
        groups.append(_group(year, values))
    title = "历年一般公共预算收支"
    rows = tuple(_money_row(budget) for budget in shown)
    heads = ("年度", "一般公共预算收入", "一般公共预算支出", "政府性基金收入", "政府性基金支出")
    table = ChartTable(caption=f"{title}和政府性基金收支（万元）", heads=heads, rows=rows)
    description = f"横条图：{years[-1]}年至{years[0]}年的收入和支出，每年预算、决算各一条。数字见表。"
    series = [series for series, *_ in GENERAL]
    return (_chart("shouzhi", title, description, series, groups, table, "单位：万元"),)


def _debt(found: Budgets) -> tuple[Chart, ...]:
    """Return the chart of debt and its limit; of several papers on one year the final one counts."""
    by_year = {budget[0]: budget for budget in found if budget[2].debt is not None}
    years = sorted(by_year, reverse=True)
    if len(years) < FEWEST:
        return ()
    groups, rows = [], []
    for year in years:
        _, record, fiscal = by_year[year]
        groups.append(_group(year, (fiscal.debt, fiscal.debt_limit)))
        head = Cell(text=f"{year}年末（{BASES[fiscal.basis]}）", path=urls.page_of(record.path))
        rows.append(TableRow(head=head, cells=(_cell(fiscal.debt), _cell(fiscal.debt_limit))))
    title = "历年地方政府债务"
    table = ChartTable(caption=f"{title}（亿元）", heads=("时间", "余额", "限额"), rows=tuple(rows))
    last, first = by_year[years[0]][2].debt, by_year[years[-1]][2].debt
    description = f"横条图：债务余额，{years[-1]}年末{first}亿元，{years[0]}年末{last}亿元；旁边是限额。数字见表。"
    return (_chart("zhaiwu", title, description, DEBT, groups, table, "单位：亿元"),)


def _value(found: Budgets, year: int, attribute: str, basis: Basis) -> Decimal | None:
    values = (getattr(fiscal, attribute) for its, _, fiscal in found if its == year and fiscal.basis is basis)
    return next((value for value in values if value is not None), None)


def _group(year: int, values: Sequence[Decimal | None]) -> Group:
    return Group(
        name=f"{year}年",
        values=tuple(None if value is None else float(value) for value in values),
        figures=tuple("" if value is None else f"{value:,}" for value in values),
    )


def _money_row(budget: tuple[int, Periodical, Fiscal]) -> TableRow:
    year, record, fiscal = budget
    head = Cell(text=f"{year}年{BASES[fiscal.basis]}", path=urls.page_of(record.path))
    return TableRow(head=head, cells=tuple(_cell(getattr(fiscal, attribute)) for attribute in MONEY))


def _cell(value: Decimal | None) -> Cell:
    return Cell(text=UNKNOWN if value is None else f"{value:,}")


def _chart(
    anchor: str,
    title: str,
    description: str,
    series: Sequence[Series],
    groups: Sequence[Group],
    table: ChartTable,
    note: str,
) -> Chart:
    drawn = grouped_bars(series, groups)
    return Chart(
        anchor=anchor,
        title=title,
        description=description,
        width=WIDTH,
        height=drawn.height,
        shape="ch-bars",
        textures=textures_of(drawn.bars),
        bars=drawn.bars,
        strokes=drawn.strokes,
        labels=drawn.labels,
        table=table,
        note=note,
    )
