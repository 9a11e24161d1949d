"""Layout, themes, genres, column types and channels hold together (R4, R21–R23, R76, R77, R89, R96)."""

from __future__ import annotations

import re
from typing import Any

import yaml

Lists = dict[str, dict[str, Any]]
FOLDER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MARKS = {"✔", "◐", "✎"}


def _unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


def _sections(layout: dict[str, Any]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = layout["部分"]
    return parts + [child for part in parts for child in part.get("子栏目", [])]


def _statutory(layout: dict[str, Any]) -> list[dict[str, Any]]:
    common: list[dict[str, Any]] = layout["第二十条"]
    return common + [item for addition in layout["第二十一条"] for item in addition["事项"]]


def test_all_lists_are_there(lists: Lists) -> None:
    assert set(lists) == {"layout", "themes", "genres", "column-types", "channels", "item-words", "traditional"}


def test_no_file_names_a_host(texts: dict[str, str]) -> None:
    host = re.compile(r"https?:|www\.|\.gov\.|\.cn\b|\.com\b|\.net\b|\.org\b|github", re.IGNORECASE)
    assert [(name, m.group()) for name, text in texts.items() for m in host.finditer(text)] == []


def test_no_file_uses_what_the_program_refuses_in_yaml(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        tokens = list(yaml.scan(text, Loader=yaml.SafeLoader))
        refused = (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken, yaml.DocumentStartToken)
        assert not [token.start_mark.line + 1 for token in tokens if isinstance(token, refused)], name
        assert "\t" not in text


def test_the_column_has_its_statutory_name(lists: Lists) -> None:
    assert lists["layout"]["专栏名称"] == "政府信息公开"


def test_parts_stand_in_the_official_order(lists: Lists) -> None:
    parts = sorted(lists["layout"]["部分"], key=lambda part: int(part["次序"]))
    required = [part for part in parts if part["必设"] == "是"]
    assert [p["代码"] for p in required if "2019" in p["版式"]] == ["zhinan", "zhidu", "fdzdgknr", "nianbao"]
    assert [p["代码"] for p in required if "2021" in p["版式"]] == [p["代码"] for p in required]
    assert required[0]["代码"] == "zhengce"
    assert parts[-1]["代码"] == "yishenqing"


def test_layout_variants_are_declared(lists: Lists) -> None:
    layout = lists["layout"]
    declared = {variant["代码"] for variant in layout["版式"]}
    assert layout["默认版式"] in declared
    assert {code for part in layout["部分"] for code in part["版式"]} == declared


def test_article_20_has_its_fifteen_items(lists: Lists) -> None:
    assert [item["代码"] for item in lists["layout"]["第二十条"]] == [f"a20-{n:02d}" for n in range(1, 16)]
    assert all(item["内容"] and item["简称"] for item in lists["layout"]["第二十条"])


def test_article_21_adds_seven_and_eight(lists: Lists) -> None:
    county, town = lists["layout"]["第二十一条"]
    assert [item["代码"] for item in county["事项"]] == [f"a21-county-{n:02d}" for n in range(1, 8)]
    assert [item["代码"] for item in town["事项"]] == [f"a21-town-{n:02d}" for n in range(1, 9)]
    assert (county["适用层级"], town["适用层级"]) == (["市级", "县级"], ["乡级"])


def test_codes_and_folders_of_the_layout_are_unique(lists: Lists) -> None:
    layout = lists["layout"]
    everything = _sections(layout) + _statutory(layout)
    assert _unique([entry["代码"] for entry in everything])
    assert all(FOLDER.fullmatch(entry["文件夹"]) for entry in everything)
    children = {part["代码"]: part.get("子栏目", []) for part in layout["部分"]}
    children["fdzdgknr"] = children["fdzdgknr"] + _statutory(layout)
    groups = [layout["部分"], *children.values()]
    assert all(_unique([entry["文件夹"] for entry in group]) for group in groups)


def test_layout_uses_known_column_types(lists: Lists) -> None:
    known = {entry["名称"] for entry in lists["column-types"]["栏目类型"]}
    layout = lists["layout"]
    assert {entry["栏目类型"] for entry in _sections(layout) + _statutory(layout)} <= known


def test_there_are_22_themes_with_stable_codes(lists: Lists) -> None:
    themes = lists["themes"]["主题"]
    assert [theme["代码"] for theme in themes] == [f"{n:02d}" for n in range(1, 23)]
    children = [child for theme in themes for child in theme.get("二级", [])]
    assert _unique([child["代码"] for child in children])
    assert all(child["代码"].startswith(theme["代码"]) for theme in themes for child in theme.get("二级", []))
    assert all(_unique([child["名称"] for child in theme.get("二级", [])]) for theme in themes)


def test_theme_names_that_contain_a_comma_stay_whole(lists: Lists) -> None:
    names = {child["名称"] for theme in lists["themes"]["主题"] for child in theme.get("二级", [])}
    assert {"畜牧业、渔业", "参事、文史", "气象、水文、测绘、地震", "国际条约、国际组织"} <= names


def test_a_theme_name_never_holds_a_separator(lists: Lists) -> None:
    themes = lists["themes"]["主题"]
    entries = themes + [child for theme in themes for child in theme.get("二级", [])]
    names = [entry["名称"] for entry in entries]
    assert not [name for name in names if any(mark in name for mark in lists["themes"]["分隔符"])]


def test_genres_hold_the_fifteen_kinds_of_official_document(lists: Lists) -> None:
    genres = lists["genres"]["体裁"]
    official = [genre["名称"] for genre in genres if genre["类别"] == "公文文种"]
    assert (
        "、".join(official)
        == "决议、决定、命令、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要"
    )
    assert {"政府令", "公示", "办法", "规定", "细则"} <= {genre["名称"] for genre in genres}
    assert _unique([genre["代码"] for genre in genres])
    assert _unique([name for genre in genres for name in [genre["名称"], *genre.get("别名", [])]])


def test_channels_are_the_thirteen_of_the_official_table(lists: Lists) -> None:
    channels = lists["channels"]["渠道"]
    assert len(channels) == 13
    assert channels[0]["名称"] == "政府网站"
    assert channels[-1]["名称"] == "其他"
    assert _unique([name for channel in channels for name in [channel["名称"], *channel.get("别名", [])]])
    assert not set(lists["channels"]["勾选符号"]) & set(lists["channels"]["未选符号"])


def test_every_list_names_its_source_and_trust(lists: Lists) -> None:
    marks = [value for data in lists.values() for value in _marks(data)]
    assert marks
    assert set(marks) <= MARKS


def _marks(data: Any) -> list[str]:
    if isinstance(data, dict):
        own = [value for key, value in data.items() if key.endswith("可信度")]
        return own + [mark for value in data.values() for mark in _marks(value)]
    return [mark for value in data for mark in _marks(value)] if isinstance(data, list) else []
