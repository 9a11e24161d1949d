"""The chart of a document's life; the list of what happened stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sitegen.disclosure.courses import Course, Phase
from sitegen.disclosure.phrases import chinese_date
from sitegen.disclosure.states import Names, State
from sitegen.model.records import AnyRecord
from sitegen.views.chart import Chart
from sitegen.views.chart_of_life import WIDTH, Span, life
from sitegen.views.charts import textures_of
from sitegen.views.make_year_charts import LOOKS
from sitegen.views.shelf import Shelf

ONE_DAY = timedelta(days=1)


def life_of(record: AnyRecord, shelf: Shelf) -> Chart | None:
    """Return the chart of a document that has a state and a first day."""
    if record.path not in shelf.states:
        return None
    spans = tuple(_spans(shelf.site.courses[record.path]))
    if not spans:
        return None
    drawn = life([_drawn(*span) for span in spans], shelf.site.as_of, "截至日")
    return Chart(
        anchor="lishi",
        title="效力状态的变化",
        description=_description(spans, shelf.site.state_names),
        width=WIDTH,
        height=drawn.height,
        shape="ch-life",
        textures=textures_of(drawn.bars),
        bars=drawn.bars,
        strokes=drawn.strokes,
        labels=drawn.labels,
    )


def _spans(course: Course) -> Iterator[tuple[State, date, date | None]]:
    """Give each state with its first and its last day; what came before the first dated day is left out.

    A document that was made before it took effect begins on the day on which it was made.
    """
    made = course.paper.published_on or course.paper.written_on
    dated = [phase for phase in course.phases if phase.since is not None]
    first = course.phases[0]
    if first.since is None and made is not None and (not dated or _begins(dated[0]) > made):
        dated.insert(0, Phase(first.state, made, first.cause))
    for number, phase in enumerate(dated):
        following = dated[number + 1] if number + 1 < len(dated) else None
        end = _begins(following) - ONE_DAY if following is not None else None
        yield phase.state, _begins(phase), None if end is None else max(end, _begins(phase))


def _begins(phase: Phase) -> date:
    return phase.since or date.min


def _drawn(state: State, start: date, end: date | None) -> Span:
    look = LOOKS[state]
    return Span(start=start, end=end, style=look.style, texture=look.texture)


def _description(spans: Sequence[tuple[State, date, date | None]], names: Names) -> str:
    said = (f"{chinese_date(start)}起{names[state]}" for state, start, _ in spans)
    return f"时间线：{'，'.join(said)}。经过见下面的列表。"
