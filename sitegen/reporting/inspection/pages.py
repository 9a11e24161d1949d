"""A report as a page of its own: no script, no other file, fit for printing. All content is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from sitegen.disclosure.phrases import chinese_date
from sitegen.reporting.inspection.records import BodyLine, InspectionReport
from sitegen.reporting.inspection.sections import SECTIONS, Section, table_of
from sitegen.reporting.tables import Cell

BODIES = "jigou"
"""The folder of the reports of bodies, beside the report of the column."""
COLUMN_PAGE = "index"
BAD = frozenset({"超期", "缺少", "未公开", "错误", "达到单项否决", "待反馈"})
DOUBTFUL = frozenset({"将到期", "迟了", "迟于时限", "超期未更新", "提醒"})
STYLE = """\
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; color: #1f2328; background: #fff;
  font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid #8b1a1a; font-size: 1.25rem; }
a { color: #0b4f9e; }
p { margin: .25rem 0 .75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .35rem .6rem; border: 1px solid #c9ced6; text-align: left; vertical-align: top; }
th { background: #f2f4f7; white-space: nowrap; }
td.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.day, td.word { white-space: nowrap; }
td.place { overflow-wrap: anywhere; }
.bad { color: #a31212; font-weight: bold; }
.doubtful { color: #7a4b00; font-weight: bold; }
.none { color: #4b5563; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } nav { display: none; } tr { break-inside: avoid; }
  .scroll { overflow: visible; } }
"""
PLACES = frozenset({"address", "path", "source"})
WORDS = frozenset({"matter", "state", "severity", "id", "by"})
"""Columns of short words, which are not broken."""


def as_html(report: InspectionReport, page: str) -> str:
    """Return the page of a report; `page` is the name of its files without a suffix.

    The column's page leads to those of its bodies, theirs lead back.
    """
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(report.title)}</title>",
        f"<style>\n{STYLE}</style>",
        "</head>",
        "<body>",
        *_head(report, page),
        "<main>",
        *_summary(report),
        *_bodies(report.bodies),
        *(line for section in SECTIONS for line in _section(section, report)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _head(report: InspectionReport, page: str) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{escape(report.title)}</h1>"
    yield f"<p>截至{chinese_date(report.as_of)}。{_opening(report)}</p>"
    back = f'<li><a href="../{COLUMN_PAGE}.html">整个专栏</a></li>' if report.body else ""
    yield f'<nav aria-label="目录"><ul>{back}'
    for section in SECTIONS:
        count = len(getattr(report.lines, section.attribute))
        yield f'<li><a href="#{section.attribute}">{section.title}（{count}）</a></li>'
    yield "</ul></nav>"
    files = ("表格", f"{page}.xlsx"), ("数据", f"{page}.json"), ("期限日历", f"{page}.ics")
    yield "<p>" + "、".join(f'<a href="{escape(file)}">{name}</a>' for name, file in files) + "</p>"
    yield "</header>"


def _opening(report: InspectionReport) -> str:
    if report.opened_on is None:
        return "site.yaml 没有写“开通日期”：栏目更新、空白栏目、解读和年报这里照样列出，sitegen check 不检查。"
    return f"专栏{chinese_date(report.opened_on)}开通。"


def _summary(report: InspectionReport) -> Iterator[str]:
    if report.indicators:
        yield '<h2 id="summary">概况</h2>'
        rows = [[each.name, each.value, each.state, each.limit] for each in report.indicators]
        yield from _table("概况", ("指标", "数值", "情况", "界限"), rows, ("name", "value", "state", "limit"))
    if report.rules:
        yield '<h2 id="rules">按规则统计</h2>'
        counted: list[list[Cell]] = [[rule.id, rule.name, rule.severity, rule.count] for rule in report.rules]
        keys = ("id", "name", "severity", "count")
        yield from _table("按规则统计", ("编号", "问题", "级别", "个数"), counted, keys)


def _bodies(bodies: Sequence[BodyLine]) -> Iterator[str]:
    if not bodies:
        return
    yield '<h2 id="bodies">各机构</h2>'
    yield f"{_scrolling('各机构')}<table><caption>各机构</caption>"
    yield "<thead><tr>" + "".join(
        f'<th scope="col">{heading}</th>' for heading in ("机构", "问题", "超期和缺少", "最近的期限")
    )
    yield "</tr></thead><tbody>"
    for line in bodies:
        link = f'<a href="{BODIES}/{escape(line.page)}.html">{escape(line.title)}</a>'
        figures = "".join(f'<td class="figure">{count}</td>' for count in (line.findings, line.overdue))
        day = line.next_deadline.isoformat() if line.next_deadline else "—"
        yield f'<tr><th scope="row">{link}</th>{figures}<td class="day">{day}</td></tr>'
    yield "</tbody></table></div>"


def _section(section: Section, report: InspectionReport) -> Iterator[str]:
    table = table_of(section, report)
    yield f'<h2 id="{section.attribute}">{section.title}</h2>'
    if not table.rows:
        yield f'<p class="none">{section.empty}</p>'
        return
    yield f"<p>{section.note}</p>"
    keys = [key for key in section.headings if not (report.body and key == "body")]
    yield from _table(section.title, table.headings, table.rows, keys)


def _table(
    name: str, headings: Iterable[str], rows: Iterable[Sequence[Cell]], keys: Sequence[str]
) -> Iterator[str]:
    yield f"{_scrolling(name)}<table><caption>{name}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{heading}</th>' for heading in headings) + "</tr></thead>"
    yield "<tbody>"
    for row in rows:
        yield "<tr>" + "".join(map(_cell, row, keys)) + "</tr>"
    yield "</tbody></table></div>"


def _scrolling(name: str) -> str:
    """Return the start of what scrolls sideways on narrow screens, by keys as well."""
    return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">'


def _cell(value: Cell, key: str) -> str:
    if value is None or value == "":
        return "<td>—</td>"
    if isinstance(value, date):
        return f'<td class="day">{value.isoformat()}</td>'
    if isinstance(value, int):
        return f'<td class="figure">{value}</td>'
    text = escape(value)
    if key == "address":
        return f'<td class="place"><a href="{text}">网页</a></td>'
    if value in BAD or value in DOUBTFUL:
        text = f'<span class="{"bad" if value in BAD else "doubtful"}">{text}</span>'
    sort = ' class="place"' if key in PLACES else ' class="word"' if key in WORDS else ""
    return f"<td{sort}>{text}</td>"
