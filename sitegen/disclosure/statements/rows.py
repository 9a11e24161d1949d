"""Rows of a list, whatever holds them together: a table, numbered lines, or running numbers in one run of text."""

import re
from bisect import bisect_left
from itertools import pairwise

import msgspec

from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.document_numbers import NumberMention, normalise_document_number
from sitegen.disclosure.statements.marks import running_marks
from sitegen.disclosure.statements.references import CLOSING, Reference, References, opening_bracket
from sitegen.disclosure.statements.row_titles import skip_marks, title_cell, title_end
from sitegen.disclosure.statements.sections import ListForm, Section
from sitegen.disclosure.statements.words import GENRE
from sitegen.patterns import expression

# What may stand before a number that leads its row: a date, marks.
_FILLING = expression(r"[-0-9年月日./| ,、(:\n]*")
_TABLE_LINE = expression(r"(?<=\n)\|[^\n]+")
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 200
# 将第八条修改为…; 因…，废止第十条: what is done to a document, not a document.
_ACTION = expression(
    r"修改为|修改如下|删去|删除|废止第|增加一[条款项章节]|[将对把]第[一二三四五六七八九十百0-9]{1,5}[条款项章节]|[。;:]"
)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row: the document it names and where the row ends."""

    document: Reference
    end: int


def find_rows(document: CompactText, references: References, section: Section) -> list[Row]:
    """Cut a section into rows and find the document that each of them names."""
    rows = []
    for start, end in _stretches(document, references, section):
        named = _document(document, references, start, end)
        if named is not None:
            rows.append(Row(document=named, end=end))
    return rows


def _stretches(document: CompactText, references: References, section: Section) -> list[tuple[int, int]]:
    marks = running_marks(document, references, section)
    alone = len(marks) == 1 and _numbers(references, section.start, marks[0].start)
    if marks and not alone and (len(marks) > 1 or section.form is ListForm.ANNEX):
        ends = [mark.start for mark in marks[1:]] + [section.end]
        return [(mark.end, end) for mark, end in zip(marks, ends, strict=True)]
    return _unmarked(document, references, section)


def _unmarked(document: CompactText, references: References, section: Section) -> list[tuple[int, int]]:
    """Without running numbers a table's lines are rows, else every 《…》, else every 文号 closes or leads one.

    In a sentence only 文号 close together are rows: what is quoted there its verb governs.
    """
    numbers = _numbers(references, section.start, section.end)
    lines = [match.span() for match in _TABLE_LINE.finditer(document.text, section.start, section.end)]
    if len(lines) >= len(numbers) > 0 and all(_within(number, lines) for number in numbers):
        return lines
    if section.form is ListForm.INLINE:
        numbers = _close_together(document.text, numbers, section.start)
    if numbers and _FILLING.fullmatch(document.text, section.start, numbers[0].start):
        starts = [number.start for number in numbers]
        return [*pairwise(starts), (starts[-1], min(section.end, numbers[-1].end + _LONGEST_TITLE))]
    first = bisect_left(references.mentions, section.start, key=lambda mention: mention.start)
    last = bisect_left(references.mentions, section.end, key=lambda mention: mention.start)
    quoted = [mention for mention in references.mentions[first:last] if mention.quoted]
    if section.form is ListForm.INLINE and (
        quoted or not _title_first(document.text, numbers, section.start)
    ):
        return []
    if quoted or not numbers:
        return [(mention.start, mention.end) for mention in quoted]
    starts = [section.start, *(number.end for number in numbers[:-1])]
    return [(start, number.end) for start, number in zip(starts, numbers, strict=True)]


def _within(number: NumberMention, lines: list[tuple[int, int]]) -> bool:
    index = bisect_left(lines, (number.start + 1, 0)) - 1
    return index >= 0 and number.end <= lines[index][1]


def _title_first(text: str, numbers: list[NumberMention], start: int) -> bool:
    """Whether something like a title stands before each of the numbers."""
    starts = [start, *(number.end for number in numbers)]
    return all(
        re.search(GENRE, text[begin : number.start]) for begin, number in zip(starts, numbers, strict=False)
    )


def _close_together(text: str, numbers: list[NumberMention], start: int) -> list[NumberMention]:
    """Return the numbers up to the first sentence that ends between two of them."""
    kept: list[NumberMention] = []
    for number in numbers:
        if number.start - start > _LONGEST_TITLE or "。" in text[start : number.start]:
            break
        kept.append(number)
        start = number.end
    return kept


def _numbers(references: References, start: int, end: int) -> list[NumberMention]:
    first = bisect_left(references.numbers, start, key=lambda number: number.start)
    last = bisect_left(references.numbers, end, key=lambda number: number.start)
    return [number for number in references.numbers[first:last] if not references.in_quoted(number.start)]


def _document(document: CompactText, references: References, start: int, end: int) -> Reference | None:
    start = _begin(document.text, start, end)
    numbers = [_cut(document.text, number, end) for number in _numbers(references, start, end)]
    quoted = _quoted_at(references, start, end)
    if quoted is not None:
        # The number may stand in a later cell: | 《甲》 | 区财政局 | 青财〔2012〕3号 |
        given = quoted.number or (numbers[0].number if numbers else "")
        return msgspec.structs.replace(quoted, number=given)
    if not numbers:
        return _titled(document, start, end)
    number = numbers[0]
    leads = _FILLING.fullmatch(document.text, start, number.start) is not None
    quoted = _quoted_at(references, _begin(document.text, number.end, end), end) if leads else None
    if quoted is not None and not quoted.number:
        return msgspec.structs.replace(quoted, number=number.number, start=number.start)
    return _numbered(document, number, start, end, leads=leads)


def _quoted_at(references: References, start: int, end: int) -> Reference | None:
    """Return the quoted title that begins a stretch and lies within it."""
    index = bisect_left(references.mentions, start, key=lambda mention: mention.start)
    mention = references.mentions[index] if index < len(references.mentions) else None
    return mention if mention and mention.start == start and mention.quoted and mention.end <= end else None


def _cut(text: str, number: NumberMention, end: int) -> NumberMention:
    """Return a number without the digits that are the next row's mark."""
    if number.end <= end:
        return number
    cut = normalise_document_number(text[number.start : end])
    return NumberMention(number=cut, start=number.start, end=end)


def _begin(text: str, start: int, end: int) -> int:
    start = skip_marks(text, start, end)
    return start + 1 if text[start : start + 2] in ("将《", "对《", "在《", "原《") else start


def _numbered(
    document: CompactText, number: NumberMention, start: int, end: int, *, leads: bool
) -> Reference | None:
    """Read a row by its 文号: the title stands before it, or after it where the number leads."""
    if number.start - start > _LONGEST_TITLE or "。" in document.text[start : number.start]:
        return None
    opening = opening_bracket(document.text, number.start)
    stretch = (number.end, end) if leads else (start, opening if opening > start else number.start)
    first, last = title_cell(document, *stretch)
    if leads:
        last = title_end(document, first, last)
    if re.search("[一-鿿]", document.text[first:last]) is None:
        return Reference(title="", number=number.number, start=number.start, end=number.end, quoted=False)
    closing = CLOSING.match(document.text, number.end) if opening >= 0 else None
    return Reference(
        title=document.wording(first, last),
        number=number.number,
        start=min(number.start, first),
        end=max(closing.end() if closing else number.end, last),
        quoted=False,
    )


def _titled(document: CompactText, start: int, end: int) -> Reference | None:
    start, end = title_cell(document, start, min(end, start + _LONGEST_TITLE))
    end = title_end(document, start, end)
    words = document.text[start:end]
    if len(words) < _SHORTEST_TITLE or not re.search(GENRE, words) or _ACTION.search(words):
        return None
    return Reference(title=document.wording(start, end), number="", start=start, end=end, quoted=False)
