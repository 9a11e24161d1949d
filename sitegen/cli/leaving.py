"""The end of the program: at once, where nothing is under way any more, and without a last look at all records."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

import click

from sitegen.stages.copies import is_alone


class OneCommand:
    """Marks, as click's `obj`, that the process runs one command and ends with it."""


def no_more_collecting() -> None:
    """Stop the collector where the process ends with the command that runs.

    If it began again after a build, it would look at all records first, which takes longer than telling what was found.
    """
    context = click.get_current_context(silent=True)
    if context is not None and context.find_object(OneCommand) is not None:
        gc.disable()


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
