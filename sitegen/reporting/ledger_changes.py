"""What differs between the 台账 of two days: documents that came or went, states and terms that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.disclosure.phrases import chinese_date, quoted
from sitegen.reporting.tables import Table, csv_bytes, xlsx_bytes
from sitegen.views.ledger import LedgerEntry


class ChangeKind(StrEnum):
    """How an entry differs."""

    NEW = "new"
    GONE = "gone"
    STATE = "state"
    TERM = "term"


WORDS = {
    ChangeKind.NEW: "新增",
    ChangeKind.GONE: "不再列出",
    ChangeKind.STATE: "效力状态变化",
    ChangeKind.TERM: "有效期变化",
}
HEADINGS = {
    "kind": "变化",
    "number": "文号",
    "title": "标题",
    "before": "原来",
    "after": "现在",
    "on": "自",
    "by": "依据",
    "reason": "理由",
    "path": "路径",
}


class LedgerChange(msgspec.Struct, frozen=True, kw_only=True):
    """One difference. `before` and `after` are the words for states, or the last days of the terms."""

    kind: ChangeKind
    number: str
    title: str
    path: str
    before: str
    after: str
    on: date | None
    by: str
    reason: str


def changes(before: Mapping[str, LedgerEntry], after: Mapping[str, LedgerEntry]) -> tuple[LedgerChange, ...]:
    """Return the differences between the entries of two days by key, in the order of kinds, days and numbers."""
    found = [
        *(
            _change(ChangeKind.NEW, entry, "", entry.state_title)
            for key, entry in after.items()
            if key not in before
        ),
        *(
            _change(ChangeKind.GONE, entry, entry.state_title, "")
            for key, entry in before.items()
            if key not in after
        ),
        *(change for key, entry in after.items() if key in before for change in _between(before[key], entry)),
    ]
    order = list(ChangeKind)
    return tuple(
        sorted(found, key=lambda c: (order.index(c.kind), c.on or date.min, c.number, c.title, c.path))
    )


def _between(old: LedgerEntry, new: LedgerEntry) -> Iterator[LedgerChange]:
    if old.state != new.state:
        yield _change(ChangeKind.STATE, new, old.state_title, new.state_title)
    if old.valid_until != new.valid_until:
        yield _change(ChangeKind.TERM, new, _day(old.valid_until), _day(new.valid_until))


def _change(kind: ChangeKind, entry: LedgerEntry, before: str, after: str) -> LedgerChange:
    of_state = kind in (ChangeKind.STATE, ChangeKind.NEW)
    return LedgerChange(
        kind=kind,
        number=entry.number,
        title=entry.title,
        path=entry.path,
        before=before,
        after=after,
        on=entry.since if of_state else None,
        by=entry.by if of_state else "",
        reason=entry.reason if of_state else "",
    )


def _day(on: date | None) -> str:
    return on.isoformat() if on else "没有期限"


def as_text(found: Sequence[LedgerChange], start: date, end: date) -> str:
    """Return a line for each difference, and how many there are of each kind."""
    lines = [f"从{chinese_date(start)}到{chinese_date(end)}："]
    lines += [_line(change) for change in found]
    counts = Counter(change.kind for change in found)
    told = "，".join(f"{WORDS[kind]} {counts[kind]}" for kind in ChangeKind if counts[kind])
    lines.append(f"共 {len(found)} 处变化：{told}。" if found else "没有变化。")
    return "".join(f"{line}\n" for line in lines)


def _line(change: LedgerChange) -> str:
    name = change.number + (quoted(change.title) if change.title else "")
    states = " → ".join(filter(None, (change.before, change.after)))
    told = change.kind is ChangeKind.STATE or change.by
    reason = f"（{change.reason}）" if told and change.reason else ""
    return f"{WORDS[change.kind]}　{name}　{states}{reason}"


def as_json(found: Sequence[LedgerChange]) -> bytes:
    """Return the differences as an array."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def as_csv(found: Sequence[LedgerChange], start: date, end: date) -> bytes:
    """Return the differences as CSV."""
    return csv_bytes(_table(found, start, end))


def as_xlsx(found: Sequence[LedgerChange], start: date, end: date) -> bytes:
    """Return the differences as a workbook."""
    return xlsx_bytes(_table(found, start, end))


def _table(found: Sequence[LedgerChange], start: date, end: date) -> Table:
    return Table(
        name="台账变化",
        as_of=end,
        headings=tuple(HEADINGS.values()),
        rows=[
            [
                WORDS[change.kind],
                *(getattr(change, attribute) for attribute in HEADINGS if attribute != "kind"),
            ]
            for change in found
        ],
        notes=(("从", chinese_date(start)), ("到", chinese_date(end)), ("变化", str(len(found)))),
    )
