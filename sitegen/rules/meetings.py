"""会议公开: every session, each once, and who sat in (R141, S90, S91)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from sitegen.diagnostics import Diagnostic, Kind, Place, Severity
from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.phrases import quoted
from sitegen.model.local_rules import Absence
from sitegen.model.records import Meeting
from sitegen.rules.scope import origin_of
from sitegen.site import Site

GAP = Kind(
    id="SG532",
    name="会次不连续",
    message="{before}之后就是{now}，缺少{missing}。",
    why="每次会议的议题都要按次公开（R141）。",
    help="补上缺少的会议；会次写错的，改正“会次”。没有公开内容的会议，用“无此类信息”说明。",
    severity=Severity.WARNING,
)
SAME_SESSION = Kind(
    id="SG533",
    name="会次重复",
    message="{now}已经公开过：{title}。",
    why="每次会议按次公开一次（R141）。",
    help="核对“会次”，改正写错的一个；同一次会议的内容合并到一份里。",
    severity=Severity.WARNING,
)
NO_ATTENDEES = Kind(
    id="SG794",
    name="没有写列席情况",
    message="会议公开没有写“列席”。",
    why="公众列席会议的情况要在网站上公开（R141、S91）。",
    help="加一行“列席: [……]”，写明哪些公众、代表、专家列席；没有邀请的，写“列席: [没有邀请公众列席]”。{origin}",
    severity=Severity.WARNING,
)
KINDS = (GAP, SAME_SESSION, NO_ATTENDEES)

_SESSION = re.compile(r"第?([0-9]{1,4}|[〇零一二三四五六七八九十百]{1,6})次")
_IN_TITLE = re.compile(r"(\d{4}年度?)?" + _SESSION.pattern.replace("(", "(?:", 1) + r"([一-鿿]{0,8}?会议?)")
MOST_NAMED = 5


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting and its number in its series."""

    number: int
    record: Meeting


def meeting_sessions(site: Site) -> Iterator[Diagnostic]:
    """Yield SG532 and SG533: numbers of sessions that are left out or used twice, series by series.

    A series is what one body calls alike in one column: 第三届第…次常务会议; where the session is only a number,
    its title says what sort of meeting it was, and of which year where each begins anew.
    """
    series: defaultdict[tuple[str, ...], list[Session]] = defaultdict(list)
    for record in site.records:
        if isinstance(record, Meeting) and (found := _SESSION.search(record.session)):
            number = parse_number(found[1])
            if number is not None:
                key = (record.publisher, record.column, _series(record))
                series[key].append(Session(number=number, record=record))
    for sessions in series.values():
        yield from _of_series(sorted(sessions, key=lambda session: session.number))


def attendance(site: Site) -> Iterator[Diagnostic]:
    """Yield SG794 for meetings that do not say who sat in, where the place asks for it."""
    rule = site.catalogues.profile.meeting.attendance
    if rule.value is Absence.IGNORE:
        return
    severe = rule.value is Absence.ERROR and rule.is_certain
    kind = msgspec.structs.replace(NO_ATTENDEES, severity=Severity.ERROR) if severe else NO_ATTENDEES
    for record in site.records:
        if isinstance(record, Meeting) and not record.attendees and rule.holds_for(record.held_on):
            yield kind.found(record.place("held_on"), origin=origin_of(rule)).at(record.source)


def _of_series(sessions: list[Session]) -> Iterator[Diagnostic]:
    for before, now in pairwise(sessions):
        record = now.record
        place = record.place("session")
        related = (Place(path=before.record.source, span=before.record.place("session"), note="前一次"),)
        if now.number == before.number:
            problem = SAME_SESSION.found(place, now=record.session, title=quoted(before.record.title))
            yield problem.at(record.source, related)
        elif now.number > before.number + 1:
            missing = _missing(before.number + 1, now.number - 1)
            problem = GAP.found(
                place, before=before.record.session, now=record.session, missing=missing
            )
            yield problem.at(record.source, related)


def _missing(first: int, last: int) -> str:
    count = last - first + 1
    if count > MOST_NAMED:
        return f"第{first}次到第{last}次，共{count}次"
    return "、".join(f"第{number}次" for number in range(first, last + 1))


def _series(record: Meeting) -> str:
    named = _SESSION.sub("", record.session).strip()
    in_title = _IN_TITLE.search(record.title)
    return named or (f"{in_title[1] or ''}{in_title[2]}" if in_title else "")
