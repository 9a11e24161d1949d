"""What tests share: small worlds, and for all of a process one browser and one built sample column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.browser import browser, open_page
from tests.column import address, column, sample
from tests.world import BASE, World

__all__ = ("address", "browser", "column", "open_page", "sample", "world")


@pytest.fixture
def world(tmp_path: Path) -> Callable[..., World]:
    """Return a maker of small worlds: the smallest site with the given files added or replaced."""

    def make(files: Mapping[str, str | bytes] | None = None, folder: str = "project") -> World:
        return World(tmp_path / folder, {**BASE, **(files or {})})

    return make
