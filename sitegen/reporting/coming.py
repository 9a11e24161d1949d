"""What will change on the pages by itself, day by day: so that a column can be built again in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from sitegen.disclosure.changes import announced, ends_term, turns_after
from sitegen.disclosure.courses import Course, Phase, phase_at
from sitegen.disclosure.phrases import chinese_date, plain
from sitegen.disclosure.sentences import brief
from sitegen.disclosure.states import State
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Consultation, Document, Tombstone
from sitegen.model.values import Disclosure, Stage
from sitegen.site import Site
from sitegen.views.make_home import CHANGE_DAYS
from sitegen.views.shelf import state_of


class Cause(StrEnum):
    """Why pages change: a badge, a banner, a history, the list of coming changes, a consultation, a record."""

    STATE = "state"
    NOTICE = "notice"
    EVENT = "event"
    LIST = "list"
    CONSULTATION = "consultation"
    PUBLICATION = "publication"
    WITHDRAWAL = "withdrawal"


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A change of pages on the day `on`; `path` is the record's, `words` say what happens, without a full stop."""

    on: date
    cause: Cause
    path: str
    number: str = ""
    title: str
    words: str

    def position(self) -> tuple[date, str, str, str]:
        """Return what orders changes."""
        return self.on, self.path, self.cause, self.words


def coming(site: Site) -> tuple[Coming, ...]:
    """Return all changes after the site's as-of date that are known today, in order."""
    found = [*_publications(site), *_consultations(site)]
    for course in _shown(site):
        found += _turns(course, site)
        found += _events(course, site.as_of, site.courses)
    return _in_order(found)


def on_the_day(before: Site, after: Site) -> tuple[Coming, ...]:
    """Return the changes of the day `after.as_of`, on which records are published or withdrawn.

    Both sites hold the same files, `before` as of an earlier day: what the new records do to others is known to
    `after` only.
    """
    day = after.as_of
    eve = day - timedelta(days=1)
    found = [change for change in (*_publications(before), *_consultations(before)) if change.on == day]
    for course in _shown(after):
        old = before.courses.get(course.key)
        found += [change for change in _events(course, eve, after.courses) if change.on == day]
        if old is None or course.key not in before.by_path:
            continue
        phase = phase_at(course, day)
        if phase_at(old, eve).state is not phase.state:
            found.append(_of(course, day, Cause.STATE, _becomes(phase, after)))
        now = announced(course, day, after.notice_days)
        if now is not None and now != announced(old, eve, after.notice_days):
            words = _what_comes(now[0].state, ends_term(now[0]), after)
            found.append(_of(course, day, Cause.NOTICE, _announces(words, now[0].since, now[1])))
    return _in_order(found)


def _in_order(changes: Iterable[Coming]) -> tuple[Coming, ...]:
    """Sort changes; that the home page lists a document is not told beside what its own page shows that day."""
    distinct = set(changes)
    seen = {(change.on, change.path) for change in distinct if change.cause is not Cause.LIST}
    told = [
        change
        for change in distinct
        if change.cause is not Cause.LIST or (change.on, change.path) not in seen
    ]
    return tuple(sorted(told, key=Coming.position))


def _shown(site: Site) -> Iterator[Course]:
    """Give the courses of the documents whose pages show a state."""
    for record in site.records:
        if isinstance(record, Document) and state_of(record, site) is not None:
            yield site.courses[record.path]


def _turns(course: Course, site: Site) -> Iterator[Coming]:
    for turn in turns_after([course], site.as_of, site.notice_days):
        if turn.days:
            words = _what_comes(turn.state, turn.keeps_state, site)
            yield _of(course, turn.on, Cause.NOTICE, _announces(words, turn.changes_on, turn.days))
        elif not turn.keeps_state:
            yield _of(course, turn.on, Cause.STATE, _becomes(phase_at(course, turn.on), site))


def _events(course: Course, as_of: date, courses: Mapping[str, Course]) -> Iterator[Coming]:
    """Give the events that leave the badge as it is, and the days on which the home page begins to list any."""
    changing = {phase.since for phase in course.phases}
    for event in course.events:
        if event.on is None or event.on <= as_of:
            continue
        words = plain(brief(event, courses))
        if event.on not in changing:
            yield _of(course, event.on, Cause.EVENT, words)
        listed = event.on - timedelta(days=CHANGE_DAYS)
        if listed > as_of:
            yield _of(course, listed, Cause.LIST, f"首页开始列出：{chinese_date(event.on)}{words}")


def _publications(site: Site) -> Iterator[Coming]:
    """Give the records that wait for their day, to be published or withdrawn."""
    for record in site.held.values():
        if record.stage is not Stage.FINAL:
            continue
        if isinstance(record, Tombstone):
            if record.withdrawn_on is not None and record.withdrawn_on > site.as_of:
                yield _of_record(record, record.withdrawn_on, Cause.WITHDRAWAL, "撤下")
        elif record.disclosure is Disclosure.ACTIVE and record.published_at is not None:
            kind = BY_NAME[record.kind].title
            yield _of_record(record, record.published_at.date(), Cause.PUBLICATION, f"公开（{kind}）")


def _consultations(site: Site) -> Iterator[Coming]:
    for record in site.records:
        if isinstance(record, Consultation) and record.starts_on and record.ends_on:
            days = ((record.starts_on, "开始征求意见"), (record.ends_on + timedelta(days=1), "征求意见结束"))
            for on, words in days:
                if on > site.as_of:
                    yield _of_record(record, on, Cause.CONSULTATION, words)


def _becomes(phase: Phase, site: Site) -> str:
    why = f"（{plain(brief(phase.cause, site.courses))}）" if phase.cause else ""
    return f"{site.state_label}变为{site.state_names[phase.state]}{why}"


def _announces(what: str, on: date | None, days: int) -> str:
    day = chinese_date(on) if on else ""
    return f"页面开始提示（提前{days}天）：{day}起{what}"


def _what_comes(state: State, keeps_state: bool, site: Site) -> str:
    return "有效期届满，不自动失效" if keeps_state else site.state_names[state]


def _of(course: Course, on: date, cause: Cause, words: str) -> Coming:
    paper = course.paper
    return Coming(on=on, cause=cause, path=paper.key, number=paper.number, title=paper.title, words=words)


def _of_record(record: AnyRecord, on: date, cause: Cause, words: str) -> Coming:
    number = record.document_number if isinstance(record, Document) else ""
    return Coming(on=on, cause=cause, path=record.path, number=number, title=record.title, words=words)
