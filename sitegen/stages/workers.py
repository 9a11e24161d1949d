"""Worker processes: the only place that starts them. Parsing and rendering run on any executor."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 48
"""Items that are worth starting processes for."""
CHUNK = 32


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """Runs functions over many items: in this process where they are few, else in `count` processes.

    Processes start at the first need and serve all stages of a build.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._executor: Executor | None = None

    def each(
        self, function: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]
    ) -> Iterator[Result]:
        """Give the results of `function`, which takes a part of `items` at a time, in the items' order."""
        if self._count < 2 or len(items) < FEWEST:
            for start in range(0, len(items), CHUNK):
                yield from function(items[start : start + CHUNK])
            return
        parts = [items[start : start + CHUNK] for start in range(0, len(items), CHUNK)]
        for results in self._started().map(function, parts):
            yield from results

    def _started(self) -> Executor:
        if self._executor is None:
            alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
            context = multiprocessing.get_context("fork" if alone else "spawn")
            self._executor = ProcessPoolExecutor(self._count, mp_context=context, initializer=gc.disable)
        return self._executor

    def close(self) -> None:
        """End the processes."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
