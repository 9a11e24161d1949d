"""Sentences for readers, made of phrases: plain text, or names of papers that a page turns into links."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from sitegen.disclosure.events import Paper


class Phrase(msgspec.Struct, frozen=True):
    """A stretch of a sentence. `key` is the paper that it names, empty for plain text."""

    text: str
    key: str = ""


Sentence = tuple[Phrase, ...]


def sentence(*parts: str | Phrase) -> Sentence:
    """Join plain texts and names to a sentence; neighbouring plain texts become one phrase."""
    phrases: list[Phrase] = []
    for part in parts:
        phrase = part if isinstance(part, Phrase) else Phrase(part)
        if phrases and not phrase.key and not phrases[-1].key:
            phrases[-1] = Phrase(phrases[-1].text + phrase.text)
        elif phrase.text:
            phrases.append(phrase)
    return tuple(phrases)


def plain(phrases: Iterable[Phrase]) -> str:
    """Return a sentence as text."""
    return "".join(phrase.text for phrase in phrases)


def chinese_date(day: date) -> str:
    """Return a day as 2023年7月1日 (R79)."""
    return f"{day.year}年{day.month}月{day.day}日"


def quoted(title: str) -> str:
    """Return 《标题》; 《》 inside a title become 〈〉."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def full_name(paper: Paper) -> Phrase:
    """Return 《标题》（文号）, or what there is of it; 《》 inside a title become 〈〉."""
    if not paper.title:
        return short_name(paper)
    number = f"（{paper.number}）" if paper.number else ""
    return Phrase(f"{_titled(paper)}{number}", paper.key)


def short_name(paper: Paper) -> Phrase:
    """Return the 文号, or 《标题》 where there is none."""
    return Phrase(paper.number or _titled(paper), paper.key)


def _titled(paper: Paper) -> str:
    return quoted(paper.title or paper.key)
