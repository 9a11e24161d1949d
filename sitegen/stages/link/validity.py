"""The history of every document: what the records say, handed to the rules of validity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.courses import Course
from sitegen.disclosure.document_numbers import parse_document_number
from sitegen.disclosure.events import Act, Citation, Paper, number_key, title_key
from sitegen.disclosure.from_records import acts_of, citations_of
from sitegen.disclosure.local_terms import paper_under
from sitegen.disclosure.validity import validity_of
from sitegen.model.profile import TermRules
from sitegen.model.records import AnyRecord, Document
from sitegen.model.values import Relation
from sitegen.stages.link.targets import Targets, bare_title, find_record, is_path


class Validity(msgspec.Struct, frozen=True, kw_only=True):
    """The course of every published document by record path, and of those only cited by their keys.

    `acts` and `bases` are the relations that it was made of.
    """

    courses: dict[str, Course]
    acts: tuple[Act, ...]
    bases: tuple[Citation, ...]


def validity(published: Iterable[AnyRecord], targets: Targets, rules: TermRules) -> Validity:
    """Return what the published documents do to each other and what comes of it under the place's rules on terms."""
    documents = [record for record in published if isinstance(record, Document)]
    papers = {record.path: paper_under(record, rules) for record in documents}
    acts: list[Act] = []
    bases: list[Citation] = []
    for record in documents:
        find = partial(key_of, folder=record.column, targets=targets)
        acts += acts_of(record, find)
        bases += citations_of(record, find)
    for paper in _cited(documents, targets):
        papers.setdefault(paper.key, paper)
    acts = [act for act in acts if act.target]
    return Validity(
        courses=validity_of(papers.values(), acts),
        acts=tuple(acts),
        bases=tuple(basis for basis in bases if basis.target),
    )


def key_of(relation: Relation, folder: str, targets: Targets) -> str:
    """Return the key of the paper that a relation means; empty where it names nothing that could be a paper."""
    if relation.target:
        record = find_record(targets, relation.target, folder)
        if record is not None:
            return record.path
        number = number_of(relation.target)
        if "〔" in number or not relation.title or parse_document_number(number) is not None:
            return number_key(number) if number else ""
    record = targets.titles.get(bare_title(relation.title))
    return record.path if record is not None else title_key(bare_title(relation.title))


def _cited(documents: Iterable[Document], targets: Targets) -> Iterator[Paper]:
    """Give a paper for each document that is acted on but is not published in the column.

    It is named in the words of the acting document only: what is not public lends nothing to a page.
    """
    for record in documents:
        for relation in _relations(record):
            key = key_of(relation, record.column, targets)
            if key in targets.held:
                number = relation.target if not is_path(relation.target) else ""
                yield Paper(key=key, title=relation.title.strip("《》"), number=number)
            elif key.startswith(("number:", "title:")):
                yield Paper(key=key, title=relation.title.strip("《》"), number=key.partition("number:")[2])


def _relations(record: Document) -> tuple[Relation, ...]:
    return (
        record.based_on
        + record.amends
        + record.partly_repeals
        + record.repeals
        + record.replaces
        + record.renews
        + record.lapses
        + record.continues
        + record.suspends
        + record.resumes
    )
