"""The one sentence that gives the reason of a state: on the card, in lists and in search results."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from sitegen.disclosure.courses import (
    Course,
    decision_after_term,
    events_until,
    outlived_term,
    phase_at,
    term_at,
)
from sitegen.disclosure.events import Event, EventKind
from sitegen.disclosure.phrases import chinese_date, plain
from sitegen.disclosure.sentences import brief, over_words, since_words
from sitegen.disclosure.states import State

CHANGES = frozenset({EventKind.AMEND, EventKind.PARTLY_REPEAL})
"""After these a text stays in force, but not as it was."""

UNDECIDED = "制定机关尚未公布处理结果"
"""What is known of a document whose term is over and that nobody renewed or ended."""


def state_sentence(course: Course, as_of: date, courses: Mapping[str, Course]) -> str:
    """Return the reason of the state in one sentence, without naming the state and without a full stop.

    It changes only when something happens, not with every day.
    """
    return _reason(course, as_of, courses) + _after_the_term(course, as_of, courses)


def _reason(course: Course, as_of: date, courses: Mapping[str, Course]) -> str:
    phase = phase_at(course, as_of)
    match phase.state:
        case State.NOT_YET_IN_FORCE:
            return f"{since_words(course.paper.commences_on)}施行"
        case State.IN_FORCE:
            return f"{_conditions_met(course, as_of)}没有被修改、废止"
        case State.LAPSED if phase.cause and phase.cause.kind is EventKind.EXPIRE:
            return _expired(course, as_of)
        case State.REPEALED | State.LAPSED | State.SUSPENDED if phase.cause:
            return since_words(phase.cause.on) + plain(brief(phase.cause, courses))
        case _:
            return _changed(course, as_of, courses)


def _conditions_met(course: Course, as_of: date) -> str:
    begun = "施行日期已到，" if course.paper.commences_on else ""
    runs = term_at(course, as_of) is not None and outlived_term(course, as_of) is None
    return f"{begun}有效期未满，" if runs else begun


def _after_the_term(course: Course, as_of: date, courses: Mapping[str, Course]) -> str:
    """Return that the term is over and nothing came of it yet, where that alone ends no document (R57)."""
    term, decision = outlived_term(course, as_of), decision_after_term(course, as_of)
    if term is None:
        return ""
    outcome = plain(brief(decision, courses)) if decision else UNDECIDED
    coming = since_words(decision.on) if decision and decision.on and decision.on > as_of else ""
    return f"；有效期已于{chinese_date(term)}届满，{coming}{outcome}"


def _expired(course: Course, as_of: date) -> str:
    term = term_at(course, as_of)
    return over_words(course.paper, term) if term else "有效期届满"


def _changed(course: Course, as_of: date, courses: Mapping[str, Course]) -> str:
    """Return the last changes of a text that stays in force: the last partial repeal, and what was amended since."""
    changes = [event for event in events_until(course, as_of) if event.kind in CHANGES]
    repealed_on = [event.on for event in changes if event.kind is EventKind.PARTLY_REPEAL][-1:]
    days = dict.fromkeys([*repealed_on, changes[-1].on])
    told = [[event for event in changes if event.on == day] for day in days]
    words = "；".join(since_words(events[0].on) + _together(events, courses) for events in told)
    whole = any(not event.provision for events in told for event in events)
    return words if whole else f"{words}，其余内容继续施行"


def _together(events: list[Event], courses: Mapping[str, Course]) -> str:
    """Return what one day's events do, one clause for each acting document and kind: 由甲号修改第八条、第十二条."""
    by_act: dict[tuple[str, EventKind], list[Event]] = {}
    for event in events:
        by_act.setdefault((event.actor, event.kind), []).append(event)
    clauses = (plain(brief(_as_one(same), courses)) for same in by_act.values())
    return "，".join(clauses)


def _as_one(events: list[Event]) -> Event:
    """Return one event for all provisions; for the whole document where one of them names none."""
    provisions = [event.provision for event in events]
    joined = "、".join(dict.fromkeys(provisions)) if all(provisions) else ""
    return msgspec.structs.replace(events[-1], provision=joined)
