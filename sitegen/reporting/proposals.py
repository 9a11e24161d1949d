"""The edit that a “did you mean” amounts to, where the word meant comes from a closed list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.formats.suggestions import nearest

CERTAIN_ENOUGH = frozenset(
    {"SG170", "SG185", "SG243", "SG246", "SG247", "SG304", "SG307", "SG310", "SG503", "SG512", "SG601", "SG750"}
)  # fmt: skip
"""Sorts whose suggestion is a name from a list or a file that exists. A 文号 that is nearly right is another one."""
ALIKE = 0.7
"""How like the word meant the written one must be, from 0 to 1: a slip of the pen, not another word."""
_SUGGESTED = re.compile(r"是不是(?:想写)?“([^”]+)”")
_QUOTED = re.compile(r"“([^”]+)”")


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a file and the text that should stand there."""

    span: Span
    text: str


def proposal(found: Diagnostic, lines: Sequence[str]) -> Proposal | None:
    """Return the edit that a finding in a file of these `lines` proposes, or None."""
    span = found.span
    suggested = _SUGGESTED.search(found.help)
    if found.id not in CERTAIN_ENOUGH or suggested is None or span is None:
        return None
    if span.line != span.end_line or span.line > len(lines):
        return None
    marked = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    quoted = [word for word in _QUOTED.findall(found.message) if word in marked]
    meant = nearest(suggested[1].rpartition("/")[2], [word.rpartition("/")[2] for word in quoted])
    wrong = next((word for word in quoted if meant and word.rpartition("/")[2] == meant[0]), "")
    if not wrong or marked.count(wrong) != 1 or SequenceMatcher(None, wrong, suggested[1]).ratio() < ALIKE:
        return None
    return Proposal(span=span, text=marked.replace(wrong, suggested[1]))
