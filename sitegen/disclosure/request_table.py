"""The table of applications in an annual report: read from the text, and held against its own arithmetic (I1–I3).

The table is prescribed, row by row and column by column (2021年政府信息公开工作年度报告格式; the form of 2019 has fewer
rows of the sixth sort). Nobody writes its figures a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from sitegen.model.figures import Requests

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ROWS: Mapping[str, str] = {
    "received": "本年新收",
    "carried_in": "上年结转",
    "granted": "予以公开",
    "partly": "部分公开",
    "withheld": "不予公开",
    "unavailable": "无法提供",
    "unprocessed": "不予处理",
    "other": "其他处理",
    "handled": "总计",
    "carried_out": "结转下年",
}
"""Sorts of rows in their order, with words that the first row of each begins with or holds."""
_STARTS = re.compile(
    r"(?P<received>一、本年新收)|(?P<carried_in>二、上年结转)|(?P<granted>（一）予以公开)|(?P<partly>（二）部分公开)"
    r"|(?P<withheld>（三）不予公开)|(?P<unavailable>（四）无法提供)|(?P<unprocessed>（五）不予处理)"
    r"|(?P<other>（六）其他处理)|(?P<handled>（七）总计)|(?P<carried_out>四、结转下年)"
)
_NUMBER = re.compile(r"\d{1,7}")
_HANDLED = ("granted", "partly", "withheld", "unavailable", "unprocessed", "other")
_START = "本年新收政府信息公开申请"


class RequestTable(msgspec.Struct, frozen=True, kw_only=True):
    """The whole table: for each sort of row seven numbers, in the order of `COLUMNS`."""

    rows: Mapping[str, tuple[int, ...]]

    def totals(self) -> Requests:
        """Return the last column."""
        return msgspec.convert({sort: numbers[-1] for sort, numbers in self.rows.items()}, Requests)


def request_table(plain: str) -> RequestTable | None:
    """Read the table out of a text whose table rows are lines with tabs; None where it is not there as a whole."""
    if _START not in plain:
        return None
    rows: dict[str, list[int]] = {}
    sort = ""
    for words, numbers in _numbered(plain):
        found = _STARTS.search(words)
        sort = found.lastgroup or "" if found else sort
        if sort:
            before = rows.get(sort, [0] * len(COLUMNS))
            rows[sort] = [first + second for first, second in zip(before, numbers, strict=True)]
        if sort == "carried_out":
            break
    if rows.keys() != ROWS.keys():
        return None
    return RequestTable(rows={name: tuple(rows[name]) for name in ROWS})


def _numbered(plain: str) -> Iterator[tuple[str, list[int]]]:
    """Give the words and the seven numbers of each table row that has them."""
    for line in plain[plain.index(_START) - 2 :].split("\n"):
        cells = [cell.strip().replace(",", "") for cell in line.split("\t")]
        last = cells[-len(COLUMNS) :]
        if len(cells) > len(COLUMNS) and all(_NUMBER.fullmatch(cell) for cell in last):
            yield "".join(cells[: -len(COLUMNS)]), [int(cell) for cell in last]


def disagreements(table: RequestTable) -> Iterator[str]:
    """Give what does not add up, as sentences: columns first (I1, I2), then rows (I3)."""
    rows = table.rows
    for at, column in enumerate(COLUMNS):
        here = {name: numbers[at] for name, numbers in rows.items()}
        if here["received"] + here["carried_in"] != here["handled"] + here["carried_out"]:
            yield (
                f"“{column}”一列，新收{here['received']}加上年结转{here['carried_in']}，"
                f"不等于办理结果总计{here['handled']}加结转下年{here['carried_out']}"
            )
        handled = sum(here[name] for name in _HANDLED)
        if handled != here["handled"]:
            yield f"“{column}”一列，办理结果各项相加是{handled}，总计写的是{here['handled']}"
    for name, numbers in rows.items():
        if sum(numbers[:-1]) != numbers[-1]:
            yield f"“{ROWS[name]}”一行，各类申请人相加是{sum(numbers[:-1])}，总计写的是{numbers[-1]}"
