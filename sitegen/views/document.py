"""The page of one record: document, interpretation, meeting, consultation and every other kind."""

from __future__ import annotations

from datetime import date

from sitegen.views.chart import Chart
from sitegen.views.common import Event, Fact, File, Link, Run, View
from sitegen.views.page import Page
from sitegen.views.state import State


class Notice(View, frozen=True, kw_only=True):
    """A framed notice above the title. `tone` is "gone" (ended), "soon" (will change within 90 days) or
    "info".
    """

    tone: str
    title: str
    runs: tuple[Run, ...] = ()


class Step(View, frozen=True, kw_only=True):
    """A step of the derivation of the state; the last one is the conclusion."""

    runs: tuple[Run, ...]


class Related(View, frozen=True, kw_only=True):
    """Another record, here (`path`) or elsewhere (`href`); without either it is named only.

    `detail` says how it matters ("青财规〔2021〕1号，第十二条"). `compared` is the page that lays its text and the
    record's own side by side.
    """

    title: str
    path: str = ""
    href: str = ""
    detail: str = ""
    state: State | None = None
    compared: str = ""


class Relation(View, frozen=True, kw_only=True):
    """A group of related records: the word (废止), its direction in words (谁废止了本文件), the records."""

    word: str
    direction: str
    items: tuple[Related, ...]


class Credits(View, frozen=True, kw_only=True):
    """拟稿, 审核, 发布 (R83). None where the site does not show them."""

    drafted_by: str = ""
    reviewed_by: str = ""
    released_by: str = ""
    released_on: date | None = None


class Reprint(View, frozen=True, kw_only=True):
    """Where a reprinted text came from, with the address of the original where it is known."""

    source: str
    href: str = ""
    published: date | None = None


class Proof(View, frozen=True, kw_only=True):
    """What makes a print checkable: address and digest of the text. A script draws the address as a QR code."""

    address: str
    sha256: str


class Meeting(View, frozen=True, kw_only=True):
    """Facts of a meeting (会议公开), and the records that belong to it."""

    facts: tuple[Fact, ...]
    agenda: tuple[Related, ...] = ()


class Consultation(View, frozen=True, kw_only=True):
    """A call for opinions. `phase` is the word for where it stands at the as-of date (未开始, 进行中,
    已结束, 已反馈).

    `ways` say how to send an opinion; `answered_on` is the day on which the page said which were taken up;
    `outcome` are the summary of opinions and the document adopted.
    """

    phase: str
    opens_on: date
    closes_on: date
    ways: tuple[Fact, ...] = ()
    answered_on: date | None = None
    outcome: tuple[Related, ...] = ()


class DocumentPage(Page, frozen=True, kw_only=True):
    """One record.

    `issuer` is the issuing body's name for the line below the title. `card` is the header card in the
    profile's order. `note` is the 题注 in pieces that are not broken inside. `steps` derive the state.
    `explained_by` repeats the interpretations beside the text. `catalogue` gives standard catalogue items
    and the articles that demand publication. `json_path` is the record as data. `interprets` is set on
    interpretations only, `issue` on issues of the gazette: what they carry. `life` draws what `timeline` tells in
    words; `charts` stand below the text.
    """

    kind: str
    number: str = ""
    issuer: str = ""
    state: State | None = None
    notice: Notice | None = None
    card: tuple[Fact, ...]
    steps: tuple[Step, ...] = ()
    note: tuple[str, ...] = ()
    interprets: tuple[Related, ...] = ()
    issue: tuple[Related, ...] = ()
    meeting: Meeting | None = None
    consultation: Consultation | None = None
    attachments: tuple[File, ...] = ()
    downloads: tuple[File, ...] = ()
    json_path: str = ""
    relations: tuple[Relation, ...] = ()
    explained_by: tuple[Link, ...] = ()
    timeline: tuple[Event, ...] = ()
    life: Chart | None = None
    charts: tuple[Chart, ...] = ()
    catalogue: tuple[Relation, ...] = ()
    credits: Credits | None = None
    reprint: Reprint | None = None
    proof: Proof | None = None
