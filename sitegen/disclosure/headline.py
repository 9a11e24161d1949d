"""The framed notice above a title: the document has ended, or soon will, or must be read with care."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.disclosure.changes import NOTICE_DAYS, announced, ends_term
from sitegen.disclosure.courses import (
    Course,
    Phase,
    decision_after_term,
    outlived_term,
    phase_at,
    state_at,
    term_at,
)
from sitegen.disclosure.events import REPEALS, EventKind
from sitegen.disclosure.phrases import Sentence, full_name, sentence
from sitegen.disclosure.sentences import over_words, paper_in, since_words
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.disclosure.states import NAMES, WORDINGS, Names, State

LASTING = "本地规定，期满不自动失效，由制定机关决定延续、废止或者宣布失效，公布以前仍然有效。"
"""What holds of a term that ends without ending its document (R57)."""


class Tone(StrEnum):
    """How a notice is framed: ended, about to change, or for information."""

    GONE = "gone"
    SOON = "soon"
    INFO = "info"


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """A notice. `days` is 90 or 30 for one that announces a change, else 0."""

    tone: Tone
    title: str
    phrases: Sentence
    days: int = 0


def headline(
    course: Course,
    as_of: date,
    courses: Mapping[str, Course],
    notice_days: tuple[int, ...] = NOTICE_DAYS,
    names: Names = NAMES,
) -> Headline | None:
    """Return the notice of the day `as_of`; None for a document in force that nothing is known to change."""
    phase = phase_at(course, as_of)
    if phase.state.ended:
        return _gone(course, phase, as_of, courses, names)
    coming = announced(course, as_of, notice_days)
    if coming is not None:
        return _soon(course, *coming, as_of, courses)
    if phase.state is State.IN_FORCE:
        return _outlived(course, as_of)
    return _info(course, phase, as_of, courses)


def current_successor(course: Course, as_of: date, courses: Mapping[str, Course]) -> Course | None:
    """Return the document that readers should use instead: what replaced it, and what replaced that.

    None where nothing did, or where the last in the line is not applied on the day `as_of`.
    """
    seen = {course.key}
    following: Course | None = course
    while following is not None and state_at(following, as_of) is State.REPEALED:
        cause = phase_at(following, as_of).cause
        following = courses.get(cause.actor) if cause and cause.kind is EventKind.REPLACE else None
        if following is not None and following.key in seen:
            return None
        if following is not None:
            seen.add(following.key)
    if following is None or following is course or not state_at(following, as_of).applies:
        return None
    return following


def _gone(
    course: Course, phase: Phase, as_of: date, courses: Mapping[str, Course], names: Names
) -> Headline:
    return Headline(
        tone=Tone.GONE,
        title=f"本文件{names[phase.state]}，不能再作为办事依据",
        phrases=sentence(*_ending(course, phase, as_of, courses), *_instead(course, phase, as_of, courses)),
    )


def _ending(course: Course, phase: Phase, as_of: date, courses: Mapping[str, Course]) -> Sentence:
    cause = phase.cause
    if cause is None or cause.kind is EventKind.EXPIRE:
        term = term_at(course, as_of)
        over = over_words(course.paper, term) if term else "有效期届满"
        return sentence(f"{over}，没有延续。")
    actor = full_name(paper_in(courses, cause.actor))
    verb = {EventKind.LAPSE: "宣布失效", EventKind.REPLACE: "替代"}.get(cause.kind, "废止")
    return sentence(f"{since_words(cause.on)}，被", actor, cause.by_provision, verb, "。")


def _instead(course: Course, phase: Phase, as_of: date, courses: Mapping[str, Course]) -> Sentence:
    successor = current_successor(course, as_of, courses)
    if successor is None:
        return ()
    if phase.cause is not None and phase.cause.actor == successor.key:
        return sentence("现在请看这个新文件。")
    return sentence("现在请看", full_name(successor.paper), "。")


def _soon(course: Course, coming: Phase, days: int, as_of: date, courses: Mapping[str, Course]) -> Headline:
    near = "即将" if days <= min(NOTICE_DAYS) else "将要"
    cause, day = coming.cause, since_words(coming.since)
    if ends_term(coming):
        term = term_at(course, as_of)
        until = f"{over_words(course.paper, term)}；" if term else ""
        return _headline_soon(f"本文件的有效期{near}届满", sentence(f"{until}{LASTING}"), days)
    if not coming.state.ended:
        return _headline_soon(f"本文件{near}施行", sentence(f"{day}施行，现在尚未施行。"), days)
    if cause is None or cause.kind is EventKind.EXPIRE:
        term = term_at(course, as_of)
        until = f"{over_words(course.paper, term)}；" if term else ""
        return _headline_soon(f"本文件的有效期{near}届满", sentence(f"{until}不延续的话，{day}失效。"), days)
    verb = "废止" if cause.kind in REPEALS else "宣布失效"
    by = sentence(f"{day}，由", full_name(paper_in(courses, cause.actor)), cause.by_provision, verb, "。")
    return _headline_soon(f"本文件{near}{WORDINGS[coming.state].turn}", by, days)


def _outlived(course: Course, as_of: date) -> Headline | None:
    """Return the notice of a document whose term is over, and which nobody renewed or ended so far (R57)."""
    term = outlived_term(course, as_of)
    if term is None or decision_after_term(course, as_of) is not None:
        return None
    return Headline(
        tone=Tone.INFO,
        title="本文件的有效期已经届满，制定机关尚未公布处理结果",
        phrases=sentence(f"{over_words(course.paper, term)}；{LASTING}"),
    )


def _headline_soon(title: str, phrases: Sentence, days: int) -> Headline:
    return Headline(tone=Tone.SOON, title=title, phrases=phrases, days=days)


def _info(course: Course, phase: Phase, as_of: date, courses: Mapping[str, Course]) -> Headline:
    titles = {
        State.NOT_YET_IN_FORCE: "本文件尚未施行",
        State.SUSPENDED: "本文件暂停执行",
        State.PARTLY_REPEALED: "本文件部分条款已经废止",
        State.AMENDED: "本文件已经修改，请以修改后的内容为准",
    }
    return Headline(
        tone=Tone.INFO,
        title=titles[phase.state],
        phrases=sentence(f"{state_sentence(course, as_of, courses)}。"),
    )
