"""The truth table: queries with their filters, and the exact set of records that each finds.

    ? 临时救助 ¦ s=all y=2023
    zhengce/xzgfxwj/linshi-jiuzhu-banfa

A line `#` is a remark. Paths stand below their query in order; a query without any finds nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("truth.txt")
ENGLISH_FILE = Path(__file__).with_name("truth.en.txt")
"""The table of the pages in English."""


class Case(NamedTuple):
    query: str
    filters: dict[str, str]
    found: tuple[str, ...]


def read_cases(text: str) -> list[Case]:
    cases: list[Case] = []
    for line in text.splitlines():
        if line.startswith("? "):
            query, _, filters = line[2:].partition(" ¦ ")
            cases.append(Case(query, dict(item.split("=", 1) for item in filters.split()), ()))
        elif line and not line.startswith("#"):
            cases[-1] = cases[-1]._replace(found=(*cases[-1].found, line))
    return cases


def with_found(text: str, found: list[tuple[str, ...]]) -> str:
    """Return the table with other sets, its queries, remarks and order as they were."""
    rest = iter(found)
    lines: list[str] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            lines.append(line)
        elif line.startswith("? "):
            lines += [line, *next(rest)]
    return "\n".join(lines) + "\n"
