"""Worker processes: the only place that starts them. Parsing and rendering run on any executor."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import accumulate, chain, islice
from typing import TypeVar

from sitegen.stages import copies
from sitegen.stages.copies import end_with_parent, may_copy, side_by_side

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 48
"""Items that are worth starting processes for."""
CHUNK = 32
"""Items that go to a process at a time."""
AHEAD = 4
"""Parts for each process that are on their way at one time."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """Runs functions over many items: in this process where they are few, else in `count` processes.

    Processes start at the first need and serve one stage after the other, until copies of this process take over.
    """

    def __init__(self, count: int, progress: Callable[[int, int], None] = lambda _done, _total: None) -> None:
        """`progress` is told how many items of how many are done, after each part."""
        self._count = count
        self._progress = progress
        self._executor: Executor | None = None

    def each(
        self, function: Callable[[Sequence[Item]], list[Result]], items: Iterable[Item], total: int
    ) -> Iterator[Result]:
        """Give the results of `function`, which takes a part of `items` at a time, in the items' order.

        `items` are asked for only a little ahead of the results, so that not all of them need be in memory;
        `total` says how many there will be.
        """
        few = self._count < 2 or total < FEWEST
        parts = _parts(items)
        done = 0
        for results in map(function, parts) if few else self._elsewhere(function, parts):
            yield from results
            done += len(results)
            self._progress(done, total)

    def _elsewhere(
        self, function: Callable[[Sequence[Item]], list[Result]], parts: Iterable[Sequence[Item]]
    ) -> Iterator[list[Result]]:
        """Give the results of each part, made in other processes, a few parts ahead.

        Where one of them is killed, none of them goes on: what is left is made here.
        """
        executor = self._started()
        waiting: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()
        rest = iter(parts)
        for part in rest:
            try:
                waiting.append((part, executor.submit(function, part)))
            except BrokenProcessPool:
                rest = chain([part], rest)
                break
            if len(waiting) > AHEAD * self._count:
                yield self._result(function, *waiting.popleft())
        while waiting:
            yield self._result(function, *waiting.popleft())
        yield from map(function, rest)

    def _result(
        self,
        function: Callable[[Sequence[Item]], list[Result]],
        part: Sequence[Item],
        made: Future[list[Result]],
    ) -> list[Result]:
        try:
            return made.result()
        except BrokenProcessPool:
            self.close()
            return function(part)

    def may_copy(self) -> bool:
        """Tell whether copies of this process may share its work. Processes that wait for more of it are let go."""
        if self._count < 2:
            return False
        self.close()
        return may_copy()

    def beside(self, functions: Sequence[Callable[[], Result]], sizes: Sequence[int]) -> list[Result]:
        """Return the results of `functions`, which run at the same time where that is possible; the long ones first.

        All but the first may run in copies of this process, and see what it knows. `sizes` tell how much of the whole
        each of them does.
        """
        if len(functions) < 2 or not self.may_copy():
            return [function() for function in functions]
        begun = [0, *accumulate(sizes)]
        return side_by_side(functions, self._count, lambda number: self._progress(begun[number], begun[-1]))

    @contextlib.contextmanager
    def ahead(self, function: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
        """Give what waits for the result of `function`, which runs meanwhile where that is possible, else then."""
        if not self.may_copy():
            yield function
            return
        with copies.ahead(function) as result:
            yield result

    def _started(self) -> Executor:
        if self._executor is None:
            context = multiprocessing.get_context("fork" if may_copy() else "spawn")
            self._executor = ProcessPoolExecutor(self._count, mp_context=context, initializer=_begin)
        return self._executor

    def close(self) -> None:
        """End the processes."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _begin() -> None:
    """Begin a worker process: without the collector, and not longer than the process that started it lives.

    Ctrl-C is left to that process: the terminal tells all of them.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def _parts(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while part := list(islice(rest, CHUNK)):
        yield part
