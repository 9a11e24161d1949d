"""A report as JSON, as a workbook, as a calendar of its deadlines, and in a few lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

import msgspec

from sitegen.disclosure.phrases import chinese_date
from sitegen.reporting import ical
from sitegen.reporting.inspection.records import DeadlineLine, InspectionReport
from sitegen.reporting.inspection.sections import SECTIONS, table_of
from sitegen.reporting.tables import Cell, Table, book_bytes

NAMED = 30
"""Bodies that one event names."""


def as_json(report: InspectionReport) -> bytes:
    """Return the report with English names."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def as_xlsx(report: InspectionReport) -> bytes:
    """Return a workbook with a sheet for the summary and one for each section."""
    tables = [_summary(report), *(table_of(section, report) for section in SECTIONS)]
    notes = [
        ("名称", report.title),
        ("截至", chinese_date(report.as_of)),
        *((section.title, section.note) for section in SECTIONS),
    ]
    return book_bytes(tables, notes)


def as_ics(report: InspectionReport, address: str) -> str:
    """Return the deadlines as a calendar; what many bodies must do on one day is one event.

    `address` is the site's own: its host makes the events unique.
    """
    days = [
        ical.Day(
            on=on,
            key=f"{matter}\0{words}",
            summary=words if len(bodies) < 2 else f"{words}（{len(bodies)}个机构）",
            description="、".join(bodies[:NAMED]) + ("等" if len(bodies) > NAMED else ""),
            address=lines[0].address,
        )
        for (on, matter, words), lines, bodies in _events(report)
    ]
    domain = urlsplit(address).hostname or "sitegen"
    return ical.calendar(f"{report.body or report.site}政府信息公开：期限", domain, report.as_of, days)


def as_text(report: InspectionReport) -> str:
    """Return the summary, a figure a line."""
    lines = [f"{report.title}，截至{chinese_date(report.as_of)}", ""]
    for figure in report.indicators:
        limit = f"（{figure.state}：{figure.limit}）" if figure.limit else ""
        lines.append(f"{figure.name}：{figure.value}{limit}")
    return "".join(f"{line}\n" for line in lines)


def _events(
    report: InspectionReport,
) -> Iterator[tuple[tuple[date, str, str], list[DeadlineLine], list[str]]]:
    ordered = sorted(report.lines.deadlines, key=_event)
    for event, group in groupby(ordered, key=_event):
        lines = list(group)
        yield event, lines, [line.body for line in lines if line.body]


def _event(line: DeadlineLine) -> tuple[date, str, str]:
    return line.on, line.matter, line.words


def _summary(report: InspectionReport) -> Table:
    rows: list[list[Cell]] = [
        [figure.name, figure.value, figure.state, figure.limit] for figure in report.indicators
    ]
    rows += [[f"{rule.id} {rule.name}", str(rule.count), rule.severity, ""] for rule in report.rules]
    return Table(name="概况", as_of=report.as_of, headings=("项目", "数值", "情况", "界限"), rows=rows)
