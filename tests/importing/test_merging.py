"""A second import: codes stay, items that are gone are retired, what was written by hand is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec
import pytest

from sitegen.importing.catalogue_file import catalogue_text, items_of, read_catalogue
from sitegen.importing.imported import Given, Known, Wishes, import_tables
from sitegen.model.catalogues import Domain
from tests.importing.cases import WORDS
from tests.importing.make_files import csv

DAY = date(2026, 11, 20)
HEAD = "| 一级事项 | 二级事项 | 公开内容 |"
SHIPPED = {"领域": {"编号": "27", "代码": "lvyou", "名称": "旅游", "标题": "旅游目录"}}


def known(catalogue: Mapping[str, object], *, own: bool) -> Known:
    return Known(
        number=27,
        code="lvyou",
        title="旅游",
        full_title="旅游目录",
        file="domains/27-lvyou.yaml",
        catalogue=catalogue,
        own=own,
    )


def imported(
    rows: str, base: Known, *, used: str = "", day: date = DAY, **wishes: str
) -> tuple[str, list[str]]:
    """Return the text of the new file and the messages; `rows` are lines such as 投诉/电话/内容."""
    lines = [HEAD, *(f"| {' | '.join(line.split('/'))} |" for line in rows.split())]
    given = [Given(name="旅游.csv", data=csv(lines))]
    written, found = import_tables(
        given, [base], WORDS, Wishes(domain="旅游", **wishes), frozenset(used.split()), day
    )
    messages = [each.message for each in found if each.id not in ("SG647",)]
    return written[0].text, messages


def codes(text: str) -> list[str]:
    """Return the codes of a file in their order, retired ones with their day."""
    items = items_of(read_catalogue(text.encode()))
    return [" ".join(filter(None, (item["代码"], item.get("停用")))) for item in items]


def own(text: str) -> Known:
    return known(read_catalogue(text.encode()), own=True)


FIRST, _ = imported("投诉/电话/号码 投诉/结果/处理结果；统计 检查/计划/年度计划", known({}, own=False))


def test_codes_are_made_of_names():
    assert codes(FIRST) == ["旅游/投诉/电话", "旅游/投诉/结果", "旅游/检查/计划"]


@pytest.mark.parametrize("day", [DAY, date(2030, 1, 1)])
def test_the_same_tables_give_the_same_bytes(day):
    second, said = imported("投诉/电话/号码 投诉/结果/处理结果；统计 检查/计划/年度计划", own(FIRST), day=day)
    assert second == FIRST
    assert said == []


def test_what_is_gone_is_retired_once_and_never_deleted():
    second, said = imported("投诉/电话/号码", own(FIRST))
    assert codes(second) == ["旅游/投诉/电话", "旅游/投诉/结果 2026-11-20", "旅游/检查/计划 2026-11-20"]
    assert said == [
        "表里没有了 2 个事项，目录文件里写了“停用: 2026-11-20”，没有删除：“旅游/投诉/结果”、“旅游/检查/计划”。"
    ]
    third, said = imported("投诉/电话/号码", own(second), day=date(2027, 1, 1))
    assert third == second
    assert said == []


def test_what_comes_back_has_its_old_code():
    second, _ = imported("投诉/电话/号码", own(FIRST))
    third, _ = imported("投诉/电话/号码 检查/计划/年度计划", own(second))
    assert codes(third) == ["旅游/投诉/电话", "旅游/检查/计划", "旅游/投诉/结果 2026-11-20"]


def test_what_is_moved_keeps_its_code():
    second, said = imported("投诉/电话/号码 监督/结果/处理结果；通报 检查/计划/年度计划", own(FIRST))
    assert codes(second) == ["旅游/投诉/电话", "旅游/投诉/结果", "旅游/检查/计划"]
    assert said == ["“结果”原来在“投诉”，现在在“监督”，代码仍是“旅游/投诉/结果”。"]
    third, said = imported("投诉/电话/号码 监督/结果/处理结果；通报 检查/计划/年度计划", own(second))
    assert third == second
    assert said == []


def test_an_item_of_the_same_name_with_other_content_is_another_item():
    second, said = imported("投诉/电话/号码 监督/结果/抽查情况 检查/计划/年度计划", own(FIRST))
    assert codes(second) == [
        "旅游/投诉/电话",
        "旅游/监督/结果",
        "旅游/检查/计划",
        "旅游/投诉/结果 2026-11-20",
    ]
    assert said[0].endswith("“旅游/投诉/结果”（可能改成了“旅游/监督/结果”）。")


def test_a_new_item_never_takes_the_code_of_a_moved_one():
    second, _ = imported("监督/结果/处理结果；统计", own(FIRST))
    third, said = imported("监督/结果/处理结果；统计 投诉/结果/满意率", own(second))
    assert codes(third)[:2] == ["旅游/投诉/结果", "旅游/投诉/结果（2）"]
    assert said == ["事项“结果”的代码“旅游/投诉/结果”已经是“监督/结果”的，改用“旅游/投诉/结果（2）”。"]


def test_what_was_written_by_hand_is_kept():
    changed = FIRST.replace(
        "    一级事项: 检查\n",
        "    一级事项: 检查\n    责任机构: [区文旅局]\n    备注: 看过\n    序号: '9'\n",
    )
    second, _ = imported(
        "检查/计划/新的计划", own(changed.replace("版本: '1'", "版本: '1'\n责任机构: [区政府]\n完整性: 完整"))
    )
    item = second.partition("  - 代码: 旅游/检查/计划")[2].partition("  - 代码")[0]
    assert "责任机构: [区文旅局]\n    备注: 看过" in item
    assert "新的计划" in item
    assert "序号" not in item
    assert "责任机构: [区政府]\n完整性: 完整\n" in second


def test_of_a_shipped_catalogue_only_what_the_content_names_is_retired():
    items = [
        {"代码": f"旅游/旧/{name}", "一级事项": "旧", "二级事项": name, "来源": "s1", "备注": "s2 有"}
        for name in ("甲项", "乙项")
    ]
    second, said = imported("新/丙项/内容", known({**SHIPPED, "事项": items}, own=False), used="旅游/旧/乙项")
    assert codes(second) == ["旅游/新/丙项", "旅游/旧/乙项 2026-11-20"]
    assert len(said) == 1


def test_processes_keep_the_stages_that_are_items():
    process = {"名称": "处理投诉", "环节": ["旅游/投诉/电话", "旅游/投诉/受理", "旅游/投诉/结果"]}
    base = known({**SHIPPED, "流程": [process]}, own=False)
    second, said = imported("投诉/电话/号码 投诉/结果/处理结果", base)
    assert "流程:\n  - 名称: 处理投诉\n    环节:\n      - 旅游/投诉/电话\n      - 旅游/投诉/结果\n" in second
    assert said == ["流程“处理投诉”：表里没有的环节：旅游/投诉/受理。"]


def test_the_head_says_what_was_wished():
    text, _ = imported(
        "投诉/电话/号码", known({}, own=False), version="3", effective_on="2026-12-01", issuer="区政府办"
    )
    assert (
        "版本: '3'\n生效日期: 2026-12-01\n发文机关: 区政府办\n来源:\n  - 编号: f1\n    名称: 旅游\n" in text
    )
    again, _ = imported("投诉/电话/号码", own(text))
    assert again == text


def test_names_that_yaml_or_front_matter_could_misread():
    text, _ = imported("A：b,#c/'x:[y]/z- no/on/1 null/~/true", known({}, own=False))
    domain = msgspec.convert(read_catalogue(text.encode()), type=Domain, strict=False)
    assert [item.code for item in domain.items] == ["旅游/A：b，＃c/x：〔y〕", "旅游/no/on", "旅游/null/~"]
    assert [item.title for item in domain.items] == ["'x:[y]", "on", "~"]
    assert [item.elements for item in domain.items] == [("z-",), ("1",), ("true",)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a\nb",
        "0x1F",
        "1e3",
        "2026-11-20",
        "-",
        "?",
        "- x",
        "? y",
        "!x",
        "&a",
        "*a",
        "%",
        "@",
        "x: y",
        "x #y",
        "'",
        '"',
        "\\n",
    ],
)
def test_every_text_is_read_as_it_was_written(text):
    catalogue = {
        "领域": {"名称": text, "编号": "1"},
        "事项": [{"公开渠道": [text, "b"], "公开内容": [text], "二级事项": text}],
    }
    assert read_catalogue(catalogue_text(catalogue, "目录").encode()) == catalogue
