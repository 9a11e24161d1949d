"""From what a clerk said to all that a kind requires: what is missing is computed, proposed or asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

import msgspec

from sitegen.formats.field_types import ListOf
from sitegen.formats.fields import Field
from sitegen.model.kinds import RecordKind
from sitegen.model.relation_field import RelationType
from sitegen.model.site_config import Body, Column
from sitegen.scaffolding import desk as desks
from sitegen.scaffolding.desk import Desk
from sitegen.scaffolding.numbering import next_document_number, next_index_number, prefix_for
from sitegen.scaffolding.office_hours import next_office_time
from sitegen.scaffolding.questions import (
    Ask,
    Choice,
    Question,
    Texts,
    option_of,
    problem_of,
    takes_several,
)
from sitegen.scaffolding.terms import needs_term, usual_last_day

ASKED_FIRST = ("title", "publisher")
GROUPS = ("review",)
"""Required, but not a value that can be typed on a line: the manuscript holds a skeleton."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the clerk said: values by attribute as they were typed, the column, whether it is only a draft.

    `now` is the time in China without a zone.
    """

    kind: RecordKind
    given: Mapping[str, Texts]
    now: datetime
    column: str = ""
    name: str = ""
    draft: bool = False


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known in the end. `computed` are the attributes that nobody was asked for."""

    column: Column | None
    body: Body | None
    values: Mapping[str, Texts]
    computed: tuple[str, ...]


def interview(wish: Wish, desk: Desk, ask: Ask) -> Answers:
    """Return the values of everything that the wish's kind requires; `ask` is asked for what cannot be computed."""
    column = _column(wish, desk, ask)
    values = {**wish.given}
    body: Body | None = None
    for attribute in ASKED_FIRST:
        values[attribute] = values.get(attribute) or ask(_question(attribute, wish, desk, values, column))
    if values["publisher"]:
        body = desks.find_body(desk, values["publisher"][0])
        values["publisher"] = (body.title,) if body else values["publisher"]
    computed = [name for name in COMPUTED if name not in values and _has(wish.kind, name)]
    for attribute in computed:
        values[attribute] = COMPUTED[attribute](wish, desk, values, body)
    for attribute in asked_of(wish.kind):
        if attribute not in values:
            values[attribute] = ask(_question(attribute, wish, desk, values, column))
    number = values.get("document_number", ())
    if body is not None and number and number[0] in body.prefixes:
        values["document_number"] = (next_document_number(number[0], wish.now.year, desk.document_numbers),)
    if "valid_until" not in values and (until := _term(wish, desk, values)):
        values["valid_until"] = (until,)
        computed.append("valid_until")
    known = {attribute: texts for attribute, texts in values.items() if texts}
    return Answers(column=column, body=body, values=known, computed=tuple(computed))


def asked_of(kind: RecordKind) -> tuple[str, ...]:
    """Return the attributes that a clerk is asked for beside title and publisher, in the order of the table."""
    known = {*ASKED_FIRST, *COMPUTED, *GROUPS}
    return tuple(
        field.attribute
        for field in kind.fields.fields
        if field.attribute in kind.required and field.attribute not in known
    )


def problem_with(attribute: str, texts: Texts, kind: RecordKind, desk: Desk) -> str:
    """Return in words what is wrong with an answer; "" where nothing is."""
    field = field_of(kind, attribute)
    if attribute == "publisher":
        return desks.unknown_body(desk, texts[0])
    problem = problem_of(field, texts)
    if not problem and isinstance(field.type, ListOf) and isinstance(field.type.item, RelationType):
        problem = "".join(desks.unknown_document(desk, text) for text in texts)
    return problem


def field_of(kind: RecordKind, attribute: str) -> Field:
    """Return the field of a kind by its attribute."""
    return next(field for field in kind.fields.fields if field.attribute == attribute)


def _has(kind: RecordKind, attribute: str) -> bool:
    """Tell whether a manuscript of `kind` is to hold a computed attribute: all that publish have their dates."""
    return attribute in kind.required or (attribute == "written_on" and "index_number" in kind.required)


def _column(wish: Wish, desk: Desk, ask: Ask) -> Column | None:
    columns = desks.columns_for(desk, wish.kind.id)
    if wish.column:
        return desks.find_column(columns, wish.column)
    question = Question(
        key="栏目",
        option="--column",
        help=f"放在哪个栏目（收“{wish.kind.title}”的）",
        problem=lambda texts: "" if desks.find_column(columns, texts[0]) else f"没有“{texts[0]}”这个栏目。",
        default=(columns[0].path,) if columns else (),
        settled=len(columns) == 1,
        choices=tuple(Choice(value=each.path, label=each.title) for each in columns),
    )
    found = (question.default if question.settled else ask(question)) if columns else ()
    return desks.find_column(columns, found[0]) if found else None


def _question(
    attribute: str, wish: Wish, desk: Desk, values: Mapping[str, Texts], column: Column | None
) -> Question:
    field = field_of(wish.kind, attribute)
    waits = attribute == "document_number" and not values["publisher"]
    default, settled = _proposal(attribute, wish, desk, values, column)
    bodies = desk.bodies if attribute == "publisher" else ()
    return Question(
        key=field.key,
        option=option_of(attribute),
        help=field.help,
        problem=lambda texts: problem_with(attribute, texts, wish.kind, desk),
        default=default,
        settled=settled,
        choices=tuple(Choice(value=body.title, label=body.short_title) for body in bodies),
        several=takes_several(field),
        needed=attribute == "title" or not (wish.draft or waits),
    )


def _proposal(
    attribute: str, wish: Wish, desk: Desk, values: Mapping[str, Texts], column: Column | None
) -> tuple[Texts, bool]:
    """Return what is proposed for an attribute, and whether it may be taken unasked."""
    if attribute == "publisher":
        return _publisher(wish.kind, desk, column)
    if attribute == "document_number":
        body = desks.find_body(desk, values["publisher"][0]) if values["publisher"] else None
        prefix = prefix_for(wish.kind, body) if body else ""
        number = next_document_number(prefix, wish.now.year, desk.document_numbers)
        return ((number,), True) if prefix else ((), False)
    published = _day(values.get("published_at", ()), wish.now.date())
    if attribute == "effective_on":
        wait = desk.profile.commencement.normative_documents.value
        return ((published + timedelta(days=wait)).isoformat(),), False
    if attribute == "starts_on":
        return (published.isoformat(),), True
    if attribute == "ends_on":
        least = desk.profile.consultation.least_days.value
        begins = _day(values.get("starts_on", ()), published)
        return ((begins + timedelta(days=least)).isoformat(),), True
    if attribute == "year":
        return (str(wish.now.year - (wish.kind.id == "annual_report")),), True
    return (), False


def _publisher(kind: RecordKind, desk: Desk, column: Column | None) -> tuple[Texts, bool]:
    """Propose the government for official papers, else the body that keeps the column; certain if alone."""
    bodies = desk.bodies
    keeper = column.responsible_body if column and "written_on" not in kind.required else ""
    titles = [body.title for body in bodies]
    wanted = [title for title in (keeper, desk.site.config.title) if title in titles]
    return tuple([*wanted, *titles][:1]), len(bodies) == 1


def _day(texts: Texts, otherwise: date) -> date:
    try:
        return date.fromisoformat(texts[0][:10]) if texts else otherwise
    except ValueError:  # what was typed is no date: the check says so
        return otherwise


def _publication(now: datetime, written_on: Texts) -> str:
    """Return the next time in office hours, seen from now or, if that is later, from the day of the date."""
    day = _day(written_on, now.date())
    return f"{next_office_time(max(now, datetime.combine(day, time()))):%Y-%m-%d %H:%M}"


def _term(wish: Wish, desk: Desk, values: Mapping[str, Texts]) -> str:
    """Return the last day of the usual term where the place demands one; "" elsewhere."""
    title, effective_on = ("".join(values.get(name, ())) for name in ("title", "effective_on"))
    rules = desk.profile.term
    return usual_last_day(title, effective_on, rules) if needs_term(wish.kind.id, title, rules) else ""


def _index_number(wish: Wish, desk: Desk, values: Mapping[str, Texts], body: Body | None) -> Texts:
    if body is None or not body.code:
        return ()
    year = _day(values.get("published_at", ()), wish.now.date()).year
    return (next_index_number(body.code, year, desk.profile.index_number.numbering, desk.numbers),)


COMPUTED: Mapping[str, Callable[[Wish, Desk, Mapping[str, Texts], Body | None], Texts]] = {
    "disclosure": lambda *_: ("主动公开",),
    "written_on": lambda wish, *_: (wish.now.date().isoformat(),),
    "published_at": lambda wish, _, values, __: (_publication(wish.now, values.get("written_on", ())),),
    "index_number": _index_number,
}
"""What nobody is asked for, in the order in which it is computed."""
