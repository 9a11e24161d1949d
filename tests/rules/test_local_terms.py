"""What a place rules on terms (R57): documents that outlive theirs, and documents that name none."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta

import pytest

from sitegen.cli.index_files import entries_of_files
from sitegen.disclosure.courses import state_at, term_at
from sitegen.disclosure.local_terms import lapses_by_itself
from sitegen.model.local_rules import Answer, LocalRule, Trust
from sitegen.reporting.coming import coming
from sitegen.views.make_document import document_page
from sitegen.views.shelf import make_shelf
from tests.rules.outcome import FILE, SITE, findings
from tests.world import BASE, document

BENDI = "catalogs/profiles/bendi.yaml"
LOCAL = "目录: 地方口径\n代码: bendi\n名称: 本地口径\n沿用: default\n版本: '1'\n有效期:\n"
LASTING = LOCAL + "  期满自动失效: {值: 否, 来源: 本地规定第八条, 可信度: ✎}\n"
PRESUMED = LOCAL + "  未载明时: {值: 按一般最长年限, 来源: 本地规定第九条, 可信度: ✎}\n"
SETTINGS = "地方规则: bendi\n开通日期: 2020-01-01\n"
SECOND = "content/zhengce/xzgfxwj/qita.md"
OLD = {"成文日期": "2020-12-20", "发布日期": "2020-12-21 09:00", "施行日期": "2021-02-01"}
WHERE = '地址: "https://www.gov.cn/1.html", 原发布日期:'
OVER = document(**OLD, 有效期至="2026-01-31")


def site_of(world, files, profile, as_of=date(2026, 11, 20), folder="project"):
    made = world({**files, BENDI: profile, SITE: BASE[SITE] + SETTINGS}, folder)
    return made.check(as_of).site


def test_a_document_whose_term_is_over_says_so_and_keeps_its_date(world):
    made = world({FILE: OVER, BENDI: LASTING, SITE: BASE[SITE] + SETTINGS})
    made.build()
    page = made.page("zhengce/xzgfxwj/jiuzhu.html")
    assert '<span class="vs vs-in_force">现行有效</span>' in page
    assert "data-next" not in page
    assert "本文件的有效期已经届满，制定机关尚未公布处理结果" in page
    assert "有效期已于2026年1月31日届满，制定机关尚未公布处理结果" in page
    assert '"temporalCoverage":"2021-02-01/.."' in page
    data = json.loads(made.page("zhengce/xzgfxwj/jiuzhu.json"))
    assert (data["state"], data["valid_until"]) == ("in_force", "2026-01-31")
    (row,) = csv.DictReader(made.page("data/taizhang.csv").removeprefix("\ufeff").splitlines())
    assert (row["效力状态"], row["有效期至"], row["有效的最后一天"]) == ("现行有效", "2026-01-31", "")
    assert "有效期已于2026年1月31日届满" in row["理由"]


DECIDED = {
    "nobody did anything": ({}, ["SG820"]),
    "renewed late": ({"延续": "[青政规〔2026〕1号]", "有效期至": "2031-02-09"}, []),
    "to be repealed": ({"废止": "[青政规〔2026〕1号]", "施行日期": "2027-01-01"}, []),
    "repealed": ({"废止": "[青政规〔2026〕1号]"}, []),
    "listed by a clean-up": ({"继续有效": "[青政规〔2026〕1号]"}, []),
    "amended": ({"修改": "[青政规〔2026〕1号]"}, ["SG820"]),
}


@pytest.mark.parametrize(("fields", "expected"), DECIDED.values(), ids=DECIDED)
def test_a_term_that_is_over_wants_a_decision(world, fields, expected):
    given = {"标题": "青岚区社会救助办法", "文号": "青政规〔2026〕9号", **fields}
    files = {FILE: OVER, SECOND: document(**given), BENDI: LASTING}
    found = findings(world, files, SETTINGS)
    assert [each.id for each in found if each.id == "SG820"] == expected


def test_terms_end_documents_where_the_place_says_nothing(world):
    assert not [each for each in findings(world, {FILE: OVER}, "开通日期: 2020-01-01\n") if each.id == "SG820"]
    files = {FILE: document(**OLD, 有效期至="2026-12-31"), BENDI: LASTING}
    assert not [each for each in findings(world, files, SETTINGS) if each.id == "SG820"]


def test_every_day_on_which_the_page_changes_is_foretold(world):
    start = date(2026, 1, 29)
    made = world({FILE: OVER, BENDI: LASTING, SITE: BASE[SITE] + SETTINGS})
    site = made.check(start).site
    assert [f"{change.on} {change.words}" for change in coming(site) if change.cause != "list"] == [
        "2026-02-01 有效期届满，不自动失效"
    ]
    assert [change.words for change in coming(made.check(date(2025, 10, 1)).site)][:1] == [
        "页面开始提示（提前90天）：2026年2月1日起有效期届满，不自动失效"
    ]
    seen = []
    for passed in range(6):
        later = made.check(start + timedelta(days=passed)).site
        page = document_page(later.records[0], make_shelf(later))
        seen.append((page.state, page.notice, page.steps))
    changed = [passed for passed in range(1, 6) if seen[passed] != seen[passed - 1]]
    assert changed == [3]


NAMELESS = {
    "no term": ({}, date(2026, 1, 31)),
    "on trial": ({"标题": "青岚区临时救助暂行办法"}, date(2023, 1, 31)),
    "a term of its own": ({"有效期至": "2024-01-31"}, date(2024, 1, 31)),
    "acts on others only": ({"标题": "关于废止部分文件的决定"}, None),
    "of somebody else": ({"转载": f"{{来源: 海川市人民政府, {WHERE} 2020-12-21}}"}, None),
    "no commencement": ({"施行日期": ""}, date(2025, 12, 20)),
}


@pytest.mark.parametrize(("fields", "until"), NAMELESS.values(), ids=NAMELESS)
def test_a_document_without_a_term_has_that_of_the_place(world, fields, until):
    site = site_of(world, {FILE: document(**{**OLD, **fields})}, PRESUMED)
    course = site.courses["zhengce/xzgfxwj/jiuzhu"]
    assert term_at(course, site.as_of) == until
    assert state_at(course, site.as_of).ended is (until is not None)


def test_the_card_says_that_a_term_was_reckoned(world):
    made = world({FILE: document(**OLD), BENDI: PRESUMED, SITE: BASE[SITE] + SETTINGS})
    made.build()
    assert "2026年1月31日（没有写明，按5年计算）" in made.page("zhengce/xzgfxwj/jiuzhu.html")
    assert "没有写明有效期，本地规定按5年计算，到2026年1月31日，已经届满" in made.page("zhengce/xzgfxwj/jiuzhu.html")
    assert json.loads(made.page("zhengce/xzgfxwj/jiuzhu.json"))["valid_until"] == "2026-01-31"


def test_texts_of_a_folder_are_judged_by_the_place(world):
    made = world({FILE: OVER, BENDI: LASTING, SITE: BASE[SITE] + SETTINGS})
    (entry,) = entries_of_files((made.folder / FILE,), made.folder, date(2026, 11, 20))
    assert (entry.state, str(entry.valid_until)) == ("in_force", "2026-01-31")


def test_nothing_is_presumed_where_the_place_says_nothing(world):
    site = world({FILE: document(**OLD)}).check().site
    assert term_at(site.courses["zhengce/xzgfxwj/jiuzhu"], site.as_of) is None


def test_a_presumed_term_may_end_nothing(world):
    both = PRESUMED + "  期满自动失效: {值: 否, 来源: 本地规定第八条, 可信度: ✎}\n"
    site = site_of(world, {FILE: document(**OLD)}, both)
    state = make_shelf(site).states["zhengce/xzgfxwj/jiuzhu"]
    assert (state.code, state.sentence.partition("；")[2]) == (
        "in_force",
        "有效期已于2026年1月31日届满，制定机关尚未公布处理结果",
    )


@pytest.mark.parametrize(
    ("value", "adopted", "since", "expected"),
    [
        (Answer.YES, Answer.YES, None, True),
        (Answer.NO, Answer.YES, None, False),
        (Answer.YES, Answer.NO, None, False),
        (Answer.NO, Answer.YES, date(2022, 1, 1), True),
        (Answer.YES, Answer.YES, date(2022, 1, 1), False),
        (Answer.NO, Answer.YES, date(2020, 1, 1), False),
    ],
)
def test_where_a_rule_does_not_hold_its_contrary_does(value, adopted, since, expected):
    rule = LocalRule(value=value, source="", trust=Trust.ASSUMED, adopted=adopted, since=since)
    assert lapses_by_itself(rule, date(2021, 1, 1)) is expected
