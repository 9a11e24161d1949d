"""The view of a chart: shapes in units of a drawing, and the table that says the same in figures.

A chart is an inline SVG that is made with the page. A template turns shapes into elements and knows nothing of what
they mean; colours are classes of the stylesheet (`c-` and the style), textures tell them apart in black and white.
"""

from __future__ import annotations

from sitegen.views.common import View


class Bar(View, frozen=True, kw_only=True):
    """A rectangle. `texture` is "", "lines", "back", "dots" or "cross"; it lies over the colour of `style`.

    A `style` that ends in "plate" is the plain ground on which a figure stands over a texture.
    """

    x: int
    y: int
    width: int
    height: int
    style: str
    texture: str = ""


class Label(View, frozen=True, kw_only=True):
    """Words at a point, `anchor` being "start", "middle" or "end" of them.

    `style` is "" (ink), "quiet" or "on" (light, over dark bars); `upright` writes them from top to bottom.
    """

    x: int
    y: int
    text: str
    anchor: str = "start"
    style: str = ""
    upright: bool = False


class Stroke(View, frozen=True, kw_only=True):
    """A straight line: an axis, or the mark of a day."""

    x: int
    y: int
    to_x: int
    to_y: int
    style: str = "axis"


class Cell(View, frozen=True, kw_only=True):
    """A cell of a chart's table; a link where `path` is given."""

    text: str
    path: str = ""


class TableRow(View, frozen=True, kw_only=True):
    """A row of a chart's table."""

    head: Cell
    cells: tuple[Cell, ...]


class ChartTable(View, frozen=True, kw_only=True):
    """What a chart shows, in figures. `heads` begins with the head of the first column."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Chart(View, frozen=True, kw_only=True):
    """A drawing of `width` by `height` units. `anchor` is its id, and begins those of its textures.

    `description` says in words what the eye sees first. `shape` is the class that the stylesheet sizes it by. Where
    `table` is None, the page says the same in figures elsewhere. `note` stands below it: units, sources.
    """

    anchor: str
    title: str
    description: str
    width: int
    height: int
    shape: str = ""
    textures: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
    table: ChartTable | None = None
    note: str = ""
