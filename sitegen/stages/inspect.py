"""inspect: the rules of one file's text, each held against it. What may not be published, and how it is written."""

from __future__ import annotations

from sitegen.diagnostics import Fault
from sitegen.inspection import RULES, Manuscript
from sitegen.model.standards import Standards


def inspect(manuscript: Manuscript, standards: Standards) -> tuple[Fault, ...]:
    """Return what the rules of texts find in one file."""
    return tuple(fault for rule in RULES for fault in rule(manuscript, standards))
