"""The one thread that has the column built: again after each change."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from sitegen.serve.changes import Changes
from sitegen.serve.making import Maker, Stopped
from sitegen.serve.outcome import Outcome


class Builder:
    """Asks `maker` for a build after each change, and hands each outcome to `publish`, in a thread of its own."""

    def __init__(self, maker: Maker, changes: Changes, publish: Callable[[Outcome], None]) -> None:
        self._maker = maker
        self._changes = changes
        self._publish = publish
        self._thread = threading.Thread(target=self._run, name="sitegen-builder", daemon=True)

    def start(self) -> None:
        """Build now, and then after each change."""
        self._changes.tell()
        self._thread.start()

    def stop(self) -> None:
        """Break off the build that is under way, unless it is already writing, and end the thread."""
        self._maker.stop()
        self._changes.close()
        self._thread.join()

    def _run(self) -> None:
        number = 0
        try:
            with contextlib.suppress(Stopped):
                while self._changes.wait():
                    number += 1
                    self._publish(self._maker.make(number))
        finally:
            self._maker.close()
