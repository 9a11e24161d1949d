"""Source lines without the numbers that no report may repeat: logs of a build are read by more people than the file."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, Span
from sitegen.inspection.personal_data import SENSITIVE

_FIRST, _LAST = 4, 4
_FEWEST = 12


def veiled(text: str | None, found: Iterable[Diagnostic]) -> list[str]:
    """Return the lines of a file with the middle of every number hidden that `found`, all findings in it, speaks of.

    Every line keeps its length, so that marks stay in place. None stands for a file that cannot be shown.
    """
    lines = text.split("\n") if text is not None else []
    for each in found:
        if each.id in SENSITIVE and each.span is not None and each.span.end_line <= len(lines):
            _veil(lines, each.span)
    return lines


def _veil(lines: list[str], span: Span) -> None:
    places = [
        (line, column)
        for line in range(span.line - 1, span.end_line)
        for column in range(
            span.column - 1 if line == span.line - 1 else 0,
            span.end_column - 1 if line == span.end_line - 1 else len(lines[line]),
        )
        if lines[line][column : column + 1].isalnum()
    ]
    first, last = (_FIRST, _LAST) if len(places) >= _FEWEST else (3, 2)
    for line, column in places[first : len(places) - last]:
        wide = not lines[line][column].isascii()
        lines[line] = lines[line][:column] + ("＊" if wide else "*") + lines[line][column + 1 :]
