"""Profiles build on one another: values are merged by rule, and every fault is told with its place."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.config import find_catalogues, read_catalogues, shipped
from sitegen.diagnostics import Diagnostic
from sitegen.model.local_rules import Answer, LastDay, Trust
from sitegen.model.profile import Profile

HEAD = "目录: 地方口径\n代码: ben\n名称: 本地口径\n沿用: default\n版本: '1'\n"


def read(tmp_path, name: str, **profiles: str) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    for file, text in profiles.items():
        path = tmp_path / "catalogs" / "profiles" / f"{file}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalogues, found = read_catalogues(find_catalogues(tmp_path), name)
    return catalogues.profile if catalogues is not None else None, found


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    return [
        f"{each.path.rpartition('/')[2]}:{each.span.line}:{each.span.column} {each.id} {each.message}"
        for each in found
    ]


@pytest.mark.parametrize(
    "name", sorted(file.stem for file in (shipped("catalogs") / "profiles").glob("*.yaml"))
)
def test_shipped_profile_is_complete(tmp_path, name):
    profile, found = read(tmp_path, name)
    assert found == ()
    assert profile.code == name
    assert profile.names[-1] == "default"


def test_default_values_have_their_types(tmp_path):
    profile, _ = read(tmp_path, "default")
    assert profile.term.longest.value == 5
    assert profile.term.required.value is Answer.NO
    assert profile.term.last_day.value is LastDay.DAY_BEFORE
    assert profile.interpretation.similarity.value == 0.6
    assert profile.annual_report.county.value == "02-20"
    assert profile.consultation.feedback_days is None
    assert profile.column_intervals.adopted is Answer.NO
    assert profile.column_intervals.value[0].days == 365


def test_province_says_only_what_differs(tmp_path):
    profile, _ = read(tmp_path, "shandong")
    assert profile.names == ("shandong", "default")
    assert profile.term.longest.allowed == (3, 5)
    assert profile.commencement.normative_documents.value == 30


def test_rule_with_a_value_is_taken_whole(tmp_path):
    """Neither source nor trust of the profile below stand for a value that it did not give."""
    own = HEAD + "有效期:\n  一般最长年限: {值: 8, 来源: 本地规定第五条, 可信度: ✔}\n"
    profile, found = read(tmp_path, "ben", ben=own)
    assert found == ()
    rule = profile.term.longest
    assert (rule.value, rule.source, rule.trust, rule.allowed) == (8, "本地规定第五条", Trust.READ, ())


def test_rule_without_a_value_keeps_the_rest(tmp_path):
    own = HEAD + "栏目更新期限: {采用: 是}\n有效期:\n  必须载明: {适用自: 2019-01-01}\n"
    profile, found = read(tmp_path, "ben", ben=own)
    assert found == ()
    assert profile.column_intervals.adopted is Answer.YES
    assert len(profile.column_intervals.value) == 4
    assert profile.term.required.since == date(2019, 1, 1)


def test_profiles_build_on_one_another(tmp_path):
    city = HEAD.replace("ben", "shi")
    county = HEAD.replace("default", "shi") + "长度:\n  内容概述字数上限: {值: 300, 来源: 本地, 可信度: ✎}\n"
    profile, found = read(tmp_path, "ben", ben=county, shi=city)
    assert found == ()
    assert profile.names == ("ben", "shi", "default")
    assert (profile.code, profile.length.summary.value) == ("ben", 300)


FAULTS = {
    "unknown group": (
        "有效其:\n  必须载明: {值: 是}\n",
        ["ben.yaml:6:1 SG612 地方口径里没有“有效其”这一项。"],
    ),
    "unknown rule": (
        "有效期:\n  最长年限: {值: 5, 来源: 本地, 可信度: ✔}\n",
        ["ben.yaml:7:3 SG612 地方口径里没有“最长年限”这一项。"],
    ),
    "unknown part of a rule": (
        "有效期:\n  必须载明: {值: 是, 来源: 本地, 可信度: ✔, 备注: 无}\n",
        ["ben.yaml:7:9 SG613 “有效期.必须载明”的写法不对：没有“备注”这一项。"],
    ),
    "value without origin": (
        "有效期:\n  必须载明: {值: 是}\n  届满日: {值: 同日, 来源: 民法典}\n",
        [
            "ben.yaml:7:9 SG614 “有效期.必须载明”没有写“来源”、“可信度”。",
            "ben.yaml:8:8 SG614 “有效期.届满日”没有写“可信度”。",
        ],
    ),
    "no whole number": (
        "有效期:\n  一般最长年限: {值: 五年, 来源: 本地, 可信度: ✔}\n",
        ["ben.yaml:7:15 SG613 “有效期.一般最长年限”的写法不对：这里应当是整数，写的是文字。"],
    ),
    "negative number": (
        "有效期:\n  一般最长年限: {值: -5, 来源: 本地, 可信度: ✔}\n",
        ["ben.yaml:7:15 SG613 “有效期.一般最长年限”的写法不对：这里应当是不小于0的整数。"],
    ),
    "neither yes nor no": (
        "有效期:\n  必须载明: {值: 需要, 来源: 本地, 可信度: ✔}\n",
        ["ben.yaml:7:13 SG613 “有效期.必须载明”的写法不对：不能写“需要”。"],
    ),
    "not among the choices": (
        "主题分类:\n  写法: {值: henan, 可选值: ['-', '|'], 来源: 本地, 可信度: ✔}\n",
        ["ben.yaml:7:11 SG613 “主题分类.写法”的写法不对：不能写“henan”。"],
    ),
    "unknown trust": (
        "有效期:\n  必须载明: {值: 是, 来源: 本地, 可信度: 高}\n",
        ["ben.yaml:7:29 SG613 “有效期.必须载明”的写法不对：不能写“高”。"],
    ),
    "value without a name": (
        "有效期:\n  必须载明: 是\n",
        ["ben.yaml:7:9 SG613 “有效期.必须载明”的写法不对：这里应当写值、来源和可信度。"],
    ),
    "rule in place of a group": (
        "有效期: 五年\n",
        ["ben.yaml:6:6 SG613 “有效期”的写法不对：这里应当是几个小项。"],
    ),
    "no day of the year": (
        "年报:\n  县级政府: {值: 2月20日, 来源: 本地, 可信度: ✔}\n",
        ["ben.yaml:7:13 SG613 “年报.县级政府”的写法不对：不合要求的格式。"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_fault_is_told_with_its_place(tmp_path, text, expected):
    profile, found = read(tmp_path, "ben", ben=HEAD + text)
    assert profile is None
    assert told(found) == expected


def test_known_rules_are_offered(tmp_path):
    _, found = read(tmp_path, "ben", ben=HEAD + "有效期:\n  必须写明: {值: 是, 来源: 本地, 可信度: ✔}\n")
    assert "必须载明" in found[0].help.partition("可以写")[0]


def test_ring_and_missing_parent(tmp_path):
    one, two = HEAD.replace("default", "er"), HEAD.replace("default", "ben")
    profile, found = read(tmp_path, "ben", ben=one, er=two)
    assert profile is None
    assert told(found) == ["er.yaml:4:5 SG615 沿用的口径“ben”绕了一圈又回到自己。"]
    _, found = read(tmp_path, "ben", ben=HEAD.replace("default", "moren"))
    assert told(found) == ["ben.yaml:4:5 SG615 沿用的口径“moren”不存在。"]


def test_profile_that_builds_on_none_must_be_complete(tmp_path):
    _, found = read(tmp_path, "ben", ben="代码: ben\n名称: 本地口径\n")
    assert told(found) == ["ben.yaml:1:1 SG616 地方口径不完整：缺少“有效期”。"]
