"""What changes when: lists of recent and coming changes, and the days on which a page changes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from sitegen.disclosure.courses import Course, Phase, state_at
from sitegen.disclosure.events import PRECEDENCE, REPEALS, Event, EventKind
from sitegen.disclosure.phrases import Sentence, sentence, short_name
from sitegen.disclosure.sentences import brief, paper_in
from sitegen.disclosure.states import WORDINGS, State

NOTICE_DAYS = (90, 30)
"""How long before a document begins or ends its page says so, and says it again."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the paper `key` on the day `on`, with the states of the day before and of that day.

    They are equal where the event leaves the badge as it is: a second amendment, a renewal, 继续有效.
    """

    on: date
    key: str
    event: Event
    before: State
    after: State


class Cause(StrEnum):
    """Why a page changes by itself."""

    CHANGE = "change"
    TERM_END = "term_end"
    NOTICE = "notice"


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A day on which the page of the paper `key` changes by itself.

    For `CHANGE` the state becomes `state`; for `TERM_END` a term is over and the state stays; for `NOTICE` the page
    begins to announce, `days` before, what is to come: an end of the term where `keeps_state` says so. `changes_on`
    is the day of the change itself.
    """

    on: date
    key: str
    cause: Cause
    state: State
    changes_on: date
    days: int = 0
    keeps_state: bool = False


def changes_between(courses: Iterable[Course], start: date, end: date) -> tuple[Change, ...]:
    """Return what happens from `start` to `end`, both days included, in order of date and key."""
    found = (
        Change(
            on=event.on,
            key=course.key,
            event=event,
            before=state_at(course, event.on - timedelta(days=1)),
            after=state_at(course, event.on),
        )
        for course in courses
        for event in course.events
        if event.on is not None and start <= event.on <= end
    )
    return tuple(sorted(found, key=_change_position))


def turns_after(
    courses: Iterable[Course], as_of: date, notice_days: tuple[int, ...] = NOTICE_DAYS
) -> tuple[Turn, ...]:
    """Return the days after `as_of` on which a page changes by itself, in order; the first is the next."""
    found = (turn for course in courses for turn in _turns(course, as_of, notice_days))
    return tuple(sorted(found, key=lambda turn: (turn.on, turn.key, turn.cause, turn.days)))


def notices(longest: int) -> tuple[int, ...]:
    """Return the days before a change on which pages announce it; the first announcement is `longest` days before."""
    return (longest, *(days for days in NOTICE_DAYS if days < longest))


def announced(
    course: Course, as_of: date, notice_days: tuple[int, ...] = NOTICE_DAYS
) -> tuple[Phase, int] | None:
    """Return the change that the page announces on the day `as_of`, and the smallest notice that fits.

    Only a beginning or an end is announced, and the end of a term that ends nothing else: its phase has the state
    of the day before.
    """
    following = (phase for phase in _to_be_told(course) if phase.since is not None and phase.since > as_of)
    coming = next(following, None)
    if coming is None or coming.since is None or not _is_announced(course, coming):
        return None
    left = (coming.since - as_of).days
    fitting = [days for days in notice_days if left <= days]
    return (coming, min(fitting)) if fitting else None


def effects_by_actor(courses: Iterable[Course]) -> dict[str, tuple[tuple[str, Event], ...]]:
    """Return for each acting paper the papers that it acts on, with the events that took effect."""
    effects: dict[str, list[tuple[str, Event]]] = {}
    for course in courses:
        for event in course.events:
            if event.actor != course.key:
                effects.setdefault(event.actor, []).append((course.key, event))
    return {actor: tuple(sorted(found, key=_effect_position)) for actor, found in effects.items()}


def change_sentence(
    change: Change, courses: Mapping[str, Course], effects: Mapping[str, tuple[tuple[str, Event], ...]]
) -> Sentence:
    """Return a change in few words: 开始施行，青政规〔2021〕3号同时废止."""
    event = change.event
    if event.kind is EventKind.EXPIRE:
        return sentence("期满失效")
    if event.kind is not EventKind.COMMENCE or event.provision:
        return brief(event, courses)
    return sentence(WORDINGS[State.IN_FORCE].turn, *ended_at_once(change.key, change.on, courses, effects))


def ended_at_once(
    key: str, on: date, courses: Mapping[str, Course], effects: Mapping[str, tuple[tuple[str, Event], ...]]
) -> Sentence:
    """Return what the paper `key` repeals on the day `on`: ，青政规〔2021〕3号同时废止."""
    targets = [target for target, event in effects.get(key, ()) if event.on == on and event.kind in REPEALS]
    return sentence(*(part for target in targets for part in _named(target, courses)))


def _named(target: str, courses: Mapping[str, Course]) -> Sentence:
    return sentence("，", short_name(paper_in(courses, target)), "同时废止")


def _turns(course: Course, as_of: date, notice_days: tuple[int, ...]) -> Iterator[Turn]:
    for phase in _to_be_told(course):
        on, keeps = phase.since, ends_term(phase)
        if on is None or on <= as_of:
            continue
        cause = Cause.TERM_END if keeps else Cause.CHANGE
        yield Turn(on=on, key=course.key, cause=cause, state=phase.state, changes_on=on, keeps_state=keeps)
        for days in notice_days:
            notice = on - timedelta(days=days)
            if notice > as_of and announced(course, notice, notice_days) == (phase, days):
                yield Turn(
                    on=notice,
                    key=course.key,
                    cause=Cause.NOTICE,
                    state=phase.state,
                    changes_on=on,
                    days=days,
                    keeps_state=keeps,
                )


def ends_term(phase: Phase) -> bool:
    """Tell whether a phase that is announced is no change of state, but the end of a term alone."""
    return phase.cause is not None and phase.cause.kind is EventKind.TERM_END


def _to_be_told(course: Course) -> tuple[Phase, ...]:
    """Return the phases, and among them the days on which a term is over without any change of state."""
    if not course.paper.outlives_term:
        return course.phases
    changing = {phase.since for phase in course.phases}
    ends = [
        Phase(state_at(course, event.on), event.on, event)
        for event in course.events
        if event.kind is EventKind.TERM_END and event.on is not None and event.on not in changing
    ]
    return tuple(sorted((*course.phases, *ends), key=lambda phase: phase.since or date.min))


def _is_announced(course: Course, coming: Phase) -> bool:
    begins = coming.state.applies and coming.since == course.paper.commences_on
    return begins or coming.state.ended or (coming.state.applies and ends_term(coming))


def _change_position(change: Change) -> tuple[date, str, int, str]:
    return change.on, change.key, PRECEDENCE[change.event.kind], change.event.actor


def _effect_position(effect: tuple[str, Event]) -> tuple[date, str, str]:
    target, event = effect
    return event.on or date.min, target, event.kind
