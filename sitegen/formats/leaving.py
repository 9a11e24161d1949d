"""Links that lead away from the sites of the government: which they are, and the mark that they carry (R107)."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from urllib.parse import urlsplit

MARK = "leaves"
"""The class of a link that asks before it is followed; the style sheet and the script know it."""
_ANCHOR = re.compile(r'<a (?=(?:[^<>"]|"[^"]*")*?href="((?:https?:)?//[^"]*)")((?:[^<>"]|"[^"]*")*)>')
_CLASS = re.compile(r'class="([^"]*)"')
_TITLE = re.compile(r'title="([^"]*)"')


def host_outside(address: str, known: str) -> str:
    """Return the host of a web address that the pattern `known` does not find among those of the government.

    Nothing for one that it finds, for addresses without a host, and where no pattern is given.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "") if parts.scheme in ("http", "https", "") else ""
    except ValueError:
        return ""
    return host if host and known and not _pattern(known).search(host) else ""


def leaving(html: str, known: str, words: str) -> str:
    """Return the HTML of a text in which links out of the government's sites are marked and say where they lead.

    `words` stand before the host in the title of such a link.
    """
    if "//" not in html or not known:
        return html

    def marked(found: re.Match[str]) -> str:
        host = host_outside(unescape(found[1]), known)
        return f"<a {_marked(found[2], words + host)}>" if host else found[0]

    return _ANCHOR.sub(marked, html)


def _marked(attributes: str, told: str) -> str:
    given = _TITLE.search(attributes)
    title = f'title="{escape(told)}{f"　{given[1]}" if given else ""}"'
    attributes = _TITLE.sub(lambda _: title, attributes) if given else f"{attributes} {title}"
    if _CLASS.search(attributes):
        return _CLASS.sub(lambda found: f'class="{found[1]} {MARK}"', attributes, count=1)
    return f'{attributes} class="{MARK}"'


@lru_cache(maxsize=4)
def _pattern(known: str) -> re.Pattern[str]:
    return re.compile(known)
