"""Half and full width in running text: signs between Chinese characters are full-width, digits and letters half-width.

GB/T 15834 (signs) and GB/T 15835 (digits). Code, addresses, HTML and headings, whose words make addresses, stay.
"""

from __future__ import annotations

import re

from sitegen.formats.line_ends import in_code
from sitegen.patterns import expression

_CHINESE = "\u4e00-\u9fff\u3007《》〈〉“”‘’（）【】〔〕、，。；：？！"
_SIGNS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_SIGN = expression(rf"(?<=[{_CHINESE}])[,;:?!](?=[{_CHINESE}]|$)")
_BRACKETS = expression(rf"(?<![\]!\\])\((?=[{_CHINESE}])([^()\[\]<>]*)\)")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE = expression("[０-９Ａ-Ｚａ-ｚ]+")
_KEPT = expression(
    r"`[^`]*`|\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>|[A-Za-z][A-Za-z0-9+.-]*://\S+|\[\^[^\]]*\]|[\w.+-]+@[\w.-]+"
)
_SKIPPED = expression(r" {0,3}(?:#|\[[^\]]+\]:|<)|(?: {4}|\t)|[ |:-]+$")


def official_widths(text: str) -> str:
    """Return a Markdown text with the widths that official texts use."""
    lines = text.split("\n")
    code = in_code(lines)
    return "\n".join(
        line if code[number] or _SKIPPED.match(line) or _is_underlined(lines, number) else _line(line)
        for number, line in enumerate(lines)
    )


def same_but_for_width(text: str) -> str:
    """Return a text in which full and half width are the same: what may not differ after a repair."""
    return text.translate(_HALF_WIDTH)


def _is_underlined(lines: list[str], number: int) -> bool:
    """Tell whether a line is a heading by the row of = or - below it."""
    return number + 1 < len(lines) and re.fullmatch(r" {0,3}(=+|-+) *", lines[number + 1]) is not None


def _line(line: str) -> str:
    pieces: list[str] = []
    end = 0
    for kept in _KEPT.finditer(line):
        pieces += [_words(line[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*pieces, _words(line[end:])])


def _words(text: str) -> str:
    text = _WIDE.sub(lambda found: same_but_for_width(found[0]), text)
    text = _BRACKETS.sub(lambda found: f"（{found[1]}）", text)
    return _SIGN.sub(lambda found: _SIGNS[found[0]], text)
