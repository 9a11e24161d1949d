"""The column in several languages: trees beside the main one, how they lead to one another, what stays the same."""

from __future__ import annotations

import re

from tests.world import BASE, document, lines_of, record

SITE = "content/site.yaml"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"
WITH_TRADITIONAL = {SITE: f"{BASE[SITE]}繁体版: 是\n"}
BASE_ADDRESS = "https://www.qinglan.gov.cn/zfxxgk/"


def town(**extra):
    notice = record(
        "见[附件](gongnuan/biao.csv)、[办法](/zhengce/xzgfxwj/jiuzhu.md)，里面的 `里` 不变。\n",
        **{"标题": "关于发布供暖台账的通知"},
    )
    return {
        **WITH_TRADITIONAL,
        NOTICE: notice,
        "content/fdzdgknr/tongzhi/gongnuan/biao.csv": "项目,金额\n供暖,1\n",
        RULES: document("第一条　为了规范救助工作，制定本办法。\n"),
        **extra,
    }


def test_every_page_has_its_counterpart_in_traditional_script(world):
    place = world(town())
    assert lines_of(place.build().diagnostics) == []
    tree = place.tree()
    pages = {path for path in tree if path.endswith(".html") and not path.startswith("zh-hant/")}
    beside = {path.removeprefix("zh-hant/") for path in tree if path.startswith("zh-hant/")}
    assert beside == (pages - {"404.html"}) | {"data/titles.js"}


def test_without_the_setting_there_is_one_tree_and_no_word_of_others(world):
    place = world({**town(), SITE: BASE[SITE]})
    place.build()
    assert not any(path.startswith("zh-hant/") for path in place.tree())
    assert "hreflang" not in place.page("index.html")


def test_a_page_in_traditional_script_says_what_it_is_and_where_the_other_is(world):
    place = world(town())
    place.build()
    there, here = place.page("zh-hant/fdzdgknr/tongzhi/gongnuan.html"), place.page("fdzdgknr/tongzhi/gongnuan.html")
    address = "fdzdgknr/tongzhi/gongnuan.html"
    assert "<html lang=zh-Hant>" in there
    assert "關於發布供暖臺賬的通知" in there
    assert "關於" not in here
    assert f"<link href={BASE_ADDRESS}zh-hant/{address} rel=canonical>" in there
    assert f"<link href={BASE_ADDRESS}{address} rel=canonical>" in here
    for page in (here, there):
        assert f"<link href={BASE_ADDRESS}{address} hreflang=zh-Hans rel=alternate>" in page
        assert f"<link href={BASE_ADDRESS}zh-hant/{address} hreflang=zh-Hant rel=alternate>" in page
    assert "href=../../../fdzdgknr/tongzhi/gongnuan.html" in there
    assert "href=../../zh-hant/fdzdgknr/tongzhi/gongnuan.html" in here


def test_links_in_the_traditional_tree_stay_in_it_and_files_are_those_of_the_main_one(world):
    place = world(town())
    place.build()
    page = place.page("zh-hant/fdzdgknr/tongzhi/gongnuan.html")
    assert "href=../../zhengce/xzgfxwj/jiuzhu.html" in page
    assert "href=../../../fdzdgknr/tongzhi/gongnuan/biao.csv" in page
    assert "href=../../../static/theme.css" in page
    assert "<code>里</code>" in page


def test_every_link_of_every_page_leads_to_a_file(world):
    place = world(town())
    place.build()
    tree = place.tree()
    for path, data in tree.items():
        if path.endswith(".html") and path != "404.html":
            for address in re.findall(r"\s(?:href|src)=\"?([^\s\">]+)", data.decode()):
                target = _resolved(path, address)
                assert target is None or target in tree, f"{path}: {address}"


def _resolved(page: str, address: str) -> str | None:
    """Return the file that a relative address means; None for any other."""
    plain = address.partition("#")[0].partition("?")[0]
    if ":" in plain or plain.startswith("/") or not plain:
        return None
    parts = page.split("/")[:-1]
    for step in plain.split("/"):
        if step == "..":
            assert parts, f"{page}: {address} leads out of the column"
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts) if parts and parts[-1] else "/".join([*parts[:-1], "index.html"])


def test_data_and_titles(world):
    place = world(town())
    place.build()
    assert "关于发布供暖台账的通知" in place.page("data/documents.json")
    assert "關於發布供暖臺賬的通知" in place.page("zh-hant/data/titles.js")
    assert "fdzdgknr/tongzhi/gongnuan.html" in place.page("zh-hant/data/titles.js")
    assert f"<loc>{BASE_ADDRESS}zh-hant/zhengce/xzgfxwj/jiuzhu.html</loc>" in place.page("sitemap.xml")


def test_an_edit_makes_both_pages_anew_and_equals_a_clean_build(world):
    files = town()
    place = world(files)
    place.build()
    before = place.tree()
    place.write({RULES: files[RULES].replace("救助工作", "临时救助工作")})
    place.build()
    after = place.tree()
    changed = {path for path in after if after[path] != before.get(path) and path.endswith("jiuzhu.html")}
    assert changed == {"zhengce/xzgfxwj/jiuzhu.html", "zh-hant/zhengce/xzgfxwj/jiuzhu.html"}
    place.build(output="clean")
    assert place.tree("clean") == after


def test_a_site_corrects_single_characters(world):
    place = world({**town(), "catalogs/traditional.yaml": "改字: {臺賬: 台賬, 發佈: 發布}\n"})
    place.build()
    assert "關於發布供暖台賬的通知" in place.page("zh-hant/fdzdgknr/tongzhi/gongnuan.html")
