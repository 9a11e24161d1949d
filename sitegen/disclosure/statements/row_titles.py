"""The title in one row of a list, freed of the other columns that follow it without a line between."""

from sitegen.disclosure.chinese_dates import DATE
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.sections import CHANGES, ENDS, KEEPS
from sitegen.disclosure.statements.words import GENRE
from sitegen.patterns import expression

_NEXT_GROUP = expression(r"(?<=[号》)|\n知定见法案告则施])[一二三四五六七八九十]{1,3}、")
_COUNT = r"\((?:共|计)*[0-9一二三四五六七八九十百]+[件份部个项]\)"
_ENDING = rf"(?:{GENRE}|函|纪要)(?:(?!{_COUNT})\([^()]{{1,14}}\))?"
# The heading of the next group: 区政府办公室文件（3件）
_NEXT_ISSUER = expression(rf"[一-鿿]{{2,24}}(?:文件|发布|印发)(?:{_COUNT})?$")
_TITLE_END = expression(_ENDING)
_ENDS_IN_TITLE = expression(rf"{_ENDING}$")
# The last columns of a table: the date of a document, what became of it.
_LAST_CELLS = expression(
    rf"(?:[|,;、 (]*(?:{DATE}|[12][0-9]{{3}}[-./年][0-9]{{1,2}}月?|{ENDS}|{KEEPS}|{CHANGES}|有效)[|) ]*)+$"
)
_GOES_ON = "的及和与等》〉、"
# 关于…的通知 is whole, and so is what a reason follows.
_WHOLE = expression("的(?:通知|公告|通告|决定|批复|命令|函|意见|请示)$")
_GOES_ON_EVEN_THEN = "的等和及》〉"
_REASON = expression("(?:已|因|被|由|不[再符适]|与[上《现国省市]|任务|适用期|有效期|调整对象|有新|工作已)")
_LONGEST_CELL = 14
_LONGEST_LAST_CELLS = 40
_CELL = expression(r"[^|\n]+")
_BETWEEN = "|(\n,.、:) "


def skip_marks(text: str, start: int, end: int) -> int:
    """Return where words begin after the marks at the start of a cell."""
    while start < end and text[start] in _BETWEEN:
        start += 1
    return start


def title_cell(document: CompactText, start: int, end: int) -> tuple[int, int]:
    """Find the title in a row's stretch: the first cell that ends as titles do, else the longest.

    The heading of the next group of rows, 二、…, is no part of it.
    """
    text = document.text
    start = skip_marks(text, start, end)
    while end > start and text[end - 1] in "|(,、:\n ":
        end -= 1
    group = _NEXT_GROUP.search(text, start, end)
    cells = [match.span() for match in _CELL.finditer(text, start, group.start() if group else end)]
    if not cells:
        return start, start
    titles = (cell for cell in cells if _ENDS_IN_TITLE.search(text, *cell))
    return next(titles, None) or max(cells, key=lambda cell: cell[1] - cell[0])


def title_end(document: CompactText, start: int, end: int) -> int:
    """Where a title ends that is followed by other cells of a table without lines.

    It may end with each word for a sort of document, unless quotation marks are still open or the words go on to
    another such word: 标准|化管理实施方案.
    """
    text = document.text
    last = _LAST_CELLS.search(text, max(start, end - _LONGEST_LAST_CELLS), end)
    if last and last.start() > start and _ENDS_IN_TITLE.search(text, start, last.start()):
        return last.start()
    for word in _TITLE_END.finditer(text, start, end):
        stop = word.end()
        rest = text[stop:end]
        if not rest or rest[0] in "|,;。\n":
            return stop
        if _is_open(text[start:stop]):
            continue
        if (_WHOLE.search(text, start, stop) and rest[0] not in _GOES_ON_EVEN_THEN) or _REASON.match(rest):
            return stop
        if _NEXT_ISSUER.match(rest):
            return stop
        if rest[0] in _GOES_ON or _ENDS_IN_TITLE.search(rest):
            continue
        if not "一" <= rest[0] <= "鿿" or len(rest) <= _LONGEST_CELL or stop in document.boundaries:
            return stop
    return end


def _is_open(title: str) -> bool:
    return title.count("《") > title.count("》")
