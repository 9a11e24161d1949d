"""From what took effect for a paper to its phases: the states in order of date, each with its cause."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date
from itertools import groupby

from sitegen.disclosure.courses import Course, Phase
from sitegen.disclosure.events import PRECEDENCE, REPEALS, Event, EventKind, Paper, day_after
from sitegen.disclosure.states import State
from sitegen.disclosure.tracks import EARLIEST, Track

ALWAYS_IN_FORCE = (Phase(State.IN_FORCE, None, None),)
NOT_YET = Phase(State.NOT_YET_IN_FORCE, None, None)

RESUMPTIONS = frozenset({EventKind.RESUME, EventKind.LIFT})

CAUSES: dict[State, frozenset[EventKind]] = {
    State.NOT_YET_IN_FORCE: frozenset(),
    State.IN_FORCE: frozenset({EventKind.COMMENCE, *RESUMPTIONS}),
    State.AMENDED: frozenset({EventKind.AMEND, *RESUMPTIONS}),
    State.PARTLY_REPEALED: frozenset({EventKind.PARTLY_REPEAL, *RESUMPTIONS}),
    State.SUSPENDED: frozenset({EventKind.SUSPEND}),
    State.LAPSED: frozenset({EventKind.LAPSE, EventKind.EXPIRE}),
    State.REPEALED: REPEALS,
}


def course_without_acts(paper: Paper) -> Course:
    """Return the course of a paper that only its own dates move."""
    if paper.commencements or _is_over_by_itself(paper):
        return course_of_track(Track(paper=paper, term=paper.valid_until))
    start, end = paper.commences_on, paper.expires_on
    if start is None and end is None:
        return Course(paper=paper, phases=ALWAYS_IN_FORCE)
    events: list[Event] = []
    phases = [ALWAYS_IN_FORCE[0] if start is None else NOT_YET]
    if start is not None and (end is None or start < end):
        events.append(Event(on=start, kind=EventKind.COMMENCE, actor=paper.key))
        phases.append(Phase(State.IN_FORCE, start, events[-1]))
    if end is not None:
        events.append(Event(on=end, kind=EventKind.EXPIRE, actor=paper.key))
        phases.append(Phase(State.LAPSED, end, events[-1]))
    return Course(paper=paper, phases=tuple(phases), events=tuple(events))


def course_of_track(track: Track) -> Course:
    """Return the course that the finished notes on a paper add up to."""
    paper = track.paper
    if not (track.events or track.idle or paper.commencements or _is_over_by_itself(paper)):
        return course_without_acts(paper)
    events = _all_events(track)
    return Course(
        paper=paper,
        phases=_phases(track, events),
        events=events,
        idle=tuple(track.idle),
    )


def _all_events(track: Track) -> tuple[Event, ...]:
    """Return acts, own dates and ended suspensions in order; what would follow the end is left out.

    An act that is stated twice (same day, kind, actor, article) is one event.
    """
    end = track.end()
    lifts = _lifts(track) if track.suspensions else ()
    derived = [event for event in (*_own_events(track), *lifts) if not _follows(event, end)]
    distinct: dict[tuple[date, int, str, str], Event] = {}
    for event in (*track.events, *derived):
        distinct.setdefault(_position(event), event)
    return tuple(distinct[position] for position in sorted(distinct))


def _own_events(track: Track) -> list[Event]:
    paper = track.paper
    own = [
        Event(on=each.on, kind=EventKind.COMMENCE, actor=paper.key, provision=each.provision)
        for each in paper.commencements
    ]
    if paper.commences_on is not None:
        own.append(Event(on=paper.commences_on, kind=EventKind.COMMENCE, actor=paper.key))
    if paper.outlives_term:
        own += (Event(on=on, kind=EventKind.TERM_END, actor=paper.key) for on in _ends_of_terms(track))
    elif (expires_on := day_after(track.term)) is not None:
        own.append(Event(on=expires_on, kind=EventKind.EXPIRE, actor=paper.key))
    return own


def _is_over_by_itself(paper: Paper) -> bool:
    """Tell whether a paper has a term that ends without ending the paper."""
    return paper.outlives_term and paper.valid_until is not None


def _ends_of_terms(track: Track) -> Iterator[date]:
    """Give the day after the term; a paper that outlives its term may be renewed later, and that term be over."""
    renewals = [(_day(event), event.until) for event in track.events if event.until is not None]
    term, begun = track.paper.valid_until, EARLIEST
    for on, until in sorted(renewals):
        over = day_after(term)
        if over is not None and max(over, begun) < on:
            yield max(over, begun)
        term, begun = max(term or EARLIEST, until), on
    over = day_after(term)
    if over is not None:
        yield max(over, begun)


def _lifts(track: Track) -> list[Event]:
    """Return the resumptions that no act states: the suspending paper itself came to its end."""
    lifts = ((track.lift(each), each.by.paper.key) for each in track.suspensions)
    return [
        Event(on=on, kind=EventKind.LIFT, actor=key)
        for on, key in lifts
        if on is not None and on not in track.resumptions
    ]


def _follows(event: Event, end: date | None) -> bool:
    """Tell whether a derived event comes too late; the term may be over on the day of the end itself."""
    if end is None or event.on is None:
        return False
    return event.on > end or (event.on == end and event.kind not in (EventKind.EXPIRE, EventKind.TERM_END))


def _phases(track: Track, events: tuple[Event, ...]) -> tuple[Phase, ...]:
    """Go through the days on which something happens and keep those on which the state changes."""
    start = track.paper.commences_on or EARLIEST
    latest: dict[EventKind, Event] = {}
    phases = [NOT_YET if start > EARLIEST else ALWAYS_IN_FORCE[0]]
    for day, today in groupby(events, key=_day):
        latest.update((event.kind, event) for event in today if _moves_state(event))
        suspended = bool(track.suspensions) and track.suspended_on(day)
        state = _state(latest.keys(), day < start, suspended)
        if day == EARLIEST:
            phases = [Phase(state, None, _cause(latest, state))]
        elif state is not phases[-1].state:
            phases.append(Phase(state, day, _cause(latest, state)))
    return tuple(phases)


def _state(kinds: Set[EventKind], early: bool, suspended: bool) -> State:
    """Return the state after events of `kinds`; ends weigh most, then what hinders, then what changed."""
    if kinds & REPEALS:
        return State.REPEALED
    if kinds & CAUSES[State.LAPSED]:
        return State.LAPSED
    if early:
        return State.NOT_YET_IN_FORCE
    if suspended:
        return State.SUSPENDED
    if EventKind.PARTLY_REPEAL in kinds:
        return State.PARTLY_REPEALED
    return State.AMENDED if EventKind.AMEND in kinds else State.IN_FORCE


def _cause(latest: dict[EventKind, Event], state: State) -> Event | None:
    """Return the latest event that can bring about `state`; of one day's, the weightiest."""
    causes = [event for kind, event in latest.items() if kind in CAUSES[state]]
    return max(causes, key=_position, default=None)


def _moves_state(event: Event) -> bool:
    """Tell whether an event concerns the whole paper, or is one that works through articles."""
    return not event.provision or event.kind in (EventKind.AMEND, EventKind.PARTLY_REPEAL)


def _day(event: Event) -> date:
    return event.on or EARLIEST


def _position(event: Event) -> tuple[date, int, str, str]:
    return event.on or EARLIEST, PRECEDENCE[event.kind], event.actor, event.provision
