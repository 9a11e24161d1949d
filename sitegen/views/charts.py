"""The geometry of charts: numbers → shapes. Pure; it knows neither records nor templates.

Bars lie, for years are many and a phone is narrow: a drawing is as wide as a phone and grows downwards. One unit is
a pixel there. Words are measured as Chinese characters: one side of a square each, half of it for other signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sitegen.views.chart import Bar, Label, Stroke

WIDTH = 340
LETTER = 13
"""The side of a character."""
BASELINE = 4
"""How far below the middle of a line its characters stand."""
YEAR_WIDTH = 56
TOTAL_WIDTH = 44
LEGEND_LINE = 20
SWATCH = 12


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What one colour stands for. `dark`: words over it are light."""

    name: str
    style: str
    texture: str = ""
    dark: bool = False


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of one year, in the order of the series. None: not known. `figures` are they as words."""

    name: str
    values: tuple[float | None, ...]
    figures: tuple[str, ...] = ()


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """Shapes and how high they are together."""

    height: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    strokes: tuple[Stroke, ...] = ()


def width_of(text: str) -> int:
    """Return how wide words are."""
    return sum(LETTER if sign > "\u2e7f" else LETTER * 5 // 8 for sign in text)


def stacked_bars(series: Sequence[Series], groups: Iterable[Group]) -> Drawing:
    """Lay one bar for each group, its numbers end to end, with their sum behind it."""
    shown = tuple(groups)
    longest = max((_sum(group) for group in shown), default=0) or 1
    room = WIDTH - YEAR_WIDTH - TOTAL_WIDTH
    top, bars, labels = legend(series)
    for group in shown:
        labels.append(Label(x=YEAR_WIDTH - 6, y=top + 8 + BASELINE, text=group.name, anchor="end"))
        done = 0.0
        for each, value in zip(series, group.values, strict=True):
            x, done = _scaled(done, longest, room), done + (value or 0)
            width = _scaled(done, longest, room) - x
            if width:
                bars.append(_bar(each, YEAR_WIDTH + x, top, width, 16))
            words = f"{value:g}" if value else ""
            if words and width >= width_of(words) + 6:
                style = "on" if each.dark else ""
                middle = YEAR_WIDTH + x + width // 2
                bars.extend(_plate(each, middle, top, words))
                labels.append(Label(x=middle, y=top + 8 + BASELINE, text=words, anchor="middle", style=style))
        end = YEAR_WIDTH + _scaled(done, longest, room)
        labels.append(Label(x=end + 5, y=top + 8 + BASELINE, text=f"{done:g}", style="quiet"))
        top += 22
    return _drawn(top, bars, labels)


def grouped_bars(series: Sequence[Series], groups: Iterable[Group]) -> Drawing:
    """Lay one bar for each number, those of a group below one another, each with its figure behind it."""
    shown = tuple(groups)
    longest = max((value or 0 for group in shown for value in group.values), default=0) or 1
    widest = max((width_of(words) for group in shown for words in group.figures), default=0)
    room = WIDTH - YEAR_WIDTH - widest - 5
    top, bars, labels = legend(series)
    for group in shown:
        known = [entry for entry in zip(series, group.values, group.figures, strict=True) if entry[1] is not None]
        middle = top + len(known) * 8
        labels.append(Label(x=YEAR_WIDTH - 6, y=middle + BASELINE, text=group.name, anchor="end"))
        for each, value, words in known:
            width = _scaled(value or 0, longest, room)
            if width:
                bars.append(_bar(each, YEAR_WIDTH, top + 1, width, 14))
            labels.append(Label(x=YEAR_WIDTH + width + 5, y=top + 8 + BASELINE, text=words, style="quiet"))
            top += 16
        top += 10
    return _drawn(top, bars, labels)


def legend(series: Sequence[Series]) -> tuple[int, list[Bar], list[Label]]:
    """Lay swatch and name of each series in lines; return where the chart itself begins."""
    bars: list[Bar] = []
    labels: list[Label] = []
    x, y = 0, 2
    for each in series:
        width = SWATCH + 5 + width_of(each.name)
        if x and x + width > WIDTH:
            x, y = 0, y + LEGEND_LINE
        bars.append(_bar(each, x, y, SWATCH, SWATCH))
        labels.append(Label(x=x + SWATCH + 5, y=y + SWATCH // 2 + BASELINE, text=each.name))
        x += width + 14
    return y + LEGEND_LINE + 6, bars, labels


def textures_of(bars: Iterable[Bar]) -> tuple[str, ...]:
    """Return the textures that bars have, each once."""
    return tuple(sorted({bar.texture for bar in bars if bar.texture}))


def _drawn(height: int, bars: Sequence[Bar], labels: Sequence[Label]) -> Drawing:
    """Return a chart whose bars stand on one line that begins above the first of them."""
    first = min((bar.y for bar in bars if bar.x == YEAR_WIDTH), default=height)
    axis = Stroke(x=YEAR_WIDTH, y=first - 4, to_x=YEAR_WIDTH, to_y=height - 4)
    return Drawing(height=height, bars=tuple(bars), labels=tuple(labels), strokes=(axis,))


def _bar(series: Series, x: int, y: int, width: int, height: int) -> Bar:
    return Bar(x=x, y=y, width=width, height=height, style=series.style, texture=series.texture)


def _plate(series: Series, middle: int, top: int, words: str) -> Iterator[Bar]:
    """Yield the plain ground on which a figure stands over a texture."""
    if series.texture:
        width = width_of(words) + 6
        yield Bar(x=middle - width // 2, y=top + 1, width=width, height=14, style=f"{series.style} plate")


def _sum(group: Group) -> float:
    return sum(value or 0 for value in group.values)


def _scaled(value: float, longest: float, room: int) -> int:
    return round(value * room / longest)
