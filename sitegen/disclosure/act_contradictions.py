"""Contradictions of single acts: what had no effect, and what cannot have been so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from sitegen.diagnostics import Kind, Place
from sitegen.disclosure import contradiction_kinds as kinds
from sitegen.disclosure.courses import Course, Idle, Reason, phase_at
from sitegen.disclosure.events import REPEALS, Act, EventKind
from sitegen.disclosure.findings import Contradiction, ending_places, ending_words, found, place_in
from sitegen.disclosure.phrases import chinese_date, full_name, short_name
from sitegen.disclosure.sentences import ACTING, deed_words, paper_in
from sitegen.disclosure.states import Names
from sitegen.disclosure.validity import floor_of, works_on

REASONS: dict[Reason, Kind] = {
    Reason.SELF: kinds.SELF_REFERENCE,
    Reason.ACTOR_ENDED: kinds.ACTOR_ENDED,
    Reason.ACTOR_SUSPENDED: kinds.ACTOR_SUSPENDED,
    Reason.TARGET_ENDED: kinds.ENDED_TARGET,
    Reason.EARLIER_REPEAL: kinds.SECOND_REPEAL,
    Reason.LATE_RENEWAL: kinds.LATE_RENEWAL,
    Reason.NO_NEW_TERM: kinds.NO_NEW_TERM,
    Reason.NOT_SUSPENDED: kinds.NOT_SUSPENDED,
}

ENDS = REPEALS | {EventKind.LAPSE}
CONCLUSIONS = ENDS | {EventKind.CONTINUE}


def act_contradictions(
    courses: Mapping[str, Course], acts: Iterable[Act], names: Names
) -> Iterator[Contradiction]:
    """Return the findings of all acts; `courses` is what `validity_of` made of them, `names` the words for states."""
    acts = tuple(acts)
    for course in courses.values():
        for idle in course.idle:
            yield from _without_effect(idle, course, courses, names)
    for act in acts:
        if act.actor != act.target:
            yield from _dates(act, courses)
    yield from _two_conclusions(acts, courses)


def _without_effect(
    idle: Idle, course: Course, courses: Mapping[str, Course], names: Names
) -> Iterator[Contradiction]:
    act, on = idle.act, idle.on or date.min
    ended = courses[act.actor] if idle.reason is Reason.ACTOR_ENDED else course
    the_day_before = on - timedelta(days=1) if on > date.min else on
    kind = _kind(idle, course, the_day_before)
    if kind is None:
        return
    yield _finding(
        kind,
        act,
        courses,
        ending_places(ended, the_day_before),
        on=chinese_date(on),
        ending=ending_words(ended, the_day_before, courses, names),
        problem="没有写明" if courses[act.actor].paper.valid_until is None else "不晚于原来的有效期",
    )


def _kind(idle: Idle, course: Course, the_day_before: date) -> Kind | None:
    """Return what to report; a clean-up may well list what had already lapsed."""
    if idle.reason is not Reason.TARGET_ENDED:
        return REASONS[idle.reason]
    cause = phase_at(course, the_day_before).cause
    if idle.act.kind is EventKind.CONTINUE:
        return kinds.CONTINUED_AFTER_END
    if idle.act.kind is EventKind.LAPSE:
        return kinds.SECOND_REPEAL if cause and cause.kind in REPEALS else None
    return kinds.ENDED_TARGET


def _dates(act: Act, courses: Mapping[str, Course]) -> Iterator[Contradiction]:
    actor, target = paper_in(courses, act.actor), paper_in(courses, act.target)
    on, floor = works_on(act, actor), floor_of(actor)
    if on is None:
        yield _finding(kinds.UNDATED, act, courses, ())
        return
    if act.on and floor and act.on < floor:
        words = {"given": chinese_date(act.on), "floor": chinese_date(floor)}
        places = (place_in(actor, "effective_on", "施行日期"),)
        yield _finding(kinds.DATED_TOO_EARLY, act, courses, places, **words)
    start, written = target.effective_on, target.written_on
    if written and on < written:
        places = (place_in(target, "written_on", "成文日期"),)
        words = {"on": chinese_date(on), "written": chinese_date(written)}
        yield _finding(kinds.NOT_YET_WRITTEN, act, courses, places, **words)
    elif act.kind in ENDS and start and on < start:
        places = (place_in(target, "effective_on", "施行日期"),)
        words = {"on": chinese_date(on), "start": chinese_date(start)}
        yield _finding(kinds.ENDED_BEFORE_COMMENCEMENT, act, courses, places, **words)


def _two_conclusions(acts: tuple[Act, ...], courses: Mapping[str, Course]) -> Iterator[Contradiction]:
    """Find documents that say two things of one other: 继续有效 and 废止."""
    concluding = sorted(
        (act for act in acts if act.kind in CONCLUSIONS and not act.provision and act.actor != act.target),
        key=lambda act: (act.actor, act.target, act.kind),
    )
    for _, group in groupby(concluding, key=lambda act: (act.actor, act.target)):
        first, *others = {act.kind: act for act in group}.values()
        if others:
            verbs = "、".join(ACTING[act.kind] for act in (first, *others))
            places = tuple(act.place for act in others)
            yield _finding(kinds.TWO_CONCLUSIONS, first, courses, places, verbs=verbs)


def _finding(
    kind: Kind,
    act: Act,
    courses: Mapping[str, Course],
    related: tuple[Place | None, ...],
    **values: str,
) -> Contradiction:
    """Return a finding at the act's own place, else in the file of the target."""
    actor, target = paper_in(courses, act.actor), paper_in(courses, act.target)
    place = act.place or actor.place("title") or target.place("title")
    return found(
        kind,
        place,
        related,
        actor=full_name(actor).text,
        target=full_name(target).text,
        by=short_name(actor).text,
        it=short_name(target).text,
        deed=deed_words(act, target),
        **values,
    )
