"""Rows of a list, whatever holds them together: a table, numbered lines, or running numbers in one run of text.

In the worst case number, title and 文号 of dozens of documents follow each other without any separator. Then
the running numbers are the thread: after row 7 the mark of row 8 is looked for, and nothing else.
"""

import re
from bisect import bisect_left

import msgspec

from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.document_numbers import NumberMention
from sitegen.disclosure.statements.references import CLOSING, Reference, References, opening_bracket
from sitegen.disclosure.statements.sections import ListForm, Section
from sitegen.disclosure.statements.words import GENRE

_MARK = re.compile(
    r"\(?(?P<value>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})"
    r"(?P<sign>[.、):|]|(?: (?=[12][0-9]{3}[-年./]))|(?=[《一-鿿“\"A-Z]))"
)
_BEFORE_MARK = "号)》〉。;:,|\n"
_UNITS = "年月日号件条章次期个%届度级款项份部米亩元万类步大两三家村"
# Where a cell ends in a table that has lost its lines: after a title, or after the heading of a column.
_ENDS_CELL = re.compile(
    rf"(?:{GENRE}|序号|文号|字号|名称|标题|文件|备注|日期|时间|单位|机关|部门|结果|目录)$"
)
_NEXT_GROUP = re.compile(r"(?<=[号》)|\n知定见法案告则施])[一二三四五六七八九十]{1,3}、")
_TITLE_END = re.compile(rf"(?:{GENRE}|函|纪要)(?:\([^()]{{1,14}}\))?")
_ENDS_IN_TITLE = re.compile(rf"(?:{GENRE}|函|纪要)(?:\([^()]{{1,14}}\))?$")
_GOES_ON = "的及和与等》〉、"
_LONGEST_CELL = 14
# What may stand before a number that leads its row: a date, marks.
_FILLING = re.compile(r"[-0-9年月日./| ,、(]*")
_CELL = re.compile(r"[^|\n]+")
_SHORTEST_TITLE = 6
# 将第八条修改为…; 因…，废止第十条: what is done to a document, not a document.
_ACTION = re.compile(
    r"修改为|修改如下|删去|删除|废止第|增加一[条款项章节]|[将对把]第[一二三四五六七八九十百0-9]{1,5}[条款项章节]|[。;:]"
)
_LONGEST_TITLE = 200


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
    marks = _running_marks(document, references, section)
    if marks and (len(marks) > 1 or section.form is ListForm.ANNEX):
        ends = [mark.start() for mark in marks[1:]] + [section.end]
        return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
    return _unmarked(references, section) if section.form is ListForm.ANNEX else []


def _running_marks(document: CompactText, references: References, section: Section) -> list[re.Match[str]]:
    """Follow the running numbers; where both kinds run, 一、二、 are headings of groups and 1, 2 the rows."""
    marks = [
        match
        for match in _MARK.finditer(document.text, section.start, section.end)
        if not references.in_quoted(match.start())
    ]
    figures = _run(document, references, section, [mark for mark in marks if mark["value"].isascii()])
    if len(figures) > 1:
        return figures
    characters = [mark for mark in marks if not mark["value"].isascii()]
    return _run(document, references, section, characters) or figures


def _run(
    document: CompactText, references: References, section: Section, marks: list[re.Match[str]]
) -> list[re.Match[str]]:
    """Take 1, 2, 3 …; one figure may be missing, and in an annex the count may start again for the next group."""
    run: list[re.Match[str]] = []
    expected = 1
    for mark in marks:
        value = parse_number(mark["value"])
        restarts = value == 1 and section.form is ListForm.ANNEX and mark["sign"] != "" and expected > 2
        skips = value == expected + 1 and expected > 1
        if (
            value is not None
            and (value == expected or skips or restarts)
            and _fenced(document, references, mark)
        ):
            run.append(mark)
            expected = value + 1
    return run


def _fenced(document: CompactText, references: References, mark: re.Match[str]) -> bool:
    """Whether a figure can be a row's mark: something ended before it, and it counts nothing."""
    text, start, end = document.text, mark.start(), mark.end()
    after = text[end : end + 1]
    if (after in _UNITS and not mark["sign"]) or (mark["sign"] == "." and after.isdigit()):
        return False
    before = text[start - 1 : start]
    if before in ("第", "附", "件", "〔", "-") or (before.isdigit() and before.isascii()):
        return False
    if before in _BEFORE_MARK or start in document.boundaries or mark["sign"] in (".", "、"):
        return True
    return _ENDS_CELL.search(text, max(0, start - 8), start) is not None or _begins_number(references, end)


def _begins_number(references: References, position: int) -> bool:
    index = bisect_left(references.numbers, position, key=lambda number: number.start)
    return index < len(references.numbers) and references.numbers[index].start == position


def _unmarked(references: References, section: Section) -> list[tuple[int, int]]:
    """Without running numbers every 《…》 is a row; without those, every 文号 closes one."""
    first = bisect_left(references.mentions, section.start, key=lambda mention: mention.start)
    last = bisect_left(references.mentions, section.end, key=lambda mention: mention.start)
    quoted = [mention for mention in references.mentions[first:last] if mention.quoted]
    numbers = _numbers(references, section.start, section.end)
    if quoted or not numbers:
        return [(mention.start, mention.end) for mention in quoted]
    starts = [section.start, *(number.end for number in numbers[:-1])]
    return [(start, number.end) for start, number in zip(starts, numbers, strict=True)]


def _numbers(references: References, start: int, end: int) -> list[NumberMention]:
    first = bisect_left(references.numbers, start, key=lambda number: number.start)
    last = bisect_left(references.numbers, end, key=lambda number: number.start)
    return [number for number in references.numbers[first:last] if not references.in_quoted(number.start)]


def _document(document: CompactText, references: References, start: int, end: int) -> Reference | None:
    start = _skip(document.text, start, end)
    numbers = _numbers(references, start, end)
    index = bisect_left(references.mentions, start, key=lambda mention: mention.start)
    if index < len(references.mentions):
        mention = references.mentions[index]
        if mention.start == start and mention.quoted and mention.end <= end:
            # The number may stand in a later cell: | 《甲》 | 区财政局 | 青财〔2012〕3号 |
            number = mention.number or (numbers[0].number if numbers else "")
            return msgspec.structs.replace(mention, number=number)
    return _numbered(document, numbers[0], start, end) if numbers else _titled(document, start, end)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in "|(\n,.、:) ":
        start += 1
    return start + 1 if text[start : start + 2] in ("将《", "对《", "原《") else start


def _numbered(document: CompactText, number: NumberMention, start: int, end: int) -> Reference | None:
    """Read a row by its 文号: the title stands before it, or after it where the number leads."""
    if number.start - start > _LONGEST_TITLE:
        return None
    leads = _FILLING.fullmatch(document.text, start, number.start) is not None
    opening = opening_bracket(document.text, number.start)
    stretch = (number.end, end) if leads else (start, opening if opening > start else number.start)
    title_start, title_end = _title(document, *stretch)
    if leads:
        title_end = _title_end(document, title_start, title_end)
    if title_end == title_start:
        return Reference(title="", number=number.number, start=number.start, end=number.end, quoted=False)
    closing = CLOSING.match(document.text, number.end) if opening >= 0 else None
    return Reference(
        title=document.wording(title_start, title_end),
        number=number.number,
        start=min(number.start, title_start),
        end=max(closing.end() if closing else number.end, title_end),
        quoted=False,
    )


def _titled(document: CompactText, start: int, end: int) -> Reference | None:
    start, end = _title(document, start, min(end, start + _LONGEST_TITLE))
    end = _title_end(document, start, end)
    words = document.text[start:end]
    if len(words) < _SHORTEST_TITLE or not re.search(GENRE, words) or _ACTION.search(words):
        return None
    return Reference(title=document.wording(start, end), number="", start=start, end=end, quoted=False)


def _title(document: CompactText, start: int, end: int) -> tuple[int, int]:
    """Find the title in a row's stretch: the longest cell, or all before the heading of the next group."""
    text = document.text
    start = _skip(text, start, end)
    while end > start and text[end - 1] in "|(,、:\n ":
        end -= 1
    group = _NEXT_GROUP.search(text, start, end)
    cells = [match.span() for match in _CELL.finditer(text, start, group.start() if group else end)]
    if not cells:
        return start, start
    return max(cells, key=lambda cell: cell[1] - cell[0])


def _title_end(document: CompactText, start: int, end: int) -> int:
    """Where a title ends that is followed by other cells of a table without lines.

    It may end with each word for a sort of document, unless quotation marks are still open or the words go on to
    another such word: 标准|化管理实施方案.
    """
    text = document.text
    for word in _TITLE_END.finditer(text, start, end):
        stop = word.end()
        rest = text[stop:end]
        if not rest or rest[0] in "|,;。\n":
            return stop
        if rest[0] in _GOES_ON or _is_open(text[start:stop]) or _ENDS_IN_TITLE.search(rest):
            continue
        if not "一" <= rest[0] <= "鿿" or len(rest) <= _LONGEST_CELL or stop in document.boundaries:
            return stop
    return end


def _is_open(title: str) -> bool:
    return title.count("《") > title.count("》")
