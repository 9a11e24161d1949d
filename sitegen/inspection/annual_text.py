"""The words of an annual report: not too long, and on the whole year (R45, R46)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind, Severity
from sitegen.disclosure.from_bodies import ANNUAL_REPORT
from sitegen.disclosure.quotations import place_of, quoted
from sitegen.disclosure.report_sections import OVERVIEW, data_until, part_of
from sitegen.inspection.manuscript import Manuscript
from sitegen.model.records import Periodical
from sitegen.model.standards import Standards
from sitegen.model.values import Stage

LONG_OVERVIEW = Kind(
    id="SG821",
    name="年报的总体情况太长",
    message="“总体情况”有{count}个字，超过{limit}个字。",
    why="总体情况原则上不超过一千字（R45，2021年政府信息公开工作年度报告格式）。",
    help="删去与政府信息公开无关的内容；数字已经在第二、三、四部分表里的，不用再写。限额在地方口径“年报.总体情况字数上限”里改。",
    severity=Severity.WARNING,
)
OTHER_PERIOD = Kind(
    id="SG822",
    name="年报的数据不到年底",
    message="正文写“{quote}”，数据应当到{until}。",
    why="年度报告的数据截至报告年度的12月31日（R46，2021年政府信息公开工作年度报告格式）。",
    help="核对“年度”和正文里的日期，改正写错的一处；数据没有到年底的，补齐以后再公布。",
    severity=Severity.WARNING,
)
KINDS = (LONG_OVERVIEW, OTHER_PERIOD)


def annual_text(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG821 and SG822 for a report; a draft may be so."""
    record = manuscript.record
    if not isinstance(record, Periodical) or record.kind != ANNUAL_REPORT or record.stage is not Stage.FINAL:
        return
    limits = standards.report
    yield from _overview(manuscript, limits.overview)
    if limits.until and record.year is not None:
        yield from _period(manuscript, record.year, limits.until)


def _overview(manuscript: Manuscript, limit: int) -> Iterator[Fault]:
    count = len("".join(part_of(manuscript.body.plain, OVERVIEW).split())) if limit else 0
    if count > limit:
        place = place_of("一、总体情况", manuscript.source, manuscript.first_line)
        yield LONG_OVERVIEW.found(place, count=count, limit=limit)


def _period(manuscript: Manuscript, year: int, until: str) -> Iterator[Fault]:
    found = data_until(manuscript.body.plain, year)
    if found is None:
        return
    said, quote = found
    month, day = map(int, until.split("-"))
    if (said.year, said.month, said.day) != (year, month, day):
        yield OTHER_PERIOD.found(
            place_of(quote, manuscript.source, manuscript.first_line),
            quote=quoted(quote),
            until=f"{year}年{month}月{day}日",
        )
