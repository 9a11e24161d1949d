"""Figures that charts are made of: the report's table of applications adds up, figures of budgets stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sitegen.diagnostics import Fault, Kind, Leeway, Severity
from sitegen.disclosure.from_bodies import ANNUAL_REPORT
from sitegen.disclosure.quotations import place_of
from sitegen.disclosure.request_table import disagreements, request_table
from sitegen.inspection.guide import COVER
from sitegen.inspection.manuscript import Manuscript
from sitegen.model.figures import Fiscal
from sitegen.model.group_fields import FISCAL
from sitegen.model.records import Periodical
from sitegen.model.standards import Standards
from sitegen.model.values import Stage

NOT_IN_TEXT = Kind(
    id="SG447",
    name="财政数据正文里没有",
    message="“财政数据”里的“{key}”写的是{value}，正文里没有这个数。",
    why="历年对照图照“财政数据”画，与正文不一致会误导读者（R43、S58）。",
    help="核对正文，改正写错的一处；收支写万元，债务写亿元。",
    severity=Severity.WARNING,
)
DOES_NOT_ADD_UP = Kind(
    id="SG558",
    name="年报的数字对不上",
    message="“收到和处理政府信息公开申请情况”表：{problem}。",
    why="表里印着勾稽关系：第一项加第二项之和，等于第三项加第四项之和（R46，年报格式）；历年对照图照这张表画。",
    help="对照登记台账，改正写错的一格。",
    leeway=Leeway.OLD,
)
KINDS = (NOT_IN_TEXT, DOES_NOT_ADD_UP)

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MYRIAD = 10_000


def in_annual_report(manuscript: Manuscript, _: Standards) -> Iterator[Fault]:
    """Yield SG558 for each sum of the table of applications that is wrong; a draft may be so."""
    record = manuscript.record
    if record is None or record.kind != ANNUAL_REPORT or record.stage is not Stage.FINAL:
        return
    table = request_table(manuscript.body.plain)
    if table is not None:
        place = place_of("本年新收政府信息公开申请数量", manuscript.source, manuscript.first_line)
        for problem in disagreements(table):
            yield DOES_NOT_ADD_UP.found(place or record.place("title"), problem=problem)


def in_finance(manuscript: Manuscript, _: Standards) -> Iterator[Fault]:
    """Yield SG447 for figures that the text does not have, in 万元 or in 亿元; a mere cover need not have them."""
    record = manuscript.record
    if not isinstance(record, Periodical) or record.fiscal is None:
        return
    text = manuscript.body.plain
    if len(text) < COVER and record.attachments:
        return
    said = {Decimal(found.replace(",", "")) for found in _NUMBER.findall(text)}
    for key, attribute, value in _figures(record.fiscal):
        if not said & {value, value / _MYRIAD, value * _MYRIAD}:
            yield NOT_IN_TEXT.found(record.place(f"fiscal/{attribute}"), key=key, value=value)


def _figures(fiscal: Fiscal) -> Iterator[tuple[str, str, Decimal]]:
    for field in FISCAL.fields.fields:
        value = getattr(fiscal, field.attribute)
        if isinstance(value, Decimal):
            yield field.key, field.attribute, value
