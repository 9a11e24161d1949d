"""What is proposed at the cursor: names of fields that are not written yet, and the values that lists know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum

import msgspec

from sitegen.diagnostics import Leeway
from sitegen.findings import FINDINGS
from sitegen.formats.field_dates import Date, DateTime
from sitegen.formats.field_places import SafePath
from sitegen.formats.field_types import Choice, Flag, ListOf, ReferenceType
from sitegen.formats.fields import Field, Group
from sitegen.language_server.cursor import Cursor, Role, cursor_at
from sitegen.language_server.grammar import FENCE, Grammar, Target, grammar_of, header_of, target_of
from sitegen.language_server.known import Known, Named
from sitegen.model.group_fields import AttachmentType
from sitegen.model.relation_field import FIELDS as RELATION
from sitegen.model.relation_field import RelationType
from sitegen.schemas.field_help import help_of
from sitegen.schemas.snippets import plain, value_of

NAMES_A_DOCUMENT = (RELATION.by_name["文件"], RELATION.by_name["文号"])
BEGUN = re.compile(r"\S{0,8}\s*")
NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|^$|[\[\]{},]")


MOST = 300
"""Proposals at a time: of a long list those that hold what is written already."""


class Sort(Enum):
    """What a proposal is, for the sign that an editor puts before it."""

    KEY = "key"
    VALUE = "value"
    FILE = "file"


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list that an editor shows.

    `insert` is a snippet (`${1:…}`), `bare` the same for an editor without snippets; `also` what may be typed for it;
    `again` asks the editor to propose values at once.
    """

    label: str
    sort: Sort
    insert: str
    bare: str
    detail: str = ""
    told: str = ""
    also: str = ""
    again: bool = False


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """The proposals, best first, and the columns (from 0) of the line that they replace; `more` tells of others."""

    proposals: tuple[Proposal, ...]
    start: int
    end: int
    more: bool = False


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An open file: its path below the project, its lines, what the server knows; `files` lists what lies beside it."""

    path: str
    lines: Sequence[str]
    known: Known
    documents: tuple[Named, ...] = ()
    files: Callable[[], Sequence[str]] = tuple


def proposed(page: Page, line: int, column: int) -> Proposed | None:
    """Return what fits at a place (from 0) of a file; None where nothing is to be proposed."""
    first, end = header_of(page.path, page.lines)
    grammar = grammar_of(page.path, page.lines, page.known.columns)
    if grammar is not None and _is_blank(page, line):
        return Proposed(proposals=(_whole_header(grammar, line),), start=0, end=len(page.lines[line]))
    if grammar is None or not first <= line < end:
        return None
    cursor = cursor_at(page.lines[:end], first, line, column)
    if cursor is None:
        return None
    found = [_spaced(each) if cursor.tight else each for each in _proposals(page, grammar, cursor)]
    if not found:
        return None
    more = len(found) > MOST
    if more:
        written = page.lines[line][cursor.start : column].strip().casefold()
        found = [each for each in found if written in f"{each.label} {each.also}".casefold()][:MOST]
    return Proposed(proposals=tuple(found), start=cursor.start, end=cursor.end, more=more)


def _is_blank(page: Page, line: int) -> bool:
    """Tell whether nothing is written in a document yet but a word in its first line, or in that below `---`."""
    if not page.path.endswith(".md") or line > 1 or line >= len(page.lines):
        return False
    opened = line == 0 or FENCE.fullmatch(page.lines[0]) is not None
    return opened and BEGUN.fullmatch(page.lines[line]) is not None and not "".join(page.lines[line + 1 :]).strip()


def _whole_header(grammar: Grammar, line: int) -> Proposal:
    """Return the proposal of a front matter with all that the kind of a new document needs, each a place to fill in.

    In the second line the first fence is written already.
    """
    fields = [field for field in grammar.fields.fields if field.attribute in grammar.required]
    places = [
        f"{field.key}: {value_of(field.type) if isinstance(field.type, Choice) else '$1'}" for field in fields
    ]
    numbered = (
        place.replace("$1", f"${number}").replace("${1|", f"${{{number}|")
        for number, place in enumerate(places, 1)
    )
    begun = ("---", f"类型: {grammar.subject}")[line:]
    insert = "\n".join((*begun, *numbered, "---", "", "$0"))
    bare = "\n".join((*begun, *(f"{field.key}: " for field in fields), "---", "", ""))
    told = "必填的项目：" + "、".join(field.key for field in fields)
    return Proposal(
        label="文件头", sort=Sort.KEY, insert=insert, bare=bare, detail=grammar.subject, told=told, also="--- 类型"
    )


def _spaced(proposal: Proposal) -> Proposal:
    return msgspec.structs.replace(proposal, insert=f" {proposal.insert}", bare=f" {proposal.bare}")


def _proposals(page: Page, grammar: Grammar, cursor: Cursor) -> Iterator[Proposal]:
    target = target_of(grammar, cursor.keys)
    if cursor.keys and target is None:
        return
    if cursor.role is not Role.VALUE and not (cursor.role is Role.ITEM and cursor.in_brackets):
        yield from _names(target.below if target else grammar, cursor)
    if target is not None and cursor.role is not Role.KEY:
        yield from _values(page, target, cursor)


def _names(grammar: Grammar, cursor: Cursor) -> Iterator[Proposal]:
    fields = [field for field in grammar.fields.fields if not {field.key, field.english} & cursor.written]
    for needed in (True, False):
        for field in fields:
            if (field.attribute in grammar.required) is needed:
                yield _name(field, grammar, cursor, needed=needed)


def _name(field: Field, grammar: Grammar, cursor: Cursor, *, needed: bool) -> Proposal:
    listed = _is_listed(field, grammar)
    insert = f"{field.key}: " + ("$1" if listed else value_of(field.type, field.example))
    return Proposal(
        label=field.key,
        sort=Sort.KEY,
        insert=plain(field.key) if cursor.closed else insert,
        bare=field.key if cursor.closed else f"{field.key}: ",
        detail="必填" if needed else "",
        told=help_of(field),
        also=field.english,
        again=listed and not cursor.closed,
    )


def _is_listed(field: Field, grammar: Grammar) -> bool:
    """Tell whether values of a field are proposed from a list that a snippet cannot hold."""
    inner = field.type.item if isinstance(field.type, ListOf) else field.type
    kinds = (RelationType, AttachmentType, SafePath, ReferenceType)
    return bool(grammar.lists.get(field.attribute)) or isinstance(inner, kinds) or field in NAMES_A_DOCUMENT


def _values(page: Page, target: Target, cursor: Cursor) -> Iterator[Proposal]:
    known = page.known
    if isinstance(target.type, Group):
        yield _whole(target.type, several=target.several and cursor.role is Role.VALUE)
    if isinstance(target.type, Choice | Flag):
        words = target.type.labels if isinstance(target.type, Choice) else ("是", "否")
        yield from (_word(word, "") for word in words)
    elif isinstance(target.type, RelationType) or target.field in NAMES_A_DOCUMENT:
        own = page.path.removeprefix("content/").removesuffix(".md")
        others = [each for each in page.documents if each.path != own]
        yield from (_word(each.number, each.title) for each in others if each.number)
        yield from (_by_path(each) for each in others if not each.number)
    elif isinstance(target.type, AttachmentType | SafePath):
        yield from (_word(name, "同名文件夹里的文件", Sort.FILE) for name in page.files())
    elif isinstance(target.type, ReferenceType):
        yield from (_word(kind.id, kind.name) for kind in FINDINGS if kind.allows is not Leeway.NONE)
    elif isinstance(target.type, Date | DateTime):
        yield _word(known.project.as_of.isoformat(), "今天")
    else:
        yield from _listed(known, target.list_name)


def _listed(known: Known, name: str) -> Iterator[Proposal]:
    words = known.names.closed.get(name) or known.names.open_.get(name, ())
    for word in map(str, words):
        if not (name == "kind" and word.isascii()):  # the English names are right, but not proposed
            yield _word(word, known.told.get(word, ""))


def _by_path(named: Named) -> Proposal:
    """Return the proposal of a document without a 文号: it is found by its title, and its path is written."""
    by = _word(f"{named.path}.md", "")
    return msgspec.structs.replace(by, label=named.title, detail=named.path, also=named.path)


def _word(text: str, detail: str, sort: Sort = Sort.VALUE) -> Proposal:
    """Return the proposal of a value, which is found by what stands beside it as well."""
    written = "'" + text.replace("'", "''") + "'" if NEEDS_QUOTES.search(text) else text
    return Proposal(label=text, sort=sort, insert=plain(written), bare=written, detail=detail, also=detail)


def _whole(group: Group[msgspec.Struct], *, several: bool) -> Proposal:
    """Return the proposal of a whole mapping in braces, with all its names."""
    keys = [field.key for field in group.fields.fields]
    insert = value_of(ListOf(item=group) if several else group)
    bare = "{" + ", ".join(f"{key}: " for key in keys) + "}"
    return Proposal(
        label="{" + "、".join(keys) + "}", sort=Sort.VALUE, insert=insert, bare=f"[{bare}]" if several else bare
    )
