"""The process in which a column is looked at: it ends when its look is done, and not later than the server."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from sitegen.stages.copies import end_with_parent

Result = TypeVar("Result")
BEAT = 1.0
"""Seconds between two questions of whether the server still lives."""


def new_process() -> ProcessPoolExecutor:
    """Return a process of its own; shut it down when its work is done."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_begin)


async def away(process: ProcessPoolExecutor, do: Callable[[], Result]) -> Result:
    """Return the result of `do` in another process, while this one goes on."""
    return await asyncio.get_running_loop().run_in_executor(process, do)


def end_all() -> None:
    """End the processes of looks that nobody waits for any more: what they remember is written whole or not at all."""
    for process in multiprocessing.active_children():
        process.kill()


def _begin() -> None:
    """Begin a process that ends when the server does, which may be killed and then cannot say good-bye.

    A clock asks for it where there is one, for a look copies itself, and a process with a second thread cannot.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: _end_without(parent.pid))
        signal.setitimer(signal.ITIMER_REAL, BEAT, BEAT)
    else:
        end_with_parent()


def _end_without(parent: int | None) -> None:
    if os.getppid() != parent:
        os._exit(1)
