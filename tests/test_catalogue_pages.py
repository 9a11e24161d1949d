"""The standard catalogues on the site: official tables, links both ways, the matrix, and what an edit makes anew."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.world import document, record

CATALOGUE = "catalogs/domains/21-shehui-jiuzhu.yaml"
GUIDE = "content/fdzdgknr/tongzhi/zhinan.md"
TOWN = "content/jigou/yunxi.yaml"
PAGE = "lingyu/shehui-jiuzhu/index.html"
FORM = "lingyu/shehui-jiuzhu/mulu.xlsx"
COUNTS = {f"{name}.{form}" for name in ("data/coverage", "jigou/minzheng/yiwu") for form in ("json", "csv", "xlsx")}
LEVELS = {f"shixiang/cengji/{level}.html" for level in ("xianji", "xiangji")}
STATES = "shixiang/qingkuang/{}.html"
HEAD = """\
领域: {编号: 21, 代码: shehui-jiuzhu, 名称: 社会救助, 标题: 社会救助领域基层政务公开标准目录}
版本: '2'
生效日期: 2026-01-01
发文机关: 青岚区民政局
完整性: 部分
完整性说明: 只收了三项
应有事项数: 13
来源: [{编号: s1, 名称: 某县社会救助目录}]
"""
COLUMN = "标题: 社会救助\n收录: [政府信息]\n领域: [社会救助]\n责任机构: 青岚区民政局\n"
OPEN = "公开对象: 全社会\n    公开方式: 主动公开\n    公开层级: [县级, 乡级]"


def item(category: str, title: str, number: int, *more: str, text: str = OPEN, name: str = "") -> str:
    """Return one item of the catalogue; `name` is shown in the place of `title`."""
    channels = "" if any(line.startswith("公开渠道") for line in more) else "    公开渠道: [政府网站]\n"
    return (
        f"  - 代码: 社会救助/{category}/{title}\n    序号: '{number}'\n    一级事项: {category}\n"
        f"    二级事项: {name or title}\n{channels}    {text}\n" + "".join(f"    {line}\n" for line in more)
    )


GUIDES = item(
    "临时救助", "办事指南", 1, "公开内容: [办理条件, 联系方式]", "公开时限: {原文: 10个工作日内, 工作日: 10}"
)
RULES = item("临时救助", "政策法规文件", 2)
LISTS = item("低保", "审批信息", 3, "公开渠道: [社区/企事业单位/村公示栏（电子屏）]")


def catalogue(*items: str) -> str:
    """Return the file of the domain."""
    return f"{HEAD}事项:\n{''.join(items)}"


def site(*items: str, **more: str) -> dict[str, str]:
    """Return a site with the catalogue, a guide published in time, and a document published late."""
    return {
        CATALOGUE: catalogue(*(items or (GUIDES, RULES, LISTS))),
        "content/fdzdgknr/tongzhi/_column.yaml": COLUMN,
        TOWN: "名称: 云溪镇人民政府\n代码: QL0003000\n类别: 乡镇人民政府\n",
        GUIDE: guide(),
        "content/zhengce/xzgfxwj/banfa.md": document(
            标准目录="[社会救助/临时救助/政策法规文件]",
            索引号="QL0002000/2026-00002",
            发布机构="青岚区民政局",
            成文日期="2026-01-05",
            发布日期="2026-03-06 09:00",
            施行日期="2026-04-10",
        ),
    } | more


def guide(**fields: str) -> str:
    given = {
        "标题": "临时救助办事指南",
        "索引号": "QL0002000/2026-00001",
        "发布机构": "青岚区民政局",
        "标准目录": "[社会救助/临时救助/办事指南]",
    }
    return record("第一步，申请。\n", **(given | fields))


def nothing_of(period: str) -> str:
    """Return a declaration that a period brought nothing about 监督检查."""
    return record(
        "没有。\n",
        类型="无此类信息",
        标题=f"{period}没有监督检查",
        索引号="QL0002000/2026-00003",
        发布机构="青岚区民政局",
        理由="没有开展",
        时期=period,
        标准目录="[社会救助/临时救助/监督检查]",
    )


@pytest.fixture
def built(world):
    """Return a maker: files → the world, built without an error."""

    def make(files):
        place = world(files)
        found = place.build().diagnostics
        assert [each.id for each in found if each.severity == "error"] == []
        return place

    return make


def rows(place, page=PAGE):
    """Return the text of each cell of the official table, by the anchor of its row."""
    table = LexborHTMLParser(place.page(page)).css_first("table.cat")
    return {
        row.attributes["id"]: [cell.text(strip=True) for cell in row.css("td, th")]
        for row in table.css("tbody tr")
    }


def test_the_official_table_says_what_the_catalogue_says_and_what_was_published(built):
    place = built(site())
    found = rows(place)
    assert list(found) == ["临时救助/办事指南", "临时救助/政策法规文件", "低保/审批信息"]
    first = found["临时救助/办事指南"]
    assert first[:2] == ["1", "临时救助"]
    assert "办理条件联系方式" in first[3]
    assert first[8:14] == ["√", "", "√", "", "√", "√"]
    assert first[-1] == "临时救助办事指南2026-01-06"
    assert "迟于时限" in found["临时救助/政策法规文件"][-1]
    assert found["低保/审批信息"][-1].startswith("不在网站公开")
    page = place.page(PAGE)
    assert "应在网站公开2项，已公开2项，另有1项按目录不在网站公开" in page
    for words in ("2026-01-01", "部分。只收了三项（应有13项，收录3项）", "某县社会救助目录"):
        assert words in page


def test_boxes_left_empty_are_printed_as_the_form_has_them(built):
    cells = LexborHTMLParser(built(site()).page(PAGE)).css("td.full")
    channels = next(cell for cell in cells if cell.attributes["data-l"] == "渠道")
    assert [box.text() for box in channels.css("li:not(.off)")] == ["政府网站"]
    assert len(channels.css("li.off")) == 12


def test_document_column_and_body_lead_to_the_items(built):
    place = built(site())
    page = place.page("fdzdgknr/tongzhi/zhinan.html")
    assert f"../../{PAGE}#临时救助/办事指南" in page
    assert "第1项，公开层级：县级、乡级" in page
    assert f"../../{PAGE}#临时救助/政策法规文件" in page  # its sibling
    assert f"../../{PAGE}" in place.page("fdzdgknr/tongzhi/index.html")
    body = LexborHTMLParser(place.page("jigou/minzheng.html")).css_first("#yiwu")
    assert [row.css_first("th").text(strip=True) for row in body.css("tbody tr")] == [
        "临时救助／办事指南",
        "临时救助／政策法规文件",
    ]


def test_every_link_to_an_item_finds_it(built):
    place = built(site())
    pages = {name: data.decode() for name, data in place.tree().items() if name.endswith(".html")}
    anchors = {name: set(re.findall(r'\bid="?([^" >]+)', text)) for name, text in pages.items()}
    met = 0
    for name, text in pages.items():
        for link in LexborHTMLParser(text).css("a[href*='#']"):
            target = urlsplit(urljoin(f"http://x/{name}", link.attributes["href"]))
            if target.path.startswith("/lingyu/"):
                met += 1
                assert unquote(target.fragment) in anchors[target.path[1:]], (name, link.html)
    assert met > 10


def test_records_of_many_items_show_each_of_them(built):
    both = "[社会救助/临时救助/办事指南, 社会救助/临时救助/政策法规文件]"
    page = built(site(**{GUIDE: guide(标准目录=both)})).page("fdzdgknr/tongzhi/zhinan.html")
    relations = LexborHTMLParser(page).css_first("#biaozhun")
    assert next(dt.text() for dt in relations.css("dt")).startswith("标准目录")
    assert "同类事项" not in relations.text()
    assert len(relations.css_first("dd").css("a")) == 2


def test_items_of_one_name_are_told_apart(built):
    further = (item(category, title, 9) for category in ("临时救助", "低保") for title in ("审批信息", "政策解读"))
    both = "[社会救助/临时救助/政策解读, 社会救助/低保/政策解读]"
    page = built(site(GUIDES, RULES, *further, **{GUIDE: guide(标准目录=both)})).page("fdzdgknr/tongzhi/zhinan.html")
    names = [link.text() for link in LexborHTMLParser(page).css("#biaozhun dd")[1].css("a")]
    told_apart = {"社会救助／临时救助／审批信息", "社会救助／低保／审批信息"}
    assert {*names} == {"办事指南", "政策法规文件", *told_apart}


def test_an_absence_that_is_declared_counts_and_is_shown(built):
    nothing = nothing_of("2026年上半年")
    extra = item("临时救助", "监督检查", 4)
    place = built(site(GUIDES, RULES, extra, **{"content/fdzdgknr/tongzhi/wu.md": nothing}))
    assert rows(place)["临时救助/监督检查"][-1].endswith("无此类信息2026年上半年")
    assert json.loads(place.page("data/coverage.json"))["met"] == 3


def test_retired_items_keep_their_address(built):
    old = item("临时救助", "老事项", 9, "停用: 2025-01-01", "改为: 社会救助/临时救助/办事指南")
    page = built(site(GUIDES, RULES, old)).page(PAGE)
    tree = LexborHTMLParser(page)
    assert "老事项" not in tree.css_first("table.cat").text()
    assert "2025-01-01停用" in tree.css_first("li[id='临时救助/老事项']").text()


def test_a_column_names_the_items_of_its_records_and_those_that_name_it(built):
    own = item("临时救助", "监督检查", 4, "栏目: [fdzdgknr/tongzhi]")
    page = built(site(GUIDES, RULES, own)).page("fdzdgknr/tongzhi/index.html")
    links = LexborHTMLParser(page).css("details ul.links a")
    assert [(link.text(), link.attributes["href"]) for link in links] == [
        (f"社会救助／临时救助／{name}", f"../../{PAGE}#临时救助/{name}") for name in ("办事指南", "监督检查")
    ]


def test_matrix_and_data_say_the_same(built):
    never = item("临时救助", "监督检查", 4, "责任机构: [区民政局, 乡镇人民政府]")
    place = built(site(GUIDES, RULES, never))
    matrix = LexborHTMLParser(place.page("fugai/index.html")).css_first("table.mx")
    heads = [head.text(strip=True) for head in matrix.css("thead th")]
    assert heads == ["领域", "小计", "区民政局", "乡镇和街道"]
    cells = {cell.attributes.get("class"): cell.text(strip=True) for cell in matrix.css("tbody tr td")}
    assert cells["g3"].startswith("区民政局2/3，应公开3项，已公开2项，未公开1项，迟于时限1项")
    assert cells["g4"].startswith("乡镇和街道0/1")
    ways = [link.attributes["href"] for link in matrix.css("tbody tr td a")]
    assert ways == ["../jigou/minzheng/yiwu.html#shehui-jiuzhu", "../jigou/yunxi/yiwu.html#shehui-jiuzhu"]
    assert all(way.partition("#")[0].removeprefix("../") in place.tree() for way in ways)
    data = json.loads(place.page("data/coverage.json"))
    assert (data["required"], data["met"], data["percent"]) == (4, 2, 50)
    table = list(csv.DictReader(io.StringIO(place.page("data/coverage.csv").lstrip("\ufeff"))))
    assert [(row["责任机关"], row["情况"]) for row in table] == [
        ("青岚区民政局", "已公开"),
        ("青岚区民政局", "已公开，迟于时限"),
        ("青岚区民政局", "未公开"),
        ("云溪镇人民政府", "未公开"),
    ]


def test_a_domain_beyond_the_26_has_its_page_and_its_place(built):
    lvyou = "领域: {编号: 27, 代码: lvyou, 名称: 旅游}\n事项:\n  - {代码: 旅游/投诉, 二级事项: 投诉}\n"
    place = built(site(**{"catalogs/domains/27-lvyou.yaml": lvyou}))
    assert list(rows(place, "lingyu/lvyou/index.html")) == ["投诉"]
    assert "lvyou/index.html" in place.page("lingyu/index.html")
    assert "本专栏没有这个领域的栏目和信息" in place.page("lingyu/lvyou/index.html")


def test_levels_of_villages_and_cities_have_their_columns(built):
    village = item("村务", "村务", 4, text=OPEN.replace("[县级, 乡级]", "[市级, 村级]"))
    assert rows(built(site(GUIDES, RULES, village)))["村务/村务"][8:-1] == [
        "√",
        "",
        "√",
        "",
        "√",
        "",
        "",
        "√",
    ]


def changed(place, *items):
    place.write({CATALOGUE: catalogue(*items)})
    found = place.build()
    assert found.counts.rendered == len(found.changed)
    return set(found.changed)


def test_editing_an_item_makes_only_the_pages_that_show_it(built):
    place = built(site())
    assert changed(place, GUIDES.replace("联系方式", "咨询电话"), RULES, LISTS) == {PAGE, FORM}
    assert changed(place, GUIDES, RULES, LISTS) == {PAGE, FORM}
    renamed = item("低保", "审批信息", 3, "公开渠道: [社区/企事业单位/村公示栏（电子屏）]", name="审批结果")
    shown = {PAGE, FORM, *LEVELS}
    assert changed(place, GUIDES, RULES, renamed) == shown | {STATES.format("buzai-wangzhan")}
    name = RULES.replace("二级事项: 政策法规文件", "二级事项: 法规政策")
    assert changed(place, GUIDES, name, renamed) == shown | COUNTS | {
        STATES.format("chiyu-shixian"),
        "fdzdgknr/tongzhi/zhinan.html",  # names it as a sibling of its own item
        "jigou/minzheng.html",
        "jigou/minzheng/yiwu.html",
    }


def test_an_item_that_is_no_longer_demanded_changes_the_counts_and_no_document(built):
    place = built(site())
    found = changed(place, GUIDES, RULES.replace("政府网站", "广播电视"), LISTS)
    assert (
        found
        == {PAGE, FORM, *LEVELS}
        | COUNTS
        | {
            STATES.format("chiyu-shixian"),  # where it was
            STATES.format("buzai-wangzhan"),  # where it is now
            "shixiang/index.html",
            "index.html",
            "lingyu/index.html",
            "fugai/index.html",
            "jigou/minzheng.html",
            "jigou/minzheng/yiwu.html",
        }
    )
