"""办事指南: all that somebody must know who comes to the counter (R117)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind, Severity
from sitegen.inspection.manuscript import Manuscript
from sitegen.model.records import Periodical
from sitegen.model.standards import Standards
from sitegen.model.values import Stage

INCOMPLETE = Kind(
    id="SG795",
    name="办事指南内容不全",
    message="办事指南里没有写：{missing}。",
    why="办事指南不准确、不实用会被检查扣分（R117）。",
    help="补上这些内容，各用一个小标题；不收费的，写明“不收费”；写在附件里的，在正文里说一句。",
    severity=Severity.WARNING,
)
KINDS = (INCOMPLETE,)

COVER = 80
"""Characters below which a text with attachments is but their cover."""


def in_service_guide(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG795 for information that its title calls a guide to a service, and that is no draft."""
    record, wanted = manuscript.record, standards.service
    if not isinstance(record, Periodical) or record.stage is not Stage.FINAL or not wanted.endings:
        return
    text = manuscript.body.plain
    if not record.title.endswith(wanted.endings) or (record.attachments and len(text) < COVER):
        return
    missing = [each.title for each in wanted.elements if not any(word in text for word in each.words)]
    if missing:
        yield INCOMPLETE.found(record.place("title"), missing="、".join(missing))
