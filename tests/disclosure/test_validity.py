"""The course of documents: scenarios written as text, and the questions asked of a course."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from validity_world import World, cases, day, world

from sitegen.diagnostics import Place, Span
from sitegen.disclosure.courses import Course, ended_on, next_change, phase_at, state_at, term_at
from sitegen.disclosure.events import EventKind, number_key
from sitegen.disclosure.from_records import acts_of, citations_of, paper_of
from sitegen.disclosure.states import STATE_OF_WORD, WORDINGS, State
from sitegen.disclosure.validity import validity_of
from sitegen.model.records import Document
from sitegen.model.values import Relation

CASES = cases()


def shown(course: Course) -> str:
    return ", ".join(
        f"{phase.since} {WORDINGS[phase.state].word}" if phase.since else WORDINGS[phase.state].word
        for phase in course.phases
    )


def ignored(course: Course) -> set[str]:
    return {f"{idle.act.actor} {idle.reason}" for idle in course.idle}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_course(case: World) -> None:
    courses = case.courses()
    for subject, expected in case.expected:
        key, relation = subject.split()
        if relation == "=":
            assert shown(courses[key]) == expected
    wanted = {(subject.split()[0], words) for subject, words in case.expected if subject.endswith("ignores")}
    assert {(key, words) for key, course in courses.items() for words in ignored(course)} == wanted


def test_every_state_has_words_and_words_are_distinct() -> None:
    assert set(WORDINGS) == set(State)
    assert len(STATE_OF_WORD) == len(State)
    assert {wording.national_word for wording in WORDINGS.values()} == {
        "有效",
        "已修改",
        "已废止",
        "尚未生效",
    }
    assert {wording.legal_force for wording in WORDINGS.values()} == {
        "InForce",
        "NotInForce",
        "PartiallyInForce",
    }


def test_no_state_both_applies_and_has_ended() -> None:
    assert not [state for state in State if state.applies and state.ended]


def test_questions_to_a_course() -> None:
    course = world(
        "A effective 2018-08-01 until 2023-07-31\nB effective 2023-07-01 until 2025-07-31\nB renew A"
    ).courses()["A"]
    assert state_at(course, day("2018-07-31")) is State.NOT_YET_IN_FORCE
    assert state_at(course, day("2018-08-01")) is State.IN_FORCE
    assert state_at(course, day("2025-08-01")) is State.LAPSED
    coming = next_change(course, day("2018-08-01"))
    assert coming is not None
    assert (coming.state, coming.since) == (State.LAPSED, day("2025-08-01"))
    assert next_change(course, day("2025-08-01")) is None
    assert ended_on(course) == day("2025-08-01")
    assert term_at(course, day("2023-06-30")) == day("2023-07-31")
    assert term_at(course, day("2023-07-01")) == day("2025-07-31")


def test_cause_names_the_document_that_acts() -> None:
    courses = world(
        "A effective 2018-08-01\nB effective 2020-01-01\nC effective 2020-01-01\nB repeal A\nC replace A by 第九条"
    ).courses()
    cause = phase_at(courses["A"], day("2020-01-01")).cause
    assert cause is not None
    assert (cause.kind, cause.actor, cause.by_provision) == (EventKind.REPLACE, "C", "第九条")
    assert cause.place == Place(path="content/C.md", span=Span(5, 1, 5, 5))


def test_what_concerns_an_article_is_no_cause_of_a_state() -> None:
    course = world(
        "A effective 2018-08-01 article 第九条 2020-05-01\nB effective 2020-02-01\nC effective 2020-02-01\n"
        "B suspend A\nC suspend A part 第五条\nB resume A on 2020-05-01"
    ).courses()["A"]
    causes = [(phase.state, phase.cause and (phase.cause.kind, phase.cause.actor)) for phase in course.phases]
    assert causes[2:] == [
        (State.SUSPENDED, (EventKind.SUSPEND, "B")),
        (State.IN_FORCE, (EventKind.RESUME, "B")),
    ]


def test_an_act_stated_twice_is_one_event() -> None:
    courses = world("A effective 2018-08-01\nB effective 2020-01-01\nB amend A\nB amend A").courses()
    assert [event.kind for event in courses["A"].events] == [EventKind.COMMENCE, EventKind.AMEND]


def test_what_follows_the_end_is_no_event() -> None:
    courses = world(
        "A effective 2018-08-01 until 2023-07-31 article 第九条 2021-01-01\nB effective 2020-01-01\nB repeal A"
    ).courses()
    assert [event.kind for event in courses["A"].events] == [EventKind.COMMENCE, EventKind.REPEAL]


def document(**values: object) -> Document:
    return Document(path="zhengce/a", kind="行政规范性文件", title="甲办法", **values)


def test_a_record_becomes_a_paper() -> None:
    record = document(
        document_number="青政规〔2023〕4号",
        issuing_bodies=("青岚区人民政府", "区民政局"),
        published_at=datetime(2023, 5, 11, 23, 30, tzinfo=UTC),
        valid_until=date(2028, 6, 30),
    )
    paper = paper_of(record)
    assert paper.key == "zhengce/a"
    assert paper.issuer == "青岚区人民政府"
    assert paper.published_on == date(2023, 5, 12)
    assert paper.place("valid_until") == Place(path="content/zhengce/a.md")


def test_relations_become_acts_and_citations() -> None:
    span = Span(9, 3, 9, 14)
    record = document(
        repeals=(Relation(target="青政规〔2018〕2号", span=span),),
        lapses=(Relation(target="青政规〔2017〕1号", span=span, provision="第三条"),),
        amends=(Relation(target="zhengce/b", span=span, provision="第五条", on=date(2024, 1, 1)),),
        based_on=(Relation(target="国发〔2014〕47号", span=span),),
    )
    acts = acts_of(record, lambda relation: number_key(relation.target))
    assert [(act.kind, act.target, act.provision, act.on) for act in acts] == [
        (EventKind.AMEND, "number:zhengce/b", "第五条", date(2024, 1, 1)),
        (EventKind.REPEAL, "number:青政规〔2018〕2号", "", None),
        (EventKind.PARTLY_REPEAL, "number:青政规〔2017〕1号", "第三条", None),
    ]
    assert {act.place for act in acts} == {Place(path="content/zhengce/a.md", span=span)}
    (citation,) = citations_of(record, lambda relation: relation.target)
    assert (citation.actor, citation.target) == ("zhengce/a", "国发〔2014〕47号")


def test_cited_papers_are_named_by_their_keys() -> None:
    courses = world(
        "B effective 2020-01-01\nB repeal number:青政办〔2001〕7号\nB repeal title:乙规定\nB repeal zhengce/丙"
    ).courses()
    assert courses["number:青政办〔2001〕7号"].paper.number == "青政办〔2001〕7号"
    assert courses["title:乙规定"].paper.title == "乙规定"
    assert courses["zhengce/丙"].paper.title == "zhengce/丙"
    assert courses["title:乙规定"].paper.place("title") is None


def test_no_papers_no_courses() -> None:
    assert validity_of((), ()) == {}
