"""台账: the table of documents with state and cause, as files and as the index command give it (S25)."""

from __future__ import annotations

from datetime import date

from sitegen.views.data import Data


class LedgerEntry(Data, frozen=True, kw_only=True):
    """One document, with its state on the as-of date.

    `path` and `address` are empty for documents that are only cited. `state` is the code, `state_title` its word;
    it is "unknown" where nothing is known but that the document exists. `since` is the first day of that state,
    `until` the last day on which the document is in force as far as is known, None where no end is known. `by`
    names the document that brought the state about, by 文号 or title; it is empty where the document's own dates
    did. `valid_until` is the end of the term as it stands, renewals included.
    """

    number: str
    title: str
    path: str
    state: str
    since: date | None
    until: date | None
    by: str
    state_title: str
    by_title: str
    by_provision: str
    reason: str
    next_on: date | None
    next_title: str
    kind: str
    issuer: str
    publisher: str
    index_number: str
    registry_number: str
    written_on: date | None
    published_on: date | None
    effective_on: date | None
    valid_until: date | None
    theme: str
    gazette: str
    address: str
    sha256: str


class DocumentLedger(Data, frozen=True, kw_only=True):
    """All documents of a ledger on one day."""

    title: str
    as_of: date
    count: int
    documents: tuple[LedgerEntry, ...]


HEADINGS = {
    "number": "文号",
    "title": "标题",
    "kind": "种类",
    "issuer": "制定机关",
    "publisher": "发布机构",
    "index_number": "索引号",
    "registry_number": "统一登记号",
    "written_on": "成文日期",
    "published_on": "发布日期",
    "effective_on": "施行日期",
    "valid_until": "有效期至",
    "state_title": "效力状态",
    "since": "状态起始",
    "until": "有效的最后一天",
    "by": "状态依据",
    "by_title": "依据的标题",
    "by_provision": "依据的条款",
    "reason": "理由",
    "next_on": "下次变化",
    "next_title": "变化以后",
    "theme": "主题分类",
    "gazette": "政府公报",
    "address": "网址",
    "path": "路径",
    "sha256": "原文校验值",
}
"""The columns of the ledger in a table, by attribute."""
