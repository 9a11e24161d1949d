"""What the tests of pages share: windows that go through every kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.pages.visits import Visits

ELDER = "try { localStorage.setItem('elder', '1'); } catch (blocked) {}"


@pytest.fixture
def visits(browser: Browser, address: str, column: Path) -> Iterator[Callable[..., Visits]]:
    """Return a maker of windows; whatever goes wrong in one of them fails the test.

    `scheme` says where the pages come from, `elder` whether elder mode was chosen before; the rest are settings of
    Playwright.
    """
    opened: list[Visits] = []
    contexts = []

    def make(scheme: str = "http", *, elder: bool = False, **settings) -> Visits:
        context = browser.new_context(locale="zh-CN", **settings)
        contexts.append(context)
        if elder:
            context.add_init_script(ELDER)
        base = address if scheme == "http" else f"file://{column}/"
        opened.append(Visits(context, base))
        return opened[-1]

    yield make
    for context in contexts:
        context.close()
    assert [complaint for each in opened for complaint in each.complaints] == []
