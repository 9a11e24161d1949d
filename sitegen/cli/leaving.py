"""The end of the program: at once, where nothing is under way any more."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from sitegen.stages.copies import is_alone


def leave(code: int) -> NoReturn:
    """End with an exit code.

    An interpreter that ends as usual frees the records of a column one by one, which takes as long as reading all of
    its files again. Nobody needs that where no thread and no process is left, and all that was said has been heard.
    Otherwise it ends as usual: it waits for them, and says what became of the output.
    """
    if is_alone() and _all_heard():
        os._exit(code)
    sys.exit(code)


def _all_heard() -> bool:
    """Hand on what was written and is still held back; tell whether that was possible."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # nobody listens any more, it was closed, or there was none
        return False
    return True
