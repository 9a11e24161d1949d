"""How a contradiction is written down: one place that is wrong, and the other places that it contradicts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Fault, Kind, Place
from sitegen.disclosure.courses import Course, phase_at
from sitegen.disclosure.events import EventKind, Paper
from sitegen.disclosure.sentences import ACTING
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.disclosure.states import Names


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """A finding in the file `path`, with the places that it contradicts."""

    path: str
    fault: Fault
    related: tuple[Place, ...] = ()

    def diagnostic(self) -> Diagnostic:
        """Return the finding as the rest of the program reports it."""
        return self.fault.at(self.path, self.related)

    def position(self) -> tuple[str, int, int, str, str]:
        """Return what orders findings: file, line, column, id, message."""
        span = self.fault.span
        line, column = (span.line, span.column) if span else (0, 0)
        return self.path, line, column, self.fault.id, self.fault.message


def found(kind: Kind, place: Place | None, related: tuple[Place | None, ...], **values: str) -> Contradiction:
    """Return a finding of `kind` at `place`; its path is empty where there is no place to show."""
    return Contradiction(
        path=place.path if place else "",
        fault=kind.found(place.span if place else None, **values),
        related=tuple(each for each in related if each is not None and each != place),
    )


def place_in(paper: Paper, attribute: str, note: str) -> Place | None:
    """Return the place of `attribute` in a paper, with a word on what stands there."""
    place = paper.place(attribute)
    return msgspec.structs.replace(place, note=note) if place else None


def ending_places(course: Course, as_of: date) -> tuple[Place | None, ...]:
    """Return where that is stated which brought about the state of a day: an act, or the term."""
    cause = phase_at(course, as_of).cause
    if cause is None or cause.kind is EventKind.COMMENCE:
        return ()
    if cause.kind is EventKind.EXPIRE:
        return (place_in(course.paper, "valid_until", "它的有效期在这里"),)
    return (msgspec.structs.replace(cause.place, note=f"在这里{ACTING[cause.kind]}"),) if cause.place else ()


def ending_words(course: Course, as_of: date, courses: Mapping[str, Course], names: Names) -> str:
    """Return 已废止（自2023年7月1日起由青政规〔2023〕4号废止）: how a paper stood on a day."""
    state = phase_at(course, as_of).state
    return f"{names[state]}（{state_sentence(course, as_of, courses)}）"
