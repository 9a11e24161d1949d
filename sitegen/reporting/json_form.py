"""The report as a JSON array, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, Place, Span, in_order


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON array with one object a finding, in the order of every report.

    Lines and columns count from 1, columns are characters, ends are exclusive; they are null where a
    finding is about a whole file.
    """
    text = json.dumps([_finding(found) for found in in_order(diagnostics)], ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _finding(found: Diagnostic) -> dict[str, object]:
    return {
        "id": found.id,
        "severity": found.severity.value,
        "path": found.path,
        **_place(found.span),
        "message": found.message,
        "why": found.why,
        "help": found.help,
        "related": [_related(place) for place in found.related],
    }


def _related(place: Place) -> dict[str, object]:
    return {"path": place.path, **_place(place.span), "note": place.note}


def _place(span: Span | None) -> dict[str, int | None]:
    if span is None:
        return dict.fromkeys(("line", "column", "end_line", "end_column"))
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
