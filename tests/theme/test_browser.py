"""The pages in a browser, opened from disk: the script's few deeds, search, and every width."""

import shutil

import msgspec
import pytest

from sitegen.views.make_search import search_characters

from .conftest import SHIPPED
from .samples import CHROME, PAGES, SEARCH_INDEX

SIZES = ((1366, 768), (683, 384), (390, 844), (320, 640))
STAYING = {name: page for name, page in PAGES.items() if name not in ("moved", "not-found")}
"""The samples that can be opened from disk and stay where they are."""


@pytest.fixture(scope="module")
def built(tmp_path_factory, theme):
    folder = tmp_path_factory.mktemp("build")
    for template, page, body in PAGES.values():
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(theme.render(template, page, CHROME, body), encoding="utf-8")
    shutil.copytree(SHIPPED / "static", folder / "assets")
    (folder / "data").mkdir()
    for name, view in {"titles": SEARCH_INDEX, "characters": search_characters()}.items():
        script = f"var sitegen{name.title()} = {msgspec.json.encode(view).decode()};\n"
        (folder / "data" / f"{name}.js").write_text(script, encoding="utf-8")
    return folder


@pytest.fixture
def visit(browser, built):
    """Return a function that opens a page; whatever goes wrong in it fails the test."""
    contexts, wrong = [], []

    def open_page(path, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.on("request", lambda request: request.url.startswith("file:") or wrong.append(request.url))
        page.goto(f"file://{built}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize("elder", [False, True], ids=["plain", "elder"])
def test_no_page_scrolls_sideways(visit, built, elder):
    page = visit("index.html")
    for name, (_, view, _) in STAYING.items():
        page.goto(f"file://{built}/{view.path}")
        page.evaluate("on => document.documentElement.classList.toggle('elder', on)", elder)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            wide, seen = page.evaluate(
                "(root => [root.scrollWidth, root.clientWidth])(document.documentElement)"
            )
            assert wide <= seen, f"{name} at {width}"


def found(page):
    return page.locator("#search-hits h2").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("临时救助", ["青岚区临时救助实施办法"]),
        ("青政规 2023 4", ["青岚区临时救助实施办法"]),
        ("青政规〔2023〕4号", ["青岚区临时救助实施办法"]),
        ("青政规202345", ["青岚区户外广告设施设置管理办法"]),
        ("青政规 2023", ["青岚区户外广告设施设置管理办法", "青岚区临时救助实施办法"]),
        ("2026年3月城乡低保", ["青岚区2026年3月城乡低保资金发放情况"]),
        ("青民函 2025第7号", ["关于公布第7批名单的公告"]),
        ("低保 民政局", ["青岚区2026年3月城乡低保资金发放情况"]),
        ("期满", []),
        ("臨時救助", ["青岚区临时救助实施办法"]),
        ("lsjz", ["青岚区临时救助实施办法"]),
        ("hwggss", ["青岚区户外广告设施设置管理办法"]),
        ("没有这样的词", []),
    ],
)
def test_search_finds_exactly(visit, query, titles):
    page = visit(f"search.html?q={query}")
    assert found(page) == titles
    assert page.locator("#search-status").inner_text().startswith("找到" if titles else "没有")


def test_search_counts_what_has_ended_and_shows_it_when_asked(visit):
    page = visit("search.html?q=临时救助")
    page.get_by_role("link", name="全部列出").click()
    assert len(found(page)) == 2
    assert page.locator("#search-hits .vs").all_inner_texts() == ["现行有效", "已废止"]


def test_search_from_disk_says_that_texts_are_not_searched(visit):
    page = visit("search.html?q=临时救助")
    assert "从本机打开" in page.locator("#search-trouble").inner_text()


def test_search_knows_that_a_term_has_run_out(visit):
    page = visit("search.html?q=期满&s=all")
    assert page.locator("#search-hits .vs").all_inner_texts() == ["已失效"]


def test_search_has_pages_and_works_by_keyboard(visit):
    page = visit("search.html")
    page.locator("#q").focus()
    page.keyboard.type("名单")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    assert len(found(page)) == 20
    page.get_by_role("link", name="下一页").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**p=2**")
    assert "第21—40件" in page.locator("#search-status").inner_text()
    assert page.locator("#search-pager [aria-current]").inner_text() == "2"


def test_search_marks_the_words_and_trusts_nobody(visit):
    page = visit("search.html?q=<b>实施办法")
    assert found(page) == []
    assert page.locator("#search-status b").count() == 0
    page = visit("search.html?q=实施办法")
    assert page.locator("#search-hits mark").all_inner_texts() == ["实施办法"]


def test_without_script_search_leads_to_lists(visit):
    page = visit("search.html?q=a", java_script_enabled=False)
    assert page.locator("#search-status").inner_text() == ""
    assert page.get_by_role("link", name="各机关公开的信息").is_visible()


def test_without_script_a_document_is_complete(visit):
    page = visit(PAGES["document"][1].path, java_script_enabled=False)
    page.get_by_text("为什么是这个状态").click()
    assert page.get_by_text("所以现行有效。").is_visible()
    assert not page.get_by_role("button", name="打印").is_visible()


def test_a_badge_corrects_itself_after_its_day(visit):
    page = visit(PAGES["soon"][1].path)
    page.clock.set_fixed_time("2026-04-09T20:00:00+08:00")
    page.reload()
    assert page.locator(".tools .vs").inner_text() == "尚未施行"
    page.clock.set_fixed_time("2026-04-10T00:30:00+08:00")
    page.reload()
    assert page.locator(".tools .vs").inner_text() == "现行有效"
    assert "vs-in_force" in page.locator(".tools .vs").get_attribute("class")


def test_elder_mode_is_remembered(visit):
    page = visit("index.html")
    page.get_by_role("button", name="长者模式").click()
    page.goto(page.url.replace("index.html", PAGES["document"][1].path))
    assert page.get_by_role("button", name="退出长者模式").get_attribute("aria-pressed") == "true"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"


def test_the_first_tab_reaches_the_skip_link(visit):
    page = visit(PAGES["list"][1].path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_print_is_a4_and_opens_the_reasons(visit):
    page = visit(PAGES["document"][1].path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.get_by_text("所以现行有效。").is_visible()
    for hidden in (".portal", ".parts", ".tools", ".foot", ".toc"):
        assert not page.locator(hidden).first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
