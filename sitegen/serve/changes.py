"""Many changes in quick succession, told once."""

from __future__ import annotations

import threading
from collections.abc import Callable

QUIET = 0.02
"""Seconds without a change after which a burst is over: editors write a file in several steps."""
LONGEST = 0.5
"""Seconds after which a burst that does not end is told all the same."""


class Changes:
    """Carries the word "something changed" from any thread to the one that waits for it."""

    def __init__(self, clock: Callable[[], float], quiet: float = QUIET, longest: float = LONGEST) -> None:
        self._clock = clock
        self._quiet = quiet
        self._longest = longest
        self._condition = threading.Condition()
        self._told = False
        self._closed = False

    def tell(self) -> None:
        """Say that something changed."""
        with self._condition:
            self._told = True
            self._condition.notify_all()

    def close(self) -> None:
        """Say that nobody needs to wait any more."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def wait(self) -> bool:
        """Wait for a change and for the end of its burst; false once closed. What comes later is told next time."""
        with self._condition:
            self._condition.wait_for(self._news)
            latest = self._clock() + self._longest
            while self._told and not self._closed:
                self._told = False
                left = latest - self._clock()
                if left <= 0 or not self._condition.wait_for(self._news, min(self._quiet, left)):
                    break
            self._told = False
            return not self._closed

    def _news(self) -> bool:
        return self._told or self._closed
