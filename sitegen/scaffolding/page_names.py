"""The name of a new file, from its title: 关于印发青岚区临时救助实施办法的通知 → linshi-jiuzhu-shishi-banfa."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Iterator

from sitegen.formats.pinyin import latin_words

MOST_WORDS = 5
LONGEST = 40
_BRACKETED = re.compile(r"[（(\[【〔][^（）()\[\]【】〔〕]*[）)\]】〕]")
_NAMED = re.compile(r"《([^《》]+)》")
_DONE_TO_NAMED = re.compile(r"修改|废止|延续|暂停|恢复|征求意见|解读|图解|问答|发布会")
_SHELL = re.compile(
    r"^(?:.*?关于)?(?:印发|公布|发布|转发|批转|进一步)*(?:做好|加强|开展)?"
    r"|(?:有关)?(?:工作|事项)?的(?:通知|公告|通告|公示|函|批复|复函|请示|报告|决定|意见|说明|答复)$"
)
_UNIT = re.compile(r"(?<=[0-9〇零一二三四五六七八九十])(?:年度|年|月份|月|日|号|期|次|届)")
_PARTICLE = re.compile(r"[的和与及等之、，。：；“”‘’《》\s]|以及|关于")
TAKEN_BY_LISTS = re.compile(r"(?:index|atom|page-\d+)\Z")
"""Names of the pages and the feed that every column makes of itself."""


def propose_name(
    title: str, year: int, *, dropped: Iterable[str], vocabulary: Container[str], taken: Container[str]
) -> str:
    """Return a name for the file of a record called `title`, by which no other of `taken` is called.

    `dropped` are names that stand before every title and tell nothing (the government, the place). A name that
    is taken gets the `year`, then a number. Returns "" where the title holds nothing that has a sound.
    """
    words = latin_words(_core(title, dropped), vocabulary) or latin_words(title, vocabulary)
    base = "-".join(_few(words))
    return next((name for name in _variants(base, year) if _is_free(name, taken)), "") if base else ""


def _core(title: str, dropped: Iterable[str]) -> str:
    """Return what is left of a title without its shell: the issuing body, 关于印发…的通知, what is in brackets."""
    text = _BRACKETED.sub(" ", title)
    named = _NAMED.search(text)
    if named:
        done = _DONE_TO_NAMED.search(text, named.end()) or _DONE_TO_NAMED.search(text[: named.start()])
        text = f"{named[1]} {done[0].removesuffix('意见')}" if done else named[1]
    shorter = _SHELL.sub("", text)
    text = _without_names(shorter or text, dropped)
    return _PARTICLE.sub(" ", _UNIT.sub(" ", text))


def _without_names(text: str, dropped: Iterable[str]) -> str:
    for name in sorted(dropped, key=len, reverse=True):
        rest = text.removeprefix(name)
        if len(rest) > 1:
            text = rest
    return text


def _few(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return at most five words of at most forty letters: the first ones and the last, which says what it is."""
    if len(words) > MOST_WORDS:
        words = (*words[: MOST_WORDS - 1], words[-1])
    while len(words) > 1 and len("-".join(words)) > LONGEST:
        words = (*words[:-2], words[-1]) if len(words) > 2 else words[:1]
    return tuple(word[:LONGEST] for word in words)


def _variants(base: str, year: int) -> Iterator[str]:
    yield base
    dated = base if str(year) in base.split("-") else f"{base}-{year}"
    yield dated
    for number in itertools.count(2):
        yield f"{dated}-{number}"


def _is_free(name: str, taken: Container[str]) -> bool:
    return name not in taken and not TAKEN_BY_LISTS.match(name)
