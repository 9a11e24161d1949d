"""What the reader of statements returns. Spans are positions in the text that was given, end exclusive."""

import datetime
from enum import Enum

import msgspec


class TermEnding(Enum):
    """On which day a term of whole years or months ends."""

    DAY_BEFORE = "day_before"
    """2023-07-01 and five years: 2028-06-30, the usual practice."""
    SAME_DAY = "same_day"
    """2023-07-01 and five years: 2028-07-01, the civil code's way of counting."""


class CommencementRule(Enum):
    """What the day of commencement is counted from."""

    EXPLICIT = "explicit"
    PUBLICATION = "publication"
    """自发布之日起: from 发布日期."""
    ISSUE = "issue"
    """自印发之日起: from 成文日期."""
    CONDITIONAL = "conditional"
    """Depends on something that the text does not date."""


class ActKind(Enum):
    """What a document does to another."""

    REPEAL = "repeal"
    """A decision made to end it: 决定废止, 予以废止, a list of repealed documents."""
    AMEND = "amend"
    """Changes, supplements or partly repeals it."""
    REPLACE = "replace"
    """New rules end it on their way: 同时废止; or a revised text takes its place."""
    DECLARE_INVALID = "declare_invalid"
    """宣布失效: its term or object has ended."""
    CONTINUE = "continue"
    """A clean-up leaves it in force: 继续有效."""
    RENEW = "renew"
    """Its term is prolonged: 有效期延长至…."""
    SUSPEND = "suspend"
    """It is not applied for a time: 暂停执行."""
    RESUME = "resume"
    """It is applied again: 恢复执行."""


ACT_WORDS = {
    ActKind.REPEAL: "废止",
    ActKind.REPLACE: "替代",
    ActKind.DECLARE_INVALID: "宣布失效",
    ActKind.AMEND: "修改",
    ActKind.RENEW: "延续",
    ActKind.CONTINUE: "继续有效",
    ActKind.SUSPEND: "暂停",
    ActKind.RESUME: "恢复",
}
"""The key of front matter that says what an act usually does."""


class Commencement(msgspec.Struct, frozen=True, kw_only=True):
    """When the document takes effect; `date` is None when the text does not let one tell."""

    date: datetime.date | None
    rule: CommencementRule
    quote: str
    start: int
    end: int


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """How long the document is in force.

    `until` is the last day, None when the first is not known; `years` and `months` are 0 when the text names a date.
    """

    until: datetime.date | None
    years: int
    months: int
    quote: str
    start: int
    end: int


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What the text does to another document.

    `number` is in canonical form or empty, `title` as the text gives it or empty. `date` is the day from which
    the act works, None when unknown. An act that only the title names has an empty span and quotes the
    title. `affects` names the provisions (第五条) when only they are meant.
    `until` is the new last day of a prolonged document. `issued_on` is the day on which the text says that the other
    document was issued.
    """

    kind: ActKind
    number: str
    title: str
    date: datetime.date | None
    quote: str
    start: int
    end: int
    affects: str = ""
    until: datetime.date | None = None
    issued_on: datetime.date | None = None


class NoteEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a 题注: what was done (公布, 修订, 修正 …), when, by which order or decision."""

    action: str
    date: datetime.date | None
    number: str
    title: str


class EnactmentNote(msgspec.Struct, frozen=True, kw_only=True):
    """题注: the history in brackets below a rule's title."""

    events: tuple[NoteEvent, ...]
    quote: str
    start: int
    end: int


class Statements(msgspec.Struct, frozen=True, kw_only=True):
    """All that a text says about itself and about other documents.

    `title`, `document_number` and `written_on` are what the text gives, empty or None when it gives none; the title
    is the given one if there was one. `number_at` and `signed_at` are the spans of the number and of the date of
    the signature, (0, 0) for none. `issued_title` is the title of the rules that a covering notice issues.
    """

    title: str
    document_number: str
    number_at: tuple[int, int]
    written_on: datetime.date | None
    signed_at: tuple[int, int]
    published_on: datetime.date | None
    issued_title: str
    commencement: Commencement | None
    term: Term | None
    enactment_note: EnactmentNote | None
    acts: tuple[Act, ...]
