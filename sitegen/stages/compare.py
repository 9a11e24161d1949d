"""compare: what a text says of its own force and of other documents, held against its front matter.

The reader of statements may be mistaken, so all that is found here is a reminder and stops no build. What it
reads is quoted, and both places are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from sitegen.diagnostics import Fault, Kind, Remark, Severity
from sitegen.disclosure.agreement import Said, agreement, relations_said
from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.compact_text import compact
from sitegen.disclosure.quotations import place_of, quoted
from sitegen.disclosure.statements import (
    ACT_WORDS,
    ActKind,
    CommencementRule,
    Statements,
    TermEnding,
    read_statements,
)
from sitegen.disclosure.statements.excerpt import HEAD, telling_lines
from sitegen.disclosure.statements.term import last_day
from sitegen.model.kinds import BY_NAME
from sitegen.model.record_fields import DOCUMENT
from sitegen.model.records import AnyRecord, Document

OTHER_COMMENCEMENT = Kind(
    id="SG440",
    name="施行日期与正文不一致",
    message="“施行日期”写的是 {given}，正文写的是“{quote}”{reckoned}。",
    why="页面上的效力状态从施行日期算起，与正文不一致会误导读者（R62）。",
    help="核对正文和几个日期，改正写错的一处；按正文应当写“施行日期: {said}”。",
    severity=Severity.WARNING,
)
OTHER_TERM = Kind(
    id="SG441",
    name="有效期与正文不一致",
    message="“有效期至”写的是 {given}，正文写的是“{quote}”，最后一天应当是 {said}。",
    why="有效期一满，文件就自动标为“已失效”；日期写错，标注就错（R57—R59）。",
    help="核对正文和日期，改正写错的一处；有效期被别的文件延长的，写在那个文件的“延续”里，这里不改。",
    severity=Severity.WARNING,
)
TERM_NOT_WRITTEN = Kind(
    id="SG442",
    name="正文写了有效期，没有填写",
    message="正文写着“{quote}”，但是没有填写“有效期至”。",
    why="不填写，有效期满以后页面仍会标为“现行有效”（R59）。",
    help="加一行“有效期至: {said}”。正文说的不是本文件的有效期，可以不理会。",
    severity=Severity.WARNING,
)
ACT_NOT_WRITTEN = Kind(
    id="SG443",
    name="正文废止、修改的文件没有填写",
    message="正文写着“{quote}”，但是“{key}”里没有{document}。",
    why="那个文件的标注和两头的链接都从这里来；不填写，读者会以为它没有变化（R55、R56）。",
    help="在“{key}”里加上它，也可以运行 sitegen suggest --apply 自动加上。正文不是这个意思的，可以不理会。",
    severity=Severity.WARNING,
)
RELATION_NOT_SAID = Kind(
    id="SG444",
    name="填写的文件正文没有提到",
    message="“{key}”里写了“{document}”，正文没有提到这个文件。",
    why="废止、修改别的文件，要有正文为据；文号写错，标注就会落到别的文件上（R55、R56）。",
    help="对照正文核对文号和标题，写错的改正，多写的删去。",
    severity=Severity.WARNING,
)
OTHER_NUMBER = Kind(
    id="SG445",
    name="文号与正文不一致",
    message="“文号”写的是“{given}”，正文开头写的是“{quote}”。",
    why="别的文件按文号找到它；文号不对，链接和标注都会落空（R78）。",
    help="对照原件，改正写错的一处。",
    severity=Severity.WARNING,
)
OTHER_DATE = Kind(
    id="SG446",
    name="成文日期与落款不一致",
    message="“成文日期”写的是 {given}，正文落款是“{quote}”。",
    why="成文日期就是落款的日期，“自印发之日起施行”从这一天算起（R79）。",
    help="对照原件，改正写错的一处。",
    severity=Severity.WARNING,
)
KINDS = (
    OTHER_COMMENCEMENT,
    OTHER_TERM,
    TERM_NOT_WRITTEN,
    ACT_NOT_WRITTEN,
    RELATION_NOT_SAID,
    OTHER_NUMBER,
    OTHER_DATE,
)

_TELLING = re.compile(
    r"施行|实施|执行|试行|有效期|废止|失效|作废|停止|不再|修改|修订|修正|补充|延长|暂停|暂缓|暂不|中止|恢复|取消|删去|[〔［【﹝]|[0-9]日\s*$",
    re.MULTILINE,
)
"""Without any of these words, and a line that ends with a day, there is nothing to compare."""
_KEYS = {field.attribute: field.key for field in DOCUMENT}
_COUNTED_FROM = {CommencementRule.PUBLICATION: "发布日期", CommencementRule.ISSUE: "成文日期"}
_ONE_DAY = timedelta(days=1)
_SHORTEST_BODY = 80
"""Characters below which a text is but the cover of its attachments: it need not say what it does."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text as readers see it (`plain`), and its source with the line of the file on which that begins."""

    plain: str
    source: str
    first_line: int


def compare(record: AnyRecord | None, body: Text, ending: TermEnding) -> tuple[Fault, ...]:
    """Return where front matter and text of a document disagree (SG440–SG446).

    Terms may differ by a day: both ways of counting are in use. Nothing that the text leaves open is a
    disagreement.
    """
    if not isinstance(record, Document) or not record.title:
        return ()
    if _TELLING.search(body.plain) is None and not relations_said(record):
        return ()
    text = telling_lines(body.plain.replace("\t", "|"), record.title)
    statements = read_statements(
        text,
        title=record.title,
        document_number=record.document_number,
        written_on=record.written_on,
        published_on=None if record.backfilled or not record.published_at else record.published_at.date(),
        term_ending=ending,
    )
    return (
        *_commencement(record, statements, body),
        *_term(record, statements, body, ending),
        *_acts(record, statements, body),
        *_identity(record, statements, body, text),
    )


def _commencement(record: Document, statements: Statements, body: Text) -> Iterator[Fault]:
    said, given = statements.commencement, record.effective_on
    if said is None or said.date is None or given is None or said.date == given:
        return
    if "后" in said.quote and abs(said.date - given) <= _ONE_DAY:
        return  # 自公布之日起30日后施行: on the thirtieth day, or on the next
    base = _COUNTED_FROM.get(said.rule)
    reckoned = f"，从{base}算起是 {said.date}" if base else ""
    yield _at(
        record,
        "effective_on",
        body,
        OTHER_COMMENCEMENT,
        said.quote,
        given=given,
        said=said.date,
        reckoned=reckoned,
    )


def _term(record: Document, statements: Statements, body: Text, ending: TermEnding) -> Iterator[Fault]:
    renewed = [act for act in statements.acts if act.kind is ActKind.RENEW]
    term, given = statements.term, record.valid_until
    if renewed or record.renews:
        for act in renewed:
            if act.until and given and abs(act.until - given) > _ONE_DAY:
                yield _at(record, "valid_until", body, OTHER_TERM, act.quote, given=given, said=act.until)
        return
    if term is None:
        return
    counted = (
        last_day(record.effective_on, term.years, term.months, ending) if term.years or term.months else None
    )
    last = term.until or counted
    if given is None:
        yield _in_text(body, TERM_NOT_WRITTEN, term.quote, said=last or "……")
    elif last and not any(_near(day, given) for day in (term.until, counted)):
        yield _at(record, "valid_until", body, OTHER_TERM, term.quote, given=given, said=last)


def _near(day: date | None, other: date) -> bool:
    return day is not None and abs(day - other) <= _ONE_DAY


def _acts(record: Document, statements: Statements, body: Text) -> Iterator[Fault]:
    reviews = record.kind == "review_decision"
    found = agreement(record, [act for act in statements.acts if reviews or act.kind is not ActKind.CONTINUE])
    for act in found.unwritten:
        title = _in_marks(quoted(act.title))
        named = f"{title}（{act.number}）" if title and act.number else title or act.number
        values = {"key": ACT_WORDS[act.kind], "document": named}
        if act.end:
            yield _in_text(body, ACT_NOT_WRITTEN, act.quote, **values)
        else:
            yield ACT_NOT_WRITTEN.found(record.place("title"), quote=quoted(act.quote), **values)
    if (BY_NAME[record.kind].governed or reviews) and _is_whole(record, body):
        for said in found.unsaid:
            if not _mentioned(said, body.plain):
                name = said.relation.title or said.relation.target
                yield RELATION_NOT_SAID.found(said.relation.span, key=_KEYS[said.attribute], document=name)


def _in_marks(title: str) -> str:
    return title if "《" in title or not title else f"《{title}》"


def _is_whole(record: Document, body: Text) -> bool:
    """Tell whether the text is there as a whole, so that what it does not say is nowhere said."""
    return len(body.plain) >= _SHORTEST_BODY and not record.attachments


def _mentioned(said: Said, plain: str) -> bool:
    """Tell whether the text names the document of a relation, whatever it says of it; a path names none."""
    if not said.number and not said.stem:
        return True
    text = compact(plain).text
    number = compact(said.number.rpartition("〔")[2]).text
    bare = re.sub(r"[《》〈〉“”\s,、:·]+", "", text)
    return bool((number and number in text) or (said.stem and said.stem in bare))


def _identity(record: Document, statements: Statements, body: Text, text: str) -> Iterator[Fault]:
    start, end = statements.number_at
    number = statements.document_number
    if number and start < HEAD and record.document_number and number != number_of(record.document_number):
        yield _at(
            record, "document_number", body, OTHER_NUMBER, text[start:end], given=record.document_number
        )
    start, end = statements.signed_at
    if end and record.written_on and statements.written_on != record.written_on:
        yield _at(record, "written_on", body, OTHER_DATE, text[start:end], given=record.written_on)


def _at(record: Document, attribute: str, body: Text, kind: Kind, quote: str, **values: object) -> Fault:
    """Return a fault of a value in the front matter, with the place of the words that contradict it."""
    place = place_of(quote, body.source, body.first_line)
    fault = kind.found(record.place(attribute), quote=quoted(quote), **values)
    return msgspec.structs.replace(fault, remarks=(Remark(place, "正文这样写"),) if place else ())


def _in_text(body: Text, kind: Kind, quote: str, **values: object) -> Fault:
    """Return a fault at the words of the text for which the front matter has nothing."""
    return kind.found(place_of(quote, body.source, body.first_line), quote=quoted(quote), **values)
