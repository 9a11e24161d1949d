"""Personal data and secrets in a Markdown file, its front matter included (R29–R31)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Fault
from sitegen.inspection.manuscript import Manuscript, lines_of
from sitegen.inspection.personal_data import KINDS, counted, hits
from sitegen.model.privacy import Privacy
from sitegen.model.standards import Standards

__all__ = ["KINDS", "in_manuscript", "in_text"]


def in_manuscript(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield what may not be published in a file of `content/` (SG701–SG710)."""
    body = max(0, len(manuscript.text) - len(manuscript.source))
    yield from in_text(manuscript.text, body, standards.privacy)


def in_text(text: str, body: int, privacy: Privacy) -> Iterator[Fault]:
    """Yield what may not be published in a text whose body begins at the offset `body` (SG701–SG710)."""
    found = hits(text, (body,), privacy)
    if not found:
        return
    lines = lines_of(text)
    for hit, more in counted(found, privacy.shown):
        yield hit.fault("这里", lines.span(hit.start, hit.end), more)
