"""规章和行政规范性文件目录: every document is found in every way, counts are true, files and pages agree."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.world import AS_OF, BASE, World, document, record

RULES = "content/zhengce/xzgfxwj"
OLD = {"成文日期": "2018-03-02", "发布日期": "2018-03-05 09:00", "施行日期": "2018-05-01"}
THEME = "民政、扶贫、救灾\\减灾救灾"
FILES = {
    f"{RULES}/jiu.md": document(标题="旧办法", 文号="青政规〔2018〕2号", 主题分类=THEME, **OLD),
    f"{RULES}/xin.md": document(标题="新办法", 文号="青政规〔2026〕4号", 主题分类=THEME, 废止="[青政规〔2018〕2号]"),
    f"{RULES}/minzheng.md": document(
        标题="联合办法", 文号="青民规〔2026〕1号", 发文机关="[青岚区民政局, 青岚区人民政府]", 发布机构="青岚区民政局"
    ),
    f"{RULES}/xiugai.md": document(标题="修改办法", 文号="青民规〔2026〕2号", 修改="[青民规〔2026〕1号]"),
    f"{RULES}/jianglai.md": document(
        标题="将来办法", 文号="青政规〔2026〕9号", 施行日期="2027-01-01", 发布机构="青岚区民政局"
    ),
    f"{RULES}/caogao.md": document(标题="草稿办法", 文号="青政规〔2026〕10号", 稿件状态="草稿"),
    "content/fdzdgknr/tongzhi/gongnuan.md": record(),
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    built = World(tmp_path_factory.mktemp("index"), {**BASE, **FILES})
    assert built.build().diagnostics == ()
    return built


def titles(place, path: str) -> list[str]:
    page = HTMLParser(place.page(path))
    return [cell.text() for cell in page.css("table.to-card:not(.chart-table) th[scope=row] > a")]


def choices(place, path: str, label: str) -> dict[str, str]:
    """Return the words of a facet (with their counts) and whether each is chosen."""
    for row in HTMLParser(place.page(path)).css("dl.facets > div"):
        if row.css_first("dt").text() == label:
            return {link.text(): link.attributes.get("aria-current", "") for link in row.css("a")}
    return {}


def test_three_lists(place):
    assert set(titles(place, "suoyin/index.html")) == {"新办法", "联合办法", "修改办法"}
    assert titles(place, "suoyin/ended/index.html") == ["旧办法"]
    assert set(titles(place, "suoyin/all/index.html")) == {
        "旧办法",
        "新办法",
        "联合办法",
        "修改办法",
        "将来办法",
    }


def test_count_and_day_stand_on_top(place):
    lede = HTMLParser(place.page("suoyin/index.html")).css_first(".lede").text()
    assert "共5件，现行有效3件，已废止和失效1件。效力状态截至2026年11月20日。" in lede


def test_joint_document_is_found_with_each_of_its_makers(place):
    assert choices(place, "suoyin/index.html", "制定机关") == {
        "不限": "true",
        "青岚区人民政府3": "",
        "区民政局1": "",
    }
    assert titles(place, "suoyin/jiguan/minzheng/index.html") == ["联合办法"]
    assert "联合办法" in titles(place, "suoyin/jiguan/qu-zhengfu/index.html")
    assert set(titles(place, "suoyin/jiguan/minzheng/all/index.html")) == {"联合办法", "将来办法"}


def test_facets_count_within_the_list(place):
    assert choices(place, "suoyin/index.html", "年份") == {"不限": "true", "2026年3": ""}
    assert choices(place, "suoyin/all/index.html", "年份") == {"不限": "true", "2026年4": "", "2018年1": ""}
    assert choices(place, "suoyin/nianfen/2018/all/index.html", "年份")["2018年1"] == "true"


def test_themes_and_states(place):
    assert choices(place, "suoyin/all/index.html", "主题") == {"不限": "true", "民政、扶贫、救灾2": ""}
    state = choices(place, "suoyin/index.html", "效力状态")
    assert state == {"不限": "true", "尚未施行1": "", "已修改1": "", "已废止1": ""}
    assert titles(place, "suoyin/zhuangtai/amended/index.html") == ["联合办法"]
    assert titles(place, "suoyin/zhuangtai/not-yet-in-force/index.html") == ["将来办法"]


def test_every_way_leads_to_pages_that_exist(place):
    """Whatever is chosen, no link of the index is dead, and each shows as many documents as it says."""
    paths = [path for path in place.tree() if path.startswith("suoyin/") and path.endswith("index.html")]
    assert len(paths) > 15
    for path in paths:
        page = HTMLParser(place.page(path))
        for link in page.css("dl.facets a, .tabs a"):
            target = link.attributes["href"].removeprefix("../" * path.count("/"))
            count = link.css_first("b")
            if count is not None:
                assert len(titles(place, target)) == int(count.text()), (path, target)
            else:
                assert place.page(target)


def test_ledger_files_agree(place):
    told = json.loads(place.page("data/taizhang.json"))
    assert (told["count"], told["as_of"]) == (5, "2026-11-20")
    states = Counter(entry["state"] for entry in told["documents"])
    assert states == {"in_force": 2, "amended": 1, "repealed": 1, "not_yet_in_force": 1}
    tree = place.tree()
    rows = list(csv.DictReader(io.StringIO(tree["data/taizhang.csv"].decode("utf-8-sig"))))
    assert [row["文号"] for row in rows] == [entry["number"] for entry in told["documents"]]
    book = CalamineWorkbook.from_filelike(io.BytesIO(tree["data/taizhang.xlsx"]))
    assert len(book.get_sheet_by_name("台账").to_python()) == 6


def test_files_keep_their_bytes(place, tmp_path):
    again = World(tmp_path, {**BASE, **FILES})
    again.build(AS_OF)
    for suffix in ("json", "csv", "xlsx"):
        name = f"data/taizhang.{suffix}"
        assert again.tree()[name] == place.tree()[name], name


def test_index_is_found_from_home_columns_and_site_map(place):
    assert "suoyin/index.html" in place.page("index.html")
    assert "../../suoyin/index.html" in place.page("zhengce/xzgfxwj/index.html")
    assert "suoyin/index.html" in place.page("zhandian-ditu.html")


def test_column_without_documents_has_an_index(world):
    empty = world()
    assert empty.build().diagnostics == ()
    assert titles(empty, "suoyin/index.html") == []
    assert json.loads(empty.page("data/taizhang.json"))["documents"] == []


def test_next_day_moves_documents(world):
    moved = world(FILES)
    assert moved.build(date(2027, 1, 1)).diagnostics == ()
    assert "将来办法" in titles(moved, "suoyin/index.html")


def test_renewed_term_is_shown_as_it_stands(world):
    """Lists and cards show the end of the renewed term; the document's own line stays in its front matter."""
    files = {
        f"{RULES}/jiu.md": document(标题="旧办法", 文号="青政规〔2018〕2号", 有效期至="2026-04-30", **OLD),
        f"{RULES}/yanxu.md": document(
            标题="关于延续《旧办法》有效期的通知",
            文号="青政规〔2026〕5号",
            有效期至="2030-04-30",
            延续="[青政规〔2018〕2号]",
        ),
    }
    renewed = world(files)
    renewed.build()
    row = next(
        row for row in HTMLParser(renewed.page("suoyin/index.html")).css("tbody tr") if "旧办法" in row.text()
    )
    assert "2030-04-30" in row.text()
    assert "2030年4月30日" in renewed.page("zhengce/xzgfxwj/jiu.html")
