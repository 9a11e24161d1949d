"""沿革: the life of a document, past and to come, as points in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.disclosure.changes import ended_at_once
from sitegen.disclosure.courses import Course, state_at
from sitegen.disclosure.events import ENDINGS, Event, EventKind
from sitegen.disclosure.phrases import Sentence, sentence
from sitegen.disclosure.sentences import brief
from sitegen.disclosure.states import NAMES, Names


class Mark(StrEnum):
    """How a point is drawn: past, the as-of date, the end, still to come."""

    PAST = "past"
    NOW = "now"
    END = "end"
    NEXT = "next"


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A point on the timeline."""

    on: date
    mark: Mark
    phrases: Sentence


def timeline(
    course: Course,
    as_of: date,
    courses: Mapping[str, Course],
    effects: Mapping[str, tuple[tuple[str, Event], ...]],
    names: Names = NAMES,
) -> tuple[Point, ...]:
    """Return the points in order; `effects` (from `effects_by_actor`) tells what the document itself ended.

    The as-of date is a point only where the document has not ended yet. Events of unknown day are left out.
    """
    points = [*_made(course, as_of), *_events(course, as_of, courses, effects)]
    state = state_at(course, as_of)
    if not state.ended:
        points.append(Point(on=as_of, mark=Mark.NOW, phrases=sentence(f"（截至日）{names[state]}")))
    return tuple(sorted(points, key=lambda point: (point.on, point.mark is Mark.NOW)))


def _made(course: Course, as_of: date) -> list[Point]:
    """Return when the paper was written and published."""
    paper = course.paper
    made = ((paper.written_on, f"{paper.number}印发"), (paper.published_on, "公布"))
    return [Point(on=on, mark=_mark(on, as_of), phrases=sentence(words)) for on, words in made if on]


def _events(
    course: Course,
    as_of: date,
    courses: Mapping[str, Course],
    effects: Mapping[str, tuple[tuple[str, Event], ...]],
) -> list[Point]:
    points = []
    for event in course.events:
        if event.on is None:
            continue
        mark = Mark.END if event.kind in ENDINGS and event.on <= as_of else _mark(event.on, as_of)
        words = brief(event, courses)
        if event.kind is EventKind.COMMENCE:
            words = sentence(*words, *ended_at_once(course.key, event.on, courses, effects))
        points.append(Point(on=event.on, mark=mark, phrases=words))
    return points


def _mark(on: date, as_of: date) -> Mark:
    return Mark.PAST if on <= as_of else Mark.NEXT
