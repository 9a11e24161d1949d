"""Charts of the index of regulations: how many documents each year brought, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sitegen.disclosure.states import NAMES, Names, State
from sitegen.views.chart import Cell, Chart, ChartTable, TableRow
from sitegen.views.charts import WIDTH, Group, Series, stacked_bars, textures_of
from sitegen.views.rows import Row

LOOKS: Mapping[State, Series] = {
    State.IN_FORCE: Series(name=NAMES[State.IN_FORCE], style="in_force"),
    State.AMENDED: Series(name=NAMES[State.AMENDED], style="amended", texture="lines"),
    State.PARTLY_REPEALED: Series(name=NAMES[State.PARTLY_REPEALED], style="partly_repealed", texture="back"),
    State.SUSPENDED: Series(name=NAMES[State.SUSPENDED], style="suspended", texture="cross"),
    State.NOT_YET_IN_FORCE: Series(name=NAMES[State.NOT_YET_IN_FORCE], style="not_yet_in_force"),
    State.REPEALED: Series(name=NAMES[State.REPEALED], style="repealed", dark=True),
    State.LAPSED: Series(name=NAMES[State.LAPSED], style="lapsed", texture="dots", dark=True),
}
"""How each state is drawn: light while it lasts, dark when it has ended, as badges are."""
TITLE = "各年文件和它们现在的效力"
FEWEST = 2
"""Years from which on there is something to compare."""


def year_chart(
    years: Sequence[tuple[str, str, Sequence[Row]]], names: Names = NAMES
) -> tuple[Chart, ...]:
    """Return the chart of documents by year and state; nothing for fewer than two years.

    `names` are the words for states. A year is its word, the path of its list, and its rows; the newest stands first.
    """
    counts = [Counter(row.state.code for row in rows if row.state is not None) for _, _, rows in years]
    present = set().union(*counts)
    states = [state for state in LOOKS if state in present]
    if len(years) < FEWEST or not states:
        return ()
    drawn = stacked_bars(
        [msgspec.structs.replace(LOOKS[state], name=names[state]) for state in states],
        [
            Group(name=name, values=tuple(found[state] for state in states))
            for (name, _, _), found in zip(years, counts, strict=True)
        ],
    )
    chart = Chart(
        anchor="niandu",
        title=TITLE,
        description=_description(years, counts),
        width=WIDTH,
        height=drawn.height,
        shape="ch-bars",
        textures=textures_of(drawn.bars),
        bars=drawn.bars,
        strokes=drawn.strokes,
        labels=drawn.labels,
        table=_table(years, counts, states, names),
    )
    return (chart,)


def _description(years: Sequence[tuple[str, str, Sequence[Row]]], counts: Sequence[Counter[str]]) -> str:
    name, _, most = max(years, key=lambda year: len(year[2]))
    ended = sum(found[State.REPEALED] + found[State.LAPSED] for found in counts)
    whole = sum(found.total() for found in counts)
    first, last = years[-1][0], years[0][0]
    return (
        f"横条图：{first}至{last}每年制定的文件，按现在的效力状态分段。共{whole}件，已废止和失效{ended}件；"
        f"{name}最多，{len(most)}件。数字见表。"
    )


def _table(
    years: Sequence[tuple[str, str, Sequence[Row]]],
    counts: Sequence[Counter[str]],
    states: Sequence[State],
    names: Names,
) -> ChartTable:
    rows = tuple(
        TableRow(
            head=Cell(text=name, path=path),
            cells=(*(Cell(text=f"{found[state]:,}") for state in states), Cell(text=f"{found.total():,}")),
        )
        for (name, path, _), found in zip(years, counts, strict=True)
    )
    sums = [sum(found[state] for found in counts) for state in states]
    total = TableRow(
        head=Cell(text="合计"), cells=tuple(Cell(text=f"{number:,}") for number in (*sums, sum(sums)))
    )
    heads = ("年份", *(names[state] for state in states), "合计")
    return ChartTable(caption=f"{TITLE}（件）", heads=heads, rows=(*rows, total))
