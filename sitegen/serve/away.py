"""A process of its own that builds: the server's threads do not slow it, and it may copy itself for more hands."""

from __future__ import annotations

import contextlib
import signal
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from sitegen.serve.making import Here, Plan, Stopped
from sitegen.serve.outcome import Outcome, of_loss
from sitegen.stages.copies import begin_process


class Away:
    """Makes builds in another process, which is begun anew where it was lost.

    The process begins at once: begin it before any thread, for only a process of one thread can be copied.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._stopped = threading.Event()
        self._questions, self._process = _begin(plan)

    def make(self, number: int) -> Outcome:
        """Have it built, and wait for the outcome."""
        start = self._plan.clock()
        try:
            self._questions.send(number)
            outcome: Outcome = self._questions.recv()
        except (EOFError, OSError):
            if self._stopped.is_set():
                raise Stopped from None
            self.close()
            self._questions, self._process = _begin(self._plan)
            return of_loss(number, self._plan.today(), self._plan.clock() - start)
        return outcome

    def stop(self) -> None:
        """Break off the build that is under way, unless it is already writing."""
        self._stopped.set()
        with contextlib.suppress(OSError):  # a lost process needs no word
            self._questions.send(None)

    def close(self) -> None:
        """Wait for the end of the process, which nobody can ask any more."""
        self._questions.close()
        self._process.join()


def _begin(plan: Plan) -> tuple[Connection, BaseProcess]:
    questions, answers = Pipe()
    process = begin_process(_answer, (plan, answers, questions))
    answers.close()
    return questions, process


def _answer(plan: Plan, answers: Connection, questions: Connection) -> None:
    """Build whenever a number comes, until None comes or nobody is there to ask.

    A word that comes during a build can only mean the end. Ctrl-C is left to the process that asks.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    questions.close()  # only with this copy closed is it seen when the other side ends
    maker = Here(plan, is_over=answers.poll)
    try:
        with contextlib.suppress(EOFError, OSError, Stopped):
            while (number := answers.recv()) is not None:
                answers.send(maker.make(number))
    finally:
        maker.close()
