"""The table of all kinds of page, for tests, pictures and measurements."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("kinds.txt")


class Kind(NamedTuple):
    """A kind of page: its name, its template, and the address of one in the sample column."""

    name: str
    template: str
    path: str


def _read(text: str) -> tuple[Kind, ...]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(Kind(*(cell.strip() for cell in line.split("|"))) for line in lines)


KINDS = _read(FILE.read_text(encoding="utf-8"))
