"""政府公报: the pages of an issue and of what it carries, and what is told of issues (R142)."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.world import BASE, PDF, World, document

RULE = "content/zhengce/xzgfxwj/jiuzhu.md"
COLUMN = "content/zhengce/gongbao/_column.yaml"
NUMBER = "青政规〔2026〕1号"


def issue(number: int, contents: str = f"[{NUMBER}]", publisher: str = "青岚区人民政府", year: int = 2026) -> str:
    return f"""---
标题: 青岚区人民政府公报{year}年第{number}期
公开属性: 主动公开
索引号: QL0001000/{year}-009{number:02}
发布机构: {publisher}
发布日期: {year}-03-02 09:00
年度: {year}
期号: {number}
总期号: 7{number}
目录: {contents}
附件: [gongbao.pdf]
审核: {{拟稿: 办公室, 审核: 办公室, 发布: 办公室}}
---
"""


def place_with(world, *issues: str, sort: str = "政府", **fields: str) -> World:
    files = {RULE: document(文号=NUMBER, **fields), COLUMN: "标题: 政府公报\n收录: [政府公报]\n"}
    files["content/jigou/qu-zhengfu.yaml"] = BASE["content/jigou/qu-zhengfu.yaml"] + f"类别: {sort}\n"
    for position, text in enumerate(issues):
        files[f"content/zhengce/gongbao/qi-{position}.md"] = text
        files[f"content/zhengce/gongbao/qi-{position}/gongbao.pdf"] = PDF.decode()
    return world(files)


def told(place: World) -> list[str]:
    return [each.id for each in place.build().diagnostics]


def test_an_issue_and_its_documents_lead_to_each_other(world):
    contents = f"[{{文件: 国发〔2020〕1号, 标题: 关于防汛的通知}}, {NUMBER}]"
    place = place_with(world, issue(1, contents))
    assert told(place) == []
    page = LexborHTMLParser(place.page("zhengce/gongbao/qi-0.html"))
    section = page.css_first("section[aria-labelledby=h-issue]")
    assert [item.text().split()[0] for item in section.css("li")] == ["关于防汛的通知", page_title(place)]
    assert [link.attributes["href"] for link in section.css("a")] == ["../../zhengce/xzgfxwj/jiuzhu.html"]
    assert "第1期（总第71期）" in page.body.text()
    assert "刊登本文件的政府公报" in place.page("zhengce/xzgfxwj/jiuzhu.html")


def page_title(place: World) -> str:
    return LexborHTMLParser(place.page("zhengce/xzgfxwj/jiuzhu.html")).css_first("h1").text().strip()


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), []),
        ((4, 5), []),  # the column may begin with any issue
        ((1, 3), ["SG798"]),
        ((1, 9), ["SG798"]),
        ((2, 2), ["SG798"]),
    ],
)
def test_numbers_of_a_year(world, numbers, expected):
    texts = [issue(number).replace(f"-009{number:02}", f"-009{at:02}") for at, number in enumerate(numbers)]
    assert told(place_with(world, *texts)) == expected


def test_each_year_begins_anew(world):
    assert told(place_with(world, issue(6, year=2025), issue(1))) == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("政府", []),
        ("政府办公室", []),
        ("政府部门", ["SG797"]),
        ("乡镇人民政府", ["SG797"]),
        ("街道办事处", ["SG797"]),
    ],
)
def test_who_may_issue_one(world, sort, expected):
    assert told(place_with(world, issue(1), sort=sort)) == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [("{年: 2026, 期: 1}", []), ("{年: 2026, 期: 2}", ["SG799"]), ("{年: 2019, 期: 2}", [])],
)
def test_document_and_issue_agree(world, named, expected):
    other = "[{文件: 国发〔2020〕1号, 标题: 关于防汛的通知}]"
    assert told(place_with(world, issue(1), issue(2, other), 政府公报=named)) == expected


def test_an_issue_has_its_pdf(world):
    place = place_with(world, issue(1).replace("附件: [gongbao.pdf]\n", ""))
    assert "SG798" in told(place)


def test_an_issue_without_contents_is_refused(world):
    place = place_with(world, issue(1).replace(f"目录: [{NUMBER}]\n", ""))
    assert [each.message for each in place.build().diagnostics if "目录" in each.message]
