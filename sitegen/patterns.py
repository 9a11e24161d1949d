"""Regular expressions that are compiled when they are first used.

The reader of texts knows some two hundred long ones. Compiling them takes a quarter of a second, and most commands
read no text.
"""

from __future__ import annotations

import re
from typing import cast


class _Expression:
    """Stands for a compiled expression; has its attributes from their first use on as attributes of its own."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        value = getattr(re.compile(self._source), name)
        setattr(self, name, value)
        return value


def expression(source: str) -> re.Pattern[str]:
    """Return what behaves as `re.compile(source)` does; a faulty `source` raises `re.error` at its first use."""
    return cast("re.Pattern[str]", _Expression(source))
