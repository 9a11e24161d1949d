"""One build of a preview after the other, memory and workers kept, in whatever process it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Built, Project
from sitegen.searching import ELSEWHERE
from sitegen.serve.outcome import Facts, Outcome, facts_of, of_build, of_failure, of_no_folder
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch

Item = TypeVar("Item")
Result = TypeVar("Result")
Build = Callable[[Project, Path, Memory, Workers, Stopwatch], Built]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is built, and with what. `today` is asked before each build, so a session may last over midnight.

    `open_memory` is called in the thread that builds, for a database belongs to the thread that opened it.
    `workers` is the number of processes; `clock` gives seconds.
    """

    folder: Path
    output: Path
    today: Callable[[], date]
    clock: Callable[[], float]
    open_memory: Callable[[], Memory]
    workers: int
    build: Build = partial(pipeline.preview, indexing=ELSEWHERE)


class Maker(Protocol):
    """Makes builds. `make` and `close` are called from one thread, `stop` from any."""

    def make(self, number: int) -> Outcome:
        """Build; what goes wrong becomes the outcome. Raises Stopped once the session ends."""

    def stop(self) -> None:
        """Break off the build that is under way, unless it is already writing."""

    def close(self) -> None:
        """Let go of everything."""


class Stopped(Exception):  # noqa: N818 - a request to stop, no error
    """The session ends."""


class Here:
    """Makes builds in the process, and in the thread, that asks for them."""

    def __init__(self, plan: Plan, is_over: Callable[[], bool] = lambda: False) -> None:
        """`is_over` tells, beside `stop`, whether the session ends."""
        self._plan = plan
        self._is_over = is_over
        self._stopped = threading.Event()
        self._team = _Team(plan.workers, self._go_on)
        self._memory: Memory | None = None

    def make(self, number: int) -> Outcome:
        """Build."""
        plan = self._plan
        as_of, start = plan.today(), plan.clock()
        if not plan.folder.is_dir():  # the memory would make it again, and nobody could clone into it
            return of_no_folder(number, as_of, 0)
        if self._memory is None:
            self._memory = plan.open_memory()
        watch = Stopwatch(plan.clock, lambda _: self._go_on())
        try:
            project = Project(folder=plan.folder, as_of=as_of)
            built = plan.build(project, plan.output, self._memory, self._team, watch)
        except Stopped:
            raise
        except BaseException as error:
            self._team.close()  # broken workers would fail every later build too
            return of_failure(error, number, as_of, plan.clock() - start)
        return of_build(built, self._facts(built, self._memory), number, as_of, plan.clock() - start)

    def stop(self) -> None:
        """Break off the build that is under way, unless it is already writing."""
        self._stopped.set()

    def close(self) -> None:
        """End the workers and close the memory."""
        self._team.close()
        if self._memory is not None:
            self._memory.close()

    def _go_on(self) -> None:
        if self._stopped.is_set() or self._is_over():
            raise Stopped

    def _facts(self, built: Built, memory: Memory) -> Facts:
        """Return the facts of the site that was built; of one in which nothing changed they are remembered."""
        name = f"preview {self._plan.output.resolve()}"
        is_good = not has_errors(built.diagnostics)
        if built.site is None:
            found = memory.fact(name) if is_good else None
            return msgspec.json.decode(found, type=Facts) if found else Facts()
        facts = facts_of(built.site, built.diagnostics)
        if is_good:
            memory.remember_fact(name, msgspec.json.encode(facts).decode())
        return facts


class _Team(Workers):
    """Workers that lay down their work when the session ends: `go_on` raises Stopped then."""

    def __init__(self, count: int, go_on: Callable[[], None]) -> None:
        super().__init__(count)
        self._go_on = go_on

    def each(
        self, function: Callable[[Sequence[Item]], list[Result]], items: Iterable[Item], total: int
    ) -> Iterator[Result]:
        """Give the results of `function` as `Workers.each` does."""
        for result in super().each(function, items, total):
            self._go_on()
            yield result
