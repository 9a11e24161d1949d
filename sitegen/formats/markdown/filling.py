"""The places in a page's HTML where the site puts the addresses of links, and what puts them there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from sitegen.formats.markdown.records import Target

# Private-use characters: no text holds them (the decoder refuses them, and `convert` replaces them).
BEGIN, END = "\uf8f0", "\uf8f1"

_GAP = re.compile(
    f'<a href="{BEGIN}([0-9]+){END}"((?: title="[^"]*")?)>(.*?)</a>'
    f'|<img src="{BEGIN}([0-9]+){END}" alt="([^"]*)"((?: title="[^"]*")?) loading="lazy">',
    re.DOTALL,
)


def link_gap(index: int, title: str) -> str:
    """Return the opening tag of the link with this index in `Markdown.links`."""
    return f'<a href="{BEGIN}{index}{END}"{_attribute("title", title)}>'


def picture_gap(index: int, alternative: str, title: str) -> str:
    """Return the tag of the picture with this index in `Markdown.links`."""
    title = _attribute("title", title)
    return f'<img src="{BEGIN}{index}{END}" alt="{escape(alternative)}"{title} loading="lazy">'


def fill(html: str, targets: Sequence[Target | None]) -> str:
    """Return `html` (of `convert`) with the addresses of its links.

    `targets` goes with `Markdown.links` one to one; those of links that are complete already are not
    looked at. Where a target is None, a link leaves its words and a picture its alternative text.
    """
    if BEGIN not in html:
        return html

    def filled(found: re.Match[str]) -> str:
        if found[1] is None:
            return _picture(targets[int(found[4])], found[5], found[6])
        return _link(targets[int(found[1])], found[2], _GAP.sub(filled, found[3]))

    return _GAP.sub(filled, html)


def _link(target: Target | None, title: str, words: str) -> str:
    if target is None:
        return words
    title = _attribute("title", target.title) or title
    return f'<a href="{escape(target.href)}"{title}{_attribute("class", target.css_class)}>{words}</a>'


def _picture(target: Target | None, alternative: str, title: str) -> str:
    if target is None:  # an attribute may hold bare angle brackets, a text may not
        return alternative.replace("<", "&lt;").replace(">", "&gt;")
    title = _attribute("title", target.title) or title
    size = f' width="{target.width}" height="{target.height}"' if target.width and target.height else ""
    further = f"{title}{_attribute('class', target.css_class)}{size}"
    return f'<img src="{escape(target.href)}" alt="{alternative}"{further} loading="lazy">'


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"' if value else ""
