"""Findings as HTML: for each file a list, for each finding its place, the source line, why and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby

import msgspec

from sitegen.diagnostics import Diagnostic, Place, Severity, Span
from sitegen.reporting.excerpt import printable
from sitegen.reporting.text import SIGNS, WORDS
from sitegen.reporting.veil import veiled

CLASSES = {Severity.ERROR: "diag", Severity.WARNING: "diag diag-w", Severity.NOTE: "diag diag-n"}
BEFORE, AROUND = 30, 160
"""Characters shown before the marked piece of a long line, and of the whole line."""


class FileFindings(msgspec.Struct, frozen=True, kw_only=True):
    """All findings in one file; `path` is relative to the project."""

    path: str
    findings: tuple[Diagnostic, ...]


def by_file(diagnostics: Iterable[Diagnostic]) -> tuple[FileFindings, ...]:
    """Group findings, which are in order of path: files with errors first, otherwise in that order."""
    groups = [
        FileFindings(path=path, findings=tuple(findings))
        for path, findings in groupby(diagnostics, key=lambda found: found.path)
    ]
    return tuple(sorted(groups, key=lambda group: not _has_error(group)))


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """Return “3处错误、1处提醒”, or nothing."""
    counts = Counter(found.severity for found in diagnostics)
    return "、".join(f"{counts[severity]}处{WORDS[severity]}" for severity in Severity if counts[severity])


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the same as marks with their shapes, for a narrow place."""
    counts = Counter(found.severity for found in diagnostics)
    return "".join(
        f'<span class="{severity.value}">{SIGNS[severity]} {counts[severity]}处{WORDS[severity]}</span>'
        for severity in Severity
        if counts[severity]
    )


def file_section(
    group: FileFindings, read_source: Callable[[str], str | None], href: str, heading: str
) -> str:
    """Return the findings of one file as a section; `href` leads to the file's page ("" for none).

    `heading` is the element of the section's head (`h3`); each finding has one of the next level.
    """
    lines = veiled(read_source(group.path), group.findings)
    name = f"<bdi>{shown(group.path)}</bdi>"
    linked = f'<a href="{escape(href)}">{name}</a>' if href else name
    items = "".join(_finding(found, lines, f"h{int(heading[1]) + 1}") for found in group.findings)
    return f'<section class="file"><{heading} class="mono">{linked}</{heading}><ol>{items}</ol></section>'


def _finding(found: Diagnostic, lines: Sequence[str], heading: str) -> str:
    span = found.span
    place = f"第{span.line}行，第{span.column}个字" if span is not None else "整个文件"
    source = _source(lines[span.line - 1], span) if span is not None and span.line <= len(lines) else ""
    answers = [("为什么", found.why), ("怎么改", found.help)]
    rows = "".join(f"<dt>{term}</dt><dd>{shown(text)}</dd>" for term, text in answers if text)
    rows += "".join(f"<dt>另见</dt><dd>{_related(place)}</dd>" for place in found.related)
    return (
        f'<li class="{CLASSES[found.severity]}" tabindex="-1">'
        f'<p class="where"><span class="sev">{SIGNS[found.severity]} {WORDS[found.severity]}</span> '
        f"<span>{place}</span> <code>{escape(found.id)}</code></p>"
        f"<{heading}>{shown(found.message)}</{heading}>{source}<dl>{rows}</dl></li>"
    )


def _source(line: str, span: Span) -> str:
    """Return the line with the piece marked that the finding speaks of; a long line is cut."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start + 1), max(len(line), start + 1))
    first = max(0, start - BEFORE) if len(line) > AROUND else 0
    last = min(len(line), first + AROUND)
    before, after = ("…" if first else ""), ("…" if last < len(line) else "")
    marked = shown(line[start : min(end, last)]) or " "
    return (
        f'<pre tabindex="0"><i>{span.line} │ </i>{before}{shown(line[first:start])}'
        f"<em>{marked}</em>{shown(line[end:last])}{after}</pre>"
    )


def _related(place: Place) -> str:
    where = f"{place.path} 第{place.span.line}行" if place.span is not None else place.path
    note = f"：{place.note}" if place.note else ""
    return f'<span class="mono">{shown(where)}</span>{shown(note)}'


def shown(text: str) -> str:
    """Return text from outside as it may stand in HTML: escaped, on one line, without hidden signs."""
    return escape(printable(text))


def _has_error(group: FileFindings) -> bool:
    return any(found.severity is Severity.ERROR for found in group.findings)
