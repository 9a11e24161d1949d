"""What a text does to other documents, held against what its front matter says that it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.statements import Act, ActKind, title_stem
from sitegen.model.records import Document
from sitegen.model.values import Relation

SAYING: Mapping[ActKind, tuple[str, ...]] = {
    ActKind.REPEAL: ("repeals", "replaces", "lapses"),
    ActKind.REPLACE: ("replaces", "repeals", "lapses"),
    ActKind.DECLARE_INVALID: ("lapses", "repeals", "replaces"),
    ActKind.AMEND: ("amends", "partly_repeals"),
    ActKind.RENEW: ("renews",),
    ActKind.CONTINUE: ("continues",),
    ActKind.SUSPEND: ("suspends",),
    ActKind.RESUME: ("resumes",),
}
"""The relations of front matter that say an act, the usual one first. Which of the endings is meant a title or the
law's practice decides, and texts are not strict about it: they pass for one."""
ENDINGS = ("repeals", "replaces", "lapses")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A relation of the front matter: the attribute of the record, the position in its list, what it names."""

    attribute: str
    position: int
    relation: Relation

    @property
    def number(self) -> str:
        """The 文号 in its normal form, empty where the relation gives a path or a title only."""
        target = self.relation.target
        return "" if "/" in target or target.endswith(".md") else number_of(target)

    @property
    def stem(self) -> str:
        """The title as titles are compared, empty for none."""
        return title_stem(self.relation.title) if self.relation.title else ""

    def says(self, kind: ActKind) -> bool:
        """Tell whether the relation is of a sort that an act of `kind` can be written as."""
        in_part = kind is ActKind.AMEND and self.attribute in ENDINGS and self.relation.provision != ""
        return (
            in_part
            or self.attribute in SAYING[kind]
            or (self.attribute == "partly_repeals" and SAYING[kind] == SAYING[ActKind.REPEAL])
        )


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """What only one side says: acts of the text without a relation, relations without an act."""

    unwritten: tuple[Act, ...]
    unsaid: tuple[Said, ...]


def relations_said(record: Document) -> tuple[Said, ...]:
    """Return the relations of a record that a text can state."""
    attributes = dict.fromkeys(attribute for saying in SAYING.values() for attribute in saying)
    return tuple(
        Said(attribute=attribute, position=position, relation=relation)
        for attribute in attributes
        for position, relation in enumerate(getattr(record, attribute))
    )


def agreement(record: Document, acts: Iterable[Act]) -> Agreement:
    """Pair the acts of a text with the relations of its record.

    A pair shares the number or the title. What is left on both sides without anything to compare, a title here
    and a number or a path there, is taken for a pair as well: only other files could tell.
    """
    said = relations_said(record)
    paired: set[Said] = set()
    alone: list[Act] = []
    for act in acts:
        pairs = {each for each in said if each.says(act.kind) and _same(act, each)}
        paired |= pairs
        if not pairs:
            alone.append(act)
    left = [each for each in said if each not in paired]
    for act in list(alone):
        possible = next((each for each in left if each.says(act.kind) and not _comparable(act, each)), None)
        if possible is not None:
            left.remove(possible)
            alone.remove(act)
    return Agreement(unwritten=tuple(alone), unsaid=tuple(left))


def _same(act: Act, said: Said) -> bool:
    if act.number and act.number == said.number:
        return True
    return bool(act.title and said.stem) and title_stem(act.title) == said.stem


def _comparable(act: Act, said: Said) -> bool:
    """Tell whether both give a number, or both a title: then they are known to differ."""
    return bool((act.number and said.number) or (act.title and said.stem))
