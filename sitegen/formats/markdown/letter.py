"""The parts of an official letter that stand elsewhere on the line than text: addressee, signature, date (R80)."""

from __future__ import annotations

import re

_ADDRESSEE = re.compile(r"<p>(?=[^<>\n。]{2,90}：</p>)(?![^<]*如下：)")
_SIGNED = re.compile(
    r"<p>(?=[^<>\n。；：]{2,40}</p>\n<p>\d{4}年\d{1,2}月\d{1,2}日</p>)|<p>(?=\d{4}年\d{1,2}月\d{1,2}日</p>)"
)


def lay_out(html: str) -> str:
    """Mark the paragraph that the text begins with as the addressee, and signatures with their dates.

    A date that is a paragraph by itself is one of signing; so is a name before it.
    """
    if html.startswith("<p>"):
        html = _ADDRESSEE.sub('<p class="to">', html, count=1) if _ADDRESSEE.match(html) else html
    return _SIGNED.sub('<p class="sign">', html) if "日</p>" in html else html
