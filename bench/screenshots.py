#!/usr/bin/env python3
"""Take pictures of every kind of page: desktop, phone, dark, elder mode, print.

    python -m bench.screenshots [--out screenshots] [--site BUILD] [--only NAME …] [--modes MODE …]

Builds the sample column in a temporary folder (or takes a built one), opens every page of tests/pages/kinds.txt and
writes <out>/<mode>/<kind>.png. index.html beside them shows all pictures of a page in one row. A picture ends
after 4,000 px; a print is the first two sheets of paper, side by side.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import OPTIONS, wait_until
from tests.column import build_sample, serving
from tests.pages.conftest import ELDER
from tests.pages.kinds import KINDS, Kind
from tests.pages.visits import Visits

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
MODES = {
    "desktop": {"viewport": DESKTOP},
    "phone": {"viewport": PHONE},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "elder": {"viewport": DESKTOP},
    "elder-phone": {"viewport": PHONE},
    "print": {"viewport": DESKTOP},
}
TALLEST = 4000
SEARCHED = "?q=临时救助"
"""What the search page is asked, so that its picture shows results."""
FOUND = "!document.querySelector('[aria-busy]') && document.querySelectorAll('#search-hits .cut mark').length > 3"


@contextmanager
def built(site: str) -> Iterator[Path]:
    """Give the folder of a built column, or of the sample column built for the occasion."""
    if site:
        yield Path(site)
        return
    with tempfile.TemporaryDirectory() as folder:
        yield build_sample(Path(folder)).build


def on_paper(page: Page) -> Image.Image:
    """Print a page and return its first two sheets side by side."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [document[number].render(scale=1.2).to_pil() for number in range(min(2, len(document)))]
    picture = Image.new("RGB", (sum(s.width for s in sheets) + 8, max(s.height for s in sheets)), "#888")
    for number, sheet in enumerate(sheets):
        picture.paste(sheet, (number * (sheets[0].width + 8), 0))
    return picture


def on_screen(page: Page) -> Image.Image:
    """Return the picture of a whole page."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    return picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))


def pictures(browser: Browser, address: str, mode: str, kinds: list[Kind]) -> Iterator[tuple[Kind, Image.Image]]:
    """Yield the picture of each kind of page in a mode."""
    context = browser.new_context(locale="zh-CN", **MODES[mode])
    if mode.startswith("elder"):
        context.add_init_script(ELDER)
    window = Visits(context, address)
    for kind, page in window.through(kinds):
        if kind.template == "search.html":
            page.goto(address + kind.path + SEARCHED)
            wait_until(page, FOUND)
        yield kind, on_paper(page) if mode == "print" else on_screen(page)
    context.close()


def overview(out: Path, modes: list[str], kinds: list[Kind]) -> str:
    """Return a page that shows all pictures of a kind in one row."""
    rows = "".join(
        f"<h2>{escape(kind.name)} <small>{escape(kind.path)}</small></h2><p>"
        + "".join(f'<a href="{mode}/{kind.name}.png"><img src="{mode}/{kind.name}.png"></a>' for mode in modes)
        for kind in kinds
    )
    style = "p{display:flex;gap:8px;overflow:auto}img{height:400px;border:1px solid}body{font-family:sans-serif}"
    return f"<!doctype html><meta charset=utf-8><title>{escape(out.name)}</title><style>{style}</style>{rows}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", default="screenshots", help="folder of the pictures")
    parser.add_argument("--site", default="", help="a built column; without it the sample column is built")
    parser.add_argument("--only", nargs="*", default=[], help="names of kinds")
    parser.add_argument("--modes", nargs="*", default=list(MODES), choices=list(MODES))
    given = parser.parse_args()
    out = Path(given.out)
    kinds = [kind for kind in KINDS if not given.only or kind.name in given.only]
    with built(given.site) as site, serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        for mode in given.modes:
            (out / mode).mkdir(parents=True, exist_ok=True)
            for kind, picture in pictures(browser, address, mode, kinds):
                picture.save(out / mode / f"{kind.name}.png")
            print(f"{mode}: {len(kinds)} pictures")
        browser.close()
    (out / "index.html").write_text(overview(out, given.modes, kinds), encoding="utf-8")
    print(out / "index.html")


if __name__ == "__main__":
    main()
