"""The table of kinds: one row for each sort of record. A new kind is one record, one row, one template."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sitegen.formats.fields import FieldTable, table_of
from sitegen.model.record_fields import (
    COMMON,
    CONSULTATION,
    DOCUMENT,
    FINANCE,
    GAZETTE_ISSUE,
    INTERPRETATION,
    MEETING,
    NOTHING,
    PERIODICAL,
    TOMBSTONE,
    TRANSLATION,
)
from sitegen.model.records import (
    Consultation,
    Document,
    GazetteIssue,
    Interpretation,
    Meeting,
    NothingToDisclose,
    Periodical,
    Record,
    Tombstone,
    Translation,
)

IDENTITY = ("title", "disclosure", "index_number", "publisher", "published_at", "review")
"""What every published record must have: R71, R82, R83, R97."""
DATED = (*IDENTITY, "written_on")


class RecordKind(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One sort of record.

    `required` are the attributes a manuscript must have before it may be published; a draft needs only a title.
    `governed` kinds have a validity: badge, derivation, index of regulations.
    """

    id: str
    title: str
    record: type[Record]
    fields: FieldTable
    required: tuple[str, ...] = IDENTITY
    template: str = "document.html"
    governed: bool = False


_DOCUMENT = table_of(*COMMON, *DOCUMENT)
_RECORD = table_of(*COMMON)
_PERIODICAL = table_of(*COMMON, *PERIODICAL)

KINDS: tuple[RecordKind, ...] = (
    RecordKind(
        id="normative_document",
        title="行政规范性文件",
        record=Document,
        fields=_DOCUMENT,
        required=(*DATED, "document_number", "effective_on"),
        governed=True,
    ),
    RecordKind(
        id="regulatory_rule",
        title="规章",
        record=Document,
        fields=_DOCUMENT,
        required=(*DATED, "document_number", "effective_on"),
        governed=True,
    ),
    RecordKind(id="official_document", title="公文", record=Document, fields=_DOCUMENT, required=DATED),
    RecordKind(
        id="review_decision",
        title="清理结果",
        record=Document,
        fields=_DOCUMENT,
        required=(*DATED, "document_number"),
    ),
    RecordKind(
        id="interpretation",
        title="政策解读",
        record=Interpretation,
        fields=table_of(*COMMON, *INTERPRETATION),
        required=(*IDENTITY, "interprets"),
    ),
    RecordKind(id="information", title="政府信息", record=Periodical, fields=_PERIODICAL),
    RecordKind(id="plan", title="规划计划", record=Periodical, fields=_PERIODICAL),
    RecordKind(id="register", title="清单", record=Periodical, fields=_PERIODICAL),
    RecordKind(id="finance", title="财政信息", record=Periodical, fields=table_of(*COMMON, *FINANCE)),
    RecordKind(
        id="consultation",
        title="征求意见",
        record=Consultation,
        fields=table_of(*COMMON, *CONSULTATION),
        required=(*IDENTITY, "starts_on", "ends_on"),
    ),
    RecordKind(
        id="meeting",
        title="会议公开",
        record=Meeting,
        fields=table_of(*COMMON, *MEETING),
        required=(*IDENTITY, "held_on", "agenda"),
    ),
    RecordKind(
        id="gazette_issue",
        title="政府公报",
        record=GazetteIssue,
        fields=table_of(*COMMON, *GAZETTE_ISSUE),
        required=(*IDENTITY, "year", "issue", "contents"),
    ),
    RecordKind(
        id="annual_report",
        title="政府信息公开年报",
        record=Periodical,
        fields=_PERIODICAL,
        required=(*IDENTITY, "year"),
    ),
    RecordKind(id="guide", title="政府信息公开指南", record=Record, fields=_RECORD),
    RecordKind(id="regime", title="政府信息公开制度", record=Document, fields=_DOCUMENT),
    RecordKind(
        id="nothing_to_disclose",
        title="无此类信息",
        record=NothingToDisclose,
        fields=table_of(*COMMON, *NOTHING),
        required=(*IDENTITY, "reason"),
    ),
    RecordKind(
        id="tombstone",
        title="撤下说明",
        record=Tombstone,
        fields=table_of(*COMMON, *TOMBSTONE),
        required=("title", "publisher", "withdrawn_on", "reason", "contact"),
        template="tombstone.html",
    ),
    RecordKind(
        id="translation",
        title="译文",
        record=Translation,
        fields=table_of(*TRANSLATION),
        required=("title", "disclosure", "published_at", "review"),
        template="translation.html",
    ),
    RecordKind(
        id="page",
        title="说明页",
        record=Record,
        fields=_RECORD,
        required=("title", "disclosure", "publisher", "published_at"),
        template="plain.html",
    ),
)

BY_NAME: Mapping[str, RecordKind] = {name: kind for kind in KINDS for name in (kind.id, kind.title)}
"""Kinds by their code and by their Chinese title."""


def titles() -> tuple[str, ...]:
    """Return the Chinese titles of the kinds that one can choose, in the table's order; a file's name tells 译文."""
    return tuple(kind.title for kind in KINDS if kind.record is not Translation)


def owner_of_keys() -> dict[str, str]:
    """Return, for each front-matter key that only some kinds have, the title of the first such kind."""
    common = {field.key for field in COMMON}
    found: dict[str, str] = {}
    for kind in KINDS:
        for field in kind.fields.fields:
            if field.key not in common:
                found.setdefault(field.key, kind.title)
                found.setdefault(field.english, kind.title)
    return found
