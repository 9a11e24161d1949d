"""The forms in which texts and queries are compared in the search: `static/search-text.js` does the same.

In Chinese width, case, traditional characters, blanks, brackets, quotation marks and dashes do not count. Everything
else counts, character by character: so what is found is exactly what holds the query.

In languages that are written in words, these count and their order, and nothing else: no sign, no case, no accent.
Every word has a blank before it; so a word is found by its beginning, and never by what stands in its middle.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import msgspec

OTHER_QUOTES = frozenset("\"'`·•‧")
"""Signs that are left out as brackets are, though Unicode takes them for ordinary punctuation."""
LEFT_OUT = frozenset({"Ps", "Pe", "Pi", "Pf", "Pd", "Pc"})
"""Categories of brackets, quotation marks and dashes; blanks (Z), marks (M) and invisible signs (C) go as well."""
BREAK = "xbreak"
"""The word that stands between lines: no query contains it."""
WORD = "xword"
"""The word that stands before the letters of each word, in languages that are written in words."""
INSIDE = frozenset("'’ʼ")
"""Signs that are left out and divide no word, beside marks and those that cannot be seen."""


class Characters(msgspec.Struct, frozen=True, kw_only=True):
    """What the search knows of characters: traditional ones with their simplified forms, and initials in pinyin.

    `traditional[n]` is written `simplified[n]`. `initials` gives for a letter the characters of which one reading
    begins with it. Made once from the tables of OpenCC (t2s) and, for the characters of GB/T 2312, of pypinyin.
    """

    traditional: str
    simplified: str
    initials: Mapping[str, str]


def _load() -> Characters:
    file = Path(__file__).with_name("characters.json")
    return msgspec.json.decode(file.read_bytes(), type=Characters)


CHARACTERS = _load()


class _Folded(dict[int, str]):
    """Character by character what is compared; a table for `str.translate` that is filled as it is asked."""

    def __missing__(self, code: int) -> str:
        folded = "" if _is_left_out(chr(code)) else chr(code)
        self[code] = folded
        return folded


class _Spaced(dict[int, str]):
    """Character by character the words of the index, each with a blank behind it."""

    def __missing__(self, code: int) -> str:
        folded = chr(code).translate(_FOLDED)
        word = f"{_indexed(folded)} " if folded else ""
        self[code] = word
        return word


def _is_left_out(character: str) -> bool:
    category = unicodedata.category(character)
    return character in OTHER_QUOTES or category[0] in "ZCM" or category in LEFT_OUT


def _indexed(character: str) -> str:
    """Return the word of the index for a character that counts."""
    return character if _is_plain(character) else f"x{ord(character)}"


def _is_plain(character: str) -> bool:
    """Tell whether Pagefind takes the character for a word as it is; others are written as numbers."""
    if character.isascii():
        return character.isalnum()
    return "\u3400" <= character <= "\u9fff" and unicodedata.category(character) == "Lo"


_FOLDED = _Folded(zip(map(ord, CHARACTERS.traditional), CHARACTERS.simplified, strict=True))
_SPACED = _Spaced()


def folded(text: str) -> str:
    """Return `text` as it is compared."""
    return unicodedata.normalize("NFKC", text).lower().translate(_FOLDED)


def spaced(text: str) -> str:
    """Return the words that the index holds for a line: one for each character that counts."""
    return unicodedata.normalize("NFKC", text).lower().translate(_SPACED).rstrip()


def folded_words(text: str) -> str:
    """Return the words of `text` as they are compared, each with a blank before it; a Chinese character is a word."""
    made: list[str] = []
    inside = False
    for sign in unicodedata.normalize("NFKD", text).lower():
        category = unicodedata.category(sign)
        if category[0] == "M" or category == "Cf" or sign in INSIDE:
            continue
        if category[0] not in "LN":
            inside = False
            continue
        is_chinese = _is_plain(sign) and not sign.isascii()
        made.append(sign if inside and not is_chinese else f" {sign}")
        inside = not is_chinese
    return "".join(made)


def spaced_words(text: str) -> str:
    """Return what the index holds for a line of words: their letters one by one, and `WORD` before those of each."""
    return " ".join(WORD if sign == " " else _indexed(sign) for sign in folded_words(text))
