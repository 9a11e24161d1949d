"""Chinese titles in Latin letters: cut into words, each word its syllables run together (临时救助 → linshi jiuzhu).

Only for proposing names of files. Words are found by the given vocabulary and by pypinyin's own phrases; what
neither knows falls into pairs of characters, as most Chinese words do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

_RUN = re.compile(r"[0-9]+|[a-z]+|[〇零一二三四五六七八九十百]{2,}|[\u3400-\u9fff]+")
_NUMERALS = frozenset("〇零一二三四五六七八九十百")
_LATIN = re.compile(r"[a-z]*")
_LONGEST_WORD = 3
_KNOWN, _PHRASE = 10, 11
_UNKNOWN = {1: 16, 2: 20, 3: 34}
"""What a word costs: one of the vocabulary, a phrase of pypinyin, any other by its length."""


def latin_words(title: str, vocabulary: Container[str]) -> tuple[str, ...]:
    """Return the words of `title` in small Latin letters and digits; other signs only part words."""
    plain = unicodedata.normalize("NFKC", title).lower()
    words: list[str] = []
    for run in _RUN.findall(plain):
        if run[0].isascii():
            words.append(run)
        elif len(run) > 1 and _NUMERALS.issuperset(run):
            words.append("".join(_syllables(run)))
        else:
            words += _chinese(run, vocabulary)
    return tuple(word for word in words if word)


def _chinese(run: str, vocabulary: Container[str]) -> list[str]:
    """Return the words of a text of Chinese characters alone, each as its syllables."""
    sounds = _syllables(run)
    words: list[str] = []
    start = 0
    for end in _cuts(run, vocabulary):
        words.append("".join(sounds[start:end]))
        start = end
    return words


def _syllables(run: str) -> list[str]:
    """Return one syllable a character, chosen by the phrases around it; empty for a character without one."""
    sounds = lazy_pinyin(run)
    if len(sounds) != len(run):
        sounds = [lazy_pinyin(character)[0] for character in run]
    return [sound if _LATIN.fullmatch(sound) else "" for sound in sounds]


def _cuts(run: str, vocabulary: Container[str]) -> list[int]:
    """Return where the words of the cheapest division end."""
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(run) + 1):
        starts = range(max(0, end - _LONGEST_WORD), end)
        best.append(min((best[start][0] + _cost(run[start:end], vocabulary), start) for start in starts))
    ends = [len(run)]
    while best[ends[-1]][1]:
        ends.append(best[ends[-1]][1])
    return ends[::-1]


def _cost(word: str, vocabulary: Container[str]) -> int:
    if word in vocabulary:
        return _KNOWN
    if len(word) > 1 and word in PHRASES_DICT:
        return _PHRASE
    return _UNKNOWN[len(word)]


def initials(text: str) -> str:
    """Return the first letters of the syllables of Chinese text, in capitals: 青岚区 → QLQ."""
    return "".join(
        sound[:1] for run in _RUN.findall(text) if not run[0].isascii() for sound in _syllables(run)
    ).upper()
