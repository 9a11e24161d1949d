"""The contradiction gate: relations between documents that cannot all be so (R16, R55–R60, R65)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.disclosure.contradictions import contradictions
from sitegen.site import Site


def validity_contradictions(site: Site) -> Iterator[Diagnostic]:
    """Yield SG401–SG439: what the documents of the site say of each other and cannot all be so."""
    for finding in contradictions(site.courses, site.legal_acts, site.legal_bases, site.as_of):
        yield finding.diagnostic()
