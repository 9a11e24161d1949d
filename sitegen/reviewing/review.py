"""Two states of a column on the same day → what differs for readers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.disclosure.courses import Course, next_change, state_at
from sitegen.disclosure.fulfilment import Obligation
from sitegen.disclosure.phrases import chinese_date, full_name, quoted
from sitegen.disclosure.publication import why_held
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Document
from sitegen.model.values import Review as Signatures
from sitegen.site import Site
from sitegen.views.make_register import make_register
from sitegen.views.register import Entry, Status
from sitegen.views.shelf import make_shelf

UNSEEN = frozenset({"path", "kind", "spans", "body_digest", "excerpt", "anchors", "links", "rewrites"})
"""Attributes that are not what an editor wrote in front matter."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One item of the sheet: what it is called, what is to be said of it, and where it is (an address, a file)."""

    name: str
    facts: tuple[str, ...] = ()
    place: str = ""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the sheet with its items."""

    title: str
    lines: tuple[Line, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The review sheet of a change. `since` says against what it was held; parts without items are left out."""

    column: str
    since: str
    as_of: date
    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared: the column before and now, both on the same day.

    `texts` are the paths of records whose text differs; `commits` the commits in between, in words.
    """

    before: Site
    after: Site
    texts: Collection[str] = ()
    commits: tuple[Line, ...] = ()


def sheet_of(change: Change, since: str, diagnostics: tuple[Diagnostic, ...]) -> Sheet:
    """Return the sheet of a change; `diagnostics` are those that concern it."""
    parts = (
        Part(title="将要公开", lines=tuple(_published(change))),
        Part(title="内容有改动", lines=tuple(_edited(change))),
        Part(title="不再公开", lines=tuple(_hidden(change))),
        Part(title="没有公开，留在后台", lines=tuple(_kept_back(change))),
        Part(title="效力状态的变化", lines=tuple(_flips(change))),
        Part(title="网址", lines=tuple(_addresses(change))),
        Part(title="公开义务", lines=tuple(_obligations(change))),
        Part(title="提交和署名", lines=change.commits),
    )
    return Sheet(
        column=change.after.config.title,
        since=since,
        as_of=change.after.as_of,
        parts=tuple(part for part in parts if part.lines),
        diagnostics=diagnostics,
    )


def _published(change: Change) -> Iterator[Line]:
    for record in change.after.records:
        if record.path not in change.before.by_path:
            yield Line(name=_name(record), facts=tuple(_facts(record, change.after)), place=record.source)


def _facts(record: AnyRecord, site: Site) -> Iterator[str]:
    yield f"{BY_NAME[record.kind].title}，发布机构：{record.publisher}"
    if record.published_at is not None:
        yield f"发布日期：{chinese_date(record.published_at.date())}"
    course = site.courses.get(record.path)
    if course is not None:
        yield f"{site.state_label}：{_state(course, site)}"
    for citation in site.acts.get(record.path, ()):
        word = BY_NAME[record.kind].fields.by_name.get(citation.relation)
        named = citation.number or quoted(citation.title) if citation.number or citation.title else citation.target
        target = site.by_path.get(citation.target)
        yield f"{word.key if word else citation.relation}：{_name(target) if target else named}"
    if record.attachments:
        yield f"附件：{'、'.join(each.name or each.file for each in record.attachments)}"
    yield f"审核：{signed(record.review)}"


def signed(review: Signatures | None) -> str:
    """Return who signed, in words."""
    given = review or Signatures()
    steps = (("拟稿", given.drafted_by), ("审核", given.reviewed_by), ("发布", given.released_by))
    return "，".join(f"{step}{name or '（没有写）'}" for step, name in steps)


def _edited(change: Change) -> Iterator[Line]:
    for record in change.after.records:
        before = change.before.by_path.get(record.path)
        if before is not None and before.body_digest != record.body_digest:
            keys = [*_different(before, record), *(["正文"] if record.path in change.texts else [])]
            facts = (f"改了：{'、'.join(keys)}",) if keys else ("只改了写法，意思没有变",)
            yield Line(name=_name(record), facts=(*facts, f"审核：{signed(record.review)}"), place=record.source)


def _different(before: AnyRecord, after: AnyRecord) -> Iterator[str]:
    """Give the keys of the fields whose values differ, whatever line they stand on."""
    if before.kind != after.kind:
        yield "类型"
    for field in BY_NAME[after.kind].fields.fields:
        name = field.attribute
        if name not in UNSEEN and _said(getattr(before, name, None)) != _said(getattr(after, name, None)):
            yield field.key


def _said(value: object) -> object:
    """Return a value without the places where it is written."""
    data = msgspec.to_builtins(value)
    if isinstance(data, list):
        return [_without_span(each) for each in data]
    return _without_span(data)


def _without_span(data: object) -> object:
    return {key: each for key, each in data.items() if key != "span"} if isinstance(data, dict) else data


def _hidden(change: Change) -> Iterator[Line]:
    for record in change.before.records:
        if record.path not in change.after.by_path:
            withdrawn = change.after.tombstones.get(record.path)
            held = change.after.held.get(record.path)
            if withdrawn is not None:
                why = f"改为撤下说明：{withdrawn.reason}"
            else:
                why = why_held(held) if held is not None else "文件没有了"
            yield Line(name=_name(record), facts=(why,), place=record.source)


def _kept_back(change: Change) -> Iterator[Line]:
    for record in change.after.held.values():
        before = change.before.held.get(record.path)
        if record.path not in change.before.by_path and (
            before is None or before.body_digest != record.body_digest
        ):
            yield Line(name=_name(record), facts=(why_held(record),), place=record.source)


def _flips(change: Change) -> Iterator[Line]:
    """Give the documents whose state on this day, or whose next change, is another than before."""
    for key, course in change.after.courses.items():
        earlier = change.before.courses.get(key)
        if earlier is None:
            continue
        was, now = _state(earlier, change.before), _state(course, change.after)
        then, coming = _coming(earlier, change.before), _coming(course, change.after)
        facts = [f"原来：{was}", f"现在：{now}"] if _flipped(earlier, course, change) else []
        if then != coming:
            facts.append(f"以后：{coming or '目前没有变化'}" + (f"（原来：{then}）" if then else ""))
        if facts:
            yield Line(name=full_name(course.paper).text, facts=tuple(facts), place=course.paper.source)


def _flipped(earlier: Course, course: Course, change: Change) -> bool:
    return state_at(earlier, change.before.as_of) is not state_at(course, change.after.as_of)


def _state(course: Course, site: Site) -> str:
    word = site.state_names[state_at(course, site.as_of)]
    reason = state_sentence(course, site.as_of, site.courses)
    return f"{word}（{reason}）" if reason else word


def _coming(course: Course, site: Site) -> str:
    phase = next_change(course, site.as_of)
    return f"{chinese_date(phase.since)}起{site.state_names[phase.state]}" if phase and phase.since else ""


def _addresses(change: Change) -> Iterator[Line]:
    before, after = make_register(change.before), make_register(change.after)
    for path, entry in after.entries.items():
        if (words := _answer(before.entries.get(path), entry)) is not None:
            yield Line(name=words, facts=(entry.title,), place=after.base + path)
    for path, entry in before.entries.items():
        if path not in after.entries:
            yield Line(name="打不开了", facts=(entry.title,), place=after.base + path)


def _answer(before: Entry | None, now: Entry) -> str | None:
    if before is not None and (before.status, before.target) == (now.status, now.target):
        return None
    match now.status:
        case Status.MOVED:
            return f"转到 {now.target}"
        case Status.WITHDRAWN:
            return "改为撤下说明"
        case _:
            return "新增" if before is None else "改为网页"


def _obligations(change: Change) -> Iterator[Line]:
    before = {_duty(each): each for each in make_shelf(change.before).coverage.obligations}
    for each in make_shelf(change.after).coverage.obligations:
        earlier = before.get(_duty(each))
        met = earlier is not None and earlier.is_met
        if each.is_met != met and (each.is_met or earlier is not None):
            words = "完成" if each.is_met else "又没有了"
            yield Line(name=f"{words}：{each.item}", facts=(each.body or "没有写由谁公开",))


def _duty(obligation: Obligation) -> tuple[str, str]:
    return obligation.item, obligation.body


def _name(record: AnyRecord) -> str:
    number = f"（{record.document_number}）" if isinstance(record, Document) and record.document_number else ""
    return f"{quoted(record.title)}{number}"

