"""What pages are made of: cards, lists, site maps."""

from __future__ import annotations

from datetime import date

from selectolax.lexbor import LexborHTMLParser

from sitegen.views import make_data
from sitegen.views.data import SiteMap, SiteMapIndex
from sitegen.views.make_lists import cut
from sitegen.views.rows import Row
from tests.world import document, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"


def row(title: str, **fields) -> Row:
    return Row(title=title, path="", published=date(2026, 1, 1), **fields)


def test_card_shows_what_readers_should_know(world):
    place = world(
        {
            NOTICE: record(
                补录="是", 服务对象="[企业, 个体工商户]", 版本说明="更正了联系电话", 核验日期="2026-10-09"
            ),
            "content/zhengce/xzgfxwj/a.md": document(政府公报="{年: 2026, 期: 2, 页: 7}"),
        }
    )
    assert place.build().diagnostics == ()
    page = place.page("fdzdgknr/tongzhi/gongnuan.html")
    for words in (
        "企业、个体工商户",
        "补录的历史信息，发布日期是补录的日期",
        "更正了联系电话",
        "2026年10月9日",
    ):
        assert words in page
    assert "2026年第2期第7页，以公报文本为标准文本" in place.page("zhengce/xzgfxwj/a.html")


def test_card_follows_the_order_and_the_words_of_the_profile(world):
    site = world().folder / "content" / "site.yaml"
    place = world(
        {
            NOTICE: record(关键词="[供暖]"),
            "content/site.yaml": site.read_text(encoding="utf-8") + "地方规则: guangdong\n",
        }
    )
    assert place.build().diagnostics == ()
    page = place.page("fdzdgknr/tongzhi/gongnuan.html")
    assert "主题词" in page
    assert page.index("索引号") < page.index("发布机构</dt>") < page.index("成文日期</dt>")


def test_pages_of_a_list_count_from_the_oldest():
    newest, *rows = [row(str(number)) for number in range(46, 0, -1)]
    pages = {page.path: page.rows for page in cut("tongzhi", rows)}
    assert [each.title for each in pages["tongzhi/index.html"]] == ["45", "44", "43", "42", "41"]
    assert pages["tongzhi/page-1.html"][-1].title == "1"
    more = {page.path: page.rows for page in cut("tongzhi", [newest, *rows])}
    assert {path for path in more if more[path] != pages[path]} == {"tongzhi/index.html"}


def test_a_column_that_is_empty_in_the_whole_list_is_left_out(world):
    rows = [*(row("甲") for _ in range(30)), row("乙", index_number="QL-1")]
    assert {page.absent for page in cut("tongzhi", rows)} == {("body",)}
    assert {page.absent for page in cut("tongzhi", rows[:30])} == {("index_number", "body")}
    facts = "标题: 联系我们\n公开属性: 主动公开\n发布机构: 青岚区民政局\n发布日期: 2026-03-02 09:10\n"
    column = "标题: 关于本栏目\n收录: [说明页]\n栏目类型: [信息公开指南]\n"
    about = {"content/guanyu/_column.yaml": column, "content/guanyu/lianxi.md": f"---\n{facts}---\n\n电话见下。\n"}
    place = world({NOTICE: record(), **about})
    assert [found.message for found in place.build().diagnostics if found.severity == "error"] == []
    whole = LexborHTMLParser(place.page("fdzdgknr/tongzhi/index.html"))
    short = LexborHTMLParser(place.page("guanyu/index.html"))
    assert [cell.text() for cell in whole.css("thead th")] == ["名称", "索引号", "发布机构", "发布日期"]
    assert [cell.text() for cell in short.css("thead th")] == ["名称", "发布机构", "发布日期"]
    assert len(short.css("tbody tr > *")) == 3


def test_site_map_is_split_at_the_limit_of_the_protocol():
    shelf = type("Shelf", (), {"base": "https://www.qinglan.gov.cn/"})()
    small = list(make_data.site_maps([("a.html", "2026-01-01")], shelf))
    assert [(path, type(view)) for path, view in small] == [("sitemap.xml", SiteMap)]
    pages = [(f"{number}.html", "") for number in range(make_data.SITE_MAP_SIZE + 1)]
    large = list(make_data.site_maps(pages, shelf))
    assert [(path, type(view)) for path, view in large] == [
        ("sitemap-1.xml", SiteMap),
        ("sitemap-2.xml", SiteMap),
        ("sitemap.xml", SiteMapIndex),
    ]
    assert len(large[0][1].places) == make_data.SITE_MAP_SIZE
