"""The running numbers of a list: the thread that holds rows together where nothing else does.

After row 7 the mark of row 8 is looked for, and nothing else: in the worst case number, title and 文号 of dozens
of documents follow each other without any separator.
"""

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.references import References
from sitegen.disclosure.statements.sections import CHANGES, ENDS, KEEPS, ListForm, Section
from sitegen.disclosure.statements.words import BODY, GENRE
from sitegen.patterns import expression

_YEAR = "(?:19|20)[0-9]{2}"
# A title may begin with a year: 6.2015年…, and without any sign 62015年….
_MARK = expression(
    r"\(?(?P<value>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})"
    rf"(?P<sign>[.、):|]|(?: (?=[12][0-9]{{3}}[-年./]|[A-Z]))|(?=[《〈一-鿿“\"A-Z])|(?={_YEAR}年))"
)
_YEAR_AFTER = expression(rf"{_YEAR}年")
_BEFORE_MARK = "号)》〉。;:,|\n"
# After one of these even 2两岸… is row 2 and counts nothing.
_CLOSES_ROW = "号)》〉|\n"
_UNITS = "年月日号件条章次期个%届度级款项份部米亩元万类步大两三家村"
# Where a cell ends in a table that has lost its lines: after a title, or after the heading of a column.
_ENDS_CELL = expression(
    rf"(?:{GENRE}|{BODY}|{ENDS}|{KEEPS}|{CHANGES}|序号|文号|字号|名称|标题|文件|备注|日期|时间|单位|机关|部门|结果|目录|"
    r"有效|意见|理由|原因|依据|情况|说明|[0-9]日)$"
)
_COLUMN = expression("(?:序号|文号|字号|名称|标题|备注|日期|时间|单位|机关|部门|结果|意见|理由|原因|依据)$")
# Whatever the last cell of the row before says, this begins a title.
_BEGINS_TITLE = expression(
    "(?:关于|印发|转发|批转|《|[一-鿿]{2,16}(?:政府|委员会|管委会|管理局|办公室|局)(?:办公室)?(?:关于|印发|转发|批转))"
)
# What must follow where a list within a sentence begins to count anew.
_NAMES_DOCUMENT = expression(r"《|[^。;:,\n]{4,120}[〔(][12][0-9]{3}[〕)]")
_BARE_SERIAL = expression(
    r"[〕)](?P<serial>[0-9]{1,4})(?P<value>[0-9]{1,3})(?=(?![号年月日条件期])[一-鿿《])"
)


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that may be a row's running number; `sign` is what closes it, empty where nothing does.

    `split` marks are the last digits of what looks like one 文号: 〔2019〕26|4关于… where 号 was lost.
    """

    value: int
    start: int
    end: int
    sign: str
    split: bool = False


def running_marks(document: CompactText, references: References, section: Section) -> list[Mark]:
    """Follow the running numbers; where both kinds run, 一、二、 are headings of groups and 1, 2 the rows."""
    figures: list[Mark] = [*_split_serials(document.text, section)]
    characters: list[Mark] = []
    for match in _MARK.finditer(document.text, section.start, section.end):
        value = parse_number(match["value"])
        if value is not None and not references.in_quoted(match.start()):
            mark = Mark(value=value, start=match.start(), end=match.end(), sign=match["sign"])
            (figures if match["value"].isascii() else characters).append(mark)
    run = _run(document, references, section, sorted(figures, key=lambda mark: mark.start))
    return run if len(run) > 1 else _run(document, references, section, characters) or run


def _split_serials(text: str, section: Section) -> Iterator[Mark]:
    """Give every way of reading the last digits of a number without 号 as the next row's mark."""
    for match in _BARE_SERIAL.finditer(text, section.start, section.end):
        digits = match["serial"] + match["value"]
        for length in (1, 2, 3):
            if length < len(digits) and digits[-length] != "0":
                end = match.end()
                yield Mark(value=int(digits[-length:]), start=end - length, end=end, sign="", split=True)


def _run(document: CompactText, references: References, section: Section, marks: list[Mark]) -> list[Mark]:
    """Take 1, 2, 3 …; one figure may be missing, and in an annex the count may start again for the next group."""
    run: list[Mark] = []
    expected = 1
    for index, mark in enumerate(marks):
        restarts = mark.value == 1 and mark.sign != "" and expected > 2
        if restarts and section.form is ListForm.INLINE:
            restarts = _NAMES_DOCUMENT.match(document.text, mark.end) is not None
        skips = mark.value == expected + 1 and expected > 1 and not mark.split
        if not (mark.value == expected or skips or restarts):
            continue
        if mark.split:
            sound = _is_lost(marks[index + 1 :], mark, references, section)
        else:
            sound = _fenced(document, references, mark)
        if not sound:
            continue
        run.append(mark)
        expected = mark.value + 1
    return run


def _is_lost(marks: list[Mark], mark: Mark, references: References, section: Section) -> bool:
    """Tell whether a number must be split: a row follows whose mark does not stand by itself before its number."""
    index = bisect_left(references.numbers, mark.end, key=lambda number: number.start)
    if index == len(references.numbers) or references.numbers[index].start > min(section.end, mark.end + 200):
        return False
    limit = references.numbers[index].end
    return not any(each.value == mark.value and each.start < limit and not each.split for each in marks)


def _fenced(document: CompactText, references: References, mark: Mark) -> bool:
    """Whether a figure can be a row's mark: something ended before it, and it counts nothing."""
    text, start, end = document.text, mark.start, mark.end
    after, before = text[end : end + 1], text[start - 1 : start]
    closed = before in _CLOSES_ROW or _COLUMN.search(text, max(0, start - 2), start) is not None
    counts = after in _UNITS and not mark.sign and not closed
    if counts or (mark.sign == "." and after.isdigit() and not _YEAR_AFTER.match(text, end)):
        return False
    belongs = text[max(0, start - 2) : start] == "附件" or (after == "号" and before == ")")
    if belongs or before in ("第", "附", "〔", "〕", "-") or (before.isdigit() and before.isascii()):
        return False
    if before in _BEFORE_MARK or start in document.boundaries or mark.sign in (".", "、"):
        return True
    if _ENDS_CELL.search(text, max(0, start - 8), start) or _begins_number(references, end):
        return True
    return mark.value > 1 and _BEGINS_TITLE.match(text, end) is not None


def _begins_number(references: References, position: int) -> bool:
    index = bisect_left(references.numbers, position, key=lambda number: number.start)
    return index < len(references.numbers) and references.numbers[index].start == position
