"""From papers and acts to courses: when each document is in force, and when and why it no longer is.

The rules (R52–R66 and the state machine below their table), all days inclusive and Chinese:

- An act works from the later of its own date and the acting paper's commencement, and never if the acting
  paper was ended, or is suspended, before that day. What has worked is not undone when the actor ends later.
- Acts of one day are judged by what was so before that day; so neither the order of the input nor a ring of
  repeals matters. Only resumptions go first, as the resumed paper acts again on that very day.
- The earliest repeal counts; a repeal wins over a lapse. What has ended is never in force again: a renewal
  moves the end of the term only if it works by the first day after the term.
- Where the end of a term does not end the paper (R57), that day is an event that leaves the state as it is.
- An amended or partly repealed paper stays in force. 继续有效 is a conclusion and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from sitegen.disclosure.courses import Course, Idle
from sitegen.disclosure.events import Act, EventKind, Paper, cited_paper
from sitegen.disclosure.phases import course_of_track, course_without_acts
from sitegen.disclosure.tracks import EARLIEST, Track, obstacle


def validity_of(papers: Iterable[Paper], acts: Iterable[Act]) -> dict[str, Course]:
    """Return the course of every paper by its key; keys of `papers` are unique.

    A paper that only acts speak of gets a course as well. The order of the input does not matter.
    """
    known = {paper.key: paper for paper in papers}
    agenda = tuple(dict.fromkeys(acts))
    concerned = dict.fromkeys(key for act in agenda for key in (act.actor, act.target))
    tracks = {key: _new_track(known.get(key) or cited_paper(key)) for key in concerned}
    _go_through(agenda, tracks)
    courses = {key: course_without_acts(paper) for key, paper in known.items() if key not in tracks}
    courses.update((key, course_of_track(track)) for key, track in tracks.items())
    return courses


def works_on(act: Act, actor: Paper) -> date | None:
    """Return the day on which `act` works if nothing hinders it; None where no date is known."""
    own = _own_date(act, actor)
    if act.on is None:
        return own
    floor = floor_of(actor)
    return act.on if floor is None else max(act.on, floor)


def floor_of(actor: Paper) -> date | None:
    """Return the day before which no act of `actor` can work, whatever date the act gives.

    It is the stated commencement; where none is stated the act's own date speaks for it, but nothing works
    before the paper was written.
    """
    return actor.effective_on or actor.written_on or actor.published_on


def _own_date(act: Act, actor: Paper) -> date | None:
    by_article = [each.on for each in actor.commencements if each.provision == act.by_provision]
    return by_article[0] if by_article else actor.commences_on


def _new_track(paper: Paper) -> Track:
    return Track(paper=paper, term=paper.valid_until)


def _go_through(agenda: Iterable[Act], tracks: dict[str, Track]) -> None:
    """Let the acts work, day by day."""
    dated = [(works_on(act, tracks[act.actor].paper) or EARLIEST, _rank(act), act) for act in agenda]
    for on, group in groupby(sorted(dated, key=itemgetter(0, 1)), key=itemgetter(0)):
        today = [act for _, _, act in group]
        _work(on, [act for act in today if act.kind is EventKind.RESUME], tracks)
        _work(on, [act for act in today if act.kind is not EventKind.RESUME], tracks)


def _rank(act: Act) -> tuple[str, ...]:
    """Return what orders acts of one day for good; it decides only which of equal acts is shown."""
    return act.kind, act.actor, act.target, act.provision, act.by_provision, str(act.on), repr(act.place)


def _work(on: date, acts: list[Act], tracks: dict[str, Track]) -> None:
    """Judge all of `acts` before any of them takes effect."""
    judged = [
        (act, actor, target, obstacle(act, actor, target, on))
        for act in acts
        for actor, target in ((tracks[act.actor], tracks[act.target]),)
    ]
    for act, actor, target, reason in judged:
        if reason is None:
            target.apply(act, actor, on)
        else:
            target.idle.append(Idle(act, None if on == EARLIEST else on, reason))
