"""Texts as files of their own: Word in the layout of official papers, and plain text, for the kinds that are chosen."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from sitegen.formats.docx_file import as_docx
from sitegen.formats.html_blocks import Block, blocks_of
from tests.world import BASE, document, lines_of, record

SITE = "content/site.yaml"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
TEXT = """\
各街道办事处：

## 第一章　总则

**第一条**　为了规范 *临时* 救助，按[通知](/fdzdgknr/tongzhi/gongnuan.md)制定本办法。

第二条　标准如下：

| 对象 | 标准 |
| --- | --- |
| 家庭 | 600元 |

青岚区人民政府

2026年1月5日
"""


@pytest.fixture
def place(world):
    site = f"{BASE[SITE]}全文下载: {{DOCX: [行政规范性文件], 纯文本: [行政规范性文件]}}\n"
    made = world({SITE: site, RULES: document(TEXT), NOTICE: record()})
    assert lines_of(made.build().diagnostics) == []
    return made


def test_only_the_chosen_kinds_have_such_files(place):
    assert {path for path in place.tree() if path.endswith((".docx", ".txt"))} == {
        "robots.txt",
        "zhengce/xzgfxwj/jiuzhu.docx",
        "zhengce/xzgfxwj/jiuzhu.txt",
    }


def test_the_page_offers_them_and_its_data_names_them(place):
    page = place.page("zhengce/xzgfxwj/jiuzhu.html")
    assert 'href="../../zhengce/xzgfxwj/jiuzhu.docx"' in page
    assert "公文格式，可以编辑" in page
    told = json.loads(place.page("zhengce/xzgfxwj/jiuzhu.json"))
    base = "https://www.qinglan.gov.cn/zfxxgk/zhengce/xzgfxwj/jiuzhu"
    assert told["texts"] == [f"{base}.docx", f"{base}.txt"]


def test_plain_text_has_title_note_facts_and_paragraphs(place):
    lines = place.tree()["zhengce/xzgfxwj/jiuzhu.txt"].decode("utf-8-sig").split("\r\n")
    assert lines[0] == "青岚区临时救助办法"
    assert lines[2].startswith("（2026年1月5日")
    assert "文号：青政规〔2026〕1号" in lines
    assert "　　第一条　为了规范 临时 救助，按通知制定本办法。" in lines
    assert "对象\t标准" in lines
    assert lines[-2] == "　　2026年1月5日"


def test_word_finds_title_note_text_and_table(place):
    opened = docx.Document(io.BytesIO(place.tree()["zhengce/xzgfxwj/jiuzhu.docx"]))
    told = [(part.style.style_id, part.text) for part in opened.paragraphs if part.style]
    assert told[0] == ("Title", "青岚区临时救助办法")
    assert told[1][0] == "Note"
    assert told[2:6] == [
        ("Flush", "各街道办事处："),
        ("Chapter", "第一章　总则"),
        ("Normal", "第一条　为了规范 临时 救助，按通知制定本办法。"),
        ("Normal", "第二条　标准如下："),
    ]
    assert told[6:8] == [("Sign", "青岚区人民政府"), ("Sign", "2026年1月5日")]
    assert told[8][1].startswith("本文件公布在 https://www.qinglan.gov.cn/zfxxgk/zhengce/xzgfxwj/jiuzhu.html")
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == [
        ["对象", "标准"],
        ["家庭", "600元"],
    ]


def test_the_layout_is_that_of_official_papers(place):
    opened = docx.Document(io.BytesIO(place.tree()["zhengce/xzgfxwj/jiuzhu.docx"]))
    (section,) = opened.sections
    assert (section.page_width, section.page_height) == pytest.approx((Mm(210), Mm(297)), abs=Mm(1))
    assert (section.top_margin, section.left_margin) == pytest.approx((Mm(37), Mm(28)), abs=Mm(0.5))
    fonts = {
        code: opened.styles.element.xpath(f'w:style[@w:styleId="{code}"]//w:rFonts')[0].get(qn("w:eastAsia"))
        for code in ("Title", "Normal", "Note", "Heading1")
    }
    assert fonts == {
        "Title": "方正小标宋简体",
        "Normal": "仿宋_GB2312",
        "Note": "楷体_GB2312",
        "Heading1": "黑体",
    }
    assert "PAGE" in section.footer.part.blob.decode()


def test_nothing_in_them_depends_on_the_day(place):
    before = place.tree()
    place.build(as_of=date(2027, 3, 1))
    after = place.tree()
    for path in ("zhengce/xzgfxwj/jiuzhu.docx", "zhengce/xzgfxwj/jiuzhu.txt"):
        assert before[path] == after[path]
    with zipfile.ZipFile(io.BytesIO(after["zhengce/xzgfxwj/jiuzhu.docx"])) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_unknown_kind_is_told(world):
    place = world({SITE: f"{BASE[SITE]}全文下载: {{DOCX: [规范性文件]}}\n"})
    assert lines_of(place.check().diagnostics) == ["content/site.yaml:6:15 SG185"]


BLOCKS = {
    "a paragraph": ("<p>甲<a href='x'>乙</a></p>", [Block(text="甲乙")]),
    "an article": (
        '<p id="x"><b class="tiao">第一条</b>甲<a class="anchor" href="#x">#</a></p>',
        [Block(text="甲", lead="第一条")],
    ),
    "bold words": ("<p><b>第一</b>、甲<b>乙</b></p>", [Block(text="第一、甲乙")]),
    "a heading": ('<h3 id="x">一、甲</h3><p>乙</p>', [Block(text="一、甲", level=3), Block(text="乙")]),
    "a numbered list": (
        '<ol start="3"><li>甲</li><li><p>乙</p></li></ol>',
        [Block(text="3．甲"), Block(text="4．乙")],
    ),
    "a table": (
        "<div><table><caption>表</caption><thead><tr><th>甲</th></tr></thead><tbody><tr><td>1</td></tr></table></div>",
        [Block(text="表"), Block(rows=(("甲",), ("1",)), head=1)],
    ),
    "a table with a heading of rows": (
        "<table><tr><th>甲</th><td>1</td></tr><tr><th>乙</th><td>2</td></tr></table>",
        [Block(rows=(("甲", "1"), ("乙", "2")), head=0)],
    ),
    "a picture": ('<p><img src="x" alt="流程图"></p>', [Block(text="（图：流程图）")]),
    "a footnote mark": ("<p>甲<sup><a>[1]</a></sup>乙</p>", [Block(text="甲乙")]),
    "words outside": ("甲", [Block(text="甲")]),
    "nothing": ("<p> </p>", []),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_text_in_blocks(name):
    html, wanted = BLOCKS[name]
    assert list(blocks_of(html)) == wanted


def test_what_a_text_says_cannot_break_the_file():
    opened = docx.Document(io.BytesIO(as_docx("<w:p>&\"'", "", [Block(text="]]></w:t>")], "x")))
    assert [part.text for part in opened.paragraphs] == ["<w:p>&\"'", "]]></w:t>", "x"]
