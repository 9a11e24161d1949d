"""Colours of the human form. Shape and word say the same, so nothing is lost without them."""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Severity


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """What is written before a piece of text to colour it, and `end` after it; empty for no colour."""

    error: str = ""
    warning: str = ""
    note: str = ""
    place: str = ""
    remedy: str = ""
    faint: str = ""
    end: str = ""

    def severity(self, severity: Severity) -> str:
        """Return the colour of a severity."""
        return {Severity.ERROR: self.error, Severity.WARNING: self.warning, Severity.NOTE: self.note}[
            severity
        ]


PLAIN = Palette()
ANSI = Palette(
    error="\x1b[1;31m",
    warning="\x1b[1;33m",
    note="\x1b[1;34m",
    place="\x1b[1m",
    remedy="\x1b[32m",
    faint="\x1b[2m",
    end="\x1b[0m",
)
