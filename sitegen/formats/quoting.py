"""Faulty text, made fit to stand inside a message."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ue000-\uf8ff\ufeff]"
)


def shown(text: str, limit: int = 30) -> str:
    """Return `text` on one line, at most `limit` characters long, unprintable characters made visible."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return _UNPRINTABLE.sub(_visible, cut)


def code_point(character: str) -> str:
    """Return the usual name of a character's number: `U+200B`."""
    return f"U+{ord(character):04X}"


def _visible(match: re.Match[str]) -> str:
    return "␣" if match[0] in "\n\t" else "·"
