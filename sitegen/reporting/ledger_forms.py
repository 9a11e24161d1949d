"""The 台账 as text, JSON, CSV and XLSX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from sitegen.disclosure.phrases import chinese_date, quoted
from sitegen.disclosure.states import NAMES
from sitegen.reporting.tables import Table, csv_bytes, xlsx_bytes
from sitegen.views.ledger import HEADINGS, DocumentLedger, LedgerEntry

NOTES = {
    "状态起始": "进入现在这个效力状态的第一天",
    "有效的最后一天": "按现在所知，文件有效的最后一天（含当天）；空白表示没有期限",
    "状态依据": "废止、修改这个文件的文件；空白表示由它自己的日期得出",
    "有效期至": "有效期的最后一天（含当天），已经延续的按延续以后的计算",
    "原文校验值": "原始文件的 SHA-256",
}
FORMS: Sequence[str] = ("text", "json", "csv", "xlsx")


def table_of(ledger: DocumentLedger) -> Table:
    """Return the ledger with all its columns."""
    return Table(
        name="台账",
        as_of=ledger.as_of,
        headings=tuple(HEADINGS.values()),
        rows=[[getattr(entry, attribute) for attribute in HEADINGS] for entry in ledger.documents],
        notes=(
            ("名称", ledger.title),
            ("效力状态截至", chinese_date(ledger.as_of)),
            ("件数", str(ledger.count)),
            *NOTES.items(),
        ),
    )


def as_csv(ledger: DocumentLedger) -> bytes:
    """Return the ledger as CSV."""
    return csv_bytes(table_of(ledger))


def as_xlsx(ledger: DocumentLedger) -> bytes:
    """Return the ledger as a workbook."""
    return xlsx_bytes(table_of(ledger))


def as_json(entries: Sequence[LedgerEntry]) -> bytes:
    """Return the entries as an array."""
    return msgspec.json.format(msgspec.json.encode(entries), indent=1) + b"\n"


def as_text(entries: Sequence[LedgerEntry], as_of: date) -> str:
    """Return a line for each document, and how many there are of each state."""
    lines = [_line(entry) for entry in entries]
    counts = Counter(entry.state_title for entry in entries)
    states = {entry.state: entry.state_title for entry in entries}
    order = [*(states[state] for state in NAMES if state in states), *counts]
    told = "，".join(f"{word} {counts[word]}" for word in dict.fromkeys(order) if counts[word])
    lines += ["", f"截至{chinese_date(as_of)}，共 {len(entries)} 件：{told}。" if entries else "没有文件。"]
    return "".join(f"{line}\n" for line in lines)


def _line(entry: LedgerEntry) -> str:
    name = quoted(entry.title) if entry.title else ""
    by = f"　依据：{entry.by}" if entry.by else ""
    where = "" if entry.path else "　（栏目里没有）"
    since = entry.since.isoformat() if entry.since else "          "
    return f"{entry.state_title}　{since}　{entry.number}{name}{by}{where}"
