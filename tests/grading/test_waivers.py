"""不查: what a file lets pass, how much of it, and what is said where a waiver is wrong."""

from __future__ import annotations

import pytest

from sitegen.grading.passed import Passing
from tests.world import lines_of, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
DEAD = "见[供暖方案](fangan.md)。\n"
SIGNED = "姓名: 沈望川, 日期: 2026-11-20"
ID_NUMBER = "身份证号 339901199904011206。\n"


def waiver(rule: str, more: str = "") -> str:
    return f"[{{规则: {rule}, 理由: 附件下周才公开{', ' + more if more else ''}}}]"


def test_a_waived_finding_does_not_count_and_is_told_with_its_reason(world):
    place = world({NOTICE: record(DEAD, 不查=waiver("SG304", SIGNED))})
    checked = place.check()
    assert checked.diagnostics == ()
    (passed,) = checked.aside.passed
    assert (passed.found.id, passed.by, passed.reason, passed.name, str(passed.on)) == (
        "SG304", Passing.WAIVED, "附件下周才公开", "沈望川", "2026-11-20",
    )  # fmt: skip
    assert not passed.is_personal
    assert place.build().counts.written > 0
    assert place.build().aside == checked.aside, "a build with nothing to do tells the same"


@pytest.mark.parametrize("rule", ["SG221", "sg221", "221", "'221'", "标题跳级"])
def test_a_rule_has_several_names(world, rule):
    place = world({NOTICE: record("## 一、时间\n\n#### 1.开始\n\n文字。\n", 不查=waiver(rule))})
    assert place.check().diagnostics == ()


def test_reminders_pass_without_a_name_and_in_any_number(world):
    text = "## 一、时间\n\n#### 1.开始\n\n## 二、地点\n\n#### 2.城区\n\n文字。\n"
    place = world({NOTICE: record(text, 不查=waiver("SG221"))})
    checked = place.check()
    assert checked.diagnostics == ()
    assert len(checked.aside.passed) == 2


CASES = [
    ("an error needs a name", DEAD, waiver("SG304"), {"SG304", "SG752"}),
    ("and a day", DEAD, waiver("SG304", "姓名: 沈望川"), {"SG304", "SG752"}),
    ("not one to come", DEAD, waiver("SG304", "姓名: 沈望川, 日期: 2026-11-21"), {"SG304", "SG753"}),
    ("an unknown rule", DEAD, waiver("SG999", SIGNED), {"SG304", "SG750"}),
    ("what nobody may let pass", DEAD, waiver("SG141", SIGNED), {"SG304", "SG751"}),
    ("another rule", DEAD, waiver("SG221"), {"SG304", "SG754"}),
    ("two where one is let pass", DEAD + "\n" + DEAD, waiver("SG304", SIGNED), {"SG304", "SG755"}),
    ("two where two are", DEAD + "\n" + DEAD, waiver("SG304", f"{SIGNED}, 处数: 2"), set()),
    ("no reason", DEAD, "[{规则: SG304}]", {"SG304", "SG196"}),
    ("a word that is none", DEAD, "[{规则: SG304, 理由: 误报}]", {"SG304", "SG178"}),
    ("personal data without a name", ID_NUMBER, waiver("SG701"), {"SG701", "SG752"}),
    ("personal data", ID_NUMBER, waiver("SG701", SIGNED), set()),
]


@pytest.mark.parametrize(("text", "given", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_what_holds_and_what_does_not(world, text, given, expected):
    assert {each.id for each in world({NOTICE: record(text, 不查=given)}).check().diagnostics} == expected


def test_personal_data_that_pass_are_marked(world):
    checked = world({NOTICE: record(ID_NUMBER, 不查=waiver("SG701", SIGNED))}).check()
    assert [passed.is_personal for passed in checked.aside.passed] == [True]


def test_two_waivers_of_one_rule_cover_two_findings(world):
    one = f"{{规则: SG304, 理由: 方案下周公开, {SIGNED}}}"
    two = f"{{规则: SG304, 理由: 表格下周公开, {SIGNED}}}"
    place = world({NOTICE: record(DEAD + "\n" + DEAD, 不查=f"[{one}, {two}]")})
    checked = place.check()
    assert checked.diagnostics == ()
    assert [passed.reason for passed in checked.aside.passed] == ["方案下周公开", "表格下周公开"]


def test_a_waiver_holds_for_the_attachments_of_its_record_and_for_no_other_file(world):
    folder = NOTICE.removesuffix(".md")
    other = NOTICE.replace("gongnuan", "gongshui")
    place = world({
        NOTICE: record(不查=waiver("SG311")),
        f"{folder}/biao.txt": "x",
        other: record(标题="关于供水的通知"),
        f"{other.removesuffix('.md')}/biao.txt": "x",
    })  # fmt: skip
    assert lines_of(place.check().diagnostics) == [f"{other.removesuffix('.md')}/biao.txt SG311"]


def test_columns_and_bodies_have_waivers_of_their_own(world):
    wrong = "标题: 通知公告\n收录: [政府信息]\n领域: [没有的领域]\n"
    column = "content/fdzdgknr/tongzhi/_column.yaml"
    place = world({column: wrong})
    assert lines_of(place.check().diagnostics) == [f"{column} SG606"]
    place.write({column: f"{wrong}不查: {waiver('SG606', SIGNED)}\n"})
    assert place.check().diagnostics == ()
