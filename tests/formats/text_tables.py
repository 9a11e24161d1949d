"""Reads the text tables in `tables/`: see the README there."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from sitegen.diagnostics import Fault

TABLES = Path(__file__).parent / "tables"


def cases(name):
    """Return the rows of a table as parameters: input and expected text."""
    parts = (TABLES / name).read_text(encoding="utf-8").split("\n.\n")
    rows = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [
        pytest.param(_input(given), expected, id=title.strip().splitlines()[-1].strip().replace(" ", "-"))
        for title, given, expected in rows
    ]


def _input(text):
    text = text.replace("⇥", "\t").replace("␣", " ")
    return text[:-1] if text.endswith("␤") else text + "\n"


def faults_as_text(faults: Iterable[Fault]) -> str:
    """Return one line for each fault, as the tables write it."""
    return "\n".join(f"{_place(fault)} {fault.id} {fault.message}" for fault in faults)


def _place(fault):
    span = fault.span
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" if span else "-"
