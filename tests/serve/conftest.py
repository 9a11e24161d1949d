"""What the tests of the preview share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.serve.preview import Preview


@pytest.fixture
def preview(world: Callable[..., object]) -> Iterator[Callable[..., Preview]]:
    """Return a maker of running previews of small worlds; they end with the test."""
    running: list[Preview] = []

    def make(files: object = None, **options: object) -> Preview:
        started = Preview(world(files), **options)
        running.append(started.__enter__())
        return started

    yield make
    for started in running:
        started.__exit__()
