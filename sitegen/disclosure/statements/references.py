"""Mentions of other documents: 《标题》（文号） in all the ways in which they are written."""

import re
from bisect import bisect_left

import msgspec

from sitegen.disclosure.chinese_dates import DATE
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.document_numbers import NumberMention, find_document_numbers
from sitegen.disclosure.statements.announcements import number_after
from sitegen.patterns import expression

_QUOTES = expression("[《》〈〉]")
_LONGEST_TITLE = 160
# What follows an inner title that was closed with the outer bracket: 《关于印发〈办法》的通知》.
_GOES_ON = expression(r"(?:\([^()]{1,10}\))?(?:的|若干|第|等)")
_NOTICE = expression(
    r"(?:\([^()]{1,12}\))?的?[一-鿿]{0,6}?(?:通知|公告|通告|决定|批复|意见|说明|规定|函)(?![一-鿿])"
)
_OPEN_TITLE = expression(
    r"[^。;:,\n|)》“”〔〕]{0,50}(?:关于|印发|转发|公布|发布|废止|修改|修订|调整|延长|批转|实施|贯彻)[^。;:\n|)》〔〕]{0,50}$"
)
_AFTERMATH = expression(r"\(([^()]{0,90}(?:\([^()]{0,20}\)[^()]{0,60})?)\)")
_EDITION = expression(r"[^()]{0,12}(?:试行|暂行|实行|修订|修正|修改|版|稿)[^()]{0,4}$")
_ISSUED_WITH = expression(r"\)?(?:文件?)?(?:发布|公布|颁布|印发|下发|制定)?的?")
# 市政府令第25号发布、市政府令第12号修改的《甲》: the first of these numbers is the document's own.
_REVISED_WITH = expression(r"\)?(?:第[一二三四五六七八九十]+次)?(?:修改|修订|修正)的?")
_AND_THEN = expression(
    rf"\)?(?:文件)?(?:第[一二三四五六七八九十]+次)?(?:发布|公布|颁布|印发|修改|修订|修正)[、,](?:根据)?{DATE}[一-鿿]{{0,20}}"
)
_LONGEST_LEAD = 8
# What may stand before a number in its brackets: （2003年5月8日市人民政府令第20号）.
_NOTE = expression(r"[-0-9年月日./一-鿿]*,?")
_LONGEST_NOTE = 40
CLOSING = expression(r"[^()。;《》\n]{0,40}\)+")
_TITLE_BEFORE = expression(r"[^。;:\n|]{4,120}$")
_NOT_TITLE = expression(
    r"(?:.*(?:废止了?|失效|停止执行|不再执行|以及|此前|,)|(?:现|经研究|决定|同时|将|对|和|及|与|由|[0-9]{1,5}号|[0-9]{1,3}[.、]|\(?[一二三四五六七八九十]{1,3}[)、]|[、,]))+|原(?=.{6})"
)
_ALIAS = expression(r"(?:以下(?:统一)?简称|简称)[:为]?[“《\"〈]{0,2}([^”》\"〉()、,]{2,20})[”》\"〉]{0,2}")


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A document named in a compact text: title as written (may be empty), canonical number or "".

    `start` and `end` include the brackets that follow the title; `quoted` tells whether it stood in 《》.
    """

    title: str
    number: str
    start: int
    end: int
    quoted: bool


class References(msgspec.Struct, frozen=True, kw_only=True):
    """All that a text names, in order; `quoted_spans` are the outermost 《…》, `numbers` every number."""

    mentions: list[Reference]
    quoted_spans: list[tuple[int, int]]
    numbers: list[NumberMention]

    def in_quoted(self, position: int) -> bool:
        """Whether a position lies within a quoted title."""
        index = bisect_left(self.quoted_spans, (position + 1, 0)) - 1
        return index >= 0 and self.quoted_spans[index][0] <= position < self.quoted_spans[index][1]


def find_references(document: CompactText) -> References:
    """Find all mentions; a short name introduced with 以下简称 is given its full title and number."""
    numbers = find_document_numbers(document.text, document.boundaries)
    spans = quoted_spans(document.text)
    mentions = _quoted(document, spans, numbers)
    taken = [(mention.start, mention.end) for mention in mentions]
    mentions += _loose(document, numbers, taken)
    mentions.sort(key=lambda mention: mention.start)
    return References(mentions=_with_full_names(document, mentions), quoted_spans=spans, numbers=numbers)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the outermost 《…》, brackets included, however badly they are nested."""
    spans: list[tuple[int, int]] = []
    start = depth = angles = 0
    for match in _QUOTES.finditer(text):
        mark, position = match.group(), match.start()
        if depth and position - start > _LONGEST_TITLE:
            depth = 0
        if mark == "《":
            if depth and _separates(text, spans, start, position):
                depth = 0
            if depth == 0:
                start, angles = position, 0
            depth += 1
        elif depth and mark == "〈":
            angles += 1
        elif depth and mark == "〉":
            angles = max(0, angles - 1)
        elif depth:
            if angles and _GOES_ON.match(text, position + 1):
                angles -= 1
                continue
            depth -= 1
            angles = 0
            if depth == 0:
                spans.append((start, position + 1))
    return spans


def _separates(text: str, spans: list[tuple[int, int]], start: int, position: int) -> bool:
    """Whether a title that is still open must have ended: its closing bracket was forgotten."""
    inside = text[start:position]
    inner = inside.rfind("》")
    if inner < 0:
        return "。" in inside or ";" in inside
    if not re.search(r"[。;、\n]|号|废止", inside[inner:]):
        return False
    notice = _NOTICE.match(text, start + inner + 1)
    spans.append((start, notice.end() if notice else start + inner + 1))
    return True


def quoted_titles(document: CompactText) -> list[Reference]:
    """Return the titles in 《…》 alone, whatever a larger title they stand in: 关于《…》的补充通知."""
    numbers = find_document_numbers(document.text, document.boundaries)
    mentions = []
    for start, end in quoted_spans(document.text):
        number, edition_end, last = _brackets_after(document.text, end, numbers)
        if not number:
            number, last = _bare_number(document.text, last, numbers)
        title = document.wording(start + 1, end - 1)
        edition = document.wording(end, edition_end) if edition_end else ""
        mentions.append(Reference(title=title + edition, number=number, start=start, end=last, quoted=True))
    return mentions


def _quoted(
    document: CompactText, spans: list[tuple[int, int]], numbers: list[NumberMention]
) -> list[Reference]:
    mentions: list[Reference] = []
    for start, end in spans:
        if mentions and start < mentions[-1].end:
            continue
        title_start, title_end = start + 1, end - 1
        notice = _NOTICE.match(document.text, end)
        opening = _OPEN_TITLE.search(document.text, max(0, start - 90), start) if notice else None
        if notice and opening:
            title_start = _title_start(document, opening.start(), start)
            title_end = end = notice.end()
        text_end = end
        leading = _leading_number(document.text, min(start, title_start), numbers, mentions)
        number, edition_end, end = _brackets_after(document.text, end, numbers)
        if not number and not leading:
            number, end = _bare_number(document.text, end, numbers)
        if not number and not leading:
            number, end = number_after(document.wording(title_start, title_end), document.text, text_end)
        mentions.append(
            Reference(
                title=document.wording(title_start, title_end)
                + (document.wording(text_end, edition_end) if edition_end else ""),
                number=leading.number if leading else number,
                start=leading.start if leading else min(start, title_start),
                end=end,
                quoted=opening is None,
            )
        )
    return mentions


def _title_start(document: CompactText, earliest: int, latest: int) -> int:
    """Where an unquoted title begins, after words of the sentence and the gap that fences it off."""
    lead = _NOT_TITLE.match(document.text, earliest, latest)
    start = lead.end() if lead else earliest
    return start if start < latest else earliest


def _leading_number(
    text: str, start: int, numbers: list[NumberMention], mentions: list[Reference]
) -> NumberMention | None:
    """Return a number that stands before its title: 市政府令第20号发布的《…》, 青政〔2018〕2号《…》."""
    index = bisect_left(numbers, start, key=lambda number: number.start) - 1
    if index < 0 or start - numbers[index].end > _LONGEST_LEAD:
        return None
    if _REVISED_WITH.fullmatch(text, numbers[index].end, start):
        index = _first_of_history(text, index, numbers)
    elif not _ISSUED_WITH.fullmatch(text, numbers[index].end, start):
        return None
    number = numbers[index]
    return None if mentions and number.start < mentions[-1].end else number


def _first_of_history(text: str, index: int, numbers: list[NumberMention]) -> int:
    """Return the place of the number under which a document was issued that others have changed since."""
    while index > 0 and _AND_THEN.fullmatch(text, numbers[index - 1].end, numbers[index].start):
        index -= 1
    return index


def _brackets_after(text: str, end: int, numbers: list[NumberMention]) -> tuple[str, int, int]:
    """Read the brackets that follow a title, with a number, an edition or a date in them.

    Returns the number or "", the end of an edition in brackets or 0, and the end of it all.
    """
    number, edition_end = "", 0
    for _ in range(3):
        bracket = _AFTERMATH.match(text, end)
        if bracket is None:
            break
        inside = _numbers_between(numbers, bracket.start(), bracket.end())
        if not inside and not number and _EDITION.match(bracket[1]):
            edition_end = bracket.end()
        end = bracket.end()
        if inside and not number:
            number = inside[0].number
            end = max(end, inside[0].end + text.startswith(")", inside[0].end))
    return number, edition_end, end


def _bare_number(text: str, end: int, numbers: list[NumberMention]) -> tuple[str, int]:
    """Read a number that follows at once, in brackets of which one is lost or doubled, or in none."""
    following = _numbers_between(numbers, end, end + 40)
    if not following or text[end : following[0].start] not in ("", "(", "|", ",", "((", "(原"):
        return "", end
    number = following[0]
    closing = CLOSING.match(text, number.end) if text[end] == "(" else None
    return number.number, closing.end() if closing else number.end


def _numbers_between(numbers: list[NumberMention], start: int, end: int) -> list[NumberMention]:
    first = bisect_left(numbers, start, key=lambda number: number.start)
    last = bisect_left(numbers, end, lo=first, key=lambda number: number.start)
    return numbers[first:last]


def _loose(
    document: CompactText, numbers: list[NumberMention], taken: list[tuple[int, int]]
) -> list[Reference]:
    """Numbers that follow no quoted title: 原青政发〔2012〕3号文件, or an unquoted title（number）."""
    mentions: list[Reference] = []
    for place, number in enumerate(numbers):
        index = bisect_left(taken, (number.start + 1, 0)) - 1
        if index >= 0 and number.start < taken[index][1]:
            continue
        earliest = max(taken[index][1] if index >= 0 else 0, mentions[-1].end if mentions else 0)
        following = numbers[place + 1].start if place + 1 < len(numbers) else len(document.text)
        mentions.append(_unquoted(document, number, earliest, following))
    return mentions


def _unquoted(document: CompactText, number: NumberMention, earliest: int, following: int) -> Reference:
    """Read a number with the unquoted title before its brackets, if it stands in brackets.

    `following` is where the next number begins: brackets that hold several of them give no single title.
    """
    opening = opening_bracket(document.text, number.start)
    before = _TITLE_BEFORE.search(document.text, max(earliest, opening - _LONGEST_TITLE), max(opening, 0))
    if opening < 0 or before is None:
        return Reference(title="", number=number.number, start=number.start, end=number.end, quoted=False)
    closing = CLOSING.match(document.text, number.end)
    if closing and closing.end() > following:
        return Reference(title="", number=number.number, start=number.start, end=number.end, quoted=False)
    start = _title_start(document, before.start(), opening)
    return Reference(
        title=document.wording(start, opening),
        number=number.number,
        start=start,
        end=closing.end() if closing else number.end,
        quoted=False,
    )


def opening_bracket(text: str, position: int) -> int:
    """Where the bracket opens that a number stands in, alone or after a date and a body; -1 for none."""
    opening = text.rfind("(", max(0, position - _LONGEST_NOTE), position)
    return opening if opening >= 0 and _NOTE.fullmatch(text, opening + 1, position) else -1


def _with_full_names(document: CompactText, mentions: list[Reference]) -> list[Reference]:
    if "简称" not in document.text:
        return mentions
    full: dict[str, Reference] = {}
    for match in _ALIAS.finditer(document.text):
        owner = _owner(mentions, match.start())
        if owner is not None:
            full.setdefault(match[1], owner)
    return [
        msgspec.structs.replace(mention, title=full[mention.title].title, number=full[mention.title].number)
        if mention.title in full and not mention.number
        else mention
        for mention in mentions
    ]


def _owner(mentions: list[Reference], position: int) -> Reference | None:
    """Return the mention that an alias belongs to: the brackets stand within it or right after it."""
    index = bisect_left(mentions, position, key=lambda mention: mention.start) - 1
    if index < 0 or position - mentions[index].end > 12:
        return None
    return mentions[index]
