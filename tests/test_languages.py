"""The column in several languages: trees beside the main one, how they lead to one another, what stays the same."""

from __future__ import annotations

import json
import re

import pytest

from sitegen import config
from sitegen.theme_words import read_words
from tests.world import BASE, document, lines_of, record

SITE = "content/site.yaml"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"
WITH_TRADITIONAL = {SITE: f"{BASE[SITE]}繁体版: 是\n"}
BASE_ADDRESS = "https://www.qinglan.gov.cn/zfxxgk/"


def alternates(page: str) -> dict[str, str]:
    """Return the languages that a page names for machines, by address."""
    found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="(\S+?)">', page)
    return {address: language for language, address in found}



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
    assert '<html lang="zh-Hant">' in there
    assert "關於發布供暖臺賬的通知" in there
    assert "關於" not in here
    assert f'<link rel="canonical" href="{BASE_ADDRESS}zh-hant/{address}">' in there
    assert f'<link rel="canonical" href="{BASE_ADDRESS}{address}">' in here
    for page in (here, there):
        assert f'<link rel="alternate" hreflang="zh-Hans" href="{BASE_ADDRESS}{address}">' in page
        assert f'<link rel="alternate" hreflang="zh-Hant" href="{BASE_ADDRESS}zh-hant/{address}">' in page
    assert 'href="../../../fdzdgknr/tongzhi/gongnuan.html"' in there
    assert 'href="../../zh-hant/fdzdgknr/tongzhi/gongnuan.html"' in here


def test_links_in_the_traditional_tree_stay_in_it_and_files_are_those_of_the_main_one(world):
    place = world(town())
    place.build()
    page = place.page("zh-hant/fdzdgknr/tongzhi/gongnuan.html")
    assert 'href="../../zhengce/xzgfxwj/jiuzhu.html"' in page
    assert 'href="../../../fdzdgknr/tongzhi/gongnuan/biao.csv"' in page
    assert 'href="../../../static/theme.css"' in page
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


ENGLISH_SITE = f"{BASE[SITE]}英文名称: People's Government of Qinglan District\n"
HOME = "content/index.en.md"
RULES_IN_ENGLISH = "content/zhengce/xzgfxwj/jiuzhu.en.md"
BODY_IN_ENGLISH = "content/jigou/qu-zhengfu.en.md"


def translation(body="Text.\n", **fields):
    values = {
        "标题": "Measures on Temporary Assistance in Qinglan District",
        "公开属性": "主动公开",
        "发布日期": "2026-02-01",
        "审核": "{拟稿: 办公室, 审核: 办公室, 发布: 办公室}",
    } | fields
    return "\n".join(["---", *(f"{key}: {value}" for key, value in values.items() if value), "---", "", body])


def english(**extra):
    return {
        **town(),
        SITE: ENGLISH_SITE,
        HOME: translation("Welcome.\n", 标题="Open Government Information"),
        RULES_IN_ENGLISH: translation(
            "See the [notice](/fdzdgknr/tongzhi/gongnuan.md) and the [body](/jigou/qu-zhengfu.yaml).\n"
        ),
        BODY_IN_ENGLISH: translation("The government.\n", 标题="People's Government of Qinglan District"),
        **extra,
    }


def test_a_translation_is_a_page_of_its_own_tree_and_no_record(world):
    place = world(english())
    assert lines_of(place.build().diagnostics) == []
    tree = place.tree()
    assert {path for path in tree if path.startswith("en/")} == {
        "en/data/titles.js",
        "en/index.html",
        "en/jigou/qu-zhengfu.html",
        "en/sousuo.html",
        "en/zhengce/xzgfxwj/jiuzhu.html",
    }
    assert not any(".en." in path for path in tree)
    assert "Measures on Temporary" not in place.page("data/documents.json")
    assert "Measures on Temporary" not in place.page("zhengce/xzgfxwj/index.html")


def test_a_translated_page_is_english_and_marks_what_is_not(world):
    place = world(english())
    place.build()
    page = place.page("en/zhengce/xzgfxwj/jiuzhu.html")
    assert '<html lang="en">' in page
    assert "People&#39;s Government of Qinglan District" in page
    assert "the Chinese text is authoritative" in page
    assert "10 February 2026" in page
    assert ">In force</span>" in page
    body = re.sub(r"<(\w+)[^>]* lang=.?zh[^>]*>.*?</\1>", "", page[page.index("<body") :])
    assert re.findall(r"[\u4e00-\u9fff]+", body) == []


def test_links_lead_to_translations_where_there_are_some(world):
    place = world(english())
    place.build()
    page = place.page("en/zhengce/xzgfxwj/jiuzhu.html")
    assert 'href="../../../en/jigou/qu-zhengfu.html"' in page
    assert 'href="../../../fdzdgknr/tongzhi/gongnuan.html"' in page


def test_the_language_switch_never_leads_to_a_dead_page(world):
    place = world({**english(), SITE: f"{ENGLISH_SITE}繁体版: 是\n"})
    place.build()
    tree = place.tree()
    for path, data in tree.items():
        if path.endswith(".html") and path != "404.html":
            text = data.decode()
            row = re.search(r'class="langs"[^>]*>(.*?)</nav>', text)
            assert row, path
            ways = re.findall(r'href="(\S+?)" lang="[\w-]+" hreflang="([\w-]+)"', row[1])
            assert [lang for _, lang in ways][:2] == ["zh-Hans", "zh-Hant"]
            assert ways[-1][1] == "en"
            for address, _ in ways:
                assert _resolved(path, address) in tree, f"{path}: {address}"
    plain = place.page("fdzdgknr/tongzhi/gongnuan.html")
    assert "rel=\"alternate\" hreflang=\"en\"" not in plain
    assert 'href="../../en/index.html"' in plain
    assert "zh-hant/en/index.html" not in place.page("sitemap.xml")


def test_alternates_are_mutual(world):
    place = world(english())
    place.build()
    pages = ("zhengce/xzgfxwj/jiuzhu.html", "en/zhengce/xzgfxwj/jiuzhu.html")
    said = [set(alternates(place.page(path)).items()) for path in pages]
    assert said[0] == said[1] == {(BASE_ADDRESS + pages[0], "zh-Hans"), (BASE_ADDRESS + pages[1], "en")}


WRONG = {
    "no original": ({"content/zhengce/xzgfxwj/zhufang.en.md": translation()}, "zhufang.en.md:2:5 SG665"),
    "an original that is a draft": (
        {
            "content/zhengce/xzgfxwj/zhufang.md": document(稿件状态="草稿", 标题="住房办法", 文号="青政规〔2026〕3号"),
            "content/zhengce/xzgfxwj/zhufang.en.md": translation(),
        },
        "zhufang.en.md:2:5 SG666",
    ),
    "no English name": ({SITE: BASE[SITE]}, "content/site.yaml SG667"),
    "a field of records": ({RULES_IN_ENGLISH: translation(文号="青政规〔2026〕1号")}, "jiuzhu.en.md:6:1 SG198"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_translations(world, name):
    files, told = WRONG[name]
    (line,) = lines_of(world({**english(), **files}).check().diagnostics)
    assert line.endswith(told)


def test_a_translation_that_was_published_may_not_vanish_but_may_lead_to_the_chinese_page(world):
    files = english()
    place = world(files)
    place.build()
    place.write({RULES_IN_ENGLISH: files[RULES_IN_ENGLISH].replace("公开属性: 主动公开", "稿件状态: 草稿")})
    (line,) = lines_of(place.build().diagnostics)
    assert line == "content/zhengce/xzgfxwj/jiuzhu.en.md SG334"
    old = "/zfxxgk/en/zhengce/xzgfxwj/jiuzhu.html"
    place.write({RULES: files[RULES].replace("---\n", f"---\n旧地址: [{old}]\n", 1)})
    assert lines_of(place.build().diagnostics) == []
    assert "url=../../../zhengce/xzgfxwj/jiuzhu.html" in place.page("en/zhengce/xzgfxwj/jiuzhu.html")
    place.build(output="clean")
    assert place.tree("clean") == place.tree()


def test_a_moved_page_takes_its_translation_and_its_traditional_page_along(world):
    files = {**english(), SITE: f"{ENGLISH_SITE}繁体版: 是\n"}
    text = files.pop(RULES).replace("---\n", "---\n旧地址: [/zfxxgk/zhengce/xzgfxwj/jiuzhu.html]\n", 1)
    moved = {
        "content/zhengce/xzgfxwj/shehui.md": text,
        "content/zhengce/xzgfxwj/shehui.en.md": files.pop(RULES_IN_ENGLISH),
    }
    files[NOTICE] = files[NOTICE].replace("/jiuzhu.md", "/shehui.md")
    place = world({**files, **moved})
    assert lines_of(place.build().diagnostics) == []
    assert "url=../../../en/zhengce/xzgfxwj/shehui.html" in place.page("en/zhengce/xzgfxwj/jiuzhu.html")
    there = place.page("zh-hant/zhengce/xzgfxwj/jiuzhu.html")
    assert "url=../../zhengce/xzgfxwj/shehui.html" in there
    assert f'<link rel="canonical" href="{BASE_ADDRESS}zh-hant/zhengce/xzgfxwj/shehui.html">' in there


def test_the_tree_in_traditional_script_may_not_vanish(world):
    place = world(town())
    place.build()
    place.write({SITE: BASE[SITE]})
    (line,) = lines_of(place.build().diagnostics)
    assert line == "content/site.yaml SG334"


def test_data_of_a_page_in_traditional_script_are_of_that_page(world):
    place = world(town())
    place.build()
    found = [json.loads(text) for text in _linked_data(place.page("zh-hant/zhengce/xzgfxwj/jiuzhu.html"))]
    paper, way = found
    assert paper["inLanguage"] == "zh-Hant"
    assert paper["@id"] == paper["url"] == f"{BASE_ADDRESS}zh-hant/zhengce/xzgfxwj/jiuzhu.html"
    assert paper["publisher"]["name"] == "青嵐區人民政府"
    assert paper["publisher"]["url"] == f"{BASE_ADDRESS}zh-hant/jigou/qu-zhengfu.html"
    assert way["itemListElement"][-1]["item"] == paper["url"]
    assert way["itemListElement"][0]["name"] == "政府信息公開"
    home = json.loads(_linked_data(place.page("zh-hant/index.html"))[0])
    assert home["url"] == f"{BASE_ADDRESS}zh-hant/"
    assert home["distribution"][0]["contentUrl"] == f"{BASE_ADDRESS}data/documents.json"


def _linked_data(page):
    return re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)


def titles_in(script):
    """Return the titles of the rows of a script of titles."""
    return [row[0] for row in json.loads(script.partition(" = ")[2].rstrip(";\n"))["rows"]]


def test_pages_in_english_are_searched_from_english_pages_and_from_no_others(world):
    place = world({**english(), SITE: f"{ENGLISH_SITE}繁体版: 是\n"})
    place.build()
    page = place.page("en/zhengce/xzgfxwj/jiuzhu.html")
    assert 'action="../../../en/sousuo.html"' in page
    assert "Search the pages in English" in page
    assert titles_in(place.page("en/data/titles.js")) == [
        "Open Government Information",
        "People's Government of Qinglan District",
        "Measures on Temporary Assistance in Qinglan District",
    ]
    assert not any("Qinglan" in title for title in titles_in(place.page("data/titles.js")))
    assert "zh-hant/en/data/titles.js" not in place.tree()


def test_the_search_pages_of_all_languages_lead_to_each_other(world):
    place = world({**english(), SITE: f"{ENGLISH_SITE}繁体版: 是\n"})
    place.build()
    for path in ("sousuo.html", "zh-hant/sousuo.html", "en/sousuo.html"):
        said = alternates(place.page(path))
        assert said == {
            f"{BASE_ADDRESS}sousuo.html": "zh-Hans",
            f"{BASE_ADDRESS}zh-hant/sousuo.html": "zh-Hant",
            f"{BASE_ADDRESS}en/sousuo.html": "en",
        }
    english_page = re.sub(r"<(\w+)[^>]* lang=.?zh[^>]*>.*?</\1>", "", place.page("en/sousuo.html"))
    body = english_page[english_page.index("<body") :]
    assert re.findall(r"[\u4e00-\u9fff]+", body) == []


def test_without_translations_there_is_no_search_over_them(world):
    place = world(town())
    place.build()
    assert not any(path.startswith("en/") for path in place.tree())


MONGOLIAN_NAME = "ᠮᠣᠩᠭᠣᠯ"


MONGOLIAN_SITE = f"{BASE[SITE]}第二语言: 蒙古文\n蒙古文名称: {MONGOLIAN_NAME}\n繁体版: 是\n"
ALONE = {SITE: f"{MONGOLIAN_SITE}检查: {{SG830: 不查}}\n"}


def mongolian(**extra):
    return {
        **town(),
        SITE: MONGOLIAN_SITE,
        "content/zhengce/xzgfxwj/jiuzhu.mn.md": translation(f"{MONGOLIAN_NAME} 2026\n", 标题=MONGOLIAN_NAME),
        **extra,
    }


def test_mongolian_is_the_second_language_where_the_site_says_so(world):
    place = world(mongolian())
    assert lines_of(place.build().diagnostics) == [f"{NOTICE}:2:5 SG830", "themes/default/strings.yaml SG669"]
    tree = place.tree()
    assert {path for path in tree if path.startswith(("mn/", "en/"))} == {
        "mn/data/titles.js",
        "mn/index.html",
        "mn/sousuo.html",
        "mn/zhengce/xzgfxwj/jiuzhu.html",
    }
    page = place.page("mn/zhengce/xzgfxwj/jiuzhu.html")
    assert '<html lang="mn-Mong">' in page
    assert page.count('class="upright" lang="mn-Mong"') == 2
    assert "2026-02-10" in page
    said = alternates(place.page("zhengce/xzgfxwj/jiuzhu.html"))
    assert said[f"{BASE_ADDRESS}mn/zhengce/xzgfxwj/jiuzhu.html"] == "mn-Mong"
    for path, data in tree.items():
        if path.endswith(".html") and path != "404.html":
            row = re.search(r'class="langs"[^>]*>(.*?)</nav>', data.decode())
            assert row, path
            ways = re.findall(r'href="(\S+?)" lang="[\w-]+" hreflang="([\w-]+)"', row[1])
            assert ways[-1][1] == "mn-Mong"
            assert all(_resolved(path, address) in tree for address, _ in ways), path


def test_words_that_nobody_has_written_in_mongolian_are_named_and_marked_as_chinese(world):
    place = world(mongolian(**ALONE))
    (found,) = place.build().diagnostics
    assert "蒙古文网页上有" in found.message
    assert '<body lang="zh-CN" class="gw-page translated">' in place.page("mn/zhengce/xzgfxwj/jiuzhu.html")
    chinese = read_words(config.theme_folders(place.folder)).texts["zh-CN"]
    words = {key: {"mn-Mong": "mn-Mong" if key == "frame.lang" else text} for key, text in chinese.items()}
    place.write({"themes/default/strings.yaml": json.dumps(words, ensure_ascii=False)})
    assert place.build().diagnostics == ()
    assert '<body class="gw-page translated">' in place.page("mn/zhengce/xzgfxwj/jiuzhu.html")


PAIRS = """\
代码: bendi
名称: 本地口径
沿用: default
网页:
  成对的第二语言: {值: [英文], 来源: 本地规定, 可信度: ◐}
"""


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, ["SG830"]),
        (ALONE, []),
        ({SITE: f"{BASE[SITE]}地方规则: bendi\n", "catalogs/profiles/bendi.yaml": PAIRS}, []),
        (
            {
                SITE: f"{BASE[SITE]}地方规则: bendi\n英文名称: Qinglan\n",
                "catalogs/profiles/bendi.yaml": PAIRS.replace("◐", "✔"),
                "content/zhengce/xzgfxwj/jiuzhu.en.md": translation("Rules.\n", 标题="Rules"),
            },
            ["SG830 error"],
        ),
    ],
    ids=["asked for", "not asked for", "no second language", "in English, by a rule that was read"],
)
def test_pages_are_in_pairs_where_the_place_asks_for_it(world, files, found):
    given = mongolian(**files)
    if "第二语言" not in given[SITE]:
        del given["content/zhengce/xzgfxwj/jiuzhu.mn.md"]
    diagnostics = world(given).check().diagnostics
    shown = [f"{each.id} error" if each.severity == "error" else each.id for each in diagnostics]
    assert [each for each in shown if each.startswith("SG83")] == found


def test_mongolian_stands_upright_from_left_to_right(world, open_page):
    place = world(mongolian())
    place.build()
    page = open_page(f"file://{place.folder}/build/mn/zhengce/xzgfxwj/jiuzhu.html")
    modes = page.evaluate("[...document.querySelectorAll('h1, .text p')].map(one => getComputedStyle(one).writingMode)")
    assert modes == ["vertical-lr", "vertical-lr"]
    assert page.evaluate("getComputedStyle(document.querySelector('.facts dd')).writingMode") == "horizontal-tb"
    wide, seen = page.evaluate("(root => [root.scrollWidth, root.clientWidth])(document.documentElement)")
    assert wide <= seen


def test_a_translation_into_another_language_is_not_published(world):
    files = {**english(), "content/index.mn.md": translation(标题=MONGOLIAN_NAME)}
    (line,) = lines_of(world(files).check().diagnostics)
    assert line == "content/index.mn.md:2:5 SG668"
