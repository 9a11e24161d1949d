"""From what was read out of a text to what its front matter should say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from sitegen.disclosure.agreement import SAYING, agreement, relations_said
from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.quotations import quoted
from sitegen.disclosure.statements import Act, ActKind, CommencementRule, Statements
from sitegen.disclosure.statements.title_acts import document_nature
from sitegen.model.record_fields import DOCUMENT
from sitegen.model.records import Document
from sitegen.suggesting.header_edits import Addition, mapping, scalar
from sitegen.suggesting.library import Known, Library

KEYS = {field.attribute: field.key for field in DOCUMENT}
_ONE_DAY = timedelta(days=1)


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """An act and the document that it means; `target` is None where nothing is known of that document."""

    act: Act
    target: Known | None


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What to write, and in words for a clerk what the text says otherwise than the front matter."""

    additions: tuple[Addition, ...] = ()
    remarks: tuple[str, ...] = ()


def resolve(statements: Statements, acting: Known, library: Library) -> tuple[Resolved, ...]:
    """Find out which documents the acts of a text mean; what means the acting document itself is dropped."""
    return tuple(
        Resolved(act=act, target=library.find(act.number, act.title, acting, act.issued_on))
        for act in statements.acts
        if not (act.number and act.number == acting.number)
    )


def propose(
    record: Document, statements: Statements, acts: Iterable[Resolved], acting: Known, library: Library
) -> Proposal:
    """Return what the front matter of a document lacks, and where it says something else than the text.

    A value that is there is never replaced. Relations work in the state machine as they are written here: those of
    a text that takes effect on a condition are only reported, and 继续有效 counts in decisions that review others.
    """
    remarks: list[str] = []
    additions = [
        *_identity(record, statements, remarks),
        *_commencement(record, statements, remarks),
        *_term(record, statements, remarks),
        *_relations(record, statements, acts, acting, library, remarks),
    ]
    return Proposal(additions=tuple(additions), remarks=tuple(remarks))


def _identity(record: Document, statements: Statements, remarks: list[str]) -> Iterator[Addition]:
    number = statements.document_number
    if number and not record.document_number:
        yield Addition(key="文号", value=scalar(number))
    elif number and number != number_of(record.document_number):
        remarks.append(f"“文号”写的是“{record.document_number}”，正文写的是“{number}”，没有改动。")
    signed = statements.written_on
    if signed and record.written_on is None:
        yield Addition(key="成文日期", value=signed.isoformat())
    elif signed and statements.signed_at[1] and signed != record.written_on:
        remarks.append(f"“成文日期”写的是 {record.written_on}，正文落款是 {signed}，没有改动。")


def _commencement(record: Document, statements: Statements, remarks: list[str]) -> Iterator[Addition]:
    said = statements.commencement
    if said is None:
        return
    words = f"正文写的是“{quoted(said.quote)}”"
    if said.rule is CommencementRule.CONDITIONAL:
        remarks.append(f"{words}，施行日期取决于别的事情，请自己填写。")
    elif said.date is None:
        remarks.append(f"{words}，不知道从哪一天算起，请自己填写“施行日期”。")
    elif record.effective_on is None:
        yield Addition(key="施行日期", value=said.date.isoformat())
        written = record.written_on or statements.written_on
        if written and said.date < written and not record.retroactive:
            yield Addition(key="溯及既往", value=scalar(f"正文规定“{quoted(said.quote)}”"))
    elif record.effective_on != said.date:
        remarks.append(f"“施行日期”写的是 {record.effective_on}，{words}，即 {said.date}，没有改动。")


def _term(record: Document, statements: Statements, remarks: list[str]) -> Iterator[Addition]:
    """A document that prolongs others carries their new last day as its own (see the state machine)."""
    renewed = [act for act in statements.acts if act.kind is ActKind.RENEW and act.until is not None]
    found = [(term.until, term.quote) for term in (statements.term,) if term is not None and not renewed]
    found += [(act.until, act.quote) for act in renewed]
    for until, words in found[:1]:
        if until is None:
            remarks.append(f"正文写的是“{quoted(words)}”，不知道从哪一天算起，请自己填写“有效期至”。")
        elif record.valid_until is None:
            yield Addition(key="有效期至", value=until.isoformat())
        elif abs(until - record.valid_until) > _ONE_DAY:
            remarks.append(
                f"“有效期至”写的是 {record.valid_until}，正文写的是“{quoted(words)}”，即 {until}，没有改动。"
            )


def _relations(
    record: Document,
    statements: Statements,
    acts: Iterable[Resolved],
    acting: Known,
    library: Library,
    remarks: list[str],
) -> Iterator[Addition]:
    reviews = document_nature(record.title).reviews or record.kind == "review_decision"
    unwritten = set(agreement(record, statements.acts).unwritten)
    written = _written(record, acting, library)
    items: dict[str, list[str]] = {}
    for each in acts:
        act, attribute = each.act, relation_of(each.act)
        if act not in unwritten or (act.kind is ActKind.CONTINUE and not reviews):
            continue
        elsewhere = written.get(each.target.path if each.target and each.target.path else "", set())
        if elsewhere & {*SAYING[act.kind], attribute}:
            continue
        if elsewhere or act.date is None:
            why = f"它已经写在“{KEYS[min(elsewhere)]}”里" if elsewhere else "不知道从哪一天起"
            remarks.append(f"正文写的是“{quoted(act.quote)}”，{why}，“{KEYS[attribute]}”没有改动。")
            continue
        for target in (each.target, *copies_of(each.target, acting, library)):
            item = _item(act, target, _own_days(record, statements), library)
            if item not in items.setdefault(attribute, []):
                items[attribute].append(item)
    for attribute in KEYS:
        if attribute in items:
            yield Addition(key=KEYS[attribute], items=tuple(items[attribute]))


def _written(record: Document, acting: Known, library: Library) -> dict[str, set[str]]:
    """Return in which relations the front matter names each document of the column already."""
    written: dict[str, set[str]] = {}
    for said in relations_said(record):
        known = library.find(said.number, said.relation.title, acting)
        path = known.path if known else said.relation.target.removesuffix(".md")
        if path:
            written.setdefault(path, set()).add(said.attribute)
    return written


def relation_of(act: Act) -> str:
    """Return the relation that an act is written as: what ends only provisions is 部分废止."""
    in_part = (
        act.kind is ActKind.AMEND
        and act.affects
        and any(word in act.quote for word in ("废止", "失效", "停止执行", "不再执行", "作废"))
    )
    return "partly_repeals" if in_part else SAYING[act.kind][0]


def copies_of(target: Known | None, acting: Known, library: Library) -> list[Known]:
    """Return the other pages of a document that the column holds more than once: its end must show on all."""
    if target is None or not target.path:
        return []
    return [copy for copy in library.copies(target) if copy.path != acting.path]


def _item(act: Act, target: Known | None, own_days: set[date | None], library: Library) -> str:
    """Return a relation as YAML: the bare number where that says all, else a mapping."""
    values: dict[str, str] = {}
    if target is not None and target.path:
        by_number = target.numbered and library.is_the_only(target.number)
        values["文件"] = target.number if by_number else target.path
    elif target is not None and target.number:
        values["文件"] = target.number
    elif act.number and not library.bears_another_title(act.number, act.title):
        values["文件"] = act.number
    in_column = target is not None and target.path != ""
    if not in_column or values["文件"] != act.number:
        values["标题"] = act.title or f"{act.number}文件"
    if act.affects and act.affects != "部分条款":
        values["条款"] = act.affects
    if act.date and act.date not in own_days:
        values["日期"] = act.date.isoformat()
    return scalar(values["文件"]) if values.keys() == {"文件"} else mapping(values)


def _own_days(record: Document, statements: Statements) -> set[date | None]:
    """Return the days from which acts work that name none of their own."""
    published = record.published_at.date() if record.published_at else None
    own = statements.commencement.date if statements.commencement else None
    return {own, record.effective_on, record.written_on, statements.written_on, published}
