"""Going through pages of every kind in one window, and writing down whatever goes wrong on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, Route

from tests.column import NOON
from tests.pages.kinds import Kind

WATCH = """window.shifts = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifts += entry.value; }))
  .observe({ type: "layout-shift", buffered: true });"""
SHIFTS = """() => new Promise(resolve =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.shifts))))"""
LEADING_ON = "moved.html"
REFRESH = re.compile(rb"<meta[^>]*http-equiv[^>]*>")


class Visits:
    """A window that goes through pages below `base`; `complaints` tells what went wrong on which of them.

    A message on the console, an error of a script, a file that is missing, and a request to any other host are wrong.
    """

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.complaints: list[str] = []
        context.add_init_script(WATCH)
        self.page = context.new_page()
        self.page.clock.set_fixed_time(NOON)
        self._where = ""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complain(str(error)))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def through(self, kinds: Iterable[Kind]) -> Iterator[tuple[Kind, Page]]:
        """Open one page after the other."""
        for kind in kinds:
            yield kind, self.open(kind)

    def open(self, kind: Kind) -> Page:
        """Open a page; one that leads on at once is stopped from doing so."""
        self._where = kind.name
        self.page.unroute_all()
        if kind.template == LEADING_ON:  # for no other: a window with routes has no cache
            self.page.route(self.base + kind.path, _stay)
        self.page.goto(self.base + kind.path)
        return self.page

    def shift(self) -> float:
        """Return by how much the layout of the open page has shifted since it was opened (CLS)."""
        return self.page.evaluate(SHIFTS)

    def complain(self, text: str) -> None:
        """Write down that something is wrong with the page."""
        self.complaints.append(f"{self._where}: {text}")

    def expect(self, holds: Any, text: str) -> None:
        """Write down `text` unless it holds."""
        if not holds:
            self.complain(text)

    def _console(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complain(f"console: {said.text}")

    def _request(self, request: Request) -> None:
        self.expect(request.url.startswith((self.base, "blob:")), f"asks for {request.url}")

    def _failed(self, request: Request) -> None:
        self.expect(request.failure == "net::ERR_ABORTED", f"{request.failure}: {request.url}")  # by going on

    def _response(self, response: Response) -> None:
        self.expect(response.status in (0, 200, 304), f"{response.status}: {response.url}")


def _stay(route: Route) -> None:
    """Answer with the page of an old address, without the order to go on to the new one."""
    answer = route.fetch()
    route.fulfill(response=answer, body=REFRESH.sub(b"", answer.body()))
