"""A real browser for tests. Its fixtures stand in tests/conftest.py and nowhere else, so that there is only one.

`browser` is started once for all tests of a process, `page` is a fresh window of it. While the browser runs, the
main thread counts as having a running asyncio loop: servers under test belong in threads of their own.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
DESKTOP = {"width": 1366, "height": 900}
PHONE = {"width": 390, "height": 800}
PATIENCE = 30
"""Seconds after which something that should have happened has not."""


def wait_until(page: Page, expression: str) -> None:
    """Wait until a JavaScript expression is true, also over loadings of the page and under a strict policy.

    (`page.wait_for_function` evaluates text inside the page, which a content security policy forbids.)
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if page.evaluate(expression):
                return
        except Error as error:
            if "context was destroyed" not in str(error):  # by a loading of the page
                raise
        page.wait_for_timeout(20)
    raise TimeoutError(expression)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is needed for these tests: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a maker of windows; an error or a refused resource on any of their pages fails the test.

    `allowed` are texts of console messages that the test expects.
    """
    contexts = []
    complaints: list[str] = []

    def make(address: str, size: dict[str, int] | None = None, allowed: tuple[str, ...] = ()) -> Page:
        context = browser.new_context(viewport=size or DESKTOP, locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type == "error" and not any(text in said.text for text in allowed)
                else None
            ),
        )
        page.goto(address)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
