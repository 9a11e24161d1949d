"""效力用词 (R54): a place's own words for states stand wherever a state is shown; codes and addresses stay."""

from __future__ import annotations

import csv
import json
import re

import pytest

from sitegen.disclosure.local_words import label_under, names_under, note_under, prefix_under
from sitegen.disclosure.states import NAMES, State
from sitegen.reporting import status_text
from sitegen.views.make_ledger import entries_by_key
from tests.rules.outcome import SITE, findings
from tests.world import BASE, World, document

FOLDER = "content/zhengce/xzgfxwj"
LOCAL = """\
目录: 地方口径
代码: bendi
名称: 本地口径
沿用: default
版本: '1'
效力用词:
  字段名: {值: 有效性, 来源: 本地规定, 可信度: ✎}
  尚未施行: {值: 未生效, 来源: 本地规定, 可信度: ✎}
  现行有效: {值: 有效, 来源: 本地规定, 可信度: ✎}
  已修改: {值: 被修改, 来源: 本地规定, 可信度: ✎}
  部分失效: {值: 部分有效, 来源: 本地规定, 可信度: ✎}
  已废止: {值: 废止, 来源: 本地规定, 可信度: ✎}
  已失效: {值: 失效, 来源: 本地规定, 可信度: ✎}
  已废止标题前缀: {值: 【废止】, 来源: 本地规定, 可信度: ✎}
  已失效标题前缀: {值: 【失效】, 来源: 本地规定, 可信度: ✎}
  已废止正文注记: {值: （该文件已经废止）, 来源: 本地规定, 可信度: ✎}
"""
FILES = {
    "catalogs/profiles/bendi.yaml": LOCAL,
    SITE: BASE[SITE] + "地方规则: bendi\n",
    f"{FOLDER}/jiu.md": document(
        标题="青岚区临时救助办法", 文号="青政规〔2018〕2号", 成文日期="2018-03-02", 施行日期="2018-05-01"
    ),
    f"{FOLDER}/guo.md": document(
        标题="青岚区住房救助办法",
        文号="青政规〔2019〕2号",
        成文日期="2019-03-02",
        施行日期="2019-05-01",
        有效期至="2024-04-30",
    ),
    f"{FOLDER}/xin.md": document(
        标题="青岚区社会救助办法", 文号="青政规〔2026〕4号", 有效期至="2031-02-09", 废止="[青政规〔2018〕2号]"
    ),
    f"{FOLDER}/jianglai.md": document(
        标题="青岚区医疗救助办法",
        文号="青政规〔2026〕5号",
        施行日期="2027-01-01",
        修改="[{文件: 青政规〔2026〕4号, 条款: 第一条}]",
    ),
}
CODES = {"jiu": "repealed", "guo": "lapsed", "xin": "in_force", "jianglai": "not_yet_in_force"}
WORDS = {"jiu": "废止", "guo": "失效", "xin": "有效", "jianglai": "未生效"}


def heading(page: str) -> str:
    found = re.search("<h1>(.*?)</h1>", page)
    return re.sub("<[^>]*>", "", found[1]) if found else ""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("words") / "project", {**BASE, **FILES})
    made.build()
    return made


@pytest.mark.parametrize("name", CODES)
def test_badges_and_data_have_the_words_and_keep_the_codes(built, name):
    page = built.page(f"zhengce/xzgfxwj/{name}.html")
    assert f'<span class="vs vs-{CODES[name]}"' in page
    assert f">{WORDS[name]}</span>" in page
    assert '<span class="k">有效性</span>' in page
    data = json.loads(built.page(f"zhengce/xzgfxwj/{name}.json"))
    assert (data["state"], data["state_title"]) == (CODES[name], WORDS[name])


def test_ended_documents_have_a_prefix_and_a_note(built):
    repealed, lapsed = (built.page(f"zhengce/xzgfxwj/{name}.html") for name in ("jiu", "guo"))
    assert "<title>【废止】青岚区临时救助办法_" in repealed
    assert heading(repealed) == "【废止】青岚区临时救助办法"
    assert '<p class="note">（该文件已经废止）</p>' in repealed
    assert heading(lapsed) == "【失效】青岚区住房救助办法"
    assert "（该文件已经废止）" not in lapsed
    assert heading(built.page("zhengce/xzgfxwj/xin.html")) == "青岚区社会救助办法"
    assert "<title>【废止】青岚区临时救助办法</title>" in built.page("atom.xml")


def test_script_corrects_a_badge_in_the_words_of_the_place(built):
    assert 'data-then="in_force" data-word="有效"' in built.page("zhengce/xzgfxwj/jianglai.html")


def test_lists_filters_ledger_search_and_schema_have_the_words(built):
    index = built.page("suoyin/index.html")
    assert "废止和失效" in index
    assert ">有效性</th>" in index
    assert "有效2件" not in index
    assert "有效1件" in index
    assert "【" not in built.page("zhengce/xzgfxwj/repealed/index.html")
    assert "失效" in built.page("suoyin/zhuangtai/lapsed/index.html")
    titles = built.page("data/titles.js")
    assert '["in_force","有效"]' in titles
    rows = list(csv.DictReader(built.page("data/taizhang.csv").removeprefix("\ufeff").splitlines()))
    assert sorted(row["效力状态"] for row in rows) == sorted(WORDS.values())
    assert "in_force 有效" in built.page("data/schema/taizhang.json")
    assert ">效力状态<" not in built.page("zhengce/xzgfxwj/all/index.html")


def test_none_of_the_usual_words_is_left(built):
    pages = [text.decode() for path, text in built.tree().items() if path.startswith(("zhengce/", "suoyin/"))]
    for word in ("现行有效", "已废止", "尚未施行"):
        shown = [page for page in pages if f">{word}<" in page or f"“{word}”" in page]
        assert shown == []


def test_terminal_and_findings_have_the_words(built):
    site = built.check().site
    course = site.courses["zhengce/xzgfxwj/jiu"]
    told = status_text.render(course, site.as_of, site.courses, site.notice_days, site.state_names)
    assert "效力状态：废止，自2026年2月10日起" in told
    assert "所以自2026年2月10日起废止。" in told
    assert entries_by_key(site)["zhengce/xzgfxwj/jiu"].state_title == "废止"


@pytest.mark.parametrize(
    ("asserted", "expected"), [("废止", []), ("已废止", []), ("有效", ["SG412"]), ("已失效", ["SG412"])]
)
def test_a_record_may_say_its_state_in_either_words(world, asserted, expected):
    old = FILES[f"{FOLDER}/jiu.md"].replace("施行日期:", f"效力状态: {asserted}\n施行日期:")
    found = findings(world, {**FILES, f"{FOLDER}/jiu.md": old}, "地方规则: bendi\n")
    wrong = [each for each in found if each.id == "SG412"]
    assert [each.id for each in wrong] == expected
    assert all("应当是“废止”" in each.message for each in wrong)


def test_the_usual_words_where_the_place_has_none(world):
    words = world().check().site.catalogues.profile.state_words
    assert names_under(words) == NAMES
    assert label_under(words) == "效力状态"
    assert {prefix_under(words, state) + note_under(words, state) for state in State} == {""}
