"""The contradiction gate: relations between documents that cannot all be so (R16, R55–R60, R65)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.disclosure.contradiction_kinds import (
    EFFECT_BEFORE_WRITING,
    SELF_REFERENCE,
    TERM_BEFORE_COMMENCEMENT,
)
from sitegen.disclosure.contradictions import contradictions
from sitegen.disclosure.findings import Contradiction
from sitegen.model.records import Document
from sitegen.site import Site

SAID_BEFORE = frozenset({EFFECT_BEFORE_WRITING.id, SELF_REFERENCE.id})
"""What a record's own dates (SG248) and its references (SG302) are told already."""


def validity_contradictions(site: Site) -> Iterator[Diagnostic]:
    """Yield SG401–SG439: what the documents of the site say of each other and cannot all be so."""
    for finding in contradictions(site.courses, site.legal_acts, site.legal_bases, site.as_of, site.state_names):
        if not _said_before(finding, site):
            yield finding.diagnostic()


def _said_before(finding: Contradiction, site: Site) -> bool:
    if finding.fault.id != TERM_BEFORE_COMMENCEMENT.id:
        return finding.fault.id in SAID_BEFORE
    record = site.by_path.get(finding.path.removeprefix("content/").removesuffix(".md"))
    return isinstance(record, Document) and record.effective_on is not None
