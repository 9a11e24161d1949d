"""One record is one disclosed piece of government information: a Markdown file of `content/`.

A record's `path` is its identity and its address: `zhengce/xzgfxwj/linshi-jiuzhu-banfa` is read from
`content/zhengce/xzgfxwj/linshi-jiuzhu-banfa.md` and published as `…/linshi-jiuzhu-banfa.html`.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from sitegen.diagnostics import Span
from sitegen.model.figures import Fiscal, Requests
from sitegen.model.rewrite import Rewrite
from sitegen.model.values import (
    Attachment,
    Disclosure,
    Gazette,
    LaterCommencement,
    Link,
    Relation,
    Reprint,
    Review,
    Stage,
    Waiver,
)


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """What every kind of record has: the metadata of R67–R87.

    `spans` is the encoded map from attribute (`repeals/0`) to the place of its value; ask `place()`.
    """

    path: str
    kind: str
    title: str
    stage: Stage = Stage.FINAL
    disclosure: Disclosure | None = None
    disclosure_basis: str = ""
    from_request: bool = False
    index_number: str = ""
    publisher: str = ""
    issuing_bodies: tuple[str, ...] = ()
    responsible_body: str = ""
    written_on: date | None = None
    published_at: datetime | None = None
    verified_on: date | None = None
    backfilled: bool = False
    theme: str = ""
    genre: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    audience: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statutory_items: tuple[str, ...] = ()
    catalogue_items: tuple[str, ...] = ()
    case: str = ""
    source_name: str = ""
    reprint_of: Reprint | None = None
    review: Review | None = None
    attachments: tuple[Attachment, ...] = ()
    version_note: str = ""
    aliases: tuple[str, ...] = ()
    related: tuple[Relation, ...] = ()
    language: str = ""
    waivers: tuple[Waiver, ...] = ()
    excerpt: str = ""
    anchors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    body_digest: bytes = b""
    spans: bytes = b""

    @property
    def source(self) -> str:
        """The file this record was read from, relative to the project."""
        return f"content/{self.path}.md"

    @property
    def dated_on(self) -> date | None:
        """The day on which it was made; where that is not said, the day on which it became public at the latest."""
        return self.written_on or (self.published_at.date() if self.published_at is not None else None)

    @property
    def column(self) -> str:
        """The path of the folder, and so of the column, that holds the record."""
        return self.path.rpartition("/")[0]

    def place(self, attribute: str) -> Span | None:
        """Return where `attribute` (`title`, `repeals/0`) stands in the front matter."""
        return msgspec.msgpack.decode(self.spans, type=dict[str, Span]).get(attribute) if self.spans else None


class Document(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A 公文 in the wide sense: 规章, 行政规范性文件, 清理结果 and other official papers (R52–R66, R78–R80).

    The relations say what this document does to others; they are never written at the other end. `rewrites` are
    the instructions of an amending text, as it was read; `clauses` is what `disclosure.likeness` keeps of the text.
    """

    document_number: str = ""
    registry_number: str = ""
    drafting_bodies: tuple[str, ...] = ()
    effective_on: date | None = None
    later_commencements: tuple[LaterCommencement, ...] = ()
    valid_until: date | None = None
    based_on: tuple[Relation, ...] = ()
    amends: tuple[Relation, ...] = ()
    partly_repeals: tuple[Relation, ...] = ()
    repeals: tuple[Relation, ...] = ()
    replaces: tuple[Relation, ...] = ()
    renews: tuple[Relation, ...] = ()
    lapses: tuple[Relation, ...] = ()
    continues: tuple[Relation, ...] = ()
    suspends: tuple[Relation, ...] = ()
    resumes: tuple[Relation, ...] = ()
    asserted_state: str = ""
    retroactive: str = ""
    immediate_reason: str = ""
    interpretation_exempt: str = ""
    needs_consultation: bool = False
    expiry_assessment: str = ""
    gazette: Gazette | None = None
    rewrites: tuple[Rewrite, ...] = ()
    clauses: bytes = b""


class Interpretation(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """政策解读 (R129–R136): `interprets` names the documents, `forms` how (文字, 图解, 视频 …)."""

    interprets: tuple[Relation, ...] = ()
    forms: tuple[str, ...] = ()
    clauses: bytes = b""


class Consultation(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """征求意见 (R137–R139): open from `starts_on` to `ends_on`, both days included.

    `feedback_on` is the day on which the page says what opinions came and which were taken up.
    """

    starts_on: date | None = None
    ends_on: date | None = None
    short_reason: str = ""
    channels: tuple[str, ...] = ()
    feedback_on: date | None = None
    result_of: tuple[Relation, ...] = ()


class Meeting(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """会议公开 (R141): the session, its full agenda and who sat in."""

    session: str = ""
    held_on: date | None = None
    agenda: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()


class GazetteIssue(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """政府公报 (R142): an issue of a year, counted through all years too (`serial`), and what it carries."""

    year: int | None = None
    issue: int | None = None
    serial: int | None = None
    contents: tuple[Relation, ...] = ()


class Periodical(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """What is published for a year or a period: annual reports, budgets, plans, statistics (R18, R43, S58).

    `fiscal` are figures of a budget, `requests` those of the table of applications, as they are in a report's text;
    `problem_clauses` is what `disclosure.likeness` keeps of its part on problems (五).
    """

    year: int | None = None
    period: str = ""
    fiscal: Fiscal | None = None
    requests: Requests | None = None
    problem_clauses: bytes = b""


class NothingToDisclose(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """无此类信息: a declared absence, which meets an obligation for its period."""

    reason: str = ""
    period: str = ""


class Tombstone(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """撤下说明 (R52): what the address of a withdrawn record answers. Nothing else of that record is published.

    `withdrawal_basis` is what the withdrawal rests on, `contact` whom to ask, `see_instead` what to read now.
    """

    document_number: str = ""
    withdrawn_on: date | None = None
    reason: str = ""
    withdrawal_basis: str = ""
    contact: str = ""
    see_instead: Relation | None = None


class Translation(Record, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """译文 (R149): the English of a record, a body or a page, in `x.en.md` beside it. Never a record of its own."""


AnyRecord = (
    Record
    | Document
    | Interpretation
    | Consultation
    | Meeting
    | GazetteIssue
    | Periodical
    | NothingToDisclose
    | Tombstone
    | Translation
)
