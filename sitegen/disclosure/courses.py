"""The course of a document: its whole dated history, and questions about one day of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from sitegen.disclosure.events import ENDINGS, Act, Event, EventKind, Paper
from sitegen.disclosure.states import State

DECISIONS = frozenset({*ENDINGS, EventKind.RENEW, EventKind.CONTINUE})
"""What a paper may come to after its term."""


class Phase(msgspec.Struct, frozen=True, gc=False):
    """A state from the day `since` on. `since` is None for the first phase, and for it only."""

    state: State
    since: date | None
    cause: Event | None


class Reason(StrEnum):
    """Why an act has no effect."""

    SELF = "self"
    ACTOR_ENDED = "actor_ended"
    ACTOR_SUSPENDED = "actor_suspended"
    TARGET_ENDED = "target_ended"
    EARLIER_REPEAL = "earlier_repeal"
    LATE_RENEWAL = "late_renewal"
    NO_NEW_TERM = "no_new_term"
    NOT_SUSPENDED = "not_suspended"


class Idle(msgspec.Struct, frozen=True):
    """An act that changed nothing although its day `on` has its place in history."""

    act: Act
    on: date | None
    reason: Reason


class Course(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All that happens to one paper, past and coming.

    `phases` are in strict order of date, neighbours differ in state. `events` are what took effect, in order.
    """

    paper: Paper
    phases: tuple[Phase, ...]
    events: tuple[Event, ...] = ()
    idle: tuple[Idle, ...] = ()

    @property
    def key(self) -> str:
        """The paper's key."""
        return self.paper.key


def phase_at(course: Course, as_of: date) -> Phase:
    """Return the phase that the day `as_of` belongs to."""
    return next(phase for phase in reversed(course.phases) if phase.since is None or phase.since <= as_of)


def state_at(course: Course, as_of: date) -> State:
    """Return the state on the day `as_of`."""
    return phase_at(course, as_of).state


def next_change(course: Course, as_of: date) -> Phase | None:
    """Return the first phase that begins after `as_of`, None where no change is known."""
    return next((phase for phase in course.phases if phase.since is not None and phase.since > as_of), None)


def ended_on(course: Course) -> date | None:
    """Return the first day on which the paper is ended for good.

    None where it never ends, and where it is known to have ended but not when: ask the last phase's state.
    """
    return next((phase.since for phase in course.phases if phase.state.ended), None)


def events_until(course: Course, as_of: date) -> tuple[Event, ...]:
    """Return the events of the day `as_of` and before."""
    return tuple(event for event in course.events if event.on is None or event.on <= as_of)


def term_at(course: Course, as_of: date) -> date | None:
    """Return the last day of the term as it stands on `as_of`, renewals so far included."""
    renewed = [
        event.until
        for event in events_until(course, as_of)
        if event.kind is EventKind.RENEW and event.until is not None
    ]
    return max(renewed) if renewed else course.paper.valid_until


def outlived_term(course: Course, as_of: date) -> date | None:
    """Return the last day of a term that is over while the paper goes on (R57), None where there is none."""
    if not course.paper.outlives_term or state_at(course, as_of).ended:
        return None
    term = term_at(course, as_of)
    return term if term is not None and term < as_of else None


def decision_after_term(course: Course, as_of: date) -> Event | None:
    """Return what is decided of a paper that outlives its term: a renewal or an end to come, else the last 继续有效."""
    term = outlived_term(course, as_of)
    later = [
        event
        for event in course.events
        if event.kind in DECISIONS and not event.provision and term and event.on and event.on > term
    ]
    coming = [event for event in later if event.on and event.on > as_of]
    return next(iter(coming or later[-1:]), None)
