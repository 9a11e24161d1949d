"""Chinese pages in traditional script: what readers see is converted, addresses and program text are not.

The characters are converted, never the words (信息 becomes 信息, not 資訊): opencc's `s2t`, then the corrections of
`catalogs/traditional.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import opencc

_SHOWN_ATTRIBUTES = (
    "alt|title|aria-label|placeholder|label|content|data-l|data-on|data-off|data-word|data-words|data-copied"
    "|data-any|data-count|data-find|data-state|data-year|data-domain"
)
_KEPT = re.compile(
    r'<(script(?! type="application/ld\+json")|style|code|pre|kbd|samp)\b.*?</\1\s*>'
    r'|<a\s[^<>]*\blang="zh-Hans"[^<>]*>[^<]*</a>'
    rf'|\s(?!(?:{_SHOWN_ATTRIBUTES})=)[\w-]+="[^"\x80-\U0010ffff]*[\x80-\U0010ffff][^"]*"',
    re.DOTALL,
)
"""Program text, words marked as simplified, and attributes that readers do not meet, where they are not plain ASCII."""
_TAG_WITH_ADDRESS = re.compile(
    r"""<(?:a|area|audio|image|img|link|script|source|track|use|video)\s(?:[^<>"']|"[^"]*"|'[^']*')*>"""
)
_ADDRESS = re.compile(r'(\s(?:href|src)=")([^"]*)')
_STAYS = re.compile(r"(?:/|[a-zA-Z][a-zA-Z0-9+.-]*:)|(?:[^:?#]*(?:/|\.html))?(?:[?#].*)?\Z", re.DOTALL)
"""Addresses elsewhere, and of pages: those lie in the same places of both trees."""
_MARKS = "\ue000\ue001\ue002\ue003"


class Traditional:
    """Converts text and pages. `corrections` are (what the converter writes, what is right)."""

    def __init__(self, corrections: Iterable[tuple[str, str]] = ()) -> None:
        self._convert = _converter().convert
        self._corrections = sorted(corrections, key=lambda pair: (-len(pair[0]), pair[0]))

    def text(self, text: str) -> str:
        """Return a text in traditional script."""
        made: str = self._convert(text)
        for wrong, right in self._corrections:
            made = made.replace(wrong, right)
        return made

    def page(self, html: str) -> str:
        """Return a page, as templates make it, in traditional script and as one of a tree beside the main one.

        Links to pages stay, since they lie in the same places there; all else lies in the main tree only, one
        folder further up.
        """
        html = _TAG_WITH_ADDRESS.sub(_from_beside, html)
        mark = next((mark for mark in _MARKS if mark not in html), "")
        if not mark:
            return html
        kept: list[str] = []

        def keep(found: re.Match[str]) -> str:
            kept.append(found[0])
            return mark

        first, *rest = self.text(_KEPT.sub(keep, html)).split(mark)
        return first + "".join(piece for pair in zip(kept, rest, strict=True) for piece in pair)


def _from_beside(tag: re.Match[str]) -> str:
    """Return a tag whose relative addresses fit a page in the tree beside the main one."""
    return _ADDRESS.sub(
        lambda found: found[0] if _STAYS.match(found[2]) else f"{found[1]}../{found[2]}", tag[0]
    )


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
