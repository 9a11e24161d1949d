"""The geometry of a document's life: one bar from its first day to its last, in pieces by state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from sitegen.views.chart import Bar, Label, Stroke

WIDTH = 260
TOP, HEIGHT = 18, 16
BOTTOM = TOP + HEIGHT
OPEN_END = 24
"""Units beyond the last known day of a life that has no known end."""
SHORTEST = 3


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A time in one state. `style` and `texture` are the state's; `end`, its last day, is None where none is known."""

    start: date
    end: date | None
    style: str
    texture: str = ""


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """Shapes of a life."""

    height: int
    bars: tuple[Bar, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]


def life(spans: Sequence[Span], today: date, today_word: str) -> Life:
    """Lay the spans end to end on one scale of time, the mark of the day `today` across them."""
    start = min(spans[0].start, today)
    last = spans[-1]
    known = max(today, last.start, *(span.end for span in spans if span.end is not None), start + timedelta(days=30))
    scale = (WIDTH - (OPEN_END if last.end is None else 0)) / (known - start).days

    def at(day: date) -> int:
        return round((day - start).days * scale)

    bars = []
    for span in spans:
        x = at(span.start)
        end = WIDTH if span.end is None else at(span.end)
        width = max(SHORTEST, end - x)
        bars.append(
            Bar(x=min(x, WIDTH - width), y=TOP, width=width, height=HEIGHT, style=span.style, texture=span.texture)
        )
    now = at(today)
    anchor = "start" if now < WIDTH // 4 else "end" if now > WIDTH * 3 // 4 else "middle"
    labels = [
        Label(x=now, y=12, text=today_word, anchor=anchor, style="quiet"),
        Label(x=0, y=BOTTOM + 16, text=f"{start.year}年", style="quiet"),
    ]
    if last.end is not None and known.year != start.year:
        labels.append(Label(x=WIDTH, y=BOTTOM + 16, text=f"{known.year}年", anchor="end", style="quiet"))
    mark = Stroke(x=now, y=TOP - 4, to_x=now, to_y=BOTTOM + 4, style="now")
    return Life(height=BOTTOM + 22, bars=tuple(bars), strokes=(mark,), labels=tuple(labels))
