"""Words that are wrong wherever they stand, and words that stand for a text that is not written yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sitegen.diagnostics import Fault, Kind
from sitegen.inspection.contexts import begun_by, may_mention
from sitegen.inspection.manuscript import Lines, Manuscript, lines_of
from sitegen.inspection.places import first_of_each
from sitegen.inspection.style_kinds import MISSPELT, NO_PUBLICATION_NOTE, PLACEHOLDER, UNFILLED, UNSUITABLE
from sitegen.model.records import Document
from sitegen.model.standards import Standards
from sitegen.model.style import Style, Wording
from sitegen.model.values import Disclosure
from sitegen.patterns import expression

BEFORE = frozenset("\n|：:（([【“")
BEHIND = frozenset("\n|。）)]】”；;")
BLANKS = " \t\u3000*"
LATIN_WORDS = ("TODO", "FIXME", "TBD", "orem ipsum")
LATIN = expression(r"(?<![A-Za-z0-9])(?:TODO|FIXME|TBD|[Ll]orem ipsum)(?![A-Za-z0-9])")
CROSSES = expression(
    r"(?:20|19)?[×xX]{2,4}年(?:(?:[×xX]{1,2}|\d{1,2})月)?|[×xX]{1,2}月[×xX]{1,2}日|〔[×xX]{2,4}〕|〔(?:20|19)[×xX]{2}〕"
)
CROSSED = expression(r"[×xX][年月日〕]")
NOTES = ("此件公开发布", "此件主动公开", "公开属性：主动公开", "信息公开选项：主动公开")


def wrong_words(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG581 and SG582 for words of the lists, in front matter and text (R110)."""
    text, style = manuscript.text, standards.style
    held = _listed(style).search(text) is not None
    lists = ((MISSPELT, style.misspelt), (UNSUITABLE, style.unsuitable)) if held else ()
    found = [(kind, each, at) for kind, words in lists for each in words for at in _places(each, text)]
    if found:
        lines = lines_of(text)
        yield from (_wrong(kind, each, at, lines) for kind, each, at in sorted(found, key=lambda hit: hit[2]))


@lru_cache(maxsize=2)
def _listed(style: Style) -> re.Pattern[str]:
    return begun_by(tuple(each.wrong for each in (*style.misspelt, *style.unsuitable)))


def _wrong(kind: Kind, wording: Wording, at: int, lines: Lines) -> Fault:
    span = lines.span(at, at + len(wording.wrong))
    return kind.found(span, wrong=wording.wrong, right=wording.right)


def _places(wording: Wording, text: str) -> Iterator[int]:
    """Give where a word stands and no right saying holds it."""
    at = text.find(wording.wrong)
    while at >= 0:
        if not any(_within(saying, wording.wrong, text, at) for saying in wording.except_in):
            yield at
        at = text.find(wording.wrong, at + 1)


def _within(saying: str, wrong: str, text: str, at: int) -> bool:
    start = at - saying.index(wrong)
    return start >= 0 and text.startswith(saying, start)


def placeholders(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG586 for words that stand alone for a text that is not written, SG587 for dates of crosses (R97)."""
    source = manuscript.source
    words = standards.style.placeholders
    found = [
        PLACEHOLDER.found(_lines(manuscript).span(at, at + len(word)), text=word)
        for word in (words if may_mention(source, words) else ())
        for at in _alone(word, source)
    ]
    if may_mention(source, LATIN_WORDS):
        found += [_found(PLACEHOLDER, hit, manuscript) for hit in LATIN.finditer(source)]
    if CROSSED.search(source):
        found += [_found(UNFILLED, hit, manuscript) for hit in CROSSES.finditer(source)]
    yield from first_of_each(found)


def _alone(word: str, source: str) -> Iterator[int]:
    """Give where a word is all that a paragraph, a cell or a bracket holds."""
    at = source.find(word)
    while at >= 0:
        before, behind = source[:at].rstrip(BLANKS)[-1:], source[at + len(word) :].lstrip(BLANKS)[:1]
        if (not before or before in BEFORE) and (not behind or behind in BEHIND):
            yield at
        at = source.find(word, at + 1)


def _lines(manuscript: Manuscript) -> Lines:
    return lines_of(manuscript.source, manuscript.first_line)


def _found(kind: Kind, hit: re.Match[str], manuscript: Manuscript) -> Fault:
    return kind.found(_lines(manuscript).span(*hit.span()), text=hit[0])


def publication_note(manuscript: Manuscript, standards: Standards) -> Iterable[Fault]:
    """Yield SG572 for an official document that is public and does not say so, where the place wants it (R81)."""
    record = manuscript.record
    if not standards.style.demands_note or not isinstance(record, Document) or record.backfilled:
        return ()
    if record.disclosure is not Disclosure.ACTIVE or any(note in manuscript.body.plain for note in NOTES):
        return ()
    return (NO_PUBLICATION_NOTE.found(record.place("title")),)
