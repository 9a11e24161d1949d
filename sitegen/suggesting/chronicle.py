"""From what was read out of texts to what became of the documents: their courses, as if all of it stood in records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from sitegen.disclosure.agreement import agreement, relations_said
from sitegen.disclosure.courses import Course
from sitegen.disclosure.events import Act, EventKind, Paper, number_key, title_key
from sitegen.disclosure.from_records import EVENT_OF, narrowed
from sitegen.disclosure.local_terms import lapses_by_itself
from sitegen.disclosure.statements import ActKind, CommencementRule, Statements
from sitegen.disclosure.statements.title_acts import document_nature
from sitegen.disclosure.validity import validity_of
from sitegen.model.profile import TermRules
from sitegen.model.records import Document
from sitegen.suggesting.library import Known, Library
from sitegen.suggesting.proposal import Resolved, copies_of, relation_of, resolve

_NO_PROVISION = "部分条款"


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was read: as one among others, what its text says, what its front matter says if it has one."""

    acting: Known
    statements: Statements
    published_on: date | None = None
    record: Document | None = None


def courses_of(texts: Iterable[Text], library: Library, rules: TermRules | None = None) -> dict[str, Course]:
    """Return the course of every document that was read, by its path, and of those that they act on.

    What front matter says counts; what it leaves open is taken from the text. `rules` are those of the place, where
    the texts are known to be its own.
    """
    papers: dict[str, Paper] = {}
    acts: list[Act] = []
    for text in texts:
        papers[text.acting.path] = _paper(text, rules)
        for paper, act in _acts(text, library):
            papers.setdefault(paper.key, paper)
            acts.append(act)
    return validity_of(papers.values(), acts)


def _paper(text: Text, rules: TermRules | None) -> Paper:
    said, record, acting = text.statements, text.record, text.acting
    renewed = [act.until for act in said.acts if act.kind is ActKind.RENEW and act.until]
    term = said.term.until if said.term else None
    commencement = said.commencement.date if said.commencement else None
    return Paper(
        key=acting.path,
        title=acting.title or said.title,
        number=acting.number,
        source=acting.path,
        written_on=acting.written_on,
        published_on=text.published_on,
        effective_on=(record.effective_on if record else None) or commencement,
        valid_until=(record.valid_until if record else None) or next(iter(renewed), term),
        outlives_term=rules is not None and not lapses_by_itself(rules.lapses_by_itself, acting.written_on),
        backfilled=record.backfilled if record else False,
    )


def _acts(text: Text, library: Library) -> Iterator[tuple[Paper, Act]]:
    """Give each act with the paper that it is on."""
    acting, said = text.acting, text.statements
    unwritten = said.acts
    if text.record is not None:
        unwritten = agreement(text.record, said.acts).unwritten
        for each in relations_said(text.record):
            relation = each.relation
            target = library.find(each.number, relation.title, acting)
            paper = _target(target, each.number, relation.title, library)
            yield paper, _act(EVENT_OF[each.attribute], acting, paper, relation.on, relation.provision)
    for resolved in _certain(text, resolve(said, acting, library)):
        act = resolved.act
        if act in unwritten:
            for target in (resolved.target, *copies_of(resolved.target, acting, library)):
                paper = _target(target, act.number, act.title, library)
                yield paper, _act(EVENT_OF[relation_of(act)], acting, paper, act.date, act.affects)


def _certain(text: Text, acts: Iterable[Resolved]) -> Iterator[Resolved]:
    """Leave out what depends on a condition, and 继续有效 where the document was not made to review others."""
    commencement = text.statements.commencement
    if commencement is not None and commencement.rule is CommencementRule.CONDITIONAL:
        return
    reviews = document_nature(text.acting.title).reviews
    yield from (each for each in acts if reviews or each.act.kind is not ActKind.CONTINUE)


def _act(kind: EventKind, acting: Known, target: Paper, on: date | None, provision: str) -> Act:
    part = "" if provision == _NO_PROVISION else provision
    return Act(kind=narrowed(kind, provision), actor=acting.path, target=target.key, on=on, provision=part)


def _target(target: Known | None, number: str, title: str, library: Library) -> Paper:
    """Return the paper that an act is on: one that was read, or one known by its number or title only."""
    if target is not None and target.path:
        return Paper(key=target.path, title=target.title, number=target.number)
    if target is None and library.bears_another_title(number, title):
        number = ""
    number = target.number if target is not None and target.number else number
    title = (title or (target.title if target else "")).strip("《》")
    return Paper(key=number_key(number) if number else title_key(title), title=title, number=number)
