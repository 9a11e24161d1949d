"""Lists of documents in decisions and their annexes: 废止的规范性文件目录 1. … 2. …

Lists come as Markdown tables, as numbered lines, or as one run of characters in which number, title and 文号
of dozens of documents follow each other without any separator. The running numbers hold such a list together:
after item 7 the mark of item 8 is looked for, and nothing else.
"""

import re
from bisect import bisect_left

import msgspec

from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.findings import DocumentNature, Finding
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import Reference, References
from sitegen.disclosure.statements.words import GENRE

_ENDS = "废止|失效|作废|停止执行|不再执行"
_KEEPS = "继续有效|现行有效|继续执行|保留|继续实施"
_CHANGES = "修改|修订|修正"
_OUTCOME = rf"(?:{_ENDS}|{_KEEPS}|{_CHANGES})"
_THINGS = "(?:文件|政策|规章|制度|措施|办法|规定|通知|法规)"
_BEFORE = r"(?P<plan>拟|适时|待|需要?|须|尚需|建议|计划|应当?|列入|纳入|启动)?(?:予以|进行|决定|宣布|已|作出|明确|的|了)*"
_SHEET = (
    r"(?:目录|清单|名单|一览表|汇总表|明细表|统计表|情况表|列表|表)(?:\(?(?:共|计)*[0-9一二三四五六七八九十百]+[件份部个项]\)?)?"
)

# “决定废止的规范性文件目录（12件）”, “清理结果”, “一、继续有效的规范性文件（30件）”
_HEADER = re.compile(
    rf"{_BEFORE}(?P<first>{_OUTCOME})(?:(?:和|或|、|及|与|并)*(?:宣布|予以|决定)?(?P<second>{_OUTCOME}))*"
    rf"(?:的|部分|一批)*[^。;,:《》|\n0-9]{{0,24}}?(?:{_THINGS}[^。;,:《》|\n0-9]{{0,8}}?)?"
    rf"(?:{_SHEET}|\((?:共|计)*[0-9一二三四五六七八九十百]+[件份部个项]\)|(?<=文件)(?=[\n|]))"
)
_REVIEW_SHEET = re.compile(rf"清理(?:结果|意见|情况)?[^。;,:《》|\n0-9]{{0,16}}?{_SHEET}")
# “对下列3件文件予以废止：”, “决定废止以下文件:”
_LEAD_IN = re.compile(
    rf"(?:{_BEFORE}(?P<first>{_OUTCOME})(?:下列|以下|如下)[^。;:《》]{{0,30}}|"
    rf"(?:下列|以下|如下|附件所列|所列)[^。;:《》]{{0,40}}?{_BEFORE.replace('plan', 'later_plan')}(?P<later>{_OUTCOME})[^。;:《》]{{0,12}}):"
)
# “决定废止《甲》等93件规范性文件（目录见附件）”: the list itself may have no heading that says so.
_ANNEXED = re.compile(
    rf"(?P<first>{_ENDS})[^。]{{0,400}}?(?:{_THINGS}|[件份])[^。]{{0,12}}(?:见附件|附后|详见|目录见|附件)"
)
_ANNEX = re.compile(r"附件[0-9]?(?=[:\n]?[^。;]{0,80}?(?:目录|清单|一览表|表))")
_CONCRETE = re.compile(r"修改为|删去|删除|增加一[条款项]|作(?:出)?如下修改|修订为")

_MARK = re.compile(r"\(?(?P<value>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?P<sign>[.、):|]|(?=[《一-鿿“\"A-Z]))")
_BEFORE_MARK = "号)》〉。;:,|\n"
_UNITS = "年月日号件条章次期个%届度级款项份部米亩元万类步大两三家村"
_RESULT = re.compile(
    rf"(?:^|[|号)》,: ])(?:拟|建议|予以|宣布|决定)*(?P<result>{_ENDS}|{_KEEPS}|有效|{_CHANGES})(?=$|[|。;,\n )(])"
)
_TITLE_END = re.compile(rf"^.*?(?:{GENRE}|函|纪要)(?:\([^()]{{1,14}}\))?(?=$|[|,;。\n]|[^的及和与等》一-鿿]|.{{0,14}}$)")
# Where a cell ends in a table that has lost its lines: after a title, or after the heading of a column.
_ENDS_CELL = re.compile(rf"(?:{GENRE}|序号|文号|字号|名称|标题|文件|备注|日期|时间|单位|机关|部门|结果|目录)$")
_NEXT_GROUP = re.compile(r"(?<=[号》)|\n知定见法案告则施])[一二三四五六七八九十]{1,3}、")
_SHORTEST_TITLE = 6


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that holds a list; `outcome` is None where every row has its own."""

    start: int
    end: int
    outcome: ActKind | None
    ignored: bool
    annexed: bool


def listed_documents(
    document: CompactText, references: References, nature: DocumentNature
) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Find what lists do to the documents on them, and the spans that the lists cover."""
    findings: list[Finding] = []
    covered: list[tuple[int, int]] = []
    for section in _sections(document, references, nature):
        rows = _rows(document, references, section)
        for start, end, reference in rows:
            kind = _row_outcome(document.text, start, end, reference) or section.outcome
            if kind is not None and not section.ignored:
                findings.append(
                    Finding(kind=kind, number=reference.number, title=reference.title, start=start, end=end)
                )
        if rows:
            covered.append((rows[0][0], rows[-1][1]))
    return findings, covered


def _sections(document: CompactText, references: References, nature: DocumentNature) -> list[Section]:
    text = document.text
    starts: dict[int, tuple[ActKind | None, bool, bool]] = {}
    for match in (*_HEADER.finditer(text), *_LEAD_IN.finditer(text)):
        if references.in_quoted(match.start()):
            continue
        lead_in = match.re is _LEAD_IN
        words = match["first"] or (match["later"] if lead_in else "")
        plan = match["plan"] or (match["later_plan"] if lead_in else None)
        kind = _outcome(match.group(), words, text)
        starts[match.end()] = (kind, bool(plan) or (kind is None and words in _CHANGES.split("|")), not lead_in)
    if nature.reviews:
        for match in _REVIEW_SHEET.finditer(text):
            starts.setdefault(match.end(), (None, False, True))
    if nature.ends_others and not any(annexed for _, _, annexed in starts.values()):
        starts |= _untitled_annex(text, references)
    ordered = sorted(starts.items())
    ends = [*(start for start, _ in ordered[1:]), len(text)][: len(ordered)]
    return [
        Section(start=start, end=end, outcome=kind, ignored=ignored, annexed=annexed)
        for (start, (kind, ignored, annexed)), end in zip(ordered, ends, strict=True)
    ]


def _untitled_annex(
    text: str, references: References
) -> dict[int, tuple[ActKind | None, bool, bool]]:
    announced = _ANNEXED.search(text)
    if announced is None or references.in_quoted(announced.start()):
        return {}
    annexes = [match.end() for match in _ANNEX.finditer(text, announced.end())]
    if not annexes:
        return {}
    return {annexes[-1]: (_outcome(announced["first"], announced["first"], text), False, True)}


def _outcome(header: str, words: str, text: str) -> ActKind | None:
    """Say what a heading does; None for changes that nobody has made yet."""
    if words in _KEEPS.split("|"):
        return ActKind.CONTINUE
    if words in _CHANGES.split("|"):
        return ActKind.AMEND if _CONCRETE.search(text) else None
    if "失效" in header and "废止" not in header:
        return ActKind.DECLARE_INVALID
    return ActKind.REPEAL


def _rows(
    document: CompactText, references: References, section: Section
) -> list[tuple[int, int, Reference]]:
    """Cut a section into rows, each with the document it names."""
    rows = []
    for start, end in _items(document, references, section):
        reference = _row_document(document, references, start, end)
        if reference is not None:
            rows.append((start, end, reference))
    return rows


def _items(document: CompactText, references: References, section: Section) -> list[tuple[int, int]]:
    marks = _running_marks(document, references, section)
    if len(marks) < 2 and not section.annexed:
        return []
    if marks:
        ends = [mark.start() for mark in marks[1:]] + [section.end]
        return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
    return _unmarked(references, section)


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
    return _run(document, references, section, [mark for mark in marks if not mark["value"].isascii()]) or figures


def _run(
    document: CompactText, references: References, section: Section, marks: list[re.Match[str]]
) -> list[re.Match[str]]:
    """Take 1, 2, 3 …, one figure may be missing; in an annex the count may start again for the next group."""
    run: list[re.Match[str]] = []
    expected = 1
    for mark in marks:
        value = parse_number(mark["value"])
        restarts = value == 1 and section.annexed and mark["sign"] != "" and expected > 2
        skips = value == expected + 1 and expected > 1
        if value is not None and (value == expected or skips or restarts) and _fenced(document, references, mark):
            run.append(mark)
            expected = value + 1
    return run


def _fenced(document: CompactText, references: References, mark: re.Match[str]) -> bool:
    """Whether a figure can be an item's mark: something ended before it, and it counts nothing."""
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
    """Without running numbers every 文号 closes a row; without those, every 《…》 is one."""
    numbers = [
        number
        for number in references.numbers
        if section.start <= number.start < section.end and not references.in_quoted(number.start)
    ]
    mentions = [mention for mention in references.mentions if section.start <= mention.start < section.end]
    if any(mention.quoted for mention in mentions) or not numbers:
        return [(mention.start, mention.end) for mention in mentions if mention.quoted]
    starts = [section.start] + [number.end for number in numbers[:-1]]
    return [(start, number.end) for start, number in zip(starts, numbers, strict=True)]


def _row_document(
    document: CompactText, references: References, start: int, end: int
) -> Reference | None:
    text = document.text
    while start < end and text[start] in "|\n.、 ":
        start += 1
    first = bisect_left(references.mentions, start, key=lambda mention: mention.start)
    if first < len(references.mentions):
        mention = references.mentions[first]
        if mention.start == start and mention.quoted and mention.end <= end:
            return mention if mention.number else _with_number(references, mention, end)
    numbers = [
        number
        for number in references.numbers
        if start <= number.start < end and not references.in_quoted(number.start)
    ]
    if not numbers:
        return _title_only(document, start, end)
    number = numbers[0]
    leading = number.start - start <= 1
    stretch = (number.end, end) if leading else (start, number.start)
    title = _row_title(document, *stretch, trailing=leading)
    return Reference(title=title, number=number.number, start=start, end=end, quoted=False)


def _with_number(references: References, mention: Reference, end: int) -> Reference:
    """Look for the number in the next cells: | 《甲》 | 区财政局 | 青财〔2012〕3号 |."""
    number = next(
        (number.number for number in references.numbers if mention.end <= number.start < end), mention.number
    )
    return msgspec.structs.replace(mention, number=number)


def _title_only(document: CompactText, start: int, end: int) -> Reference | None:
    title = _row_title(document, start, min(end, start + 200), trailing=True)
    if len(title) < _SHORTEST_TITLE or not re.search(GENRE, title):
        return None
    return Reference(title=title, number="", start=start, end=end, quoted=False)


def _row_title(document: CompactText, start: int, end: int, *, trailing: bool) -> str:
    """Take the title out of a row's stretch: the longest cell, cut at the end of a title if more follows."""
    text = document.text
    while start < end and text[start] in "|(,.、:)\n ":
        start += 1
    while end > start and text[end - 1] in "|(,、:\n ":
        end -= 1
    group = _NEXT_GROUP.search(text, start, end)
    end = group.start() if group else end
    cells = [
        (match.start(), match.end()) for match in re.compile(r"[^|\n]+").finditer(text, start, end)
    ]
    if not cells:
        return ""
    cell_start, cell_end = max(cells, key=lambda cell: cell[1] - cell[0])
    if trailing:
        whole = _TITLE_END.match(text[cell_start:cell_end])
        if whole:
            cell_end = cell_start + whole.end()
    return document.wording(cell_start, cell_end)


def _row_outcome(text: str, start: int, end: int, reference: Reference) -> ActKind | None:
    """Read the row's own result, where a table has such a column."""
    tail = text[max(start, min(reference.end, end)) : end] if reference.quoted else text[start:end]
    if "|" not in tail and len(tail) > 200:
        return None
    match = _RESULT.search(tail)
    if match is None:
        return None
    result = match["result"]
    if result in _CHANGES.split("|"):
        return None
    if result == "有效" or result in _KEEPS.split("|"):
        return ActKind.CONTINUE
    return ActKind.DECLARE_INVALID if result == "失效" else ActKind.REPEAL
