"""The human form of a report: what is wrong, where, why it matters and what to write instead."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from sitegen.diagnostics import Diagnostic, Place, Severity, Span, in_order
from sitegen.reporting.excerpt import excerpt, printable
from sitegen.reporting.palette import PLAIN, Palette
from sitegen.reporting.veil import veiled

WIDTH = 96
SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.NOTE: "○"}
WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "说明"}


def render(
    diagnostics: Iterable[Diagnostic],
    read_source: Callable[[str], str | None],
    *,
    colour: Palette = PLAIN,
    width: int = WIDTH,
    notes: int = sys.maxsize,
) -> str:
    """Return the report of `diagnostics`, sorted, with a summary at the end.

    `read_source` gives the text of a file of the project, with line feeds only, or None. Source lines are
    cut to about `width` columns. Of each sort of note the first `notes` are shown and the others counted.
    """
    found = in_order(diagnostics)
    shown, left = _shortened(found, notes)
    sources = {
        path: veiled(read_source(path), group) for path, group in groupby(shown, key=lambda each: each.path)
    }
    parts = [_one(each, sources[each.path], colour, width) for each in shown]
    more = [f"○ {WORDS[Severity.NOTE]} {kind} 另有 {count} 处，运行 sitegen check 可以逐条看。" for kind, count in left]
    return "\n\n".join([*parts, *more, summary(found)]) + "\n"


def _shortened(found: Iterable[Diagnostic], notes: int) -> tuple[list[Diagnostic], list[tuple[str, int]]]:
    """Return what is shown, and how many more there are of each sort of note."""
    seen: Counter[str] = Counter()
    shown = []
    for each in found:
        seen[each.id] += each.severity is Severity.NOTE
        if each.severity is not Severity.NOTE or seen[each.id] <= notes:
            shown.append(each)
    return shown, [(kind, count - notes) for kind, count in sorted(seen.items()) if count > notes]


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line: how many findings of each weight, in how many files."""
    found = in_order(diagnostics)
    if not found:
        return "没有发现问题。"
    counts = {severity: sum(each.severity is severity for each in found) for severity in Severity}
    named = "、".join(f"{count} 个{WORDS[severity]}" for severity, count in counts.items() if count)
    return f"共 {named}，涉及 {len({each.path for each in found})} 个文件。"


def _one(found: Diagnostic, source: list[str], colour: Palette, width: int) -> str:
    tone = colour.severity(found.severity)
    label = f"{tone}{SIGNS[found.severity]} {WORDS[found.severity]} {found.id}{colour.end}"
    lines = [
        f"{colour.place}{_place(found.path, found.span)}:{colour.end} {label} {printable(found.message)}"
    ]
    if found.span is not None and found.span.line <= len(source):
        lines += _source(source[found.span.line - 1], found.span, tone, colour, width)
    lines += [f"  {colour.faint}为什么：{printable(found.why)}{colour.end}"] if found.why else []
    lines += [f"  怎么改：{colour.remedy}{printable(found.help)}{colour.end}"] if found.help else []
    lines += [_related(place) for place in found.related]
    return "\n".join(lines)


def _source(line: str, span: Span, tone: str, colour: Palette, width: int) -> list[str]:
    end = span.end_column if span.end_line == span.line else len(line) + 1
    shown = excerpt(line, span.column - 1, end - 1, width=width)
    number = f"{span.line:>5}"
    marks = f"{' ' * shown.indent}{tone}{'^' * shown.length}{colour.end}"
    return [
        f"{colour.faint}{number} │{colour.end} {shown.line}",
        f"{colour.faint}{' ' * len(number)} │{colour.end} {marks}",
    ]


def _related(place: Place) -> str:
    note = f"（{printable(place.note)}）" if place.note else ""
    return f"  另见：{_place(place.path, place.span)}{note}"


def _place(path: str, span: Span | None) -> str:
    return f"{printable(path)}:{span.line}:{span.column}" if span else printable(path)
