"""What an inspection report holds: lines of plain values, each with the body that answers for it."""

from __future__ import annotations

from datetime import date

import msgspec


class FindingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A finding of `check`. `severity` is a word for people; `line` is 0 where the whole file is meant."""

    body: str
    id: str
    name: str
    severity: str
    path: str
    line: int
    message: str
    help: str


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """How often one sort of finding was found."""

    id: str
    name: str
    severity: str
    count: int


class ColumnLine(msgspec.Struct, frozen=True, kw_only=True):
    """How a column stands against its limit; `days_left` is below 0 where the limit has passed."""

    body: str
    column: str
    path: str
    count: int
    last: date
    limit: int | None
    days_left: int | None
    state: str
    source: str


class EmptyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A column in which there is nothing."""

    body: str
    column: str
    path: str


class ExplanationLine(msgspec.Struct, frozen=True, kw_only=True):
    """A document that must be explained, and whether and when it was."""

    body: str
    title: str
    number: str
    published: date
    due: date
    explained: date | None
    state: str
    path: str


class FormLine(msgspec.Struct, frozen=True, kw_only=True):
    """How many interpretations a body published in the last year, how many of them are words only, and their share."""

    body: str
    count: int
    plain: int
    share: str


class ConsultationLine(msgspec.Struct, frozen=True, kw_only=True):
    """A consultation, and what has become of it."""

    body: str
    title: str
    ends: date
    state: str
    answer_due: date | None
    results: str
    path: str


class AnnualLine(msgspec.Struct, frozen=True, kw_only=True):
    """A body's annual report on last year."""

    body: str
    year: int
    due: date
    published: date | None
    state: str


class ObligationLine(msgspec.Struct, frozen=True, kw_only=True):
    """An obligation of a standard catalogue that is not met, or met late or long ago."""

    body: str
    domain: str
    item: str
    state: str
    last: date | None


class PassedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that does not count: who let it pass and why, or that it is frozen."""

    body: str
    id: str
    path: str
    message: str
    by: str
    reason: str
    name: str
    on: date | None


class DeadlineLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something due; `address` is the page that it is about, where there is one."""

    body: str
    on: date
    days_left: int
    matter: str
    words: str
    address: str


class Indicator(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of the summary. `limit` is the number at which an inspection fails the site, where there is one."""

    name: str
    value: str
    limit: str = ""
    state: str = ""


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """All lines, each sort in the order in which it is read."""

    deadlines: tuple[DeadlineLine, ...] = ()
    columns: tuple[ColumnLine, ...] = ()
    empty: tuple[EmptyLine, ...] = ()
    explanations: tuple[ExplanationLine, ...] = ()
    forms: tuple[FormLine, ...] = ()
    consultations: tuple[ConsultationLine, ...] = ()
    annual_reports: tuple[AnnualLine, ...] = ()
    obligations: tuple[ObligationLine, ...] = ()
    findings: tuple[FindingLine, ...] = ()
    passed: tuple[PassedLine, ...] = ()

    def of_body(self, title: str) -> Lines:
        """Return the lines for which one body answers."""
        own = {
            field.name: tuple(line for line in getattr(self, field.name) if line.body == title)
            for field in msgspec.structs.fields(Lines)
        }
        return Lines(**own)


class BodyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A body in the list of the column's report; `page` is the name of its files, without a suffix."""

    title: str
    page: str
    findings: int
    overdue: int
    next_deadline: date | None


class InspectionReport(msgspec.Struct, frozen=True, kw_only=True):
    """The report on the column, or on one `body` of it. `opened_on` is None where nobody says since when it is open."""

    title: str
    site: str
    body: str = ""
    as_of: date
    opened_on: date | None
    indicators: tuple[Indicator, ...]
    rules: tuple[RuleLine, ...]
    lines: Lines
    bodies: tuple[BodyLine, ...] = ()
