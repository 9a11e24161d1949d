"""Text in XML. The standard library's own `xml.sax.saxutils` loads a web client with it, which takes longer than most
files that are made.
"""

from __future__ import annotations

import html


def escape(text: str) -> str:
    """Return `text` as the content of an element."""
    return html.escape(text, quote=False)


def quoteattr(text: str) -> str:
    """Return `text` as the value of an attribute, in quotes."""
    return f'"{html.escape(text)}"'
