"""Where the time and the memory of a run go, by stage."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

import msgspec


class Lap(msgspec.Struct, frozen=True, kw_only=True):
    """One stage: wall seconds, and the peak memory of this process so far in MiB (0 where it cannot be told)."""

    stage: str
    seconds: float
    peak_mib: float


class Stopwatch:
    """Collects laps. `clock` gives seconds; `announce` is told the name of each stage as it begins."""

    def __init__(self, clock: Callable[[], float], announce: Callable[[str], None]) -> None:
        self._clock = clock
        self._announce = announce
        self.laps: list[Lap] = []

    def silent(self) -> Stopwatch:
        """Return a stopwatch with the same clock that tells nobody, for what runs at the same time."""
        return Stopwatch(self._clock, lambda _: None)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the block as the stage `name`."""
        self._announce(name)
        start = self._clock()
        try:
            yield
        finally:
            self.laps.append(Lap(stage=name, seconds=self._clock() - start, peak_mib=_peak()))


def _peak() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage / 1024 if sys.platform != "darwin" else usage / 1024 / 1024
