"""有效期 of a new normative document: the longest term that the place allows (R57, R58)."""

from __future__ import annotations

from datetime import date

from sitegen.disclosure.statements.records import TermEnding
from sitegen.disclosure.statements.term import last_day
from sitegen.model.local_rules import Answer, LastDay
from sitegen.model.profile import TermRules

ENDINGS = {LastDay.DAY_BEFORE: TermEnding.DAY_BEFORE, LastDay.SAME_DAY: TermEnding.SAME_DAY}
NORMATIVE = "normative_document"


def usual_last_day(title: str, effective_on: str, rules: TermRules) -> str:
    """Return the last day of the usual term of a document with this title; "" where it has no day to begin on."""
    try:
        start = date.fromisoformat(effective_on)
    except ValueError:  # what was typed is no date: the check says so
        return ""
    on_trial = any(word in title for word in rules.trial_words.value)
    until = last_day(
        start, (rules.trial if on_trial else rules.longest).value, 0, ENDINGS[rules.last_day.value]
    )
    return until.isoformat() if until else ""


def needs_term(kind: str, title: str, rules: TermRules) -> bool:
    """Tell whether the place demands a term of such a document; one that only acts on others needs none."""
    acts = any(word in title for word in rules.acting_words.value)
    return kind == NORMATIVE and rules.required.value is Answer.YES and not acts
