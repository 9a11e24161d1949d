"""The notice before a reader leaves for a site that is not the government's (R107), with script and without."""

import shutil

import msgspec
import pytest

from sitegen.formats.markdown import convert
from sitegen.views.page import Body
from tests.pages.test_axe import AXE, FINDINGS
from tests.world import BASE, record

from .conftest import SHIPPED
from .samples import CHROME, PAGES

KNOWN = msgspec.structs.replace(CHROME, known_domains=r"(^|[.])gov[.]cn$")
TEXT = "[甲公司](https://a.example/b)、[市政府](https://www.haichuan.gov.cn/)。\n"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
SITE = "content/site.yaml"
AWAY = "main a.leaves"


def answer(title):
    body = f"<title>{title}</title>"
    return lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=body)


def html_of(theme, text, chrome=KNOWN):
    template, page, body = PAGES["document"]
    return theme.render(template, page, chrome, Body(html=convert(text).html, headings=body.headings))


def test_without_script_a_link_says_that_it_leads_away(theme):
    html = html_of(theme, TEXT)
    assert 'class="out leaves"' in html
    assert 'title="将离开本网站：a.example"' in html
    assert html.count("leaves") == 1
    assert html.count("<dialog") == 1


@pytest.mark.parametrize(("text", "chrome"), [("[市政府](https://www.haichuan.gov.cn/)", KNOWN), (TEXT, CHROME)])
def test_pages_that_need_no_notice_have_none(theme, text, chrome):
    html = html_of(theme, text, chrome)
    assert "leaves" not in html
    assert "<dialog" not in html


def test_the_source_of_a_reprint_is_marked_too(theme):
    template, page, body = next(each for each in PAGES.values() if getattr(each[1], "reprint", None))
    reprint = msgspec.structs.replace(page.reprint, href="https://a.example/yuanwen")
    html = theme.render(template, msgspec.structs.replace(page, reprint=reprint), KNOWN, body)
    assert '<a class="leaves" title="将离开本网站：a.example"' in html
    assert html.count("<dialog") == 1


def test_a_built_page_knows_its_own_hosts(world):
    """Those of the place's rule, of the portal and of the site itself need no notice."""
    links = "[甲](https://a.example/)、[市政府](https://www.haichuan.gov.cn/)、[门户](https://portal.example/)"
    place = world({NOTICE: record(f"{links}\n"), SITE: BASE[SITE] + "门户: {地址: 'https://portal.example/'}\n"})
    assert {each.id for each in place.build().diagnostics} == {"SG796"}
    page = place.page(NOTICE.removeprefix("content/").replace(".md", ".html"))
    assert page.count("leaves") == 1
    assert "将离开本网站：a.example" in page


@pytest.fixture
def window(theme, tmp_path, open_page):
    """Return a document's page opened from disk; the site that it leads to answers with a page."""
    path = tmp_path / PAGES["document"][1].path
    path.parent.mkdir(parents=True)
    path.write_text(html_of(theme, TEXT), encoding="utf-8")
    shutil.copytree(SHIPPED / "static", tmp_path / "assets")
    page = open_page(path.as_uri())
    page.context.route("https://a.example/**", answer("甲公司"))
    return page


def test_the_keyboard_asks_and_stays(window):
    window.focus(AWAY)
    window.keyboard.press("Enter")
    dialog = window.locator("dialog")
    assert dialog.is_visible()
    assert "a.example" in dialog.inner_text()
    assert window.evaluate("document.activeElement.closest('dialog') !== null")
    window.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert window.evaluate("document.activeElement.matches('a.leaves')")
    window.keyboard.press("Enter")
    window.get_by_role("button", name="留在本页").press("Enter")
    assert dialog.is_hidden()
    assert window.url.startswith("file:")


def test_who_goes_on_gets_there(window):
    window.click(AWAY)
    window.get_by_role("link", name="继续访问").click()
    window.wait_for_url("https://a.example/b")
    assert window.title() == "甲公司"


def test_links_to_the_government_do_not_ask(window):
    window.context.route("https://www.haichuan.gov.cn/", answer("市政府"))
    window.get_by_role("link", name="市政府").click()
    window.wait_for_url("https://www.haichuan.gov.cn/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_open_notice_is_sound(window, scheme, width):
    window.set_viewport_size({"width": width, "height": 640})
    window.emulate_media(color_scheme=scheme)
    window.click(AWAY)
    window.evaluate(AXE)
    assert window.evaluate(FINDINGS, []) == []
    box = window.locator("dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
