"""What is mended, what is left alone, and that mending changes no meaning and needs no second time."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.formats import front_matter, yaml_nodes
from sitegen.formats.markdown import convert
from sitegen.formats.nodes import plain
from sitegen.formats.widths import same_but_for_width
from sitegen.repairing.header import normal_value
from sitegen.repairing.repair import repair

RECORD, COLUMN = "content/zhengce/xzgfxwj/jiuzhu.md", "content/zhengce/_column.yaml"
CONTENT = Path(__file__).parent.parent.parent / "content"
LINES = [
    ("文号: 青政规[2023]4号", "文号: 青政规〔2023〕4号"),
    ("文号: 青政规【2023】4号", "文号: 青政规〔2023〕4号"),
    ("文号: 青政规（2023）04号", "文号: 青政规〔2023〕4号"),
    ("文号: '青政规(2023)4号'", "文号: '青政规〔2023〕4号'"),
    ("文号: 青政规〔２０２３〕4 号  # 已核对", "文号: 青政规〔2023〕4号  # 已核对"),
    ("废止: [青政规（2018）2号, 青民发〔2015〕7号]", "废止: [青政规〔2018〕2号, 青民发〔2015〕7号]"),
    ("废止:\n  - 青政规[2018]2号", "废止:\n  - 青政规〔2018〕2号"),
    (
        "依据: [{文件: 国发（2014）49号, 标题: 《办法（2014）》}]",
        "依据: [{文件: 国发〔2014〕49号, 标题: 《办法（2014）》}]",
    ),
    ("成文日期: 2024/1/5", "成文日期: 2024-01-05"),
    ("成文日期: 2024年1月5日", "成文日期: 2024-01-05"),
    ("成文日期: 二〇二四年一月五日", "成文日期: 2024-01-05"),
    ("written_on: 2024.1.5", "written_on: 2024-01-05"),
    ("发布日期: 2024/1/5 9:30", "发布日期: 2024-01-05 09:30"),
    ("发布日期: 2024-01-05T09:30", "发布日期: 2024-01-05 09:30"),
    ("有效期至: 2028-6-30", "有效期至: 2028-06-30"),
    ("转载: {来源: 青岚日报, 原发布日期: 2024/1/5}", "转载: {来源: 青岚日报, 原发布日期: 2024-01-05}"),
    ("文号：青政规〔2023〕4号", "文号: 青政规〔2023〕4号"),
    ("文号： 青政规[2023]4号", "文号: 青政规〔2023〕4号"),
    ("文号:青政规〔2023〕4号", "文号: 青政规〔2023〕4号"),
    ("文号: 青政规〔2023〕4号 　", "文号: 青政规〔2023〕4号"),
]
LEFT_LINES = [
    "标题: 关于印发《办法（2014）》的通知",
    "内容概述: 见青政规[2023]4号",
    "标题: 2024/1/5",
    "成文日期: 2024-02-30",
    "成文日期: 2024年1月",
    "成文日期: 2024/1/5、2024/1/6",
    "发布日期: 2024-01-05T09:30:00Z",
    "备注：不是项目",
    "废止: [zhengce/xzgfxwj/jiu]",
    "文号: 青政规第4号",
    "附件:\n  - 文件：a.docx\n    名称：甲",
    "理由: |\n  甲  \n  乙",
]
BODIES = [
    ("甲,乙;丙:丁?戊!", "甲，乙；丙：丁？戊！"),
    ("第一条(总则)甲", "第一条（总则）甲"),
    ("(甲(乙)丙)", "（甲（乙）丙）"),
    ("２０２３年，ＡＢ类", "2023年，AB类"),
    ("甲   \n\n乙\t", "甲\n\n乙"),
    ("甲\n　　\n乙", "甲\n\n乙"),
    ("| 甲,乙 | 丙 |\n| --- | --- |\n| １ | ２ |", "| 甲，乙 | 丙 |\n| --- | --- |\n| 1 | 2 |"),
    ("甲\n\n\n", "甲"),
    ("１）甲", "1）甲"),
]
LEFT_BODIES = [
    "甲  \n乙",
    "`甲,乙`",
    "```\n甲,乙  \n```",
    "[甲](jia.md)乙",
    "[甲](a,b.md)乙",
    "见https://www.example.com/甲,乙",
    "<span>甲</span>",
    "[^1]: 甲",
    "# 甲,乙",
    "甲,乙\n=====",
    "1,000元，3:2，a,b",
    "!(甲)",
    "    甲,乙",
]


def record(header: str = "标题: 甲", body: str = "正文") -> str:
    return f"---\n{header}\n---\n\n{body}\n"


def mended(text: str, path: str = RECORD) -> str:
    done = repair(path, text.encode())
    return text if done is None else done.after


@pytest.mark.parametrize(("before", "after"), LINES)
def test_lines_of_front_matter(before, after):
    assert mended(record(before)) == record(after)


@pytest.mark.parametrize("line", LEFT_LINES)
def test_what_may_be_meant_in_front_matter_stays(line):
    assert mended(record(line)) == record(line)


@pytest.mark.parametrize(("before", "after"), BODIES)
def test_text(before, after):
    assert mended(record(body=before)) == record(body=after)


@pytest.mark.parametrize("body", LEFT_BODIES)
def test_what_may_be_meant_in_a_text_stays(body):
    assert mended(record(body=body)) == record(body=body)


def test_settings_are_mended_by_their_own_fields():
    assert mended("标题：政策\n更新周期:30 \n", COLUMN) == "标题: 政策\n更新周期: 30\n"
    assert mended("名称: 甲\n成立日期: 2024/1/5\n", "content/jigou/jia.yaml") == "名称: 甲\n成立日期: 2024-01-05\n"
    assert mended("名称: 甲\n文号: 青政[2023]4号\n", "content/site.yaml") == "名称: 甲\n文号: 青政[2023]4号\n"


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (record().encode("gbk"), "GBK"),
        (codecs.BOM_UTF8 + record().encode(), "BOM"),
        (record().replace("\n", "\r\n").encode(), "CRLF"),
    ],
    ids=["gbk", "bom", "crlf"],
)
def test_bytes_are_made_those_of_the_site(data, note):
    done = repair(RECORD, data)
    assert done is not None
    assert done.data == record().encode()
    assert len(done.notes) == 1
    assert note in done.notes[0]


@pytest.mark.parametrize(
    "data",
    [
        record().encode("utf-16"),
        record(body="错误\ufffd的字").encode(),
        record(body="锟斤拷锟斤拷").encode("gbk"),
        "正文,甲\n".encode(),
        "---\n标题: 甲\n\n正文,甲  \n".encode(),
        b"\xff\xfe\xfd\x00",
        "标题: 甲\n———\n正文\n".encode("gbk")[:-2],
    ],
    ids=["utf-16", "lost", "mojibake", "no header", "not closed", "damaged", "cut"],
)
def test_what_is_in_doubt_is_left_to_a_person(data):
    done = repair(RECORD, data)
    assert done is None or done.after == done.before


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.md")) + sorted(CONTENT.rglob("*.yaml")), ids=lambda f: f.name)
def test_the_sample_needs_no_repair(file):
    assert repair(f"content/{file.relative_to(CONTENT).as_posix()}", file.read_bytes()) is None


PIECES = [
    *("甲", "乙丙", "。", ",", ";", ":", "(", ")", "（", "）", "１", "Ａ"),
    *(" ", "  ", "\t", "\u3000", "\n", "\n\n", "\r\n"),
    *("# ", "- ", "1. ", "> ", "|", "---", "```", "`", "[", "](a.md)", "[^1]", "<b>", "</b>"),
    *("**", "\\", "!", "http://a.b/"),
    *("文号: ", "文号：", "青政规[2023]4号", "成文日期: ", "2024/1/5", "废止: ", "- ", "'", '"', "#", "{", "}"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
fuzz = settings(deadline=None, max_examples=400, database=None, suppress_health_check=list(HealthCheck))


@fuzz
@given(texts, texts)
def test_a_second_repair_finds_nothing_and_the_first_changed_no_meaning(header, body):
    before = f"---\n标题: 甲\n{header}\n---\n{body}"
    first = repair(RECORD, before.encode())
    if first is not None:
        assert repair(RECORD, first.data) is None
        assert meaning(first.after) == meaning(first.before)


@fuzz
@given(texts)
def test_settings_mean_the_same(text):
    first = repair(COLUMN, text.encode())
    if first is not None:
        assert repair(COLUMN, first.data) is None
        assert values(first.after) == values(first.before)


def meaning(text: str) -> tuple[object, str, list[str]]:
    parts, _ = front_matter.split(text)
    body = convert(parts.body, first_line=1)
    return values(parts.header), same_but_for_width(body.html), [link.target for link in body.links]


def values(text: str) -> object:
    node, _ = yaml_nodes.compose(text)
    return normal(plain(node)) if node is not None else None


def normal(value: object) -> object:
    if isinstance(value, dict):
        return {key: normal(each) for key, each in value.items()}
    if isinstance(value, list):
        return [normal(each) for each in value]
    return normal_value(value.strip()) if isinstance(value, str) else value
