"""Personal data and secrets in a Markdown file, its front matter included (R29–R31)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.diagnostics import Fault, Severity
from sitegen.inspection.manuscript import Manuscript, lines_of
from sitegen.inspection.personal_data import KINDS, counted, hits
from sitegen.inspection.secrecy import CLOSED_NOTE
from sitegen.model.privacy import Privacy
from sitegen.model.standards import Standards
from sitegen.model.values import Disclosure

__all__ = ["KINDS", "in_manuscript", "in_text", "milder"]


def in_manuscript(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield what may not be published in a file of `content/` (SG701–SG710).

    In records that are not for everybody it weighs less: they are kept, but never built. What only asks for the
    right 公开属性 is not said of them at all.
    """
    body = max(0, len(manuscript.text) - len(manuscript.source))
    record = manuscript.record
    closed = record is not None and record.disclosure not in (None, Disclosure.ACTIVE)
    for fault in in_text(manuscript.text, body, standards.privacy):
        if not closed:
            yield fault
        elif fault.id != CLOSED_NOTE.id:
            yield milder(fault)


def milder(fault: Fault) -> Fault:
    """Return a fault that stops no build."""
    if fault.severity is not Severity.ERROR:
        return fault
    return msgspec.structs.replace(fault, severity=Severity.WARNING)


def in_text(text: str, body: int, privacy: Privacy) -> Iterator[Fault]:
    """Yield what may not be published in a text whose body begins at the offset `body` (SG701–SG710)."""
    found = hits(text, (body,), privacy)
    if not found:
        return
    lines = lines_of(text)
    for hit, more in counted(found, privacy.shown):
        yield hit.fault(lines.span(hit.start, hit.end), more)
