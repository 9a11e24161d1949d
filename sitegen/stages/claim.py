"""One process at a time writes into an output folder."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PATIENCE = 20
"""Times to ask for a folder that another process holds: one that was killed may have helpers that end just now."""
PAUSE = 0.05
"""Seconds between them."""


@contextlib.contextmanager
def claimed(folder: Path) -> Iterator[bool]:
    """Hold a folder for the length of the block, and tell whether that was possible: another process may hold it.

    The system lets go of it where this process is killed. Where it cannot hold folders, nobody is kept out.
    """
    if sys.platform == "win32":
        yield True
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        yield _is_free(file)
    finally:
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_UN)  # copies of this process have the file open as well
        os.close(file)


def _is_free(file: int) -> bool:
    for _ in range(PATIENCE):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:  # some network drives know no locks
            return True
        else:
            return True
    return False
