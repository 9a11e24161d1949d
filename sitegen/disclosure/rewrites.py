"""What an amending decision says about single articles: 将第三条修改为“…”, 删去第五条, 增加一条，作为第六条“…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.disclosure.clean_numbers import number_of
from sitegen.model.rewrite import Rewrite, RewriteKind
from sitegen.patterns import expression

LONGEST_QUOTATION = 20_000
NUMERALS = "〇零一二三四五六七八九十百0-9"
_ARTICLE = rf"第[{NUMERALS}]{{1,7}}条(?:之[一二三四五六七八九十])?"
_ITEM = rf"第?[（(]?[{NUMERALS}]{{1,3}}[)）]?项"
_PART = rf"(?:第[{NUMERALS}]{{1,3}}款(?:{_ITEM})?|{_ITEM})"
_PLACE = rf"(?P<article>{_ARTICLE})(?P<part>{_PART})?"
_AS = rf"(?:[，,]?作为(?P<place>{_ARTICLE}|{_PART}))?"
_TO = "(?:修改|修订|调整|变更|改)为"
_OPENS = r"[：:]?[ \u3000\n]{0,3}(?=“)"
_WORDS = r"“(?P<phrase>[^“”\n]{1,200})”"

_OF_IT = (
    r"(?:该(?:办法|规定|细则|意见|方案|文件|通知)|《[^《》\n]{2,80}》(?:[（(][^（）()\n]{4,30}[)）])?)?的?"
)
_FORMS = (
    (RewriteKind.REPLACE, expression(rf"{_PLACE}(?:规定)?(?:中的|中|的){_WORDS}(?:统一)?{_TO}(?=“)")),
    (RewriteKind.REPLACE, expression(rf"{_PLACE}(?:的?(?:内容|规定))?{_TO}{_OPENS}")),
    (RewriteKind.DELETE, expression(rf"(?:删去|删除){_OF_IT}{_PLACE}(?:规定)?(?:中的|中|的){_WORDS}")),
    (RewriteKind.DELETE, expression(rf"(?:删去|删除){_OF_IT}{_PLACE}(?![{NUMERALS}款项中的、和])")),
    (RewriteKind.DELETE, expression(rf"{_PLACE}(?:予以)?(?:删去|删除)(?!“)")),
    (RewriteKind.ADD, expression(rf"{_PLACE}(?:中|之?后)?增加一[款项]{_AS}{_OPENS}")),
    (RewriteKind.ADD, expression(rf"(?:{_PLACE}之?后)?增加一条{_AS}{_OPENS}")),
)
_DOCUMENT = expression(
    rf"《([^《》\n]{{2,80}})》(?:[（(]([^（）()\n]{{4,30}})[）)])?[^\n。《》]{{0,40}}?(?:修改|删去|删除|增加|{_ARTICLE})"
)


def rewrites_in(text: str) -> tuple[Rewrite, ...]:
    """Return the instructions of an amending text, a paragraph a line, in their order.

    What stands in quotation marks is new text and gives no instruction.
    """
    return tuple(_rewrites(text))


def _rewrites(text: str) -> Iterator[Rewrite]:
    at, document = 0, ""
    while (found := _next(text, at)) is not None:
        kind, hit = found
        opening = text.find("“", at, hit.start())
        for named in _DOCUMENT.finditer(text, at, opening if opening >= 0 else hit.end()):
            document = number_of(named[2]) if named[2] else named[1]
        if opening >= 0:
            at = _closing(text, opening)
            continue
        end = hit.end()
        if text[end : end + 1] == "“" and kind is not RewriteKind.DELETE:
            end = _closing(text, hit.end())
        yield _rewrite(kind, hit, _unquoted(text[hit.end() : end]), document)
        at = end


def _next(text: str, at: int) -> tuple[RewriteKind, re.Match[str]] | None:
    """Return the form that comes first; of two at one place the one that stands first in the table."""
    hits = [(kind, hit) for kind, form in _FORMS if (hit := form.search(text, at)) is not None]
    return min(hits, key=lambda found: found[1].start(), default=None)


def _rewrite(kind: RewriteKind, hit: re.Match[str], wording: str, document: str) -> Rewrite:
    named = hit.groupdict()
    return Rewrite(
        kind=kind,
        article=named["article"] or "",
        part=named["part"] or "",
        phrase=named.get("phrase") or "",
        wording=wording,
        place=named.get("place") or "",
        document=document,
        quote=hit[0].strip(" \u3000\n：:"),
    )


def _closing(text: str, opening: int) -> int:
    """Return the end of the quotation that begins at `opening`; each of its paragraphs may open it again."""
    depth = 0
    for at in range(opening, min(len(text), opening + LONGEST_QUOTATION)):
        if text[at] == "“" and not (depth and text[at - 1] == "\n"):
            depth += 1
        elif text[at] == "”":
            depth -= 1
            if not depth:
                return at + 1
    line_end = text.find("\n", opening)
    return line_end if line_end >= 0 else len(text)


def _unquoted(quotation: str) -> str:
    lines = (line.strip().removeprefix("“").strip() for line in quotation.removesuffix("”").split("\n"))
    return "\n".join(filter(None, lines))
