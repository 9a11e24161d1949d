"""What a text says against what its front matter says: one line a finding, with the place that is shown."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sitegen.diagnostics import Severity
from sitegen.stages.compare import KINDS
from tests.world import BASE, PDF, document, record

PATH = "content/zhengce/xzgfxwj/a.md"
OTHER = "content/zhengce/xzgfxwj/b.md"
ROWS = "\n\n".join(
    f"第{n}条　各有关单位应当按照职责分工，加强协调配合，按时完成各项任务，并将结果报区民政局。"
    for n in range(1, 9)
)


class Case(NamedTuple):
    """Front matter and text of a document, and the findings about them."""

    name: str
    body: str
    fields: dict[str, str]
    found: list[str]


CASES = [
    Case("they agree", "本办法自2026年2月10日起施行。", {}, []),
    Case("another day", "本办法自2026年3月1日起施行。", {}, ["10 SG440 另见 13"]),
    Case("counted from publication", "本办法自发布之日起施行。", {"施行日期": "2026-01-06"}, []),
    Case("not counted from publication", "本办法自发布之日起施行。", {}, ["10 SG440 另见 13"]),
    Case("counted from the day of writing", "本办法自印发之日起施行。", {"施行日期": "2026-01-05"}, []),
    Case("thirty days, or the day after", "本办法自公布之日起30日后施行。", {"施行日期": "2026-02-06"}, []),
    Case(
        "put up years later",
        "本办法自发布之日起施行。",
        {"补录": "是", "成文日期": "2015-03-02", "文号": "青政规〔2015〕3号", "施行日期": "2015-03-04"},
        [],
    ),
    Case("on a condition", "本办法自实施细则出台之日起施行。", {}, []),
    Case("the term as counted", "本办法自2026年2月10日起施行，有效期五年。", {"有效期至": "2031-02-09"}, []),
    Case(
        "the term a day longer", "本办法自2026年2月10日起施行，有效期五年。", {"有效期至": "2031-02-10"}, []
    ),
    Case(
        "another term",
        "本办法自2026年2月10日起施行，有效期五年。",
        {"有效期至": "2029-02-09"},
        ["11 SG441 另见 14"],
    ),
    Case("a term forgotten", "本办法自2026年2月10日起施行，有效期五年。", {}, ["13 SG442"]),
    Case(
        "one mistake is one finding",
        "本办法自2026年3月10日起施行，有效期五年。",
        {"有效期至": "2031-02-09"},
        ["10 SG440 另见 14"],
    ),
    Case("somebody else's term", "许可证有效期五年。本办法自2026年2月10日起施行。", {}, []),
    Case("a repeal forgotten", "《青岚区旧办法》（青政发〔2012〕3号）同时废止。", {}, ["13 SG443"]),
    Case(
        "a repeal by number",
        "《青岚区旧办法》（青政发［2012］ 3 号）同时废止。",
        {"废止": "[{文件: 青政发〔2012〕3号, 标题: 旧办法}]"},
        [],
    ),
    Case(
        "a repeal by title, the number misquoted",
        "《青岚区旧办法》（青政发〔2012〕31号）同时废止。",
        {"替代": "[{文件: 青政发〔2012〕3号, 标题: 《青岚区旧办法》}]"},
        [],
    ),
    Case(
        "a title here, a path there: only the other file could tell",
        "《青岚区旧的办法》同时废止。",
        {"替代": "[zhengce/xzgfxwj/b]"},
        [],
    ),
    Case(
        "what nobody says",
        f"{ROWS}\n\n第九条　本办法自2026年2月10日起施行。",
        {"废止": "[{文件: 青政发〔2012〕3号, 标题: 青岚区旧办法}]"},
        ["11 SG444"],
    ),
    Case(
        "mentioned, though not as repealed: the reader may be mistaken",
        f"{ROWS}\n\n第九条　《青岚区旧办法》退出历史舞台。",
        {"废止": "[{文件: 青政发〔2012〕3号, 标题: 青岚区旧办法}]"},
        [],
    ),
    Case(
        "what an annex may say",
        f"{ROWS}\n\n废止的文件见附件。",
        {"废止": "[{文件: 青政发〔2012〕3号, 标题: 青岚区旧办法}]", "附件": "[biao.pdf]"},
        [],
    ),
    Case("its own number", "青政规〔2026〕1号\n\n各镇：", {}, []),
    Case("another number", "青政规〔2026〕7号\n\n各镇：", {}, ["9 SG445 另见 13"]),
    Case("the day below the signature", "青岚区人民政府\n\n2026年1月5日", {}, []),
    Case("another day below the signature", "青岚区人民政府\n\n2026年1月8日", {}, ["6 SG446 另见 15"]),
    Case("words broken by marks", "本办法**自2026年\n3月1日**起施行。", {}, ["10 SG440 另见 13"]),
    Case(
        "a sentence about others",
        "与本办法不一致的规定，以本办法为准。各单位要适时修改《青岚区公园办法》（青政发〔2012〕3号）。",
        {},
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_text_against_front_matter(world, case):
    files = {
        PATH: document(f"{case.body}\n", **case.fields),
        OTHER.replace("b.md", "a/biao.pdf"): PDF,
    }
    if "zhengce/xzgfxwj/b" in case.fields.get("替代", ""):
        files[OTHER] = document(标题="青岚区旧办法", 文号="青政规〔2026〕2号", 索引号="QL0001000/2026-90000")
    found = world(files).check().diagnostics
    ours = {kind.id for kind in KINDS}
    assert [told(each) for each in found if each.id in ours] == case.found
    assert all(each.severity is Severity.WARNING for each in found if each.id in ours)


def told(found) -> str:
    """Return the line of a finding, its number, and the lines of the other places."""
    others = "".join(f" 另见 {place.span.line}" for place in found.related)
    return f"{found.span.line} {found.id}{others}"


def test_words_are_quoted_and_shown_to_the_column(world):
    place = world(
        {PATH: document("第一条　为了规范管理，制定本办法。\n\n第二条　本办法自2026年3月1日起施行。\n")}
    )
    (found,) = place.check().diagnostics
    assert "“本办法自2026年3月1日起施行”" in found.message
    (text,) = found.related
    line = (place.folder / PATH).read_text(encoding="utf-8").split("\n")[text.span.line - 1]
    assert line[text.span.column - 1 : text.span.end_column - 1] == "本办法自2026年3月1日起施行"


def test_other_papers_may_do_what_their_text_does_not_say(world):
    """Only texts that are governed, and decisions that review others, must say all that they do."""
    path = "content/zhengce/qita/a.md"
    fields = {"文号": "青政发〔2026〕1号", "废止": "[{文件: 青政发〔2012〕3号, 标题: 青岚区旧办法}]"}
    place = world(
        {
            "content/zhengce/qita/_column.yaml": "标题: 其他文件\n收录: [公文]\n",
            path: record(f"{ROWS}\n", **fields),
        }
    )
    assert place.check().diagnostics == ()


def test_other_kinds_are_not_compared(world):
    place = world({"content/fdzdgknr/tongzhi/a.md": record("本通知自2030年1月1日起施行，有效期五年。\n")})
    assert place.check().diagnostics == ()


def test_what_was_found_is_remembered(world):
    place = world({PATH: document("本办法自2026年3月1日起施行。\n")})
    first = place.check()
    second = place.check()
    assert second.reading is not None
    assert second.reading.parsed == 0
    assert second.diagnostics == first.diagnostics


def test_the_place_says_how_terms_are_counted(world):
    """The civil code's way of counting ends a term on the same date (届满日: 同日)."""
    profile = """\
目录: 地方口径
代码: mine
名称: 本地口径
沿用: default
版本: '1'
有效期:
  届满日: {值: 同日, 来源: 本地规定, 可信度: ✔}
"""
    place = world({PATH: document("本办法自2026年2月10日起施行，有效期五年。\n", 有效期至="2031-02-08")})
    assert place.check().diagnostics == ()
    place.write({"content/site.yaml": f"{BASE['content/site.yaml']}地方规则: mine\n"})
    place.write({"catalogs/profiles/mine.yaml": profile})
    (found,) = place.check().diagnostics
    assert "最后一天应当是 2031-02-10" in found.message
