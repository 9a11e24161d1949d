"""The geometry of the heat map: domains down, bodies across, a square that grows and darkens with what is missing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sitegen.views.chart import Bar, Label, Stroke
from sitegen.views.charts import BASELINE, width_of

SIDE = 18
SQUARES = (4, 7, 10, 13, 16)
"""Sides of the squares, by grade: size alone tells in black and white what the colour tells."""
GAP = 6


class Heat(msgspec.Struct, frozen=True, kw_only=True):
    """Shapes of a heat map and its size."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    strokes: tuple[Stroke, ...]


def heat_map(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int | None]]]) -> Heat:
    """Lay out a map. A row is its name and a grade from 0 to 4 for each column; None: nothing to show."""
    left = max((width_of(name) for name, _ in rows), default=0) + GAP
    top = max((width_of(name) for name in columns), default=0) + GAP
    width, height = left + len(columns) * SIDE, top + len(rows) * SIDE
    bars: list[Bar] = []
    labels = [
        Label(x=left + at * SIDE + SIDE // 2, y=top - GAP, text=name, anchor="end", upright=True)
        for at, name in enumerate(columns)
    ]
    for number, (name, grades) in enumerate(rows):
        y = top + number * SIDE
        labels.append(Label(x=left - GAP, y=y + SIDE // 2 + BASELINE, text=name, anchor="end"))
        for at, grade in enumerate(grades):
            if grade is not None:
                side = SQUARES[grade]
                inset = (SIDE - side) // 2
                x = left + at * SIDE + inset
                bars.append(Bar(x=x, y=y + inset, width=side, height=side, style=f"gap-{grade}"))
    lines = range(top, height + 1, SIDE)
    strokes = tuple(Stroke(x=left, y=y, to_x=width, to_y=y, style="grid") for y in lines)
    return Heat(width=width, height=height + 2, bars=tuple(bars), labels=tuple(labels), strokes=strokes)
