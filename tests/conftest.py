"""What tests share: small worlds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.world import BASE, World


@pytest.fixture
def world(tmp_path: Path) -> Callable[..., World]:
    """Return a maker of small worlds: the smallest site with the given files added or replaced."""

    def make(files: Mapping[str, str | bytes] | None = None, folder: str = "project") -> World:
        return World(tmp_path / folder, {**BASE, **(files or {})})

    return make
