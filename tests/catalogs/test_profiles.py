"""Local profiles: every value carries source and trust, provinces only say what differs (R48–R137)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

Files = dict[str, dict[str, Any]]
FACTS = {"目录", "代码", "名称", "沿用", "版本"}


def _entries(data: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every value record (a mapping with 值) with its path."""
    if isinstance(data, dict):
        if "值" in data:
            yield path, data
        for key, value in data.items():
            yield from _entries(value, f"{path}.{key}".strip(".")) if isinstance(value, dict) else ()


def _rules(profile: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return dict(_entries({key: value for key, value in profile.items() if key not in FACTS}))


def test_the_provinces_are_there_and_build_on_the_default(profiles: Files) -> None:
    assert {"default", "shandong", "guangdong", "jiangsu"} <= set(profiles)
    assert all(profile["代码"] == code for code, profile in profiles.items())
    assert {profile["沿用"] for code, profile in profiles.items() if code != "default"} == {"default"}


def test_every_value_names_its_source_and_trust(profiles: Files) -> None:
    for code, profile in profiles.items():
        rules = _rules(profile)
        assert rules, code
        for path, rule in rules.items():
            assert rule.get("来源"), f"{code}: {path}"
            assert rule.get("可信度") in {"✔", "◐", "✎"}, f"{code}: {path}"


def test_a_province_overrides_only_known_rules(profiles: Files) -> None:
    known = set(_rules(profiles["default"]))
    words = re.compile(r"效力用词\.")
    for code, profile in profiles.items():
        unknown = {path for path in _rules(profile) if path not in known and not words.match(path)}
        assert unknown == set(), code


def test_choices_are_among_the_possible_values(profiles: Files) -> None:
    default = _rules(profiles["default"])
    for profile in profiles.values():
        for path, rule in _rules(profile).items():
            choices = default.get(path, {}).get("可选值")
            assert choices is None or rule["值"] in choices, path


def test_numbers_are_numbers(profiles: Files) -> None:
    counted = re.compile(r"(年限|月数|天数|工作日|字数上限|个数|小时|扣分|合格线|加分线|加分上限|条数)$")
    for profile in profiles.values():
        for path, rule in _rules(profile).items():
            assert not counted.search(path) or re.fullmatch(r"\d+", rule["值"]), path


def test_annual_report_dates_are_dates(profiles: Files) -> None:
    report = profiles["default"]["年报"]
    levels = ("数据截止", "部门和乡镇", "县级政府", "地市级政府", "省级政府和垂直系统")
    dates = [date.fromisoformat(f"2024-{report[level]['值']}") for level in levels]
    assert [(day.month, day.day) for day in dates] == [(12, 31), (1, 31), (2, 20), (3, 10), (3, 31)]


def test_number_patterns_match_their_own_samples(profiles: Files) -> None:
    for profile in profiles.values():
        for rule in _rules(profile).values():
            if "示例" not in rule:
                continue
            patterns = rule["值"] if isinstance(rule["值"], list) else [rule["值"]]
            samples = rule["示例"] if isinstance(rule["示例"], list) else [rule["示例"]]
            assert [s for s in samples if not any(re.fullmatch(pattern, s) for pattern in patterns)] == []


def test_header_cards(profiles: Files) -> None:
    for profile in profiles.values():
        if (card := profile.get("信息卡片")) is None:
            continue
        fields = card["字段"]["值"]
        assert len(fields) == len(set(fields)) == 8
        assert {"索引号", "标题", "成文日期", "发布日期"} <= set(fields)
        assert set(card["字段"].get("显示名", {})) <= set(fields)


def test_freshness_names_known_items_and_domains(profiles: Files, lists: Files, domains: Files) -> None:
    items = {item["代码"] for item in lists["layout"]["第二十条"]}
    names = {domain["领域"]["名称"] for domain in domains.values()}
    rows = profiles["default"]["栏目更新期限"]["值"]
    assert [int(row["天数"]) for row in rows] == [365, 180, 90, 60]
    assert {code for row in rows for code in row["事项"]} <= items
    assert {name for row in rows for name in row.get("领域", [])} <= names
