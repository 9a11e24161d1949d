"""What stands below a heading, where the heading alone does not tell what a column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.importing.sheet import Grid
from sitegen.importing.texts import key_of, one_line
from sitegen.importing.words import Words

_LOOKED_AT = 40
"""Rows below a heading; what a column holds is plain from the first of them."""
_NUMBER = re.compile(r"[（(]?\d{1,4}[)）]?[、.．]?")
_SHORTEST = 3
"""Characters of a channel's name; shorter ones stand in other texts too."""


def only_numbers(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a column holds nothing but numbers from `row` on: 序号, set within the columns of names."""
    texts = list(_texts(grid, row, column))
    return bool(texts) and all(_NUMBER.fullmatch(text) for text in texts)


def holds_names(grid: Grid, row: int, column: int, words: Words) -> bool:
    """Tell whether a column names channels from `row` on, in place of ticks."""
    names = [key for name in words.channels if len(key := key_of(name)) >= _SHORTEST]
    return any(name in key_of(text) for text in _texts(grid, row, column) for name in names)


def _texts(grid: Grid, row: int, column: int) -> Iterator[str]:
    """Give the texts that begin in a column; merged cells that only reach into it belong to another."""
    for line in grid.cells[row : row + _LOOKED_AT]:
        cell = line[column]
        if cell.text and cell.column == column and cell.row >= row:
            yield one_line(cell.text)
