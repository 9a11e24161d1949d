"""A large column is judged while it is made: what is told, and what is written, is as if one came after the other."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sitegen import judging, left_behind
from sitegen.diagnostics import Kind
from sitegen.judging import Verdict, judged_meanwhile
from sitegen.stages.workers import Workers
from sitegen.stages.write import STAGING
from sitegen.stopwatch import Stopwatch
from tests.town import NOTICES, RULES, notice, rule
from tests.world import BASE, World, lines_of

WRONG = Kind(id="SG999", name="错", message="错。", why="错。", help="改。").found().at("content/site.yaml")


@pytest.fixture(autouse=True)
def _large(monkeypatch) -> None:
    """Take every column for a large one."""
    monkeypatch.setattr(judging, "MANY", 1)
    monkeypatch.setattr(left_behind, "MANY", 1)


def town(folder) -> World:
    files = {f"{NOTICES}/t{number:02}.md": notice(number) for number in range(1, 4)}
    return World(folder, {**BASE, **files})


def test_what_vanished_is_told_and_nothing_is_written(tmp_path):
    world = town(tmp_path)
    world.build(workers=2)
    before = world.tree()
    world.write({f"{NOTICES}/t03.md": notice(3, 标题="关于检查供水的通知")})
    world.remove(f"{NOTICES}/t02.md")
    refused = world.build(workers=2)
    assert lines_of(refused.diagnostics) == [f"{NOTICES}/t02.md SG331"]
    assert world.tree() == before
    assert not (tmp_path / "build" / STAGING).exists()


def test_what_the_rules_find_is_told_and_nothing_is_written(tmp_path):
    world = town(tmp_path)
    world.build(workers=2)
    before = world.tree()
    world.write({f"{RULES}/g01.md": rule(1, 文号="青政规[2006]1号", 补录="是")})
    told = lines_of(world.build(workers=2).diagnostics)
    assert [line.rpartition(" ")[2] for line in told] == ["SG324"]
    assert told == lines_of(world.check().diagnostics)
    assert world.tree() == before


def test_the_laps_of_a_copy_are_told():
    watch = Stopwatch(time.perf_counter, lambda _: None)
    verdict, made = judged_meanwhile(judge_with(), lambda _: "made", Workers(2), watch)
    assert (verdict.refuses, made) == (False, "made")
    assert [lap.stage for lap in watch.laps] == ["rules"]


def judge_with(*found) -> Callable[[Stopwatch], Verdict]:
    def judge(watch: Stopwatch) -> Verdict:
        with watch.stage("rules"):
            return Verdict(diagnostics=tuple(found))

    return judge


def failing(_verdict: Callable[[], Verdict]) -> str:
    raise ZeroDivisionError


@pytest.mark.parametrize("workers", [1, 2])
def test_a_column_that_is_refused_need_not_be_one_that_can_be_made(workers):
    watch = Stopwatch(time.perf_counter, lambda _: None)
    verdict, made = judged_meanwhile(judge_with(WRONG), failing, Workers(workers), watch)
    assert (verdict.found, made) == ((WRONG,), None)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_is_a_failure_where_nothing_is_wrong_with_the_column(workers):
    watch = Stopwatch(time.perf_counter, lambda _: None)
    with pytest.raises(ZeroDivisionError):
        judged_meanwhile(judge_with(), failing, Workers(workers), watch)
