"""Copies of this process: they see all that it knows, work while it goes on, and send back what they found.

Only a process of one thread can be copied, and only where the system knows how (not on Windows): ask `may_copy` first,
as `Workers` does, which otherwise does one thing after the other.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Result = TypeVar("Result")


def may_copy() -> bool:
    """Tell whether a copy of this process works: a copy has only one of its threads."""
    return threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()


def is_alone() -> bool:
    """Tell whether nothing else is under way in this process, nor in any that it began."""
    return threading.active_count() == 1 and not multiprocessing.active_children()


def begin_process(work: Callable[..., None], arguments: tuple[object, ...]) -> BaseProcess:
    """Start `work` in a process that ends by itself: a copy of this one where that works, else a fresh one."""
    process: BaseProcess
    if may_copy():
        process = multiprocessing.get_context("fork").Process(target=work, args=arguments)
    else:
        process = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    process.start()
    return process


def side_by_side(
    functions: Sequence[Callable[[], Result]], processes: int, begun: Callable[[int], None]
) -> list[Result]:
    """Return the results of `functions`. The first runs here; of the others whoever is free takes the next.

    So the long ones stand first. What fails in a copy runs here again, so that its error arises here. `begun` is told
    before how many others each function that runs here was taken.
    """
    tickets = _tickets(range(1, len(functions)))
    copies = [_Copy(lambda: _all_taken(functions, tickets)) for _ in range(min(processes, len(functions)) - 1)]
    try:
        done = {0: functions[0]()}
        for number in _taken(tickets):
            begun(number)
            done[number] = functions[number]()
        for copy in copies:
            done |= copy.result() or {}
    finally:
        os.close(tickets)
        for copy in copies:
            copy.end()
    return [done[number] if number in done else function() for number, function in enumerate(functions)]


@contextlib.contextmanager
def ahead(function: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin `function`, which never returns None, in a copy for the length of the block.

    Give what waits for its result; that comes once.
    """
    copy = _Copy(function)

    def waited() -> Result:
        result = copy.result()
        return function() if result is None else result

    try:
        yield waited
    finally:
        copy.end()


class _Copy(Generic[Result]):
    """A copy of this process that sends the result of a function and ends."""

    def __init__(self, function: Callable[[], Result]) -> None:
        context = multiprocessing.get_context("fork")
        self._answer, question = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(function, question), daemon=True)
        self._process.start()
        question.close()

    def result(self) -> Result | None:
        """Wait for the result; None where the copy ended without a word, or was killed in the middle of one."""
        try:
            result: Result = self._answer.recv()
        except (EOFError, OSError):
            return None
        return result

    def end(self) -> None:
        """Let go of the copy, whatever it is doing."""
        self._answer.close()
        self._process.kill()
        self._process.join()


def end_with_parent() -> None:
    """Have this process end when the one that started it does. It has a second thread from now on."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    """Wait for the end of the parent process. One that is killed cannot say goodbye to those that work for it."""
    connection.wait([parent])
    os._exit(1)


def _send(function: Callable[[], object], question: connection.Connection) -> None:
    """Send the result to the process that this one is a copy of; say nothing where there is none."""
    with contextlib.suppress(BaseException):
        end_with_parent()
        question.send(function())
    question.close()


def _tickets(numbers: Sequence[int]) -> int:
    """Return a pipe from which each number can be taken once, by whichever process is first."""
    taking, giving = os.pipe()
    os.write(giving, bytes(numbers))
    os.close(giving)
    return taking


def _taken(tickets: int) -> Iterator[int]:
    while number := os.read(tickets, 1):
        yield number[0]


def _all_taken(functions: Sequence[Callable[[], Result]], tickets: int) -> dict[int, Result]:
    """Return the results of what this copy could take; of a failure nothing, for it is told elsewhere."""
    done: dict[int, Result] = {}
    with contextlib.suppress(Exception):
        for number in _taken(tickets):
            done[number] = functions[number]()
    return done
