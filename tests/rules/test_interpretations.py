"""政策解读: which documents lack one, which came late, who wrote it, and what of it was copied."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.disclosure.likeness import clauses_of, copied_headings, copied_share
from tests.rules.outcome import FILE, findings
from tests.world import document, record

OPEN = "开通日期: 2020-01-01\n"
TUJIE = "content/zhengce/jiedu/tujie.md"
FAMILY = {f"SG{number}" for number in range(520, 528)}
ARTICLES = "".join(
    f"第{number}条　申请{thing}的家庭应当向居住地提出书面申请，{thing}的标准由区人民政府按年度确定。\n\n"
    for number, thing in enumerate(["低保金", "取暖费", "助学金", "医药费", "过渡房", "救济粮"], 1)
)


def interpretation(body: str = "为什么要制定这个办法，和以前相比有哪些不同。\n", **fields: str) -> str:
    given = {
        "标题": "一图读懂临时救助办法",
        "解读": "[青政规〔2026〕1号]",
        "发布日期": "2026-01-08 09:00",
        "解读形式": "[图解]",
    }
    return record(body, **(given | fields))


def told(world, files, settings: str = OPEN, as_of: date = date(2026, 11, 20)) -> list[str]:
    return [found.id for found in findings(world, files, settings, as_of=as_of) if found.id in FAMILY]


MISSING = {
    "no interpretation": ({}, OPEN, ["SG520"]),
    "the column is not open yet": ({}, "", []),
    "the column opens tomorrow": ({}, "开通日期: 2026-11-21\n", []),
    "a reason why there is none": ({"免解读理由": "文字浅显"}, OPEN, []),
    "taken from elsewhere": ({"转载": "{来源: 海川市人民政府}"}, OPEN, []),
    "it only repeals": ({"标题": "关于废止部分规范性文件的决定"}, OPEN, []),
    "written before interpretations were asked for": (
        {"文号": "青政规〔2016〕1号", "成文日期": "2016-12-31", "发布日期": "2017-01-05 09:00"},
        OPEN,
        [],
    ),
    "it has ended": ({"有效期至": "2026-10-31"}, OPEN, []),
    "a draft": ({"稿件状态": "草稿"}, OPEN, []),
    "public since three working days": ({"发布日期": "2026-11-17 09:00"}, OPEN, []),
    "public since four working days": ({"发布日期": "2026-11-16 09:00"}, OPEN, ["SG520"]),
}


@pytest.mark.parametrize(("fields", "settings", "expected"), MISSING.values(), ids=MISSING)
def test_documents_without_interpretation(world, fields, settings, expected):
    assert told(world, {FILE: document(**fields)}, settings) == expected


WRITTEN = {
    "in time": ({}, []),
    "on the third working day": ({"发布日期": "2026-01-09 09:00"}, []),
    "on the fourth working day": ({"发布日期": "2026-01-12 09:00"}, ["SG521"]),
    "put up later": ({"发布日期": "2026-01-12 09:00", "补录": "是"}, []),
    "before the document": ({"发布日期": "2026-01-05 18:00"}, ["SG527"]),
    "by another department": ({"发布机构": "青岚区人民政府"}, ["SG522"]),
    "on behalf of the drafters": ({"发布机构": "青岚区人民政府", "责任部门": "青岚区民政局"}, []),
    "from higher up": ({"发布机构": "青岚区人民政府", "转载": "{来源: 海川市人民政府}"}, []),
    "a form that is none": ({"解读形式": "[一图读懂]"}, ["SG526"]),
}


@pytest.mark.parametrize(("fields", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_interpretations(world, fields, expected):
    drafted = document(起草部门="[青岚区民政局]")
    files = {FILE: drafted, TUJIE: interpretation(**({"发布机构": "青岚区民政局"} | fields))}
    assert told(world, files) == expected


def test_lateness_is_forgotten_after_a_year(world):
    files = {FILE: document(), TUJIE: interpretation(发布日期="2026-02-12 09:00")}
    assert told(world, files, as_of=date(2027, 1, 5)) == ["SG521"]
    assert told(world, files, as_of=date(2027, 1, 6)) == []


COPIES = {
    "its own words": ("家里突然遇到困难，可以找镇街帮忙。\n" * 3, []),
    "the articles once again": (ARTICLES, ["SG523"]),
    "the articles without their numbers": (ARTICLES.replace("第", "（").replace("条　", "）"), ["SG523"]),
    "the headings of the document": (
        "## 一、救助对象\n\n谁能申请。\n\n## 二、救助标准\n\n多少钱。\n\n## 三、申请程序\n\n怎么办。\n",
        ["SG524"],
    ),
    "two headings of the document": ("## 救助对象\n\n谁能申请。\n\n## 救助标准\n\n多少钱。\n", []),
}


@pytest.mark.parametrize(("body", "expected"), COPIES.values(), ids=COPIES)
def test_copies(world, body, expected):
    headings = "## 一、救助对象\n\n困难家庭。\n\n## 二、救助标准\n\n每年公布。\n\n## 三、申请程序\n\n书面申请。\n\n"
    files = {FILE: document(headings + ARTICLES), TUJIE: interpretation(body)}
    assert told(world, files) == expected


PROFILE = """\
代码: bendi
名称: 本地口径
沿用: default
解读:
  缺少时: {值: 错误, 来源: 本地规定第五条, 可信度: ✔}
  纯文字占比上限: {值: 0.5, 来源: 本地规定第六条, 可信度: ✔}
"""


def test_a_place_may_insist(world):
    files = {FILE: document(), "catalogs/profiles/bendi.yaml": PROFILE}
    (found,) = [
        each for each in findings(world, files, f"{OPEN}地方规则: bendi\n") if each.id in FAMILY
    ]
    assert (found.id, str(found.severity)) == ("SG520", "error")


def test_words_only(world):
    plain = {f"content/zhengce/jiedu/wenzi-{n}.md": interpretation(解读形式="[文字]") for n in range(2)}
    files = {FILE: document(), TUJIE: interpretation(), "catalogs/profiles/bendi.yaml": PROFILE, **plain}
    assert told(world, files, f"{OPEN}地方规则: bendi\n") == ["SG525"]
    assert told(world, files) == []


def test_a_sample_finds_the_copied_part_of_a_long_text():
    long = "，".join(f"登记为{number}的困难群众应当得到救助" for number in range(2000))
    half = "，".join([*long.split("，")[:100], *(f"解读里自己写的话之{n}" for n in range(100))])
    share = copied_share(clauses_of(half), clauses_of(long))
    assert share is not None
    assert 0.2 < share < 0.8
    assert copied_share(clauses_of("很短。"), clauses_of(long)) is None


def test_headings_are_compared_without_numbers():
    assert copied_headings(("一救助对象", "二标准", "三程序"), ("救助对象", "第二章", "标准")) == 2 / 3
    assert copied_headings(("第一条", "第二条", "第三条"), ("第一条",)) is None
