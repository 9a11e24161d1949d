"""文号: one form, and the year of the text."""

from __future__ import annotations

import pytest

from tests.rules.outcome import FILE, findings
from tests.world import document

FORMS = {
    "青政规〔2026〕1号": "",
    "海川市人民政府令第12号": "",
    "青岚区人民政府公告2026年第5号": "",
    "榕（岚）综实管〔2026〕3号": "",
    "青政规[2026]1号": "青政规〔2026〕1号",
    "青政规【2026】1号": "青政规〔2026〕1号",
    "青政规（2026）1号": "青政规〔2026〕1号",
    "青政规(2026)1号": "青政规〔2026〕1号",
    "青政规〔2026〕01号": "青政规〔2026〕1号",
    "青政规〔2026〕第1号": "青政规〔2026〕1号",
    "青政规〔2026〕1": "青政规〔2026〕1号",
    "青政规 〔2026〕 1 号": "青政规〔2026〕1号",
    "青政规〔２０２６〕１号": "青政规〔2026〕1号",
    "海川市人民政府第12号令": "海川市人民政府令第12号",
    "青政规〔26〕1号": "青政规〔2026〕1号",
}


@pytest.mark.parametrize(("number", "right"), FORMS.items(), ids=FORMS)
def test_form(world, number, right):
    found = findings(world, {FILE: document(文号=f"'{number}'")})
    assert [each.id for each in found] == (["SG324"] if right else [])
    if right:
        assert found[0].help == f"改为“{right}”。"


@pytest.mark.parametrize("number", ["内部编号A-7", "青政规〔24〕1号", "2026年第3期"])
def test_what_is_no_number(world, number):
    assert [each.id for each in findings(world, {FILE: document(文号=number)})] == ["SG325"]


def test_year_of_number_is_that_of_the_date(world):
    assert [each.id for each in findings(world, {FILE: document(文号="青政规〔2025〕9号")})] == ["SG326"]


def test_drafts_may_have_any_number(world):
    assert findings(world, {FILE: document(文号="青政规〔2026〕xx号", 稿件状态="草稿")}) == ()
