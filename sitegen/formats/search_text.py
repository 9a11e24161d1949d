"""The one form in which texts and queries are compared in the search: `static/search-text.js` does the same.

Width, case, traditional characters, blanks, brackets, quotation marks and dashes do not count. Everything else counts,
character by character: so what is found is exactly what holds the query.
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
        word = "" if not folded else f"{folded} " if _is_plain(folded) else f"x{ord(folded)} "
        self[code] = word
        return word


def _is_left_out(character: str) -> bool:
    category = unicodedata.category(character)
    return character in OTHER_QUOTES or category[0] in "ZCM" or category in LEFT_OUT


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
