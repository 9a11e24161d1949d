"""What an editor sees: pages that keep their place, a panel of findings, style sheets that change in place."""

from __future__ import annotations

import pytest

from tests.browser import PHONE, wait_until
from tests.serve.preview import Preview
from tests.world import World, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
PAGE = "fdzdgknr/tongzhi/gongnuan.html"
STYLE = "themes/default/static/theme.css"
LONG = "\n\n".join(f"第{number}段。" + "供暖" * 60 for number in range(80))
ICON = "Failed to load resource"
"""What Chromium says of the favicon, which the column has none of."""
ERROR = record(LONG, 索引号="QL0001000/2026-00001", 发布日期="2026-02-30")


def text(first: str = "开头。") -> str:
    return record(f"{first}\n\n{LONG}\n", 索引号="QL0001000/2026-00001")


@pytest.fixture
def shown(preview) -> Preview:
    return preview({NOTICE: text()})


def mark(page):
    """Put a mark on the window that only a new loading of the page removes."""
    page.evaluate("window.mark = 1")


def wait_for_loading(page):
    wait_until(page, "window.mark === undefined && document.readyState === 'complete'")


def test_page_loads_again_and_keeps_its_place(shown, open_page):
    page = open_page(shown.address + PAGE, allowed=(ICON,))
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    mark(page)
    shown.save(NOTICE, text("新的开头。"))
    wait_for_loading(page)
    assert "新的开头。" in page.inner_text(".gw")
    wait_until(page, "scrollY === 1500")


def test_page_stays_as_it_is_when_others_change(shown, open_page):
    page = open_page(f"{shown.address}zhinan/index.html", allowed=(ICON,))
    mark(page)
    shown.save(NOTICE, text("新的开头。"))
    wait_until(
        page, "document.querySelector('sitegen-preview').shadowRoot.querySelector('.said').textContent"
    )
    assert page.evaluate("window.mark") == 1


def test_style_sheet_is_exchanged_in_place(shown, open_page):
    page = open_page(shown.address + PAGE, allowed=(ICON,))
    mark(page)
    shown.world.write({STYLE: "body { background: rgb(1, 2, 3) }\n"})
    wait_until(page, "getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    wait_until(page, "document.querySelectorAll('head link[rel=stylesheet]').length === 3")
    assert page.evaluate("window.mark") == 1


def test_panel_shows_findings_and_goes_when_they_are_mended(shown, open_page):
    page = open_page(shown.address + PAGE, allowed=(ICON,))
    assert page.locator(".toggle").get_attribute("open") is None
    shown.save(NOTICE, ERROR)
    finding = page.locator(".diag")
    finding.wait_for()
    assert "没有“2026-02-30”" in finding.inner_text()
    assert page.locator(".diag em").inner_text() == "2026-02-30"
    assert page.locator(".panel h2").inner_text() == "这一页有1处错误"
    assert "开头。" in page.inner_text(".gw")
    mark(page)
    shown.save(NOTICE, text("改好了。"))
    wait_for_loading(page)
    assert "改好了。" in page.inner_text(".gw")
    assert page.locator(".diag").count() == 0


def test_panel_is_worked_by_keyboard_and_remembered(shown, open_page):
    shown.save(NOTICE, ERROR)
    page = open_page(shown.address + PAGE, allowed=(ICON,))
    page.locator(".diag").wait_for()
    page.keyboard.press("F8")
    focused = "document.querySelector('sitegen-preview').shadowRoot.activeElement"
    assert page.evaluate(f"{focused}.className") == "diag"
    page.keyboard.press("Escape")
    assert page.evaluate(f"{focused}.localName") == "summary"
    assert not page.locator(".panel").is_visible()
    page.goto(shown.address)
    assert not page.locator(".panel").is_visible()
    page.locator(".toggle > summary").press("Enter")
    assert page.locator(".panel").is_visible()
    page.goto(shown.address + PAGE)
    assert page.locator(".panel").is_visible()


def test_panel_makes_room_beside_the_page(shown, open_page):
    shown.save(NOTICE, ERROR)
    page = open_page(shown.address + PAGE, allowed=(ICON,))
    panel, article = page.locator(".panel").bounding_box(), page.locator("main").bounding_box()
    assert article["x"] + article["width"] <= panel["x"] + 1
    page.locator(".close").click()
    assert page.locator("main").bounding_box()["width"] > article["width"] + 300


def test_panel_on_a_phone_is_closed_until_asked_for(shown, open_page):
    shown.save(NOTICE, ERROR)
    page = open_page(shown.address + PAGE, PHONE, allowed=(ICON,))
    assert not page.locator(".panel").is_visible()
    page.locator(".toggle > summary").click()
    box = page.locator(".panel").bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.locator(".close").click()
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    wait_until(page, "document.querySelector('sitegen-preview').classList.contains('away')")
    assert page.locator(".toggle > summary").is_visible()


def test_text_of_findings_is_never_markup(shown, open_page):
    evil = "<img src=x onerror='document.title=1'><b>x</b>"
    shown.save(NOTICE, record(LONG, 标题=f'"{evil}"', 发布机构=f'"{evil}"'))
    page = open_page(shown.address + PAGE, allowed=(ICON,))
    page.locator(".diag").first.wait_for()
    assert evil in page.locator(".panel").inner_text()
    assert page.locator(".panel img, .panel b").count() == 0


def test_deleted_page_says_so_and_comes_back(shown, open_page):
    page = open_page(shown.address + PAGE, allowed=(ICON, "404"))
    mark(page)
    shown.world.remove(NOTICE)
    wait_for_loading(page)
    assert page.inner_text("h1") == "这个网页没有了"
    mark(page)
    shown.save(NOTICE, text())
    wait_for_loading(page)
    assert "开头。" in page.inner_text(".gw")


def test_page_finds_the_server_again_after_its_restart(world, open_page):
    place: World = world({NOTICE: text()})
    with Preview(place) as first:
        page = open_page(first.address + PAGE, allowed=("ERR_", ICON))
        port = first.port
        mark(page)
    wait_until(page, "document.querySelector('sitegen-preview').classList.contains('lost')")
    place.write({NOTICE: text("在它停下时改的。")})
    with Preview(place, port=port):
        wait_for_loading(page)
        assert "在它停下时改的。" in page.inner_text(".gw")
        page.close()


def test_errors_fill_the_page_where_nothing_was_built_yet(preview, open_page):
    shown = preview({NOTICE: ERROR})
    page = open_page(shown.address, allowed=(ICON,))
    assert page.inner_text("h1") == "1处错误"
    mark(page)
    shown.save(NOTICE, text())
    wait_for_loading(page)
    assert "政府信息公开" in page.inner_text("h1")
