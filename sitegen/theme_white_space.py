"""White space of templates: what lays a template out for its author is taken out once, not from every page."""

from __future__ import annotations

import re
from typing import Final

BLOCKS: Final = frozenset(
    (
    "address", "article", "aside", "base", "blockquote", "body", "caption", "col", "colgroup", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "g", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "link", "main",
    "meta", "nav", "ol", "optgroup", "option", "p", "rect", "section", "select", "style", "summary", "svg",
    "table", "tbody", "td", "template", "tfoot", "th", "thead", "title", "tr", "ul",
    )
)
"""Elements beside whose tags white space is never seen (HTML, rendering, 15.3)."""
_SPACE: Final = re.compile(r"[ \t]*\n\s*|[ \t]{2,}")
_TAG: Final = re.compile(r"</?([a-z][a-z0-9-]*)")


def squeezed(text: str) -> str:
    """Return the constant text of a template without indentation, and without white space beside tags of blocks.

    What readers may see as a space stays one.
    """
    pieces: list[str] = []
    end = 0
    for found in _SPACE.finditer(text):
        pieces.append(text[end : found.start()])
        end = found.end()
        if not (_ends_block(text, found.start()) or _is_block(text, end)):
            pieces.append("\n" if "\n" in found[0] else " ")
    return "".join([*pieces, text[end:]])


def _ends_block(text: str, end: int) -> bool:
    """Tell whether a tag of a block ends at `end`."""
    return text[end - 1 : end] == ">" and _is_block(text, text.rfind("<", 0, end))


def _is_block(text: str, start: int) -> bool:
    """Tell whether a tag of a block begins at `start`."""
    found = _TAG.match(text, start) if start >= 0 else None
    return found is not None and found[1] in BLOCKS
