"""What differs between two catalogues, and which code takes the place of another."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from sitegen.diagnostics import Span
from sitegen.importing.differences import as_lines, counts, differences
from sitegen.importing.upgrade import Ground, catalogue_at, successor_of, with_codes
from sitegen.model.catalogues import Domain

DAY = date(2026, 11, 20)


def domain(*items: dict[str, object], title: str = "旅游") -> Domain:
    made = [
        {"代码": f"{title}/{each.get('一级事项', '甲')}/{each['二级事项']}", "一级事项": "甲"} | each
        for each in items
    ]
    facts = {"编号": 27, "代码": "d", "名称": title}
    return msgspec.convert({"领域": facts, "事项": made}, type=Domain, strict=False)


def lines(before: Domain, after: Domain) -> list[str]:
    return as_lines(differences([before], [after]))


def test_equal_catalogues_do_not_differ():
    assert differences([domain({"二级事项": "电话"})], [domain({"二级事项": "电话"})]) == ()


def test_field_by_field():
    before = {
        "二级事项": "电话",
        "公开内容": ["号码", "时间"],
        "公开时限": {"原文": "20个工作日", "工作日": 20},
        "公开渠道": ["政府网站", "政府公报"],
    }
    after = before | {
        "公开内容": ["号码", "地址"],
        "公开时限": {"原文": "长期公开", "类型": "长期"},
        "公开渠道": ["政府公报", "政府网站"],
        "公开主体": "文旅局",
    }
    assert lines(domain(before), domain(after)) == [
        "旅游",
        "  修改　旅游/甲/电话",
        "      公开内容：",
        "        - 时间",
        "        + 地址",
        "      公开时限：“20个工作日（20个工作日）” → “长期公开（长期）”",
        "      公开主体：“” → “文旅局”",
        "      公开渠道：次序变了",
    ]


def test_added_removed_retired_and_back_in_use():
    before = domain({"二级事项": "老"}, {"二级事项": "旧"}, {"二级事项": "歇", "停用": "2020-01-01"})
    after = domain({"二级事项": "旧", "停用": "2026-11-20"}, {"二级事项": "歇"}, {"二级事项": "全新名目"})
    changes = differences([before], [after])
    assert [(each.sort, each.title) for each in changes] == [
        ("恢复使用", "歇"),
        ("新增", "全新名目"),
        ("删除", "老"),
        ("停用", "旧"),
    ]
    assert counts(changes)["新增"] == 1


def test_moved_recoded_and_perhaps_renamed():
    before = domain(
        {"二级事项": "结果"}, {"二级事项": "投诉受理电话"}, {"二级事项": "计划", "代码": "旅游/甲/旧计划"}
    )
    after = domain(
        {"二级事项": "结果", "一级事项": "乙", "代码": "旅游/甲/结果"},
        {"二级事项": "投诉受理电话号码"},
        {"二级事项": "计划"},
    )
    assert lines(before, after) == [
        "旅游",
        "  移动　旅游/甲/结果",
        "      一级事项：“甲” → “乙”",
        "  新增　旅游/甲/投诉受理电话号码",
        "  换了代码　旅游/甲/计划（原来是 旅游/甲/旧计划）",
        "  删除　旅游/甲/投诉受理电话（可能改成了 旅游/甲/投诉受理电话号码）",
    ]


def test_whole_domains_come_and_go():
    changes = differences([domain({"二级事项": "一"})], [domain({"二级事项": "二"}, title="村务")])
    assert [(each.sort, each.domain) for each in changes] == [("新增", "村务"), ("删除", "旅游")]


ITEMS = (
    {"二级事项": "电话"},
    {"二级事项": "旧电话", "停用": "2026-01-01", "改为": "旅游/甲/老电话"},
    {"二级事项": "老电话", "停用": "2026-06-01", "改为": "旅游/甲/电话"},
    {"二级事项": "圈一", "停用": "2026-06-01", "改为": "旅游/甲/圈二"},
    {"二级事项": "圈二", "停用": "2026-06-01", "改为": "旅游/甲/圈一"},
    {"二级事项": "结果", "一级事项": "乙", "公开内容": ["处理结果", "统计"]},
    {"二级事项": "结果", "公开内容": ["处理结果"], "停用": "2026-06-01"},
    {"二级事项": "计划", "一级事项": "乙", "公开内容": ["年度计划"]},
    {"二级事项": "计划", "公开内容": ["五年计划"], "停用": "2026-06-01"},
    {"二级事项": "检查情况通报", "一级事项": "乙"},
    {"二级事项": "检查情况", "一级事项": "乙", "停用": "2026-06-01"},
    {"二级事项": "明年", "停用": "2027-01-01"},
)


@pytest.mark.parametrize(
    ("code", "successor", "ground"),
    [
        ("旅游/甲/旧电话", "旅游/甲/电话", Ground.NAMED),
        ("旅游/甲/结果", "旅游/乙/结果", Ground.MOVED),
        ("旅游/甲/计划", "旅游/乙/计划", Ground.SAME_NAME),
        ("旅游/丙/电话", "旅游/甲/电话", Ground.SAME_NAME),
        ("旅游/乙/检查情况", "旅游/乙/检查情况通报", Ground.NEAREST),
        ("旅游/甲/电活", "旅游/甲/电话", Ground.NEAREST),
        ("旅游/甲/圈一", "", Ground.NONE),
        ("卫生/医院/名单", "", Ground.NONE),
    ],
)
def test_successors(code, successor, ground):
    found = successor_of(code, catalogue_at(domain(*ITEMS).items, DAY))
    assert (found.code, found.ground) == (successor, ground)
    assert found.is_certain == (ground in (Ground.NAMED, Ground.MOVED))


@pytest.mark.parametrize("code", ["旅游/甲/电话", "旅游/甲/明年"])
def test_what_is_in_use_has_no_successor(code):
    assert successor_of(code, catalogue_at(domain(*ITEMS).items, DAY)) is None


def test_codes_are_replaced_and_nothing_else():
    text = "---\r\n标准目录: ['旅游/甲',  旅游/乙] # 旅游/甲\r\n---\r\n旅游/甲\r\n"
    changes = [(Span(2, 8, 2, 14), "旅游/甲", "旅游/丙丁"), (Span(2, 17, 2, 21), "旅游/乙", "旅游/戊")]
    assert with_codes(text, changes) == (text.replace("['旅游/甲',  旅游/乙]", "['旅游/丙丁',  旅游/戊]"), ())


def test_a_code_that_does_not_stand_there_is_refused():
    assert with_codes("标准目录: 甲\n", [(Span(1, 7, 1, 8), "乙", "丙")]) == ("标准目录: 甲\n", ("乙",))
