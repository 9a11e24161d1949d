"""Every kind of page on paper."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.pages.kinds import KINDS
from tests.pages.test_every_kind import DESKTOP

A4 = {(595, 842), (842, 595)}
HALVES = (KINDS[::2], KINDS[1::2])
ENDED = {"repealed": "已废止", "lapsed": "已失效"}
HIDDEN = """() => [...document.querySelectorAll(".portal, .parts, .find, .bigfind, .tools, .pager, .foot, button")]
  .filter(one => one.getClientRects().length).map(one => one.outerHTML.slice(0, 60))"""
PROMISED = """() => [...document.querySelectorAll("details.why")].every(one => one.open)"""


def sheets(page) -> tuple[set[tuple[int, int]], list[str]]:
    """Print a page; return the sizes of its sheets in points, and the text of each sheet without spaces."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    texts = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    document.close()
    return sizes, texts


@pytest.mark.parametrize("half", [0, 1])
def test_is_a_print(visits, half):
    window = visits(viewport=DESKTOP)
    for kind, page in window.through(HALVES[half]):
        title = "".join(page.locator("h1").first.inner_text().split())
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        window.expect(page.evaluate(HIDDEN) == [], f"printed: {page.evaluate(HIDDEN)}")
        window.expect(page.evaluate(PROMISED), "how the state was found is not printed")
        sizes, texts = sheets(page)
        window.expect(texts and all(texts), f"{len(texts)} sheets, some empty")
        window.expect(sizes <= A4, f"sheets of {sizes}")
        window.expect(title in texts[0] or kind.template.startswith("search"), f"no title on the first sheet: {title}")
        for number, text in enumerate(texts, 1):
            window.expect(f"—{number}—" in text, f"no number on sheet {number}")
        if word := ENDED.get(kind.name):
            window.expect(all(word in text for text in texts), "a sheet without watermark")
            window.expect(all("【本文件已不再施行】" in text for text in texts), "a sheet without a head")
        page.emulate_media(media="screen")


def test_a_print_can_be_checked(visits):
    window = visits(viewport=DESKTOP)
    kinds = [kind for kind in KINDS if kind.name in ("in-force", "repealed", "annual-report")]
    for kind, page in window.through(kinds):
        _, texts = sheets(page)
        whole = "".join(texts)
        window.expect(f"https://www.qinglan.gov.cn/zwgk/zfxxgk/{kind.path}" in whole, "no address")
        window.expect("SHA-256" in whole, "no digest")
        window.expect("2026年11月22日" in whole or kind.name == "annual-report", "no day for which the state holds")
