"""What a sort of finding weighs on a site, and in a draft."""

from __future__ import annotations

import pytest

from sitegen.diagnostics import Leeway, Severity
from sitegen.findings import FINDINGS
from tests.world import BASE, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
JUMP = "## 一、时间\n\n#### 1.开始\n\n文字。\n"
DEAD = "见[供暖方案](fangan.md)。\n"


def settings(text: str) -> dict[str, str]:
    return {"content/site.yaml": BASE["content/site.yaml"] + text}


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("检查: {SG221: 错误}", ["error"]),
        ("检查: {SG221: 提醒}", ["warning"]),
        ("检查: {SG221: 警告}", ["warning"]),
        ("检查: {标题跳级: 说明}", ["note"]),
        ("检查: {SG221: 提示}", ["note"]),
        ("checks: {SG221: 'off'}", []),
        ("检查: {SG221: 不查}", []),
    ],
)
def test_a_site_sets_what_a_rule_weighs(world, setting, expected):
    place = world({NOTICE: record(JUMP)} | settings(setting + "\n"))
    checked = place.check()
    assert [found.severity for found in checked.diagnostics] == expected
    assert (place.build().counts.written > 0) == ("error" not in expected)


@pytest.mark.parametrize("setting", ["SG304: 提醒", "SG304: 不查", "SG701: 提醒", "SG331: 说明", "SG102: 不查"])
def test_what_protects_readers_cannot_be_lowered(world, setting):
    place = world({NOTICE: record(DEAD)} | settings(f"检查: {{{setting}}}\n"))
    assert {found.id for found in place.check().diagnostics} == {"SG756", "SG304"}


def test_what_cannot_be_lowered_can_be_raised_or_left(world):
    place = world({NOTICE: record()} | settings("检查: {SG338: 错误, SG102: 错误}\n"))
    assert place.check().diagnostics == ()


@pytest.mark.parametrize("value", ["严重", "off2", "[错误]"])
def test_an_unknown_weight_is_an_error(world, value):
    place = world(settings(f"检查: {{SG221: {value}}}\n"))
    assert {found.id for found in place.check().diagnostics} <= {"SG185", "SG174"}
    assert place.check().diagnostics


def test_a_draft_may_be_incomplete(world):
    place = world({NOTICE: "---\n标题: 关于供暖的通知\n稿件状态: 草稿\n成文日期: 2026-13-01\n索引号:\n---\n\n" + DEAD})
    checked = place.check()
    assert {found.severity for found in checked.diagnostics} == {Severity.WARNING, Severity.NOTE}
    assert {"SG180", "SG172", "SG304"} <= {found.id for found in checked.diagnostics}
    assert place.build().counts.written > 0


def test_what_is_final_may_not(world):
    place = world({NOTICE: record(DEAD, 索引号="")})
    assert {found.severity for found in place.check().diagnostics} == {Severity.ERROR}


def test_an_id_number_may_not_even_lie_in_a_draft(world):
    place = world({NOTICE: record("身份证号 339901199904011206。\n", 稿件状态="草稿")})
    assert [(found.id, found.severity) for found in place.check().diagnostics] == [("SG701", Severity.ERROR)]


def test_the_attachments_of_a_draft_are_no_more_than_it(world):
    place = world({NOTICE: record("![](tu.png)\n", 稿件状态="草稿")} | settings("检查: {SG311: 错误}\n"))
    place.write({f"{NOTICE.removesuffix('.md')}/biao.txt": "x"})
    assert all(found.severity is not Severity.ERROR for found in place.check().diagnostics)


def test_what_must_never_happen_leaves_no_way_out():
    kinds = {kind.id: kind for kind in FINDINGS}
    vanished = [kinds[f"SG33{number}"] for number in range(1, 8)]
    assert {kind.allows for kind in vanished} == {Leeway.NONE}
    assert {kind.in_draft for kind in vanished} == {Severity.ERROR}
    assert {kinds[number].allows for number in ("SG251", "SG102", "SG130", "SG170", "SG321")} == {Leeway.NONE}
    personal = [kind for kind in FINDINGS if "SG700" <= kind.id < "SG750" and kind.severity is Severity.ERROR]
    assert personal
    assert {kind.allows for kind in personal} <= {Leeway.WAIVER, Leeway.NONE}
