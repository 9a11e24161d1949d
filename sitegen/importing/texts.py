"""The text of one cell: cleaned of what copying left behind, joined where it was only wrapped."""

from __future__ import annotations

import re
import unicodedata

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
BULLET = re.compile(
    r"\s*(?:[●•·◆■▪▲★○◇\-—–*]+\s*|[①-⑳㈠-㈩❶-❿➀-➓]\s*|[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]\s*[、.．]?\s*"
    r"|\d{1,2}\s*(?:[、．)）]|\.(?!\d))\s*(?:[●•〇○]\s*)?|[一二三四五六七八九十]{1,3}\s*[、．.]\s*"
    r"|[〇○](?![〇○零一二三四五六七八九十年])\s*)"
)
_STRAY_NUMBER = re.compile(r"\s*0\d\s+(?=[\u4e00-\u9fff])")
"""What is left of a row's number where a page was taken apart: 05 and, on the next line, the name."""
_CLOSERS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "“": "”", "【": "】"}
_BODY = re.compile(
    r"(?:局|委|办|部门|政府|办公室|中心|街道|办事处|单位|机构|委员会|院|所|站|队|厅|公司|学校|村委会|主体)$"
)
_REFERENCE = re.compile(r"\s*(?:[《【]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、．.]|[①-⑳●•·])")
_ENDED = re.compile(r"[》）)；;。]\s*$")
_GOES_ON = re.compile(r"\s*[（(、，,；;。第等及和与的]")
_SPACE_OF_BODIES = re.compile(r"(?<=[\u4e00-\u9fff]{2}[部委局厅院办会署室]) (?=[\u4e00-\u9fff]{3}[^》]*》)")
"""Between the names of bodies in the title of what they issued together; other spaces are only there for looks."""
_BETWEEN_REFERENCES = re.compile(
    r"\n|[；;](?=\s*\S)|(?<=[》）)])\s*[、，,]\s*(?=[《【])|(?<=[》）)])\s*(?=[《【])|(?=[①-⑳●])"
)


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
    line = one_line(_STRAY_NUMBER.sub("", text, count=1) if _STRAY_NUMBER.match(text) else text)
    return without_bullet(line).strip("；;。，,、：:") or line


def without_bullet(text: str) -> str:
    """Return a text without the number or sign that begins it."""
    found = BULLET.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


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
        joined += ("\n" if joined and begins and closed(joined) else "") + line
    pieces = _BETWEEN_REFERENCES.split(joined)
    found = (without_bullet(one_line(piece)).strip("；;。，,、") for piece in balanced(pieces))
    return tuple(dict.fromkeys(filter(None, found)))


def balanced(pieces: list[str]) -> list[str]:
    """Join pieces again that were parted within brackets."""
    whole: list[str] = []
    for piece in pieces:
        if whole and not closed(whole[-1]):
            whole[-1] += f"；{piece}" if piece.strip() else ""
        else:
            whole.append(piece)
    return whole


def closed(text: str) -> bool:
    """Tell whether every bracket and quotation of a text is closed."""
    return all(text.count(opening) <= text.count(closing) for opening, closing in _CLOSERS.items())
