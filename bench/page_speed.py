#!/usr/bin/env python3
"""Measure every kind of page as a reader on a slow computer and a slow line meets it; exit code 1 if a goal is missed.

    python -m bench.page_speed [--site BUILD] [--only NAME …] [--rounds N]

The column is served from 127.0.0.1 with gzip, as a portal does. Chromium is slowed four times and gets 1.6 Mbit/s
with 150 ms to and fro; its cache is empty for each page; search pages are asked something. Goals: first contentful
paint below 1.0 s (the median of the rounds), layout shift below 0.02; HTML, style sheets and scripts of a page at
most 60 KB of gzip, and at most 14 KB before the first paint of the home page: HTML, the style sheets that are not for
paper only, and the scripts that are neither deferred nor asynchronous.
"""

from __future__ import annotations

import argparse
import gzip
import http
import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.screenshots import DESKTOP, built
from tests.browser import OPTIONS
from tests.column import Portal, serving
from tests.pages.kinds import KINDS, Kind
from tests.pages.test_axe import FOUND, LARGEST_SHIFT, QUERIES
from tests.pages.test_weight import HEAVIEST, HEAVIEST_FIRST_PAINT_OF_HOME
from tests.pages.visits import SHIFTS, WATCH
from tests.pages.weight import Weight, weigh

SLOWER = 4
BYTES_A_SECOND = 1.6e6 / 8
ROUND_TRIP_MS = 150
FIRST_PAINT_MS = 1000
COMPRESSED = (".html", ".css", ".js", ".json")
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
"""The time of the first paint; undefined while there was none, which may be so even when all has arrived."""

MEASURED = tuple(kind for kind in KINDS if kind.template != "moved.html")
"""All kinds but the page of an old address, which goes on at once."""


class Compressing(Portal):
    """A portal that compresses what it serves."""

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        file = Path(self.translate_path(self.path))
        if not file.name.endswith(COMPRESSED) or not file.is_file():
            super().do_GET()
            return
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def visit(browser: Browser, address: str, settled: str = "true") -> tuple[float, float]:
    """Open a page on the slow computer; return milliseconds until its first paint, and how much its layout shifted.

    `settled` is true of the page once all has come.
    """
    context = browser.new_context(viewport=DESKTOP, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line = {"latency": ROUND_TRIP_MS, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    painted = page.wait_for_function(PAINTED).json_value()
    page.wait_for_function(settled)
    shift = page.evaluate(SHIFTS)
    context.close()
    return painted, shift


def missed(kind: Kind, weight: Weight, painted: float, shift: float) -> list[str]:
    """Return the goals that a page missed."""
    home = kind.template == "home.html"
    whole = kind.template != "search.html"
    return [
        *(["first paint"] if painted >= FIRST_PAINT_MS else []),
        *(["layout shift"] if shift >= LARGEST_SHIFT else []),
        *(["weight"] if whole and weight.whole > HEAVIEST else []),
        *(["weight before the first paint"] if home and weight.first_paint > HEAVIEST_FIRST_PAINT_OF_HOME else []),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", default="", help="a built column; without it the sample column is built")
    parser.add_argument("--only", nargs="*", default=[], help="names of kinds")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    kinds = [kind for kind in MEASURED if not given.only or kind.name in given.only]
    faults = 0
    with (
        built(given.site) as site,
        serving(site, Compressing) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        visit(browser, address)  # fonts are looked for once
        print(f"{'page':26} {'first paint ms':>14} {'shift':>6} {'KB gzip':>8} {'before paint':>12}")
        for kind in kinds:
            asked = f"?q={QUERIES[kind.template]}" if kind.template in QUERIES else ""
            settled = FOUND if asked else "true"
            seen = [visit(browser, address + kind.path + asked, settled) for _ in range(given.rounds)]
            painted, shift = statistics.median(each[0] for each in seen), max(each[1] for each in seen)
            weight = weigh(site, kind.path)
            goals = missed(kind, weight, painted, shift)
            faults += len(goals)
            sizes = f"{weight.whole / 1024:8.1f} {weight.first_paint / 1024:12.1f}"
            print(f"{kind.name:26} {painted:14.0f} {shift:6.3f} {sizes} {', '.join(goals)}", flush=True)
        browser.close()
    print(f"{len(kinds)} kinds of pages: {'all goals met' if not faults else f'{faults} goals missed'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
