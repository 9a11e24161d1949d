"""The items of a page narrowed by several ways at once: by a script, kept in the address; complete without it."""

from __future__ import annotations

import pytest

from tests.column import serving
from tests.test_catalogue_pages import GUIDES, LISTS, RULES, item, site

NEVER = item("临时救助", "监督检查", 4, "责任机构: [区民政局, 乡镇人民政府]")
LEVEL = "shixiang/cengji/xianji.html"


@pytest.fixture
def address(world):
    place = world(site(GUIDES, RULES, LISTS, NEVER))
    assert [found.message for found in place.build().diagnostics if found.severity == "error"] == []
    with serving(place.folder / "build") as root:
        yield f"{root}{LEVEL}"


def items(page) -> list[tuple[str, str]]:
    rows = page.locator("section[data-items] tbody tr:visible")
    return [tuple(row.locator("th, td").all_inner_texts()[:2]) for row in rows.all()]


def test_body_and_state_narrow_together_and_the_address_keeps_it(address, open_page):
    page = open_page(address)
    assert len(items(page)) == 5
    page.locator("select[name=state]").select_option("未公开")
    assert {title for title, _ in items(page)} == {"临时救助／监督检查"}
    page.locator("select[name=body]").select_option("区民政局")
    assert items(page) == [("临时救助／监督检查", "区民政局")]
    assert page.get_by_role("status").inner_text() == "符合条件的1项"
    again = open_page(page.url)
    assert items(again) == items(page)
    again.locator("select[name=body]").select_option("")
    assert len(items(again)) == 2
    again.locator("select[name=state]").select_option("")
    assert again.url == address


def test_an_address_that_asks_for_what_there_is_not_shows_all(address, open_page):
    assert len(items(open_page(f"{address}?body=区教育局&state="))) == 5


def test_nothing_to_choose_where_all_are_alike(world, open_page):
    place = world(site())
    place.build()
    page = open_page(f"file://{place.folder}/build/shixiang/qingkuang/yigongkai.html")
    assert page.locator(".sift select[name=domain]").count() == 0
