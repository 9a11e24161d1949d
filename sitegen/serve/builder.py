"""The one thread that builds: again after each change, with its memory and its workers kept."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Built, Project
from sitegen.searching import ELSEWHERE
from sitegen.serve.changes import Changes
from sitegen.serve.outcome import Facts, Outcome, facts_of, of_build, of_failure
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


class Builder:
    """Builds in a thread of its own after each change, and hands each outcome to `publish`, in that thread.

    Nothing that goes wrong in a build ends the thread: it becomes the outcome.
    """

    def __init__(self, plan: Plan, changes: Changes, publish: Callable[[Outcome], None]) -> None:
        self._plan = plan
        self._changes = changes
        self._publish = publish
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sitegen-builder", daemon=True)

    def start(self) -> None:
        """Build now, and then after each change."""
        self._changes.tell()
        self._thread.start()

    def stop(self) -> None:
        """Break off the build that is under way, unless it is already writing, and end the thread."""
        self._stopped.set()
        self._changes.close()
        self._thread.join()

    def _run(self) -> None:
        memory = self._plan.open_memory()
        team = _Team(self._plan.workers, self._stopped)
        number = 0
        try:
            with contextlib.suppress(_Stopped):
                while self._changes.wait():
                    number += 1
                    self._publish(self._once(number, memory, team))
        finally:
            team.close()
            memory.close()

    def _once(self, number: int, memory: Memory, team: _Team) -> Outcome:
        plan = self._plan
        as_of, start = plan.today(), plan.clock()
        watch = Stopwatch(plan.clock, lambda _: team.go_on())
        try:
            built = plan.build(Project(folder=plan.folder, as_of=as_of), plan.output, memory, team, watch)
        except _Stopped:
            raise
        except BaseException as error:
            team.close()  # broken workers would fail every later build too
            return of_failure(error, number, as_of, plan.clock() - start)
        return of_build(built, self._facts(built, memory), number, as_of, plan.clock() - start)

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


class _Stopped(Exception):  # noqa: N818 - a request to stop, no error
    """The session ends."""


class _Team(Workers):
    """Workers that lay down their work when the session ends."""

    def __init__(self, count: int, stopped: threading.Event) -> None:
        super().__init__(count)
        self._stopped = stopped

    def go_on(self) -> None:
        """Raise _Stopped if the session ends."""
        if self._stopped.is_set():
            raise _Stopped

    def each(
        self, function: Callable[[Sequence[Item]], list[Result]], items: Iterable[Item], total: int
    ) -> Iterator[Result]:
        """Give the results of `function` as `Workers.each` does."""
        for result in super().each(function, items, total):
            self.go_on()
            yield result
