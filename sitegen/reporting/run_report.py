"""The report of one run as JSON: counts, seconds and memory by stage, findings by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from sitegen import __version__
from sitegen.diagnostics import Diagnostic
from sitegen.stopwatch import Lap


class RunReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `sitegen build --report FILE` writes; its schema is published in docs/."""

    generator: str
    documents: int
    artifacts: int
    rendered: int
    written: int
    unchanged: int
    removed: int
    stages: tuple[Lap, ...]
    findings: dict[str, int]


def findings_by_rule(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return how often each rule found something."""
    return dict(sorted(Counter(found.id for found in diagnostics).items()))


def run_report(counts: dict[str, int], laps: Iterable[Lap], diagnostics: Iterable[Diagnostic]) -> RunReport:
    """Return the report; `counts` are documents, artifacts, rendered, written, unchanged, removed."""
    return RunReport(
        generator=f"sitegen {__version__}",
        stages=tuple(laps),
        findings=findings_by_rule(diagnostics),
        **counts,
    )
