"""密级标志, marks of papers for internal use, and notes that forbid publication.

The law's own words (国家秘密, 商业秘密, 《保守国家秘密法》) are no marks: a mark has a star, stands alone in its
line, or behind 密级.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from sitegen.diagnostics import Kind, Leeway, Severity
from sitegen.inspection.contexts import any_of, lines_with, may_mention
from sitegen.inspection.hits import Hit
from sitegen.model.privacy import Secrecy

SECRET_MARK = Kind(
    id="SG707",
    name="密级标志",
    message="{where}有密级标志“{shown}”。",
    why="国家秘密不得公开，上网就是泄密（条例第十四条，《保守国家秘密法》，R29）。",
    help="立即停止，不要提交；找本单位的保密工作机构处理。确已解密的，删掉标志，在“不查”里写明解密的依据。",
    leeway=Leeway.WAIVER,
    in_draft=Severity.ERROR,
)
INTERNAL_MARK = Kind(
    id="SG708",
    name="内部资料标志",
    message="{where}有“{shown}”的字样。",
    why="标着内部使用的材料没有经过公开审查，不能直接上网（条例第十六条、第十七条，R31、R32）。",
    help="核对这份材料能不能公开；可以公开的，换成没有这个标志的正式文本。",
    leeway=Leeway.WAIVER,
)
LIKE_SECRET_MARK = Kind(
    id="SG709",
    name="像密级标志的字样",
    message="{where}的“{shown}”像密级标志。",
    why="从涉密文件里复制文字，常常把标志也带进来（条例第十四条，R29）。",
    help="是密级标志的，停止公开，找本单位的保密工作机构；只是说到这个词，可以不理会。",
    severity=Severity.WARNING,
    leeway=Leeway.WAIVER,
)
CLOSED_NOTE = Kind(
    id="SG710",
    name="附注写着不公开",
    message="{where}写着“{shown}”。",
    why="公文附注里的公开属性是发文机关定的，与主动公开矛盾（R29、R82）。",
    help="向发文机关核对：不公开的，改“公开属性”；已经改为主动公开的，换成附注改过的文本。",
    leeway=Leeway.WAIVER,
)
KINDS = (SECRET_MARK, INTERNAL_MARK, LIKE_SECRET_MARK, CLOSED_NOTE)

_EDGES = " \t\u3000\u00a0#>*_~`\\[]【】〔〕（）()<>《》-—－·.。:：|｜"
_STAR = "★☆⭐✩✭"
_THIS_PAPER = ("此件", "本件", "此文", "本文件", "该件")
_GRADED = "密"
"""What every 密级 ends with, however its two characters are spaced."""
_LONGEST_LINE = 40
_QUOTES = "“\"‘'「『《（(〔"


class _Patterns(msgspec.Struct, frozen=True):
    starred: re.Pattern[str]
    labelled: re.Pattern[str]
    graded_line: re.Pattern[str]
    internal_line: re.Pattern[str]
    closed: re.Pattern[str]


def secrecy_marks(text: str, tops: Iterable[int], secrecy: Secrecy) -> Iterator[Hit]:
    """Yield marks of secrecy (SG707, SG708, SG709) and notes that forbid publication (SG710).

    `tops` are the offsets at which something begins that can bear a mark in its first lines: a body, a page.
    """
    if not secrecy.grades:
        return
    patterns = _patterns(secrecy)
    if _GRADED in text:
        yield from _starred(text, patterns)
    yield from _alone(text, sorted(tops), secrecy, patterns)
    if may_mention(text, _THIS_PAPER):
        for found in patterns.closed.finditer(text):
            yield _hit(CLOSED_NOTE, found.start(), found.end(), found[0])


def _starred(text: str, patterns: _Patterns) -> Iterator[Hit]:
    for found in patterns.starred.finditer(text):
        quoted = found.start() > 0 and text[found.start() - 1] in _QUOTES
        yield _hit(LIKE_SECRET_MARK if quoted else SECRET_MARK, found.start(), found.end(), found[0])
    for found in patterns.labelled.finditer(text):
        yield _hit(SECRET_MARK, found.start(), found.end(), found[0])


def _alone(text: str, tops: list[int], secrecy: Secrecy, patterns: _Patterns) -> Iterator[Hit]:
    """Yield marks that have a line of their own; certain near the top, doubtful in the middle of a text."""
    words = secrecy.internal + secrecy.keeping
    for start, end in lines_with(text, (_GRADED, *words)):
        line = text[start:end].strip(_EDGES)
        if tops and start >= tops[0] and line and len(line) <= _LONGEST_LINE:
            kind = _kind_of("".join(line.split()), patterns)
            if kind is SECRET_MARK and not _near_top(text, start, tops, secrecy.heading_lines):
                kind = LIKE_SECRET_MARK
            if kind is not None:
                at = text.index(line, start)
                yield _hit(kind, at, at + len(line), line)


def _near_top(text: str, start: int, tops: list[int], most: int) -> bool:
    """Tell whether so few lines with words lie between a top and the line that begins at `start`."""
    top = tops[bisect_right(tops, start) - 1]
    return sum(1 for line in text[top:start].split("\n") if line.strip(_EDGES)) < most


def _kind_of(line: str, patterns: _Patterns) -> Kind | None:
    if patterns.graded_line.fullmatch(line):
        return SECRET_MARK
    return INTERNAL_MARK if patterns.internal_line.fullmatch(line) else None


@lru_cache(maxsize=2)
def _patterns(secrecy: Secrecy) -> _Patterns:
    grades, labels = any_of(secrecy.grades).pattern, any_of(secrecy.labels).pattern
    internal, keeping = any_of(secrecy.internal).pattern, any_of(secrecy.keeping).pattern
    between = r"[，,、；;。！!：:（）()·]*"
    return _Patterns(
        starred=re.compile(rf"(?:{grades})\s*[{_STAR}]"),
        labelled=re.compile(rf"(?:{labels})\**\s*[:：]\s*\**(?:{grades})(?!级|的|[、，/]\s*(?:{grades}))"),
        graded_line=re.compile(
            rf"(?:(?:{labels})[:：]?)?(?:{grades})级?(?:{between}(?:\d+年|长期|启用前|{keeping}|不公开))*"
        ),
        internal_line=re.compile(rf"(?:(?:{internal})(?:{between}(?:{keeping}))*|(?:{keeping})){between}"),
        closed=re.compile(
            rf"(?:{any_of(_THIS_PAPER).pattern})件?\s*(?:{any_of(secrecy.closed).pattern})(?=[）)】〕\s。]|$)"
        ),
    )


def _hit(kind: Kind, start: int, end: int, shown: str) -> Hit:
    return Hit(kind=kind, start=start, end=end, shown=shown.strip(), key=f"{start}")
