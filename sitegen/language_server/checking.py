"""What is wrong with an open file: told by itself at each change, by the whole column after each look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sitegen import reading
from sitegen.diagnostics import Diagnostic, Span, in_order
from sitegen.findings import BY_ID
from sitegen.formats import encoding
from sitegen.grading import grade, terms_of
from sitegen.grading.kinds import UNUSED_WAIVER
from sitegen.language_server.grammar import settings_file
from sitegen.language_server.known import Known
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Body, Column
from sitegen.reading import FALLBACK_KIND, Job, read_one
from sitegen.schemas.files import BODY_FILE, SITE_FILE
from sitegen.stages import settings
from sitegen.stages.parse import parse_yaml

LARGEST = 600_000
"""Bytes of a file that is checked at each change; a larger one would hold up typing, and is left to the look."""

LOST = "\ufffd"
"""What an editor shows for bytes that are not UTF-8."""


class Beyond(msgspec.Struct, frozen=True, kw_only=True):
    """What only a look at the whole column can tell of a file, and the lines that the file had then."""

    findings: tuple[Diagnostic, ...] = ()
    lines: Sequence[str] = ()


def own_findings(path: str, data: bytes, known: Known) -> tuple[Diagnostic, ...]:
    """Return the findings of one file (path below the project) that need no other, weighed as `check` weighs them.

    Nothing is found in a file beyond `LARGEST`.
    Of what is let pass (不查) only a look at the whole can say that nothing needed it.
    """
    if len(data) > LARGEST:
        return ()
    if path.startswith("content/") and path.endswith(".md"):
        found, record = _of_record(path, data, known)
        records = (record,) if record is not None else ()
    else:
        found, records = _of_settings(path, data), ()
    settled: tuple[Column | Body, ...] = (*known.columns.values(), *known.bodies)
    others = [each for each in settled if each.source == path]
    terms = terms_of(known.config, records, others, known.baseline, known.project.as_of)
    graded = grade(found, terms, BY_ID).diagnostics
    return tuple(each for each in graded if each.path == path and each.id != UNUSED_WAIVER.id)


def beyond(everything: Iterable[Diagnostic], path: str, text: str, known: Known) -> Beyond:
    """Return what a look found in a file, whose text was `text` then, that the file alone would not tell."""
    own = {(each.id, each.span, each.message) for each in own_findings(path, text.encode(), known)}
    rest = tuple(each for each in everything if (each.id, each.span, each.message) not in own)
    return Beyond(findings=rest, lines=text.split("\n"))


def all_findings(path: str, text: str, known: Known | None, rest: Beyond) -> tuple[Diagnostic, ...]:
    """Return all findings of a file as it is now; `text` has line feeds only."""
    own = own_findings(path, text.encode(), known) if known is not None else ()
    return in_order((*own, *_moved(rest, text.split("\n"))))


def as_stored(path: str, data: bytes, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings of a text in which an editor lost characters because of how its file is stored.

    In a file of another encoding nothing else is right; of damaged bytes it is enough to tell that they are.
    """
    for fault in encoding.decode(data)[1]:
        if fault.id in (encoding.GBK_ENCODING.id, encoding.WIDE_ENCODING.id):
            return (fault.at(path),)
    damaged = any(each.id == encoding.NOT_UTF8.id for each in found)
    return tuple(each for each in found if not (damaged and each.id == encoding.LOST_CHARACTER.id))


def _of_record(path: str, data: bytes, known: Known) -> tuple[tuple[Diagnostic, ...], AnyRecord | None]:
    record_path = path.removeprefix("content/").removesuffix(".md")
    if f"{record_path.rpartition('/')[0]}/_column.yaml" in known.unread:
        return (), None
    kind = reading.default_kind(record_path, known.columns)
    stored, _ = read_one(Job(path=record_path, data=data, default_kind=kind), known.lists)
    return tuple(fault.at(path) for fault in stored.faults), stored.record


def _of_settings(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    below = path.removeprefix("content/")
    match settings_file(path):
        case "":
            return ()
        case name if name == SITE_FILE:
            return settings.site_config(parse_yaml(data, "站点"))[1]
        case name if name == BODY_FILE:
            return settings.body(below.removesuffix(".yaml"), parse_yaml(data, "机构"))[1]
        case _:
            return settings.column(below.rpartition("/")[0], parse_yaml(data, "栏目"), FALLBACK_KIND)[1]


def _moved(rest: Beyond, lines: Sequence[str]) -> Iterator[Diagnostic]:
    """Give the findings of the last look where their lines are now; those whose line is no more are left out."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines if rest.findings else ()):
        places.setdefault(line, []).append(number)
    for each in rest.findings:
        if each.span is None:
            yield each
            continue
        row = each.span.line - 1
        text = rest.lines[row] if row < len(rest.lines) else ""
        if now := places.get(text):
            yield _down(each, each.span, min(now, key=lambda number: abs(number - row)) - row)


def _down(found: Diagnostic, span: Span, by: int) -> Diagnostic:
    if not by:
        return found
    moved = Span(span.line + by, span.column, span.end_line + by, span.end_column)
    return msgspec.structs.replace(found, span=moved)
