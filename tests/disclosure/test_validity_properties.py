"""What holds of every course, whatever documents do to one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.disclosure.changes import announced, changes_between, turns_after
from sitegen.disclosure.contradictions import contradictions
from sitegen.disclosure.courses import Course, next_change, outlived_term, phase_at, state_at
from sitegen.disclosure.derivation import derivation
from sitegen.disclosure.enactment_note import enactment_note
from sitegen.disclosure.events import ACTS, Act, Citation, EventKind, Paper
from sitegen.disclosure.headline import headline
from sitegen.disclosure.rings import rings
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.disclosure.states import State
from sitegen.disclosure.validity import validity_of

START, SPAN = date(2020, 1, 1), 40
KEYS = "ABCDEF"
days = st.integers(0, SPAN).map(lambda passed: START + timedelta(days=passed))
some_day = st.none() | days
as_of_days = st.integers(-2, SPAN + 3).map(lambda passed: START + timedelta(days=passed))
DAYS = [START + timedelta(days=passed) for passed in range(-2, SPAN + 3)]


def paper(key: str) -> st.SearchStrategy[Paper]:
    return st.builds(
        Paper,
        key=st.just(key),
        source=st.just(f"content/{key}.md"),
        written_on=some_day,
        published_on=some_day,
        effective_on=some_day,
        valid_until=some_day,
        outlives_term=st.booleans(),
        asserted_state=st.sampled_from(["", "", "现行有效", "已废止"]),
    )


papers = st.tuples(*(paper(key) for key in KEYS))
keys = st.sampled_from([*KEYS, "number:青政发〔2001〕1号"])
kinds = st.sampled_from(sorted(ACTS))
parts = st.sampled_from(["", "", "第三条"])
acts = st.lists(
    st.builds(Act, kind=kinds, actor=keys, target=keys, on=some_day, provision=parts), max_size=14
)


def always(*worlds: st.SearchStrategy[object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a test in many worlds, however slow the machine is."""
    return lambda test: settings(deadline=None)(given(*worlds)(test))


@always(papers, acts, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    given_papers: tuple[Paper, ...], given_acts: list[Act], shuffler: Random
) -> None:
    mixed_papers, mixed_acts = list(given_papers), list(given_acts)
    shuffler.shuffle(mixed_papers)
    shuffler.shuffle(mixed_acts)
    assert validity_of(mixed_papers, mixed_acts) == validity_of(given_papers, given_acts)


@always(papers, acts)
def test_history_moves_forward(given_papers: tuple[Paper, ...], given_acts: list[Act]) -> None:
    for course in validity_of(given_papers, given_acts).values():
        first, *later = course.phases
        assert first.since is None
        assert all(phase.since is not None for phase in later)
        for before, after in pairwise(course.phases):
            assert before.since is None or before.since < after.since
            assert before.state is not after.state
            assert after.state is not State.NOT_YET_IN_FORCE
            assert not before.state.ended or (before.state, after.state) == (State.LAPSED, State.REPEALED)


@always(papers, acts)
def test_the_state_of_each_day_is_that_of_its_phase(
    given_papers: tuple[Paper, ...], given_acts: list[Act]
) -> None:
    for course in validity_of(given_papers, given_acts).values():
        for day in DAYS:
            begun = [phase for phase in course.phases if phase.since is None or phase.since <= day]
            coming = next_change(course, day)
            assert phase_at(course, day) is begun[-1]
            assert (coming is None) == (len(begun) == len(course.phases))
            assert coming is None or coming.since > day


@always(papers, acts)
def test_a_term_that_ends_nothing_changes_no_state(
    given_papers: tuple[Paper, ...], given_acts: list[Act]
) -> None:
    for course in validity_of(given_papers, given_acts).values():
        over = [event for event in course.events if event.kind is EventKind.TERM_END]
        expired = [event for event in course.events if event.kind is EventKind.EXPIRE]
        assert not (expired if course.paper.outlives_term else over)
        for event in over:
            assert event.on is not None
            assert all(phase.cause is not event for phase in course.phases)
            last = outlived_term(course, event.on)
            assert last is None or last < event.on
            assert last is not None or state_at(course, event.on).ended or _renewed_on(course, event.on)


def _renewed_on(course: Course, day: date) -> bool:
    return any(event.kind is EventKind.RENEW and event.on == day for event in course.events)


@always(papers, acts)
def test_repeals_work_from_the_actors_commencement_and_not_after_its_end(
    given_papers: tuple[Paper, ...], given_acts: list[Act]
) -> None:
    courses = validity_of(given_papers, given_acts)
    for course in courses.values():
        for event in course.events:
            actor = courses[event.actor]
            if event.kind not in ACTS or event.on is None:
                continue
            assert actor.paper.effective_on is None or event.on >= actor.paper.effective_on
            assert not state_at(actor, event.on - timedelta(days=1)).ended


@always(papers, acts)
def test_a_document_that_is_not_amended_is_not_called_so(
    given_papers: tuple[Paper, ...], given_acts: list[Act]
) -> None:
    amended = {act.target for act in given_acts if act.kind is EventKind.AMEND}
    repealed = {act.target for act in given_acts if act.kind in (EventKind.REPEAL, EventKind.REPLACE)}
    for key, course in validity_of(given_papers, given_acts).items():
        states = {phase.state for phase in course.phases}
        assert State.AMENDED not in states or key in amended
        assert State.REPEALED not in states or key in repealed


@always(papers, acts, as_of_days)
def test_every_state_can_be_explained(
    given_papers: tuple[Paper, ...], given_acts: list[Act], as_of: date
) -> None:
    courses = validity_of(given_papers, given_acts)
    for course in courses.values():
        assert state_sentence(course, as_of, courses)
        assert all(step.phrases for step in derivation(course, as_of, courses))
        assert state_at(course, as_of) is State.IN_FORCE or headline(course, as_of, courses) is not None
        note = enactment_note(course, as_of, courses)
        assert not note or (note[0][0], note[-1][-1]) == ("（", "）")


@always(papers, acts, as_of_days)
def test_pages_change_only_on_the_days_foretold(
    given_papers: tuple[Paper, ...], given_acts: list[Act], as_of: date
) -> None:
    courses = validity_of(given_papers, given_acts)
    turns = turns_after(courses.values(), as_of, (9, 3))
    foretold = {(turn.on, turn.key) for turn in turns}
    for course in courses.values():
        for before, after in pairwise(day for day in DAYS if day >= as_of):
            if (after, course.key) not in foretold:
                assert state_at(course, before) is state_at(course, after)
                assert announced(course, before, (9, 3)) == announced(course, after, (9, 3))


@always(papers, acts, days, days)
def test_changes_tell_every_change_of_state(
    given_papers: tuple[Paper, ...], given_acts: list[Act], start: date, end: date
) -> None:
    courses = validity_of(given_papers, given_acts)
    found = changes_between(courses.values(), start, end)
    assert all(start <= change.on <= end for change in found)
    told = {(change.key, change.on) for change in found if change.before is not change.after}
    turned = {
        (course.key, phase.since)
        for course in courses.values()
        for phase in course.phases
        if phase.since is not None and start <= phase.since <= end
    }
    assert told == turned


@always(papers, acts, as_of_days)
def test_contradictions_have_a_place_and_a_fixed_order(
    given_papers: tuple[Paper, ...], given_acts: list[Act], as_of: date
) -> None:
    courses = validity_of(given_papers, given_acts)
    citations = [Citation(actor=act.actor, target=act.target) for act in given_acts]
    found = contradictions(courses, given_acts, citations, as_of)
    assert found == contradictions(courses, reversed(given_acts), reversed(citations), as_of)
    assert all(finding.path and "{" not in finding.fault.message for finding in found)


@always(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=12))
def test_rings_are_what_can_be_reached_both_ways(edges: list[tuple[str, str]]) -> None:
    reach = {(start, end) for start, end in edges if start != end}
    for middle in KEYS:
        reach |= {(a, c) for a, b in reach for d, c in reach if b == d == middle}
    expected = {
        tuple(sorted(other for other in KEYS if other == node or {(node, other), (other, node)} <= reach))
        for node in KEYS
        if (node, node) in reach
    }
    assert set(rings(edges)) == expected


@always(papers, acts, keys, days, st.sampled_from([EventKind.REPEAL, EventKind.REPLACE, EventKind.LAPSE]))
def test_what_is_not_yet_in_force_ends_nothing(
    given_papers: tuple[Paper, ...], given_acts: list[Act], target: str, day: date, kind: EventKind
) -> None:
    """Until the acting paper commences, every paper is as if that paper did not act at all."""
    coming = Paper(key="Z", source="content/Z.md", effective_on=day)
    act = Act(kind=kind, actor="Z", target=target, on=None)
    before = validity_of((*given_papers, coming), given_acts)
    after = validity_of((*given_papers, coming), [*given_acts, act])
    for key, course in before.items():
        assert all(state_at(after[key], earlier) is state_at(course, earlier) for earlier in DAYS if earlier < day)


@always(papers, acts)
def test_what_had_no_effect_may_as_well_be_left_out(
    given_papers: tuple[Paper, ...], given_acts: list[Act]
) -> None:
    courses = validity_of(given_papers, given_acts)
    idle = {each.act for course in courses.values() for each in course.idle}
    without = validity_of(given_papers, [act for act in given_acts if act not in idle])
    for key, course in without.items():
        assert course.phases == courses[key].phases
        assert course.events == courses[key].events


@always(papers, acts)
def test_what_others_do_to_one_another_concerns_nobody_else(
    given_papers: tuple[Paper, ...], given_acts: list[Act]
) -> None:
    """A paper's course is the same in a world of those papers alone that acts join to it."""
    courses = validity_of(given_papers, given_acts)
    near = {"A"}
    for _ in given_acts:
        near |= {key for act in given_acts if {act.actor, act.target} & near for key in (act.actor, act.target)}
    alone = validity_of(
        [each for each in given_papers if each.key in near],
        [act for act in given_acts if act.actor in near],
    )
    assert {key: courses[key] for key in alone} == alone
