"""A text without its gaps: what the reader of statements works on.

Pages come as Markdown, or as one run of characters with spaces wherever a line once ended. Spaces fall inside
numbers, dates and names, so they carry no meaning that a pattern could rely on. Here they are left out (one is
kept between two ASCII words or digits, a line break where a new paragraph, list item or table row begins), and
characters that stand for the same thing become one: full width and half width, the many brackets, the zeros.
Every position can be led back to the original, so quotes are the exact words.
"""

import re
from bisect import bisect_right

import msgspec

from sitegen.patterns import expression

_SAME = {
    "\u3000": " ", "﹝": "〔", "﹞": "〕", "[": "〔", "]": "〕", "［": "〔", "］": "〕", "【": "〔", "】": "〕",
    "〖": "〔", "〗": "〕", "<": "〈", ">": "〉", "＜": "〈", "＞": "〉", "﹤": "〈", "﹥": "〉", "‹": "〈", "›": "〉",
    "«": "《", "»": "》", "﹙": "(", "﹚": ")", "○": "〇", "◯": "〇", "Ο": "O", "Ｏ": "O", "О": "O", "﹒": ".",
    "－": "-", "—": "-", "–": "-", "〝": "“", "〞": "”", "｜": "|", "︱": "|", "﹐": ",", "﹔": ";", "﹕": ":",
}  # fmt: skip
_MEANT = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | _SAME
_VARIANT = expression("[" + re.escape("".join(_MEANT)) + "]")

_TAG = r"</?(?:p|br|div|span|td|th|tr|table|tbody|thead|strong|em|b|u|font|a|sup|sub|li|ul|ol)\b[^<>]{0,300}>"
# The look-ahead says nothing new; it lets the search pass quickly over all that cannot begin a gap.
_LEFT_OUT = re.compile(
    r"(?=[\s\u200b-\u200f\ufeff*\\#<&=\]>])"
    rf"(?:[\s\u200b-\u200f\ufeff*\\#]|{_TAG}|&nbsp;|={{4,}}|\]\([^()\s]{{1,300}}\)|(?<=\n)>)+",
    re.IGNORECASE,
)
# What begins a line that is more than the rest of the one before.
_NEW_LINE = expression(
    r"[|\-+]|\d{1,3}[.、．)）]|第[一二三四五六七八九十百0-9]{1,5}[条章节]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|附\s*件|附[:：]"
)
_LAST_DIGITS = expression(r"[0-9]+$")
_YEAR_END = expression(r"([0-9]{1,3})\s*[年〕\]］]")
_ENDS_LINE = "。；：;:！!|"
_NARROWEST, _WIDEST, _RAGGED = 20, 120, 3
"""How long the lines of a text may be that was broken at a fixed width, and by how much full ones may differ."""


class CompactText(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is what patterns are matched against; `original` is what was given.

    `gaps` are the positions in `text` before which something was left out, `origins` the places in
    `original` from which the text goes on there. `boundaries` are those gaps that may mean something: not where a
    line broken at a fixed width goes on.
    """

    text: str
    original: str
    gaps: list[int]
    origins: list[int]
    boundaries: frozenset[int]

    def origin(self, position: int) -> int:
        """Lead a position in `text` back to the original."""
        index = bisect_right(self.gaps, position) - 1
        return self.origins[index] + position - self.gaps[index]

    def position(self, origin: int) -> int:
        """Return the position in `text` of a place in the original; where it was left out, of what follows it."""
        index = max(0, bisect_right(self.origins, origin) - 1)
        after = self.gaps[index + 1] if index + 1 < len(self.gaps) else len(self.text)
        return min(self.gaps[index] + max(0, origin - self.origins[index]), after)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span back to the original; its end follows the last character, not the gap after it."""
        return self.origin(start), self.origin(end - 1) + 1

    def quote(self, start: int, end: int) -> str:
        """Return the exact words of a span, as the original has them."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def wording(self, start: int, end: int) -> str:
        """Return the words of a span with the original's punctuation, but without its gaps."""
        return _LEFT_OUT.sub("", self.quote(start, end))


def translate(text: str) -> str:
    """Make characters that stand for the same thing one; the length stays."""
    return _VARIANT.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    return _MEANT[match.group()]


def compact(text: str) -> CompactText:
    """Leave out the gaps of a text."""
    pieces: list[str] = []
    gaps, origins, wraps = [0], [0], set()
    length = last = 0
    full = _full_line(text)
    for match in _LEFT_OUT.finditer(text):
        wrapped = full > 0 and _goes_on(text, match, full)
        separator = "" if wrapped and _within_number(text, match) else _separator(text, match)
        pieces += (text[last : match.start()], separator)
        length += match.start() - last + len(separator)
        last = match.end()
        gaps.append(length)
        origins.append(last)
        if wrapped:
            wraps.add(length)
    pieces.append(text[last:])
    return CompactText(
        text=translate("".join(pieces)),
        original=text,
        gaps=gaps,
        origins=origins,
        boundaries=frozenset(gaps) - wraps,
    )


def _full_line(text: str) -> int:
    """Return from which length on a line is full; 0 where the lines of a text are paragraphs."""
    lengths = [len(line) for line in text.split("\n") if line]
    longest = max(lengths, default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return 0
    full = sum(length >= longest - _RAGGED for length in lengths)
    return longest - _RAGGED if full >= max(3, len(lengths) // 4) else 0


def _goes_on(text: str, match: re.Match[str], full: int) -> bool:
    """Whether a gap is the end of a full line, and the next line goes on without a blank."""
    start = match.start()
    return match.group() == "\n" and start - (text.rfind("\n", 0, start) + 1) >= full


def _within_number(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    return start > 0 and end < len(text) and text[start - 1].isdigit() and text[end].isdigit()


def _separator(text: str, match: re.Match[str]) -> str:
    start, end = match.span()
    if start == 0 or end == len(text):
        return ""
    before, after, gap = text[start - 1], text[end], match.group()
    if "==" in gap:
        return "\n"
    if "\n" in gap and (before in _ENDS_LINE or gap.count("\n") > 1 or _NEW_LINE.match(text, end)):
        return "\n"
    if not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum()):
        return ""
    return "" if before.isdigit() and after.isdigit() and _splits_year(text, start, end) else " "


def _splits_year(text: str, start: int, end: int) -> bool:
    """Whether a gap fell inside a year: 20 24年."""
    first, last = _LAST_DIGITS.search(text, max(0, start - 4), start), _YEAR_END.match(text, end)
    if first is None or last is None:
        return False
    return re.fullmatch("(?:19|20)[0-9]{2}", first[0] + last[1]) is not None
