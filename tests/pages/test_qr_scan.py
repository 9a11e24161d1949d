"""The QR code of a page is read as a phone reads it, from a picture of the screen or of a print, by another decoder."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser import DESKTOP, PHONE
from tests.column import BASE_PATH
from tests.pages.kinds import Kind
from tests.pages.visits import Visits

BASE = f"https://www.qinglan.gov.cn{BASE_PATH}"
SIZES = {"desktop": DESKTOP, "phone": PHONE}
MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "elder": {"elder": True},
    "elder in the dark": {"elder": True, "color_scheme": "dark"},
}
DOTS = 150
"""Dots to the inch of the printed sheets, as seen by a plain scanner."""
PROOF = re.compile(r"data-qr=\"?([^\s\">]+)")


@pytest.fixture(scope="module")
def extremes(column: Path) -> tuple[Kind, Kind]:
    """Return the pages with the shortest and with the longest address that is drawn."""
    drawn = {
        file.relative_to(column).as_posix(): found[1]
        for file in column.rglob("*.html")
        if (found := PROOF.search(file.read_text(encoding="utf-8")))
    }
    ordered = sorted(drawn, key=lambda path: (len(drawn[path]), path))
    assert len(drawn[ordered[-1]]) > len(drawn[ordered[0]]) + 20
    return Kind("shortest", "", ordered[0]), Kind("longest", "", ordered[-1])


def read(picture: Image.Image) -> list[str]:
    """Return what a decoder reads in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def drawn(page: Page) -> Locator:
    """Wait until the code is drawn, and return it with its quiet zone."""
    code = page.locator("section.proof > svg")
    code.wait_for(state="attached")
    return code


@pytest.mark.parametrize("mode", MODES)
def test_the_code_on_the_screen_leads_to_its_page(extremes, visits: Callable[..., Visits], mode):
    window = visits(viewport=DESKTOP, **MODES[mode])
    for kind, page in window.through(extremes):
        code = drawn(page)
        code.wait_for()
        with Image.open(io.BytesIO(code.screenshot())) as picture:
            assert read(picture) == [BASE + kind.path]


@pytest.mark.parametrize("size", SIZES)
def test_the_code_on_a_print_leads_to_its_page(extremes, visits: Callable[..., Visits], size):
    """Also on one that is made on a phone, whose screen does not show the code: nobody scans what he holds."""
    window = visits(viewport=SIZES[size])
    for kind, page in window.through(extremes):
        assert drawn(page).is_visible() == (size == "desktop")
        paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        found = [text for sheet in paper for text in read(sheet.render(scale=DOTS / 72).to_pil())]
        paper.close()
        assert found == [BASE + kind.path]
