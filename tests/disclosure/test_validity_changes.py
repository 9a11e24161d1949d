"""Lists of changes, and the days on which pages change by themselves."""

from __future__ import annotations

from validity_world import day, world

from sitegen.disclosure.changes import (
    Cause,
    change_sentence,
    changes_between,
    effects_by_actor,
    turns_after,
)
from sitegen.disclosure.phrases import plain

DISTRICT = world("""
A written 2025-12-01 published 2025-12-03 effective 2026-04-10
B effective 2021-03-01
C effective 2024-05-01 until 2026-04-30
D effective 2020-01-01
E effective 2026-04-20 until 2026-06-30
A replace B
A amend D part 第三条
E suspend D
E continue C on 2026-04-25
""").courses()


def lines(start: str, end: str) -> list[str]:
    effects = effects_by_actor(DISTRICT.values())
    return [
        f"{change.on} {change.key} {change.before}→{change.after} "
        f"{plain(change_sentence(change, DISTRICT, effects))}"
        for change in changes_between(DISTRICT.values(), day(start), day(end))
    ]


def test_changes_of_a_quarter() -> None:
    assert lines("2026-04-01", "2026-06-30") == [
        "2026-04-10 A not_yet_in_force→in_force 开始施行，青政规〔2000〕66号同时废止",
        "2026-04-10 B in_force→repealed 由青政规〔2000〕65号替代",
        "2026-04-10 D in_force→amended 由青政规〔2000〕65号修改第三条",
        "2026-04-20 D amended→suspended 由青政规〔2000〕69号暂停执行",
        "2026-04-20 E not_yet_in_force→in_force 开始施行",
        "2026-04-25 C in_force→in_force 由青政规〔2000〕69号列为继续有效",
        "2026-05-01 C in_force→lapsed 期满失效",
    ]


def test_both_ends_of_the_span_are_included() -> None:
    assert len(lines("2026-04-10", "2026-04-20")) == 5
    assert lines("2026-04-11", "2026-04-19") == []


def test_pages_change_on_these_days() -> None:
    turns = turns_after(DISTRICT.values(), day("2026-03-16"))
    assert [f"{turn.on} {turn.key} {turn.cause} {turn.state} {turn.days}" for turn in turns] == [
        "2026-03-21 E notice in_force 30",
        "2026-04-01 C notice lapsed 30",
        "2026-04-10 A change in_force 0",
        "2026-04-10 B change repealed 0",
        "2026-04-10 D change amended 0",
        "2026-04-20 D change suspended 0",
        "2026-04-20 E change in_force 0",
        "2026-05-01 C change lapsed 0",
        "2026-06-01 E notice lapsed 30",
        "2026-07-01 D change amended 0",
        "2026-07-01 E change lapsed 0",
    ]


def test_a_notice_that_an_earlier_change_would_hide_is_no_turn() -> None:
    """E's end is less than ninety days off when E begins: until then the page announces the beginning."""
    turns = [turn for turn in turns_after(DISTRICT.values(), day("2025-12-31")) if turn.key == "E"]
    assert (day("2026-04-02"), 90) not in {
        (turn.on, turn.days) for turn in turns if turn.cause is Cause.NOTICE and turn.state == "lapsed"
    }


def test_nothing_changes_after_the_last_day() -> None:
    assert turns_after(DISTRICT.values(), day("2026-07-01")) == ()
