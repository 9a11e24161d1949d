"""The clock runs on beside pages that nobody has made anew: badges correct themselves, without any network."""

from __future__ import annotations

import pytest

from tests.world import document

RULES = "content/zhengce/xzgfxwj"
PAGES = ("zhengce/xzgfxwj/jiu.html", "zhengce/xzgfxwj/index.html", "suoyin/biao/index.html")
FILES = {
    f"{RULES}/jiu.md": document(
        标题="青岚区临时救助办法", 文号="青政规〔2022〕2号", 成文日期="2022-01-10", 发布日期="2022-01-12 09:00",
        施行日期="2022-02-15", 有效期至="2026-12-31",
    ),
}  # fmt: skip
DAYS = (
    ("2026-11-20T09:00:00+08:00", "现行有效", "vs-in_force"),
    ("2026-12-31T23:59:00+08:00", "现行有效", "vs-in_force"),
    ("2027-01-01T00:01:00+08:00", "已失效", "vs-lapsed"),
    ("2031-06-01T12:00:00+08:00", "已失效", "vs-lapsed"),
)


@pytest.fixture
def column(world):
    place = world(FILES)
    assert [found.message for found in place.build().diagnostics if found.severity == "error"] == []
    return place.folder / "build"


@pytest.mark.parametrize("path", PAGES)
def test_a_document_lapses_on_an_unchanged_page_without_network(column, browser, path):
    file, asked = column / path, []
    written = file.read_bytes()
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    for moment, word, sign in DAYS:
        page.clock.set_fixed_time(moment)
        page.goto(file.as_uri())
        badge = page.locator(".vs").first
        assert (badge.inner_text(), sign in badge.get_attribute("class")) == (word, True), moment
    context.close()
    assert asked, "the requests were seen"
    assert [address for address in asked if not address.startswith("file:")] == []
    assert file.read_bytes() == written
