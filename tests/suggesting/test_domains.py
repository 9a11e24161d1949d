"""Titles, as counties publish them, find their domain; so do small texts, and what belongs nowhere stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.config import CatalogueFiles, find_catalogues, read_catalogues, read_words
from sitegen.model.catalogues import Domain, DomainFacts, Item
from sitegen.model.domain_words import OUTSIDE, ItemWords
from sitegen.suggesting.catalogue_items import CatalogueSuggester, Suggestions
from sitegen.suggesting.subject import subject_of

CASES = [
    [part.strip() for part in line.split("|")]
    for line in Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NONE = "无"


@pytest.fixture(scope="session")
def shipped_suggester() -> CatalogueSuggester:
    found = find_catalogues(Path())
    catalogues, faults = read_catalogues(found, "default")
    words, item_words, more = read_words(found)
    assert catalogues is not None
    assert not faults
    assert not more
    return CatalogueSuggester(catalogues.domains, words, item_words)


def domains(suggestions: Suggestions) -> list[str]:
    return [each.domain.facts.title for each in suggestions.items]


@pytest.mark.parametrize(("title", "body", "right"), CASES, ids=[case[0] for case in CASES])
def test_title(shipped_suggester, title, body, right):
    found = shipped_suggester.suggest(subject_of(title, "", (body,), ""))
    assert (domains(found) or [NONE])[0] in right.split("、")


def test_every_domain_has_words_and_titles():
    found = find_catalogues(Path())
    catalogues, _ = read_catalogues(found, "default")
    words, _, _ = read_words(found)
    assert catalogues is not None
    codes = [domain.facts.code for domain in catalogues.domains]
    assert [each.domain for each in words] == [OUTSIDE, *codes]
    titles = {domain.facts.title for domain in catalogues.domains}
    assert titles <= {name for *_, right in CASES for name in right.split("、")}


def test_the_text_speaks_where_the_title_does_not(shipped_suggester):
    text = "经村民小组评议、镇人民政府审核，下列家庭符合最低生活保障条件，现将低保对象名单公示。"
    assert domains(shipped_suggester.suggest(subject_of("公示", text, (), "")))[0] == "社会救助"


def test_the_column_speaks(shipped_suggester):
    subject = subject_of("受理地址和电话", "地址和电话见附件。", (), "社会救助")
    assert domains(shipped_suggester.suggest(subject))[0] == "社会救助"


def test_a_column_that_names_its_domain_settles_it(shipped_suggester):
    subject = subject_of("受理地址和电话", "", (), "窗口", ("yanglao-fuwu",))
    found = shipped_suggester.suggest(subject)
    assert domains(found)[0] == "养老服务"
    assert found.sure


def test_a_page_without_a_title_is_called_what_its_opening_names(shipped_suggester):
    text = "各镇人民政府：现将《青岚区农村危房改造补助资金管理办法》印发给你们，请遵照执行。"
    assert domains(shipped_suggester.suggest(subject_of("", text, (), "")))[0] == "农村危房改造"


def test_the_frame_of_a_saved_page_says_nothing(shipped_suggester):
    frame = "当前位置： 首页政务公开社会救助 时间：2026-01-05 微信 微博 QQ空间 "
    foot = " 扫一扫在手机上查看当前页面 相关链接 教育局 义务教育 招生 学校"
    text = frame + "为保障供电，定于一月八日检修线路，停电范围如下。" + "请沿线用户提前做好准备。" * 12 + foot
    assert domains(shipped_suggester.suggest(subject_of("停电检修公告", text, (), "")))[0] == "市政服务"


def test_no_more_than_three_of_different_domains_and_the_best_first(shipped_suggester):
    text = "就业、养老服务、社会救助、义务教育、医疗机构、食品安全、危房改造、法律援助、图书馆。"
    found = shipped_suggester.suggest(subject_of("民生实事工作方案", text, (), ""))
    scores = [each.score for each in found.items]
    assert len(set(domains(found))) == len(scores) <= 3
    assert scores == sorted(scores, reverse=True)
    assert not found.sure


def test_items_of_a_domain_are_told_apart(shipped_suggester):
    found = shipped_suggester.suggest(subject_of("2026年第三季度城乡低保对象审批结果", "", (), ""))
    assert found.items[0].item.code == "社会救助/最低生活保障/审批信息"


def test_a_domain_without_a_fitting_item_is_said_to_be_just_that(shipped_suggester):
    found = shipped_suggester.suggest(subject_of("关于养犬的通告", "", (), ""))
    assert domains(found)[0] == "城市综合执法"
    assert not found.items[0].told
    assert found.items[0].others == ()


def test_a_domain_of_ones_own_is_found_by_the_names_of_its_items():
    tourism = Domain(
        facts=DomainFacts(number=27, code="lvyou", title="旅游"),
        items=(
            Item(code="旅游/景区管理/景区质量等级", category="景区管理", title="景区质量等级"),
            Item(code="旅游/旅行社管理/旅行社名录", category="旅行社管理", title="旅行社名录"),
            Item(code="旅游/旅行社管理/旧", category="旅行社管理", title="旅行社名录", retired="2026-01-01"),
        ),
    )
    suggester = CatalogueSuggester([tourism], (), ItemWords())
    found = suggester.suggest(subject_of("2026年旅行社名录", "", (), ""))
    assert [each.item.code for each in found.items] == ["旅游/旅行社管理/旅行社名录"]


def test_faulty_words_are_reported():
    found = CatalogueFiles(files={"domain-words/01-x.yaml": b"- 1\n", "item-words.yaml": b"{}\n"}, digest=b"")
    words, _, faults = read_words(found)
    assert words == ()
    assert [fault.id for fault in faults] == ["SG610"]
