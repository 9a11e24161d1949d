"""事项查询: items by state, level and body as pages of their own, what a body must publish, the official form."""

from __future__ import annotations

import csv
import io
import json

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from tests.test_catalogue_pages import GUIDES, LISTS, RULES, TOWN, item, nothing_of, site

INDEX = "shixiang/index.html"
NEVER = "shixiang/qingkuang/wei-gongkai.html"
NEVER_MET = item("临时救助", "监督检查", 4, "责任机构: [区民政局, 乡镇人民政府]")


@pytest.fixture
def place(world):
    place = world(site(GUIDES, RULES, LISTS, NEVER_MET))
    found = place.build().diagnostics
    assert [each.id for each in found if each.severity == "error"] == []
    return place


def sheet_of(data, name):
    """Return the cells of a sheet as text, row by row."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]


def lines(place, page):
    """Return the rows of a page's tables: the item, and the other cells as they read."""
    rows = LexborHTMLParser(place.page(page)).css("main table tbody tr")
    return [[cell.text(strip=True) for cell in row.css("th, td")] for row in rows]


def figures(place, heading):
    """Return the choices below a heading of the query page, with their counts and where they lead."""
    for section in LexborHTMLParser(place.page(INDEX)).css("section"):
        if section.css_first("h2").text() == heading:
            return {
                link.css_first("span").text(): (link.css_first("b").text(), link.attributes["href"])
                for link in section.css("a")
                if link.css_first("span")
            }
    raise AssertionError(heading)


def test_the_query_page_counts_by_state_level_body_and_category(place):
    states = figures(place, "按公开情况")
    assert {name: count for name, (count, _) in states.items() if count != "0"} == {
        "未公开": "2",
        "已公开，迟于时限": "1",
        "已公开": "1",
        "不在网站公开": "1",
    }
    assert figures(place, "按公开层级") == {
        "县级": ("4", "../shixiang/cengji/xianji.html"),
        "乡级": ("4", "../shixiang/cengji/xiangji.html"),
    }
    assert figures(place, "按责任机关") == {
        "区民政局": ("3", "../jigou/minzheng/yiwu.html"),
        "云溪镇人民政府": ("1", "../jigou/yunxi/yiwu.html"),
    }
    assert figures(place, "领域和一级事项") == {
        "临时救助": ("3", "../lingyu/shehui-jiuzhu/index.html#临时救助/办事指南"),
        "低保": ("1", "../lingyu/shehui-jiuzhu/index.html#低保/审批信息"),
    }
    assert "1个领域，4个事项" in place.page(INDEX)


def test_every_state_has_a_page_that_lists_its_items_or_says_that_there_are_none(place):
    assert lines(place, NEVER) == [
        ["临时救助／监督检查", body, "县级、乡级", "未公开", "信息形成或者变更之日起20个工作日内"]
        for body in ("区民政局", "云溪镇人民政府")
    ]
    for _, path in figures(place, "按公开情况").values():
        page = LexborHTMLParser(place.page(path.removeprefix("../")))
        assert (page.css_first(".absence") is None) == (page.css_first("main table") is not None)
        assert len(page.css("ul.tabs a")) == 8


def test_a_level_lists_its_items_whatever_their_state(place):
    found = lines(place, "shixiang/cengji/xiangji.html")
    assert [(line[0], line[3]) for line in found] == [
        ("临时救助／办事指南", "已公开"),
        ("临时救助／政策法规文件", "迟于时限20个工作日"),
        ("低保／审批信息", "不在网站公开"),
        ("临时救助／监督检查", "未公开"),
        ("临时救助／监督检查", "未公开"),
    ]


def test_what_a_body_must_publish_on_a_page_and_as_data(place):
    path = "jigou/minzheng/yiwu"
    assert "应在网站公开3项：未公开1项，已公开，迟于时限1项，已公开1项" in place.page(f"{path}.html")
    assert lines(place, f"{path}.html")[0] == [
        "临时救助／办事指南",
        "县级、乡级",
        "已公开",
        "1",
        "2026-01-06",
        "2026-01-06",
        "10个工作日内",
    ]
    assert "minzheng/yiwu.html" in place.page("jigou/minzheng.html")
    data = json.loads(place.page(f"{path}.json"))
    assert (data["required"], data["met"], data["percent"]) == (3, 2, 66)
    assert [(found["required"], found["met"], found["late"]) for found in data["domains"]] == [(3, 2, 1)]
    assert {found["body"] for found in data["obligations"]} == {"青岚区民政局"}
    table = list(csv.DictReader(io.StringIO(place.page(f"{path}.csv").lstrip("\ufeff"))))
    assert [row["情况"] for row in table] == ["已公开", "已公开，迟于时限", "未公开"]
    assert place.tree()[f"{path}.xlsx"].startswith(b"PK")


def test_a_declared_absence_and_a_verified_page_show_as_such(world):
    nothing = nothing_of("2026年下半年")
    guide = site()["content/fdzdgknr/tongzhi/zhinan.md"].replace(
        "发布机构", "核验日期: 2026-10-08\n发布机构", 1
    )
    files = site(GUIDES, item("临时救助", "监督检查", 4))
    place = world(
        {
            **files,
            "content/fdzdgknr/tongzhi/wu.md": nothing,
            "content/fdzdgknr/tongzhi/zhinan.md": guide,
        }
    )
    place.remove("content/zhengce/xzgfxwj/banfa.md")
    place.build()
    found = lines(place, "jigou/minzheng/yiwu.html")
    assert [line[2] for line in found] == ["已公开", "无此类信息"]
    assert found[0][4:6] == ["2026-01-06", "2026-10-08"]


def test_a_site_without_catalogue_items_says_so(world):
    place = world({TOWN: "名称: 云溪镇人民政府\n代码: QL0003000\n类别: 乡镇人民政府\n"})
    place.build()
    assert "本专栏还没有对应的标准目录事项。" in place.page(INDEX)
    assert "jigou/yunxi/yiwu.html" not in place.tree()


def test_the_official_form_is_a_workbook_that_looks_like_the_printed_table(place):
    rows = sheet_of(place.tree()["lingyu/shehui-jiuzhu/mulu.xlsx"], "标准目录")
    assert rows[0][0] == "社会救助领域基层政务公开标准目录"
    assert rows[1][:4] == ["序号", "公开事项", "", "公开内容（要素）"]
    assert rows[2][1:3] == ["一级事项", "二级事项"]
    assert rows[2][8:14] == ["全社会", "特定群体", "主动", "依申请公开", "县级", "乡级"]
    first, second = rows[3], rows[4]
    assert first[:4] == ["1", "临时救助", "办事指南", "办理条件；\n联系方式"]
    assert first[7].splitlines()[:2] == ["■政府网站", "□政府公报"]
    assert first[8:15] == ["√", "", "√", "", "√", "√", "社会救助/临时救助/办事指南"]
    assert second[1] == ""  # merged with the category above
    assert "mulu.xlsx" in place.page("lingyu/shehui-jiuzhu/index.html")
    notes = dict(row[:2] for row in sheet_of(place.tree()["lingyu/shehui-jiuzhu/mulu.xlsx"], "说明"))
    assert notes["版本"] == "2"
    assert notes["完整性"].startswith("部分")
