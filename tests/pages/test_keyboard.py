"""Reading without a mouse: skip link, menu, search, filters, elder mode, and a mark on what has the focus."""

from __future__ import annotations

import pytest

from tests.browser import wait_until
from tests.pages.kinds import KINDS
from tests.pages.test_every_kind import DESKTOP, PHONE

BY_NAME = {kind.name: kind for kind in KINDS}
FIRST_OF_TEMPLATE = tuple({kind.template: kind for kind in reversed(KINDS)}.values())
FOCUSED = "() => (document.activeElement.innerText || document.activeElement.value || '').trim()"

UNMARKED = """() => {
  const wrong = [];
  for (const one of document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")) {
    if (!one.checkVisibility({ visibilityProperty: true })) { continue; }
    one.focus({ focusVisible: true });
    const style = getComputedStyle(one);
    if (document.activeElement !== one) { wrong.push("takes no focus: " + one.outerHTML.slice(0, 80)); }
    else if (style.outlineStyle !== "solid" || parseFloat(style.outlineWidth) < 3) {
      wrong.push("has no mark: " + one.outerHTML.slice(0, 80));
    }
  }
  return wrong;
}"""
REACHED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return { at: [...document.querySelectorAll("*")].indexOf(one), name: one.outerHTML.slice(0, 80),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""


def test_whatever_takes_the_focus_shows_it(visits):
    window = visits(viewport=DESKTOP)
    for _, page in window.through(KINDS):
        for wrong in page.evaluate(UNMARKED):
            window.complain(wrong)


def test_the_first_key_leads_to_the_text(visits):
    window = visits(viewport=DESKTOP)
    for _, page in window.through(FIRST_OF_TEMPLATE):
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        window.expect(skip.evaluate("one => one === document.activeElement"), "the skip link is not the first stop")
        window.expect((skip.bounding_box() or {"x": -1})["x"] >= 0, "the skip link cannot be seen")
        page.keyboard.press("Enter")
        window.expect(page.evaluate("document.activeElement.id") == "main", "the skip link leads elsewhere")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_stops_come_in_the_order_of_the_page_and_can_be_seen(visits, size):
    window = visits(viewport=size, reduced_motion="reduce")
    for _, page in window.through(FIRST_OF_TEMPLATE):
        before = -1
        for _ in range(24):
            page.keyboard.press("Tab")
            stop = page.evaluate(REACHED)
            if stop["name"].startswith("<body"):
                break
            window.expect(stop["at"] > before, f"out of order: {stop['name']}")
            window.expect(stop["seen"], f"out of sight: {stop['name']}")
            before = stop["at"]


def opened(visits, name: str, size=DESKTOP):
    window = visits(viewport=size)
    return window.open(BY_NAME[name])


def press_until(page, words: str, key: str = "Tab") -> None:
    """Press a key until what has the focus begins with some words."""
    for _ in range(120):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED).startswith(words):
            return
    raise AssertionError(f"{words} was not reached")


def test_the_menu_leads_to_every_part(visits):
    page = opened(visits, "home")
    press_until(page, "法定主动公开内容")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fdzdgknr/index.html")
    assert page.locator("nav.parts [aria-current]").first.inner_text() == "法定主动公开内容"


def test_search_is_reached_and_answers(visits):
    page = opened(visits, "policies")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[name=q]')"):
            break
    page.keyboard.type("临时救助")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sousuo.html?q=*")
    wait_until(page, "document.querySelectorAll('#search-hits li').length > 3")


def test_filters_open_and_lead_on(visits):
    page = opened(visits, "index-in-force", PHONE)
    press_until(page, "筛选")
    assert not page.locator(".facets").first.is_visible()
    page.keyboard.press("Enter")
    assert page.locator(".facets").first.is_visible()
    press_until(page, "2026年")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suoyin/nianfen/2026/index.html")


def test_the_reasons_of_a_state_open(visits):
    page = opened(visits, "in-force")
    press_until(page, "效力状态")
    page.keyboard.press("Enter")
    assert page.locator("details.why").evaluate("one => one.open")


def test_elder_mode_is_a_switch(visits):
    page = opened(visits, "home")
    press_until(page, "长者模式")
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.className") == "elder"
    assert page.evaluate(FOCUSED) == "退出长者模式"
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.className") == ""


def test_a_whole_list_is_sorted_and_sifted(visits):
    page = opened(visits, "index-as-one-table")
    rows = "[...document.querySelectorAll('tbody tr')].filter(row => !row.hidden)"
    page.locator("input[type=search]").last.focus()
    page.keyboard.type("救助")
    few = page.evaluate(f"{rows}.length")
    assert 0 < few < page.evaluate("document.querySelectorAll('tbody tr').length")
    press_until(page, "施行日期")
    page.keyboard.press("Enter")
    days = page.evaluate(f"{rows}.map(row => row.cells[3].textContent)")
    assert days == sorted(days)


