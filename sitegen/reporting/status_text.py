"""The state of a document and how it comes about, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sitegen.diagnostics import Place
from sitegen.disclosure.changes import NOTICE_DAYS, turns_after
from sitegen.disclosure.courses import Course, next_change, phase_at
from sitegen.disclosure.derivation import derivation
from sitegen.disclosure.phrases import chinese_date, full_name, plain
from sitegen.disclosure.sentences import brief
from sitegen.disclosure.states import NAMES, Names


def render(
    course: Course,
    as_of: date,
    courses: Mapping[str, Course],
    notice_days: tuple[int, ...] = NOTICE_DAYS,
    names: Names = NAMES,
) -> str:
    """Return name, state, the numbered steps with their places, and what comes next; `names` are words for states."""
    return "".join(f"{line}\n" for line in _lines(course, as_of, courses, notice_days, names))


def place_text(place: Place) -> str:
    """Return a place as `path:line`, for editors to jump to."""
    return f"{place.path}:{place.span.line}" if place.span else place.path


def _lines(
    course: Course, as_of: date, courses: Mapping[str, Course], notice_days: tuple[int, ...], names: Names
) -> Iterator[str]:
    paper, phase = course.paper, phase_at(course, as_of)
    since = f"，自{chinese_date(phase.since)}起" if phase.since else ""
    yield full_name(paper).text
    yield f"文件：{paper.source or '栏目里没有，只在别的文件里提到'}"
    yield f"效力状态：{names[phase.state]}{since}（截至{chinese_date(as_of)}）"
    yield ""
    yield "这样得出："
    *steps, conclusion = derivation(course, as_of, courses, names)
    for number, step in enumerate(steps, 1):
        yield f"{number:>3}. {plain(step.phrases)}"
        if step.place is not None:
            yield f"     见 {place_text(step.place)}（{step.rule}）"
    yield f"{len(steps) + 1:>3}. {plain(conclusion.phrases)}"
    yield ""
    yield from _coming(course, as_of, courses, notice_days, names)


def _coming(
    course: Course, as_of: date, courses: Mapping[str, Course], notice_days: tuple[int, ...], names: Names
) -> Iterator[str]:
    """Give what is known to come: events, and the days on which the page begins to announce a change."""
    coming = next_change(course, as_of)
    if coming is None or coming.since is None:
        yield "下一次变化：目前没有。"
    else:
        yield f"下一次变化：{chinese_date(coming.since)}起为{names[coming.state]}。"
    days: list[tuple[date, str]] = []
    for event in course.events:
        if event.on is not None and event.on > as_of:
            seen = f"，见 {place_text(event.place)}" if event.place else ""
            days.append((event.on, plain(brief(event, courses)) + seen))
    days += [
        (turn.on, f"页面开始提示（提前{turn.days}天）")
        for turn in turns_after([course], as_of, notice_days)
        if turn.days
    ]
    for on, words in sorted(days):
        yield f"  {chinese_date(on)}　{words}"
