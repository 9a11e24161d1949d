"""How texts are written: what is said of a text, and what looks like a fault and is none."""

from __future__ import annotations

import pytest

from sitegen.config import find_catalogues, read_catalogues
from sitegen.inspection import RULES, Manuscript
from sitegen.inspection.manuscript import lines_of
from sitegen.inspection.style_kinds import KINDS
from sitegen.model.standards import Standards
from sitegen.stages.parse import parse
from tests.world import BASE

OWN = {kind.id for kind in KINDS}


@pytest.fixture(scope="module")
def standards(tmp_path_factory) -> Standards:
    catalogues, _ = read_catalogues(find_catalogues(tmp_path_factory.mktemp("p")), "default")
    assert catalogues is not None
    return catalogues.standards


def told(text: str, standards: Standards, header: str = "标题: 甲") -> list[tuple[str, str, int]]:
    """Return the id of each finding, the characters that it marks, and how many more places it names."""
    whole = f"---\n{header}\n---\n\n{text}\n"
    draft = parse(whole.encode()).draft
    assert draft is not None
    manuscript = Manuscript(
        path="a", text=whole, source=draft.source, first_line=draft.first_line, body=draft.body, record=None
    )
    lines = whole.split("\n")
    found = [fault for rule in RULES for fault in rule(manuscript, standards) if fault.id in OWN]
    return [
        (each.id, lines[each.span.line - 1][each.span.column - 1 : each.span.end_column - 1], len(each.remarks))
        for each in found
        if each.span is not None
    ]


WRONG = [
    ("认真贯撤执行。\n\n认真贯撤执行。", [("SG581", "贯撤", 0), ("SG581", "贯撤", 0)]),
    ("截止目前，完成八成。", [("SG582", "截止目前", 0)]),
    ("甲,乙,丙。\n\n丁,戊。", [("SG583", ",", 1)]),
    ("依据《关于印发《办法》的通知》。", [("SG584", "《关于印发《办法》的通知》", 0)]),
    ("好，。坏", [("SG585", "，。", 0)]),
    ("联系人：待补充", [("SG586", "待补充", 0)]),
    ("| 名称 | 电话 |\n| --- | --- |\n| 甲 | 待补充 |", [("SG586", "待补充", 0)]),
    ("TODO 补数字", [("SG586", "TODO", 0)]),
    ("自××××年×月×日起施行。", [("SG587", "××××年×月", 0)]),
    ("青政规〔20××〕×号", [("SG587", "〔20××〕", 0)]),
    ("按照《办法执行。", [("SG588", "《", 0)]),
    ("各单位（含下属单位：请执行。", [("SG588", "（", 0)]),
    ("（一）、甲", [("SG589", "（一）、", 0)]),
    ("1、甲\n\n2、乙", [("SG589", "1、", 1)]),
    ("二○二六年", [("SG590", "二○二六年", 0)]),
    ("一、甲\n\n三、乙", [("SG580", "三、", 0)]),
    ("（一）甲\n\n（一）乙\n\n（三）丙", [("SG580", "（三）", 0)]),
    ("一、甲\n\n（一）子\n\n（二）丑\n\n二、乙\n\n二、丙", [("SG580", "二、", 0)]),
    ("1.甲\n\n2.乙\n\n4.丙", [("SG580", "4.", 0)]),
    ("详情[点击这里](https://www.example.gov.cn/)", [("SG576", "[点击这里](https://www.example.gov.cn/)", 0)]),
    ("【[下载](https://www.example.gov.cn/a.docx)】", [("SG576", "[下载](https://www.example.gov.cn/a.docx)", 0)]),
    ("![微信图片_20260102](a/b.png)", [("SG575", "![微信图片_20260102](a/b.png)", 0)]),
    ("![IMG_0012.jpg](a/b.png)", [("SG575", "![IMG_0012.jpg](a/b.png)", 0)]),
    ("|   |   |\n|---|---|\n| 甲 | 乙 |", [("SG577", "|   |   |", 0)]),
]
RIGHT = [
    "发布署名文章，既使用又保护，立即然后。",
    "应急反应情况报告会签定稿。",
    "见 https://www.example.gov.cn/a,b 和 `甲,乙`。",
    "时间为8:30，比例1:2，共1,000元。",
    "《办法》（〔2020〕1号）和《规定》。",
    "等等……。。。",
    "材料待补充的，应当在五日内待补充完毕。",
    "待定时间另行通知。",
    "王××、浙A×××××、138XXXX1234",
    "1）甲；2）乙（含丙（丁））；①）戊",
    "（一）甲\n\n（二）乙\n\n（一）丙\n\n（二）丁",
    "一、甲\n\n二、乙\n\n## 附则\n\n一、丙\n\n二、丁",
    "第一条　甲\n\n（一）子\n\n（二）丑\n\n第二条　乙\n\n（一）寅",
    "五、从中间开始\n\n六、也可以",
    "一、甲。二、乙。三、丙\n\n四、丁",
    "（一）甲（二）乙\n\n（三）丙（四）丁\n\n（五）戊",
    "1. 甲\n1. 乙\n1. 丙",
    "“三、改为：……”\n\n“一、甲”",
    "```\n一、甲\n三、乙\n```",
    "[临时救助申请表](https://www.example.gov.cn/a.docx)",
    "![2026年学区划分示意图](a/b.png)",
    "| 甲 |  |\n| --- | --- |\n| 乙 | 丙 |",
    "二〇二六年，○代表合格。",
    "本办法自\n\n2026年2月10日起施行（有效期\n五年）。",
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_told(text, expected, standards):
    assert told(text, standards) == expected


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_to_tell(text, standards):
    assert told(text, standards) == []


def test_words_of_front_matter_are_read_as_well(standards):
    assert told("正文。", standards, "标题: 关于座落地址的通知") == [("SG581", "座落", 0)]


def test_no_right_saying_of_the_lists_is_wrong_itself(standards):
    """An exception holds its wrong word; a right word holds none of the wrong ones."""
    wordings = (*standards.style.misspelt, *standards.style.unsuitable)
    wrong = {each.wrong for each in wordings}
    assert len(wrong) == len(wordings)
    for each in wordings:
        assert all(each.wrong in saying for saying in each.except_in)
        assert not any(word in each.right for word in wrong)
        assert each.source


def test_without_data_no_word_is_wrong():
    assert told("贯撤待补充。\n\n待补充", Standards()) == []


def test_places_are_counted_as_editors_count():
    lines = lines_of("甲\n乙丙\n", 5)
    assert (lines.span(2, 4).line, lines.span(2, 4).column, lines.span(2, 4).end_column) == (6, 1, 3)


def test_a_placeholder_stops_what_is_published_and_not_a_draft(world):
    from tests.world import record

    path = "content/fdzdgknr/tongzhi/a.md"
    place = world({**BASE, path: record("待补充\n")})
    assert [(each.id, str(each.severity)) for each in place.check().diagnostics] == [("SG586", "error")]
    place.write({path: record("待补充\n", 稿件状态="草稿")})
    assert [(each.id, str(each.severity)) for each in place.check().diagnostics] == [("SG586", "warning")]
