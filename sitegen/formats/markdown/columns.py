"""What the columns of a table hold: figures stand below one another, long texts get room on narrow screens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

FIGURES, LONG = "n", "w"
"""Classes of cells: in a column of figures; in one of texts of which some are long."""
LONG_FROM = 12
"""Characters: from this length on a cell's text is long."""

# A number that one compares with others; not a code (leading zero), not a telephone number. Full width or half.
_FIGURE = re.compile(
    r"[-−+－＋]?(?:[0０]|[1-9１-９][0-9０-９]{0,2}(?:[,，][0-9０-９]{3})+|[1-9１-９][0-9０-９]*)"
    r"(?:[.．][0-9０-９]+)?\s?[%％‰]?"
)
_NOTHING = re.compile(r"[-—－–/／…]*")


def classes_of(tokens: Sequence[Token], table: int) -> list[str]:
    """Return the class of each column of the table that `tokens[table]` opens; empty where nothing is said of it.

    The first column names the rows: it never counts as figures.
    """
    columns: list[list[str]] = []
    at = 0
    for number in range(table, len(tokens)):
        token = tokens[number]
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            at = 0
        elif token.type == "td_open":
            if at == len(columns):
                columns.append([])
            columns[at].append(_words(tokens[number + 1]))
            at += 1
    return [_class_of(texts, first=number == 0) for number, texts in enumerate(columns)]


def _words(cell: Token) -> str:
    if not cell.children:
        return cell.content.strip()
    return "".join(part.content for part in cell.children if part.type != "html_inline").strip()


def _class_of(texts: Sequence[str], *, first: bool) -> str:
    told = [text for text in texts if not _NOTHING.fullmatch(text)]
    if told and not first and all(_FIGURE.fullmatch(text) for text in told):
        return FIGURES
    return LONG if any(len(text) >= LONG_FROM for text in told) else ""


def lost_cells(row: str, columns: int) -> list[str]:
    """Return the words of a row that stand behind its last column, which GFM leaves out of the table."""
    if row.count("|") < columns:
        return []
    cells = [cell.strip() for cell in escapedSplit(row.strip())]
    if cells and not cells[0]:
        del cells[0]
    return [cell for cell in cells[columns:] if cell]
