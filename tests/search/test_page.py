"""The search page in the browser: choices, order, excerpts, keyboard, and what it says when something is missing."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser import DESKTOP, PHONE, wait_until
from tests.column import NOON

ICON = "Failed to load resource"
READY = "!document.querySelector('[aria-busy]') && document.getElementById('search-status').textContent"
AXE = Path(find_spec("axe_playwright_python").origin).with_name("axe.min.js")
FINDINGS = """async () => (await axe.run()).violations.map(
  found => `${found.id}: ${found.nodes.map(node => node.target + " " + node.failureSummary).join("; ")}`)"""


@pytest.fixture
def search(address: str, open_page) -> Callable:
    """Return a function that opens the search page and waits for its results."""

    def ask(query: str = "", size: dict[str, int] = DESKTOP, **choices: str):
        page = open_page("about:blank", size=size, allowed=(ICON,))
        page.clock.set_fixed_time(NOON)
        given = "&".join(f"{name}={value}" for name, value in {"q": query, **choices}.items())
        page.goto(f"{address}sousuo.html?{given}")
        wait_until(page, READY)
        return page

    return ask


def titles(page) -> list[str]:
    return page.locator("#search-hits h2").all_inner_texts()


def status(page) -> str:
    wait_until(page, READY)
    return page.locator("#search-status").inner_text()


def test_hits_show_badge_number_body_date_and_a_marked_excerpt(search):
    page = search("临时救助 备用金")
    hit = page.locator("#search-hits li", has_text="实施办法").first
    assert hit.locator(".vs").inner_text() in ("现行有效", "已修改")
    assert "青政规〔2023〕4号" in hit.locator(".meta").inner_text()
    assert hit.locator("time").get_attribute("datetime") == hit.locator("time").inner_text()
    wait_until(page, "document.querySelectorAll('.cut mark').length")
    assert {*hit.locator(".cut mark").all_inner_texts()} <= {"临时救助", "备用金"}
    assert len(hit.locator(".cut").inner_text()) < 160


def test_choices_narrow_each_other_and_stand_in_the_address(search):
    page = search("临时救助")
    everything = len(titles(page))
    page.locator("#suoxiao").get_by_role("link", name="政策解读").click()
    kinds = status(page)
    assert kinds == f"找到{len(titles(page))}件"
    assert 0 < len(titles(page)) < everything
    assert "k=" in page.url
    assert page.evaluate("document.activeElement.dataset.choice") == "k=政策解读"
    page.locator("#suoxiao a[data-choice^='y=20']").first.click()
    assert "y=20" in page.url
    page.go_back()
    page.go_back()
    wait_until(page, "!location.search.includes('k=')")
    wait_until(page, READY)
    assert len(titles(page)) == everything


def test_ended_documents_are_counted_and_shown_when_asked_for(search):
    page = search("临时救助")
    few = len(titles(page))
    note = page.locator("#search-ended").inner_text()
    assert note.startswith("另有2件")
    page.get_by_role("link", name="全部列出").click()
    assert status(page).startswith(f"找到{few + 2}件")
    assert page.locator("#search-ended").is_hidden()
    page.locator("[data-choice='s=repealed']").click()
    status(page)
    assert {*page.locator("#search-hits .vs").all_inner_texts()} == {"已废止"}


def test_order_by_date(search):
    page = search("救助", s="all")
    page.get_by_role("link", name="按日期从新到旧").click()
    status(page)
    days = page.locator("#search-hits time").all_inner_texts()
    assert days == sorted(days, reverse=True)
    assert len(days) == 20
    page.get_by_role("link", name="下一页").click()
    assert "这里是第21—40件" in status(page)
    assert page.locator("#search-hits time").first.inner_text() <= days[-1]
    assert page.evaluate("document.activeElement.id") == "search-status"


def test_everything_works_by_keyboard(search):
    page = search()
    assert status(page) == "请在上面输入要找的词或者文号。"
    page.locator("#q").focus()
    page.keyboard.type("青政规 2023 4")
    page.keyboard.press("Enter")
    wait_until(page, "document.querySelectorAll('#search-hits li').length > 0")
    wait_until(page, READY)
    first = titles(page)[0]
    assert "临时救助实施办法" in first
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/linshi-jiuzhu*.html")


@pytest.mark.parametrize(
    "query", ["臨時救助實施辦法", "lsjzssbf", "临时救助 实施办法", "《青岚区临时救助实施办法》"]
)
def test_the_same_document_is_found_in_many_ways(search, query):
    assert any("临时救助实施办法" in title for title in titles(search(query)))


def test_what_is_not_there_is_said_with_ways_on(search):
    page = search("不会有的词")
    assert status(page).startswith("没有找到“不会有的词”。")
    assert page.get_by_role("link", name="站点地图").first.is_visible()
    assert page.locator("#suoxiao").is_hidden()
    page = search("临时救助", k="规章")
    assert status(page).startswith("没有符合条件的。")


def test_trouble_with_the_index_leaves_titles_and_can_be_tried_again(address, open_page):
    page = open_page("about:blank", allowed=(ICON, "Failed to load the meta index", "Pagefind: WASM Error"))
    page.route("**/*.pf_meta", lambda route: route.abort())
    page.goto(f"{address}sousuo.html?q=临时救助")
    wait_until(page, "!document.getElementById('search-trouble').hidden")
    few = len(titles(page))
    assert few
    assert page.locator("#search-trouble").inner_text().startswith("正文没有查成")
    page.unroute("**/*.pf_meta")
    page.get_by_role("link", name="再试一次").click()
    wait_until(page, f"document.querySelectorAll('#search-hits li').length > {few}")
    assert page.locator("#search-trouble").is_hidden()


def test_no_network_is_not_taken_for_no_hits(address, open_page):
    page = open_page("about:blank", allowed=(ICON, "Failed to load"))
    page.goto(f"{address}sousuo.html?q=救助")
    wait_until(page, READY)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator("#q").fill("养老机构")
    page.keyboard.press("Enter")
    wait_until(page, "!document.getElementById('search-trouble').hidden")


def test_queries_are_only_text(search):
    page = search("<b>临时</b>")
    assert page.locator("#search-status b").count() == 0
    assert page.locator("#search-hits script").count() == 0


def test_only_files_of_the_column_are_asked_for(address, open_page):
    page = open_page("about:blank", allowed=(ICON,))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}sousuo.html?q=临时救助")
    wait_until(page, READY)
    wait_until(page, "document.querySelectorAll('.cut mark').length > 3")
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []


def test_the_search_over_english_pages_speaks_english(address, open_page):
    page = open_page("about:blank", allowed=(ICON,))
    page.clock.set_fixed_time(NOON)
    page.goto(f"{address}en/sousuo.html?q=assist")
    wait_until(page, "document.querySelectorAll('.cut mark').length > 0")
    assert status(page) == "1 found"
    hit = page.locator("#search-hits li").first
    assert hit.locator(".vs").inner_text() in ("In force", "In force, amended")
    assert {*hit.locator(".cut mark").all_inner_texts()} <= {"Assist", "assist"}
    assert hit.locator(".meta [lang=zh-CN]").inner_text() == "青政规〔2023〕4号"
    page.goto(f"{address}en/sousuo.html?q=district")
    status(page)
    choices = page.locator("#suoxiao a").all_inner_texts()
    assert any(choice.startswith("Policies and rules") for choice in choices)
    assert [choice for choice in choices if choice.strip().isdigit()] == [], "a choice without a name"


@pytest.mark.parametrize("elder", [False, True], ids=["plain", "elder"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(search, elder, dark, size):
    page = search("临时救助", size, s="all")
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.evaluate("on => document.documentElement.classList.toggle('elder', on)", elder)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    wait_until(page, "document.querySelectorAll('.cut mark').length > 3")
    page.add_script_tag(path=AXE)
    assert page.evaluate(FINDINGS) == []
    wide, seen = page.evaluate("(root => [root.scrollWidth, root.clientWidth])(document.documentElement)")
    assert wide <= seen
