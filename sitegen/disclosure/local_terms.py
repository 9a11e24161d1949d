"""有效期 as a place rules on it: how long at most, what holds where none is named, what its end does (R57–R59)."""

from __future__ import annotations

from datetime import date

import msgspec

from sitegen.disclosure.events import Paper
from sitegen.disclosure.from_records import paper_of
from sitegen.disclosure.statements.records import TermEnding
from sitegen.disclosure.statements.term import last_day
from sitegen.model.local_rules import Answer, LastDay, LocalRule, Presumption, Years
from sitegen.model.profile import TermRules
from sitegen.model.records import Document

NORMATIVE = "normative_document"
ENDINGS = {LastDay.DAY_BEFORE: TermEnding.DAY_BEFORE, LastDay.SAME_DAY: TermEnding.SAME_DAY}


def paper_under(record: Document, rules: TermRules) -> Paper:
    """Return what matters of a record where a place has these rules.

    A reprint is not the place's own: what its makers left open is not for the place to say.
    """
    paper = paper_of(record)
    if record.reprint_of is not None:
        return paper
    if paper.valid_until is None:
        until, years = _presumed(record, paper, rules)
        if until is not None:
            paper = msgspec.structs.replace(paper, valid_until=until, presumed_years=years)
    if lapses_by_itself(rules.lapses_by_itself, record.dated_on):
        return paper
    return msgspec.structs.replace(paper, outlives_term=True)


def lapses_by_itself(rule: LocalRule[Answer], written_on: date | None) -> bool:
    """Tell whether the end of its term ends a document of that day; where the rule does not hold, its contrary does."""
    return (rule.value is Answer.YES) is rule.holds_for(written_on)


def only_acts(record: Document, rules: TermRules) -> bool:
    """Tell whether a document only does something to others, so that a term would mean nothing."""
    return any(word in record.title for word in rules.acting_words.value)


def trial_word(record: Document, rules: TermRules) -> str:
    """Return the word by which the title says that the text is on trial (试行); empty where it is not."""
    return next((word for word in rules.trial_words.value if word in record.title), "")


def limit_of(start: date | None, rule: Years, rules: TermRules) -> date | None:
    """Return the last day of the longest term that may begin on `start`."""
    return last_day(start, rule.value, 0, ENDINGS[rules.last_day.value])


def _presumed(record: Document, paper: Paper, rules: TermRules) -> tuple[date | None, int]:
    """Return the end of the term that a 行政规范性文件 without one is taken to have, and its years."""
    rule = rules.presumption
    if rule.value is Presumption.NONE or record.kind != NORMATIVE or not rule.holds_for(record.dated_on):
        return None, 0
    longest = rules.trial if trial_word(record, rules) else rules.longest
    if only_acts(record, rules) or not longest.holds_for(record.dated_on):
        return None, 0
    return limit_of(paper.commences_on, longest, rules), longest.value
