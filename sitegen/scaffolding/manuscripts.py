"""A new manuscript: its path below `content/` and its text, with the body still to be written."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.model.group_fields import REVIEW
from sitegen.model.record_fields import COMMON
from sitegen.model.site_config import Body
from sitegen.scaffolding.desk import Desk
from sitegen.scaffolding.header_text import Line, header_text
from sitegen.scaffolding.interview import GROUPS, Answers, Wish, asked_of, field_of
from sitegen.scaffolding.outlines import ALWAYS, outline_of
from sitegen.scaffolding.page_names import propose_name
from sitegen.scaffolding.questions import Texts, takes_several

FIRST = ("kind", "title", "stage")


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """A new file: `path` is its record path. `shown` are the keys and values that were proposed, to be looked over."""

    path: str
    text: str
    shown: tuple[tuple[str, str], ...]


def manuscript(wish: Wish, answers: Answers, desk: Desk) -> Manuscript | None:
    """Return the manuscript; None where its column is not known."""
    if answers.column is None:
        return None
    kind, values = wish.kind, answers.values
    proposed = [*answers.computed, *(name for name in asked_of(kind) if name not in wish.given)]
    shown = tuple(
        (field_of(kind, name).key, "、".join(values[name])) for name in proposed if values.get(name)
    )
    text = header_text(_lines(wish, answers)) + "\n" + _body(kind.id)
    return Manuscript(path=_path(wish, answers, desk), text=text, shown=shown)


def _path(wish: Wish, answers: Answers, desk: Desk) -> str:
    folder = answers.column.path if answers.column else ""
    if wish.name:
        return f"{folder}/{wish.name}"
    known = desk.taken | desk.published
    taken = {path.rpartition("/")[2] for path in known if path.rpartition("/")[0] == folder}
    for title in (" ".join(answers.values["title"]), wish.kind.title):
        name = propose_name(title, wish.now.year, dropped=desk.names, vocabulary=desk.vocabulary, taken=taken)
        if name:
            break
    return f"{folder}/{name}"


def _lines(wish: Wish, answers: Answers) -> Iterator[Line]:
    """Give the lines of the header: what the record is, what its kind needs, what every record has, reminders."""
    kind, values = wish.kind, dict(answers.values)
    if answers.column and answers.column.accepts[:1] != (kind.id,):
        values["kind"] = (kind.title,)
    if wish.draft:
        values["stage"] = ("草稿",)
    table = [field.attribute for field in kind.fields.fields]
    common = {field.attribute for field in COMMON}
    specific = [name for name in table if name not in common and (name in kind.required or name in values)]
    rest = [name for name in table if name not in (*FIRST, *specific)]
    hints = (*outline_of(kind.id).hints, *ALWAYS)
    for name in (*FIRST, *dict.fromkeys(specific), *rest):
        if name in GROUPS and name in kind.required:
            yield _review(answers.body)
        elif name in values:
            yield _line(wish, name, values[name])
        elif name in kind.required:
            yield _reminder(wish, name)
    yield from (_reminder(wish, name) for name in table if name in hints and name not in values)


def _line(wish: Wish, name: str, texts: Texts) -> Line:
    field = field_of(wish.kind, name)
    return Line(key=field.key, value=texts if takes_several(field) else texts[0])


def _reminder(wish: Wish, name: str) -> Line:
    field = field_of(wish.kind, name)
    return Line(
        key=field.key, hint=f"{field.example}    # {field.help}" if field.example else f"# {field.help}"
    )


def _review(body: Body | None) -> Line:
    """Return the skeleton of 审核: who drafts is known, who reviews and releases has to sign."""
    fields = REVIEW.fields.fields
    if body is None:
        return Line(key="审核", hint="{" + ", ".join(f"{field.key}: ……" for field in fields) + "}")
    values = {"drafted_by": body.short_title or body.title}
    return Line(
        key="审核",
        parts=tuple(
            Line(key=field.key, value=values.get(field.attribute, ""), hint=f"# {field.help}")
            for field in fields
        ),
    )


def _body(kind: str) -> str:
    """Return the comment that stands where the text will stand; it is never published."""
    lines = outline_of(kind).body
    return "\n".join(["<!--", "正文写在这里，写好以后删掉这段说明（这段说明不会公开）。", *lines, "-->", ""])
