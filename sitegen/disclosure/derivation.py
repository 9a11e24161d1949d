"""Why a document has its state: the numbered steps that a badge opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from sitegen.diagnostics import Place
from sitegen.disclosure.courses import (
    Course,
    decision_after_term,
    events_until,
    next_change,
    outlived_term,
    phase_at,
    term_at,
)
from sitegen.disclosure.events import ACTS, ENDINGS, EventKind, Paper, day_after
from sitegen.disclosure.phrases import Sentence, chinese_date, sentence
from sitegen.disclosure.sentences import act_sentence, idle_sentence, paper_in, passive, since_words
from sitegen.disclosure.states import NAMES, Names, State

CHANGES = frozenset({EventKind.AMEND, EventKind.PARTLY_REPEAL, *ENDINGS})
"""What changes a text or ends it."""

TERM_ENDINGS = frozenset({EventKind.EXPIRE, EventKind.TERM_END})


class DerivationStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step. `rule` is the rule that it applies (R59), `actor` the key of the acting paper.

    `place` is the file, line and column that say so; the last step is the conclusion.
    """

    phrases: Sentence
    rule: str
    on: date | None = None
    kind: EventKind | None = None
    actor: str = ""
    provision: str = ""
    place: Place | None = None


REMARKS: dict[State, str] = {
    State.AMENDED: "，修改后的内容现行有效",
    State.PARTLY_REPEALED: "，其余条款现行有效",
    State.REPEALED: "。此前发生的事项，仍可能适用本文件",
    State.LAPSED: "。此前发生的事项，仍可能适用本文件",
}
"""What a conclusion adds to the word for the state."""

RULES: dict[EventKind, str] = {
    EventKind.AMEND: "R56",
    EventKind.PARTLY_REPEAL: "R56",
    EventKind.REPEAL: "R55",
    EventKind.REPLACE: "R55",
    EventKind.RENEW: "R60",
    EventKind.LAPSE: "R65",
    EventKind.CONTINUE: "R65",
    EventKind.SUSPEND: "R54",
    EventKind.RESUME: "R54",
    EventKind.LIFT: "R54",
}


def derivation(
    course: Course, as_of: date, courses: Mapping[str, Course], names: Names = NAMES
) -> tuple[DerivationStep, ...]:
    """Return the steps that lead to the state on the day `as_of`; `courses` and `names` name papers and states."""
    return (
        _commencement(course, as_of),
        *_later_articles(course, as_of),
        *_term(course, as_of),
        *_acts(course, as_of, courses),
        *_idle(course, as_of, courses),
        _conclusion(course, as_of, courses, names),
    )


def _commencement(course: Course, as_of: date) -> DerivationStep:
    paper = course.paper
    attribute = _date_used(paper)
    return DerivationStep(
        phrases=sentence(_commences(paper, as_of)),
        rule="R54",
        on=paper.commences_on,
        kind=EventKind.COMMENCE,
        place=paper.place(attribute) if attribute else None,
    )


def _date_used(paper: Paper) -> str:
    """Return the attribute that gives the commencement."""
    if paper.effective_on:
        return "effective_on"
    if paper.published_on and paper.commences_on == paper.published_on:
        return "published_at"
    return "written_on" if paper.written_on else ""


def _commences(paper: Paper, as_of: date) -> str:
    published = f"{chinese_date(paper.published_on)}公布" if paper.published_on else ""
    start = paper.commences_on
    if start is None:
        return "没有施行日期的记录，视为已经施行。"
    reached = "施行日期已到" if start <= as_of else "施行日期未到"
    if paper.effective_on:
        return f"{published}{'；' if published else ''}自{chinese_date(start)}起施行，{reached}。"
    if start == paper.published_on:
        return f"{published}，没有写明施行日期，从公布之日起施行，{reached}。"
    return f"没有写明施行日期，从成文之日起施行（{chinese_date(start)}），{reached}。"


def _later_articles(course: Course, as_of: date) -> Iterator[DerivationStep]:
    for each in course.paper.commencements:
        reached = "已经施行" if each.on <= as_of else "尚未施行"
        yield DerivationStep(
            phrases=sentence(f"其中{each.provision}自{chinese_date(each.on)}起施行，{reached}。"),
            rule="R54",
            on=each.on,
            kind=EventKind.COMMENCE,
            provision=each.provision,
            place=course.paper.place("effective_on"),
        )


def _term(course: Course, as_of: date) -> Iterator[DerivationStep]:
    term = term_at(course, as_of)
    if term is None:
        return
    paper = course.paper
    local = paper.outlives_term or paper.presumed_years > 0
    lasting = ""
    if paper.outlives_term:
        lasting = "；期满也不自动失效" if paper.presumed_years else "；本地规定，有效期届满不自动失效"
    yield DerivationStep(
        phrases=sentence(f"{_term_words(paper, term)}，{_term_reached(course, as_of, term)}{lasting}。"),
        rule="R57" if local else "R59",
        on=day_after(term),
        kind=EventKind.TERM_END if paper.outlives_term else EventKind.EXPIRE,
        place=paper.place("effective_on" if paper.presumed_years else "valid_until"),
    )


def _term_words(paper: Paper, term: date) -> str:
    """Return how long the term is, and where that comes from."""
    first, last = paper.valid_until, chinese_date(term)
    if paper.presumed_years and first is not None:
        reckoned = f"没有写明有效期，本地规定按{paper.presumed_years}年计算，到{chinese_date(first)}"
        return reckoned if first == term else f"{reckoned}，后来延续到{last}"
    if first is not None and first != term:
        return f"有效期原来到{chinese_date(first)}，后来延续到{last}"
    return f"有效期至{last}"


def _term_reached(course: Course, as_of: date, term: date) -> str:
    if term < as_of and all(event.kind not in TERM_ENDINGS for event in course.events):
        return "届满之前已经终止"
    return "已经届满" if term < as_of else "尚未届满"


def _acts(course: Course, as_of: date, courses: Mapping[str, Course]) -> Iterator[DerivationStep]:
    others = ACTS | {EventKind.LIFT}
    acts = [event for event in events_until(course, as_of) if event.kind in others]
    if not any(event.kind in CHANGES for event in acts):
        yield DerivationStep(phrases=sentence("没有文件废止或者修改它。"), rule="R55")
    for event in acts:
        yield DerivationStep(
            phrases=act_sentence(event, paper_in(courses, event.actor)),
            rule=RULES[event.kind],
            on=event.on,
            kind=event.kind,
            actor=event.actor,
            provision=event.provision,
            place=event.place,
        )


def _idle(course: Course, as_of: date, courses: Mapping[str, Course]) -> Iterator[DerivationStep]:
    for idle in course.idle:
        if idle.on is None or idle.on <= as_of:
            yield DerivationStep(
                phrases=idle_sentence(idle, paper_in(courses, idle.act.actor)),
                rule="R55",
                on=idle.on,
                kind=idle.act.kind,
                actor=idle.act.actor,
                provision=idle.act.provision,
                place=idle.act.place,
            )


def _conclusion(
    course: Course, as_of: date, courses: Mapping[str, Course], names: Names
) -> DerivationStep:
    phase = phase_at(course, as_of)
    since = since_words(phase.since) if phase.since and not phase.state.applies else ""
    words = f"所以{since}{names[phase.state]}{REMARKS.get(phase.state, '')}。"
    return DerivationStep(
        phrases=sentence(words, *_outlook(course, as_of, courses, names)),
        rule="R53",
        on=phase.since,
    )


def _outlook(course: Course, as_of: date, courses: Mapping[str, Course], names: Names) -> Sentence:
    """Return what is to come, as far as is known."""
    coming = next_change(course, as_of)
    if coming is None or coming.since is None:
        return sentence(_undecided(course, as_of))
    day, cause = chinese_date(coming.since), coming.cause
    begins = phase_at(course, as_of).state is State.NOT_YET_IN_FORCE and coming.state.applies
    if begins or cause is None:
        return sentence(f"{day}起施行。")
    if cause.kind is EventKind.LIFT:
        return sentence(f"{day}起恢复执行。")
    if cause.kind is EventKind.EXPIRE:
        return sentence(f"不延续的话，{day}起为{names[coming.state]}。")
    return sentence(f"{day}起", *passive(cause, paper_in(courses, cause.actor)), "。")


def _undecided(course: Course, as_of: date) -> str:
    """Return what holds once a term is over that ends nothing by itself (R57); empty for any other document."""
    term = term_at(course, as_of)
    if term is None or not course.paper.outlives_term or phase_at(course, as_of).state.ended:
        return ""
    if outlived_term(course, as_of) is None:
        return f"有效期到{chinese_date(term)}届满，届满以后由制定机关决定延续、废止或者宣布失效，公布以前仍然有效。"
    if decision_after_term(course, as_of) is not None:
        return ""
    return "有效期已经届满，制定机关公布延续、废止或者宣布失效以前，仍然有效。"
