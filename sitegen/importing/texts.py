"""The text of one cell: cleaned of what copying left behind, joined where it was only wrapped, parted into points."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from pypinyin.constants import PHRASES_DICT

from sitegen.importing.symbols import without_private

_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]")
_EXCEL_ESCAPE = re.compile(r"_x000[DA9]_", re.IGNORECASE)
_BREAKS = re.compile(r" *(?:\r\n|[\r\n\v\f\x85])\s*")
_SPACES = re.compile(r"[ \t\xa0\u2000-\u200a\u3000]+")
_WIDE = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_SIGNS = re.compile(r"[\W_]+")
_LATIN_GAP = re.compile(r"(?<=[A-Za-z0-9]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[A-Za-z0-9])")
_BULLET = re.compile(
    r"\s*(?:[●•·◆■▪▲★○◇\-—–*]+\s*|[①-⑳㈠-㈩❶-❿➀-➓]\s*|[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]\s*[、.．]?\s*"
    r"|\d{1,2}\s*(?:[、．)）]|\.(?!\d))\s*|[一二三四五六七八九十]{1,3}\s*[、．.]\s*)"
)
_INLINE = re.compile(
    r"(?<=[；;。，,：:、\s])(?=(?:\d{1,2}\s*[、．.](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]))|(?=[●•])"
)
_CIRCLED = re.compile(r"(?=[①-⑳])")
_ENDS = re.compile(r"[；;。]\s*")
_CLOSERS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "“": "”", "【": "】"}
_BODY = re.compile(
    r"(?:局|委|办|部门|政府|办公室|中心|街道|办事处|单位|机构|委员会|院|所|站|队|厅|公司|学校|村委会|主体)$"
)
_REFERENCE = re.compile(r"\s*(?:[《【]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、．.]|[①-⑳●•·])")
_ENDED = re.compile(r"[》）)；;。]\s*$")
_GOES_ON = re.compile(r"\s*[（(、，,；;。第等及和与的]")
_SPACE_OF_BODIES = re.compile(r"(?<=[\u4e00-\u9fff]{3}) (?=[\u4e00-\u9fff]{3}[^》]*》)")
"""Between the names of bodies in the title of what they issued together; other spaces are only there for looks."""
_BETWEEN_REFERENCES = re.compile(
    r"\n|[；;](?=\s*\S)|(?<=[》）)])\s*[、，,]\s*(?=[《【])|(?<=[》）)])\s*(?=[《【])|(?=[①-⑳●])"
)
_NEARLY_EQUAL = 2
"""Half-width columns by which lines of one wrapped text may differ."""


def clean(text: str) -> str:
    """Return `text` with half-width digits and letters, single spaces, plain line feeds, nothing invisible."""
    text = _EXCEL_ESCAPE.sub("\n", without_private(text))
    text = _BREAKS.sub("\n", text)
    text = _INVISIBLE.sub("", text).translate(_WIDE)
    return _SPACES.sub(" ", text).strip()


def key_of(text: str) -> str:
    """Return what two ways of writing one name have in common: no spaces, no punctuation, one width."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def one_line(text: str) -> str:
    """Return a text that says one thing without its line breaks and without spaces among Chinese characters."""
    text = _SPACE_OF_BODIES.sub("\0", text)
    text = _SPACES.sub(" ", text.replace("\n", " "))
    kept = _LATIN_GAP.sub("\0", text)
    return kept.replace(" ", "").replace("\0", " ").strip()


def name_of(text: str) -> str:
    """Return the name of an item: one line, without the number before it."""
    line = one_line(text)
    return without_bullet(line).strip("；;。，,、：:") or line


def without_bullet(text: str) -> str:
    """Return a text without the number or sign that begins it."""
    found = _BULLET.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


def points(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the points that a cell lists, and whether its line breaks left it unclear which they are.

    Signs, numbers and semicolons part points. Where only line breaks do, lines of about one length may be one wrapped
    text: they are joined where a break goes through a word, else each is a point.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return _listed([text]), False
    if any(_BULLET.match(line) for line in lines[1:]) or any(_ends(line) for line in lines[:-1]):
        return _listed(_grouped(lines)), False
    even, broken = _even(lines), _through_a_word(lines)
    if even and broken:
        return _listed(["".join(lines)]), False
    return _named(lines), even or broken


def _listed(texts: list[str]) -> tuple[str, ...]:
    """Return the points of texts: parted by their numbers and signs where there are some, else by semicolons."""
    numbered = [piece for text in texts for piece in parted_by_numbers(text)]
    if len(numbered) > 1 and sum(_BULLET.match(piece) is not None for piece in numbered) > 1:
        return _named([each for piece in numbered for each in _introduced(piece)])
    return _named([each for text in texts for each in _balanced(_ENDS.split(text))])


def _introduced(piece: str) -> list[str]:
    """Part a piece without a number, which only introduces those that have one, as any text is parted."""
    return [piece] if _BULLET.match(piece) else _balanced(_ENDS.split(piece))


def parted_by_numbers(text: str) -> list[str]:
    """Part a text before each number or sign that begins a point; 1. may be followed by 2. without a sign between."""
    pieces: list[str] = []
    rest, number = text, 1
    while found := re.search(rf"(?<!\d){number}\s*[、．.](?!\d)", rest):
        if number == 1 and found.start():
            break
        pieces.append(rest[: found.start()])
        rest, number = rest[found.start() :], number + 1
    return [each for piece in (*pieces, rest) for part in _INLINE.split(piece) for each in _circled(part)]


def _circled(text: str) -> list[str]:
    """Part a text at ①, where it begins so: within another point these number what belongs to it."""
    return _CIRCLED.split(text) if "①" <= text.lstrip()[:1] <= "⑳" else [text]


def names_of_bodies(text: str) -> str:
    """Return 公开主体 as one line; lines that are each the name of a body are parted by 、."""
    lines = [without_bullet(one_line(line)).strip("；;、，,") for line in text.split("\n") if line.strip()]
    bodies = len(lines) > 1 and all(_BODY.search(line) and len(line) > 2 for line in lines)
    return ("、" if bodies else "").join(lines)


def references(text: str) -> tuple[str, ...]:
    """Return the documents that a cell of 公开依据 names, one each."""
    lines = [line for line in text.split("\n") if line.strip()]
    joined = ""
    for line in lines:
        begins = _REFERENCE.match(line) or (_ENDED.search(joined) and not _GOES_ON.match(line))
        joined += ("\n" if joined and begins and _closed(joined) else "") + line
    pieces = _BETWEEN_REFERENCES.split(joined)
    found = (without_bullet(one_line(piece)).strip("；;。，,、") for piece in _balanced(pieces))
    return tuple(dict.fromkeys(filter(None, found)))


def _grouped(lines: list[str]) -> list[str]:
    """Join lines that go on, and keep those apart that begin or end a point."""
    groups = [lines[0]]
    for before, line in pairwise(lines):
        if _closed(groups[-1]) and (_BULLET.match(line) or _ends(before)):
            groups.append(line)
        else:
            groups[-1] += line
    return groups


def _ends(line: str) -> bool:
    return line.rstrip().endswith(("；", ";", "。"))


def _named(pieces: list[str]) -> tuple[str, ...]:
    """Return pieces on one line each, without their numbers and what ends them; empty ones are dropped."""
    found = (without_bullet(one_line(piece)).strip("；;。，,、") for piece in pieces)
    return tuple(dict.fromkeys(filter(None, found)))


def _balanced(pieces: list[str]) -> list[str]:
    """Join pieces again that were parted within brackets."""
    whole: list[str] = []
    for piece in pieces:
        if whole and not _closed(whole[-1]):
            whole[-1] += f"；{piece}" if piece.strip() else ""
        else:
            whole.append(piece)
    return whole


def _closed(text: str) -> bool:
    return all(text.count(opening) <= text.count(closing) for opening, closing in _CLOSERS.items())


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line.strip())


def _even(lines: list[str]) -> bool:
    """Tell whether lines are as wrapping makes them: of one width, the last one no longer."""
    widths = [_columns(line) for line in lines]
    return (
        max(widths[:-1]) - min(widths[:-1]) <= _NEARLY_EQUAL
        and widths[-1] <= max(widths[:-1]) + _NEARLY_EQUAL
    )


def _through_a_word(lines: list[str]) -> bool:
    """Tell whether a line break goes through a word, a number, or an open bracket."""
    before = ""
    for line, following in pairwise(map(str.strip, lines)):
        before += line
        across = line[-1:] + following[:1]
        if (
            across in PHRASES_DICT
            or across.isdigit()
            or not _closed(before)
            or following[:1] in "，、；。）》"
        ):
            return True
    return False
