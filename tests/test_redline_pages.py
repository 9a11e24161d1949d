"""对照: which documents get a page that lays them side by side, and what stands on it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tests.world import document, record

OLD = "content/zhengce/xzgfxwj/jiuzhu.md"
NEW = "content/zhengce/xzgfxwj/xin.md"
THIRD = "content/zhengce/xzgfxwj/zai.md"
RULES = """\
**第一条**　为了规范管理，制定本办法。

**第二条**　每次救助不超过8000元（<含本数>）。

**第三条**　本办法由区民政局解释。
"""
AMENDMENT = """\
对《青岚区临时救助办法》（青政规〔2026〕1号）作如下修改：

一、将第二条修改为：“每次救助不超过12000元（不含本数）。”

二、将第九条修改为：“没有这一条。”
"""
PAGE = "zhengce/xzgfxwj/xin/duibi-jiuzhu.html"


def amendment(body: str = AMENDMENT, **fields: str) -> str:
    return document(
        body,
        **(
            {
                "标题": "关于修改临时救助办法的决定",
                "文号": "青政规〔2026〕2号",
                "修改": "[青政规〔2026〕1号]",
                "施行日期": "2026-03-01",
            }
            | fields
        ),
    )


def words(place, path: str, selector: str) -> list[str]:
    tree = LexborHTMLParser(place.page(path))
    return [node.text() for node in tree.css(selector)]


def test_amendment_is_laid_beside_what_it_changes(world):
    place = world({OLD: document(RULES), NEW: amendment()})
    assert place.build().diagnostics == ()
    assert words(place, PAGE, "del") == ["（删去：8000元（<）", "（删去：>）"]
    assert words(place, PAGE, "ins") == ["（新增：12000元（不）"]
    assert words(place, PAGE, "summary") == ["第一条没有改动", "第三条没有改动"]
    assert words(place, PAGE, ".pair .links li") == ["第九条修改为"]
    assert words(place, PAGE, ".facts dd")[-1] == "有修改1条，没有改动2条"


def test_both_documents_lead_to_the_page(world):
    place = world({OLD: document(RULES), NEW: amendment()})
    place.build()
    for path in ("zhengce/xzgfxwj/jiuzhu.html", "zhengce/xzgfxwj/xin.html"):
        tree = LexborHTMLParser(place.page(path))
        assert [link.attributes["href"] for link in tree.css(".rel a") if link.text() == "逐条对照"] == [
            f"../../{PAGE}"
        ]


def test_the_history_of_the_document_leads_to_the_page(world):
    place = world({OLD: document(RULES), NEW: amendment()})
    place.build()
    tree = LexborHTMLParser(place.page("zhengce/xzgfxwj/jiuzhu.html"))
    events = [node for node in tree.css("li") if "逐条对照" in node.text() and "2026年3月1日" in node.text()]
    assert events
    assert f"../../{PAGE}" in [link.attributes["href"] for node in events for link in node.css("a")]


def test_replacement_is_compared_as_a_whole(world):
    place = world(
        {
            OLD: document(RULES),
            NEW: amendment(
                RULES.replace("8000", "9000"), 标题="青岚区新办法", 修改="", 替代="[青政规〔2026〕1号]"
            ),
        }
    )
    place.build()
    assert words(place, PAGE, "del") == ["（删去：8000）"]


def test_full_text_that_amends_is_compared_as_a_whole(world):
    place = world({OLD: document(RULES), NEW: amendment(RULES.replace("8000", "9000"))})
    place.build()
    assert words(place, PAGE, "ins") == ["（新增：9000）"]


def test_amendment_without_wordings_has_no_page(world):
    place = world({OLD: document(RULES), NEW: amendment("对该办法作全面修改：提高标准，缩短时限。\n")})
    place.build()
    assert PAGE not in place.tree()
    assert "逐条对照" not in place.page("zhengce/xzgfxwj/xin.html")


def test_second_amendment_begins_where_the_first_left_off(world):
    third = amendment(
        "将第二条中的“12000元”修改为“15000元”。\n",
        标题="再次修改的决定",
        文号="青政规〔2026〕3号",
        施行日期="2026-06-01",
    )
    place = world({OLD: document(RULES), NEW: amendment(), THIRD: third})
    assert place.build().diagnostics == ()
    page = "zhengce/xzgfxwj/zai/duibi-jiuzhu.html"
    assert (words(place, page, "del"), words(place, page, "ins")) == (
        ["（删去：12000）"],
        ["（新增：15000）"],
    )


def test_decision_on_two_documents_gives_each_its_own(world):
    both = (
        "一、将《青岚区临时救助办法》（青政规〔2026〕1号）第二条中的“8000元”修改为“9000元”。\n\n"
        "二、删去《青岚区供水办法》（青政规〔2026〕5号）第三条。\n"
    )
    place = world(
        {
            OLD: document(RULES),
            THIRD: document(RULES, 标题="青岚区供水办法", 文号="青政规〔2026〕5号"),
            NEW: amendment(both, 修改="[青政规〔2026〕1号, 青政规〔2026〕5号]"),
        }
    )
    place.build()
    assert words(place, PAGE, ".pair h2") == ["第二条 有修改"]
    assert words(place, "zhengce/xzgfxwj/xin/duibi-zai.html", ".pair h2") == ["第三条 删去"]


def test_text_that_is_not_public_is_not_laid_open(world):
    hidden = document(RULES, 公开属性="不予公开", 不公开依据="条例第十六条")
    place = world({OLD: hidden, NEW: amendment()})
    place.build()
    assert PAGE not in place.tree()
    assert "区民政局解释" not in b"".join(place.tree().values()).decode(errors="ignore")


def test_page_follows_either_text(world):
    place = world(
        {OLD: document(RULES, 索引号="QL0001000/2026-91001"), NEW: amendment(索引号="QL0001000/2026-91002")}
    )
    place.build()
    place.write({OLD: document(RULES.replace("8000", "7000"), 索引号="QL0001000/2026-91001")})
    assert PAGE in place.build().changed
    place.write({NEW: amendment(AMENDMENT.replace("12000", "13000"), 索引号="QL0001000/2026-91002")})
    assert PAGE in place.build().changed
    place.write({"content/fdzdgknr/tongzhi/a.md": record(发布日期="2026-11-20")})
    assert PAGE not in place.build().changed
