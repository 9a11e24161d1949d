"""What spreadsheets call a cell. Apart from what reads them, which needs dictionaries."""

from __future__ import annotations


def cell_name(row: int, column: int) -> str:
    """Return A1 for 0, 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
