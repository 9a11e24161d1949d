"""What the last build left in its output folder, gathered while this build reads the column."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import msgspec

from sitegen.cache import Memory, Written
from sitegen.stages import write
from sitegen.stages.workers import Workers
from sitegen.stages.write import Survey

MANY = 10_000
"""Files of the last build that are worth a process to look at them."""


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """The files that the last build wrote, and what lies in the folder now."""

    written: dict[str, Written]
    survey: Survey

    def is_intact(self, output: Path, manifest: str) -> bool:
        """Tell whether the output folder is as the last build left it, with the manifest of that digest."""
        return bool(self.written) and write.is_intact(output, self.written, self.survey.present, manifest)


def left_in(output: Path, memory: Memory) -> Left:
    """Return what the last build left in a folder."""
    written = memory.written(str(output.resolve()))
    return Left(written=written, survey=write.survey(output, written))


@contextlib.contextmanager
def left_ahead(output: Path, files: int, memory: Memory, workers: Workers) -> Iterator[Callable[[], Left]]:
    """Give what waits for `left_in`, which runs at the same time where the last build wrote many `files`."""
    if files < MANY:
        yield cache(partial(left_in, output, memory))
        return
    with workers.ahead(lambda: msgspec.msgpack.encode(left_in(output, memory))) as gathered:
        yield cache(lambda: msgspec.msgpack.decode(gathered(), type=Left))
