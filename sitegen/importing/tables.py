"""A grid parted into tables: each with its heading, its titles and its rows; repeated headings are passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.importing.domain_names import DomainNames
from sitegen.importing.headings import CATEGORY, NUMBER, TITLE, Header, find_header
from sitegen.importing.kinds import READ_AS, STRANGE_ROW, at_cell
from sitegen.importing.sheet import Cell, Grid
from sitegen.importing.texts import name_of, one_line, without_bullet
from sitegen.importing.words import Words

_NUMBERED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、．.]?|\d{1,2}[、．.])\s*\S")
_SECTION_LENGTH = 40
_FILLED = 4
"""Cells that a row below a note must have to be taken for data."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of data, and the section of the table in which it stands: a line over the whole width above it."""

    number: int
    cells: tuple[Cell, ...]
    section: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows below one heading. `titles` stand directly above it, the nearest last; `begins` is its first cell."""

    grid: Grid
    header: Header
    begins: Cell
    titles: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class _State(msgspec.Struct, kw_only=True):
    """What is known while a grid is read from the top."""

    header: Header | None = None
    titles: tuple[str, ...] = ()
    begins: Cell | None = None
    section: str = ""
    ended: bool = False
    pending: list[Cell] = []
    rows: list[Row] = []
    tables: list[Table] = []
    found: list[Diagnostic] = []


def part(grid: Grid, words: Words, names: DomainNames) -> tuple[tuple[Table, ...], tuple[Diagnostic, ...]]:
    """Return the tables of a grid, and what stands between them and is not understood (SG643, SG651)."""
    state = _State()
    number = 0
    while number < len(grid.cells):
        row = grid.cells[number]
        beginning = find_header(grid, number, words)
        if beginning is not None:
            header, found = beginning
            _begin(state, grid, header, found)
            number = header.end
            continue
        only = _only_text(row, number, state.header)
        if only is not None and (not state.pending or state.pending[-1] != only):
            state.pending.append(only)
        elif only is None and any(cell.text for cell in row) and state.header is not None:
            _settle(state, grid, words, names)
            _take(state, grid, number)
        number += 1
    if state.header is not None:
        _settle(state, grid, words, names)
    _close(state, grid)
    return tuple(state.tables), tuple(state.found)


def _take(state: _State, grid: Grid, number: int) -> None:
    """Add a row of data; below a note only one that is filled as rows of the table are."""
    row = grid.cells[number]
    filled = list(dict.fromkeys(cell for cell in row if cell.text))
    if state.ended and len(filled) < _FILLED:
        state.found.append(_left(grid, filled[0], "在附注的下面"))
        return
    state.ended = False
    state.rows.append(Row(number=number, cells=row, section=state.section))


def _only_text(row: Sequence[Cell], number: int, header: Header | None) -> Cell | None:
    """Return the one cell that fills a row, or stands alone in it where names of items stand."""
    texts = list(dict.fromkeys(cell for cell in row if cell.text))
    if len(texts) != 1 or len(row) < 3:
        return None
    alone = texts[0]
    if sum(cell == alone for cell in row) >= max(3, len(row) // 2):
        return alone
    column = header.columns.get(alone.column) if header is not None else None
    among_names = column is None or column.field in (NUMBER, CATEGORY, TITLE)
    return alone if alone.row == number and alone.column < 2 and among_names else None


def _begin(state: _State, grid: Grid, header: Header, found: Sequence[Diagnostic]) -> None:
    """Begin a table at a heading; a heading like the one before, with no title above it, only goes on."""
    same = state.header is not None and state.header.columns == header.columns
    if same and not state.pending:
        return
    titles = tuple(cell.text for cell in state.pending)
    _close(state, grid)
    state.header, state.begins = header, grid.cells[header.top][0]
    state.titles = titles or (state.titles if same else ())
    state.pending, state.section, state.ended = [], "", False
    if not same:
        state.found += found


def _close(state: _State, grid: Grid) -> None:
    if state.header is not None and state.begins is not None and state.rows:
        table = Table(
            grid=grid,
            header=state.header,
            begins=state.begins,
            titles=state.titles,
            rows=tuple(state.rows),
        )
        state.tables.append(table)
    state.rows = []


def _settle(state: _State, grid: Grid, words: Words, names: DomainNames) -> None:
    """Say what the lines over the whole width are that stand before a row of data, or at the end."""
    for cell in state.pending:
        text = one_line(cell.text)
        if names.found_in(text) or re.search(r"标准目录|领域.{0,4}目录", text):
            _close(state, grid)
            state.titles, state.begins, state.section, state.ended = (cell.text,), cell, "", False
        elif without_bullet(text).startswith(words.notes) or text.startswith(words.notes):
            state.ended = True
            reading = f"“{shown(text)}”是附注，没有读入"
            state.found.append(at_cell(READ_AS, grid.path, cell.row, cell.column, reading=reading))
        elif _is_section(text, state.header):
            state.section, state.ended = name_of(text), False
            reading = f"“{shown(text)}”占一整行，当作下面各行的一级事项"
            state.found.append(at_cell(READ_AS, grid.path, cell.row, cell.column, reading=reading))
        elif not state.ended:
            state.found.append(_left(grid, cell, "看不出是事项还是说明"))
    state.pending = []


def _is_section(text: str, header: Header | None) -> bool:
    """Tell whether a line may be a category: it is short, and numbered or in a table that has no categories."""
    named = header is not None and CATEGORY in header.fields()
    return len(text) <= _SECTION_LENGTH and (bool(_NUMBERED.match(text)) or not named)


def _left(grid: Grid, cell: Cell, problem: str) -> Diagnostic:
    words = f"“{shown(one_line(cell.text))}”{problem}"
    return at_cell(STRANGE_ROW, grid.path, cell.row, cell.column, problem=words)
