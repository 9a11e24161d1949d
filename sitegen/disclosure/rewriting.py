"""A text with the instructions of an amending decision carried out, as far as they fit it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sitegen.disclosure.articles import Article, articles_of
from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.rewrites import NUMERALS
from sitegen.model.rewrite import Rewrite, RewriteKind
from sitegen.patterns import expression

_NUMBER = expression(rf"第\s*([{NUMERALS}]+)\s*条(?:之([{NUMERALS}]+))?")
_PARAGRAPH = expression(rf"第([{NUMERALS}]{{1,3}})款")
_ITEM = expression(rf"([{NUMERALS}]{{1,3}})[)）]?项")
_ITEM_LINE = expression(rf"[（(]([{NUMERALS}]{{1,3}})[)）]|([0-9]{{1,2}})[.．、]")


class Rewritten(msgspec.Struct, frozen=True):
    """The articles after the instructions, and the instructions that did not fit."""

    articles: tuple[Article, ...]
    left_over: tuple[Rewrite, ...]


def rewritten(articles: Sequence[Article], rewrites: Iterable[Rewrite]) -> Rewritten:
    """Carry out `rewrites` one after the other; the numbers of articles behind new or deleted ones stay."""
    now = tuple(articles)
    left_over: list[Rewrite] = []
    for rewrite in rewrites:
        then = _carry_out(now, rewrite)
        if then is None:
            left_over.append(rewrite)
        else:
            now = then
    return Rewritten(now, tuple(left_over))


def _carry_out(articles: tuple[Article, ...], rewrite: Rewrite) -> tuple[Article, ...] | None:
    if (
        rewrite.kind is RewriteKind.ADD
        and not rewrite.part
        and "条" in f"{rewrite.place}{rewrite.quote[-6:]}"
    ):
        return _with_article(articles, rewrite)
    at = next((at for at, each in enumerate(articles) if _key(each.label) == _key(rewrite.article)), None)
    if at is None:
        return None
    changed = _changed(articles[at], rewrite)
    if changed is None:
        return None
    return (*articles[:at], *changed, *articles[at + 1 :])


def _changed(article: Article, rewrite: Rewrite) -> tuple[Article, ...] | None:
    """Return what becomes of an article; None where the instruction does not fit it."""
    if rewrite.phrase:
        if rewrite.phrase not in article.text:
            return None
        text = article.text.replace(rewrite.phrase, rewrite.wording)
        return (Article(article.label, tuple(filter(None, text.split("\n")))),)
    if rewrite.kind is RewriteKind.ADD:
        return (_with_part(article, rewrite),)
    if rewrite.part:
        at = _part_at(article.paragraphs, rewrite.part)
        if at is None:
            return None
        new = _lines(rewrite) if rewrite.kind is RewriteKind.REPLACE else ()
        return (Article(article.label, (*article.paragraphs[:at], *new, *article.paragraphs[at + 1 :])),)
    return () if rewrite.kind is RewriteKind.DELETE else (_article(article.label, rewrite),)


def _with_article(articles: tuple[Article, ...], rewrite: Rewrite) -> tuple[Article, ...] | None:
    """Insert a new article behind the one that is named, else where its number belongs."""
    key = _key(rewrite.place)
    behind = [
        at + 1
        for at, each in enumerate(articles)
        if rewrite.article and _key(each.label) == _key(rewrite.article)
    ]
    before = [at for at, each in enumerate(articles) if key and (own := _key(each.label)) and own >= key]
    at = next(iter((*behind, *before)), None)
    if at is None and not key:
        return None
    new = _article(rewrite.place or "新增一条", rewrite)
    at = len(articles) if at is None else at
    return (*articles[:at], new, *articles[at:])


def _with_part(article: Article, rewrite: Rewrite) -> Article:
    """Insert a new 款 or 项 before the one whose number it takes, else at the end."""
    lines = article.paragraphs
    at = _part_at(lines, rewrite.place) if rewrite.place else None
    at = len(lines) if at is None else at
    return Article(article.label, (*lines[:at], *_lines(rewrite), *lines[at:]))


def _part_at(lines: Sequence[str], part: str) -> int | None:
    """Return which of the lines is a 款 or 项: items begin with （一）, every other line is a 款."""
    start, paragraph, item = 0, _PARAGRAPH.search(part), _ITEM.search(part)
    if paragraph is not None:
        plain = [at for at, line in enumerate(lines) if not _ITEM_LINE.match(line)]
        number = parse_number(paragraph[1]) or 0
        if not 0 < number <= len(plain):
            return None
        start = plain[number - 1]
        if item is None:
            return start
    if item is None:
        return None
    wanted = parse_number(item[1])
    numbers = ((at, _ITEM_LINE.match(lines[at])) for at in range(start, len(lines)))
    return next((at for at, own in numbers if own and parse_number(own[1] or own[2]) == wanted), None)


def _article(label: str, rewrite: Rewrite) -> Article:
    """Return the article that a wording gives; the wording may begin with its own number."""
    found = articles_of(_lines(rewrite))
    if len(found) == 1 and _key(found[0].label):
        return Article(label, found[0].paragraphs)
    return Article(label, _lines(rewrite))


def _lines(rewrite: Rewrite) -> tuple[str, ...]:
    return tuple(rewrite.wording.split("\n")) if rewrite.wording else ()


def _key(label: str) -> tuple[int, int] | None:
    """Return what orders articles: 第十二条之一 → (12, 1); None for what is no number."""
    found = _NUMBER.match(label)
    if found is None:
        return None
    number = parse_number(found[1])
    return (number, parse_number(found[2] or "0") or 0) if number is not None else None
