"""A Markdown file in two parts: the YAML between two lines of `---`, and the body below."""

from __future__ import annotations

import re

import msgspec

from sitegen.diagnostics import Fault, Kind, Severity, Span
from sitegen.formats.quoting import shown
from sitegen.formats.yaml_text import full_width_entry, is_entry, unspaced_entry

_TWO_LINES = "文件开头的信息写在两行“---”（三个英文减号）之间，正文写在第二行“---”的下面。"

SECOND_HEADER = Kind(
    id="SG129",
    name="一个文件里有两份信息",
    message="正文里又有一个信息部分（“{text}”），看来是两份信息写在一个文件里。",
    why="一份信息就是一个文件；正文里的“标题: …”等各行会照样印在网页上，那一份信息没有自己的网页。",
    help="把从这一行“---”开始的内容剪下来，放进一个新的文件。",
    severity=Severity.WARNING,
)
NO_HEADER = Kind(
    id="SG130",
    name="没有文件头",
    message="文件开头没有信息部分，标题、文号、日期都不知道。",
    why=_TWO_LINES,
    help="在文件最前面加上一行“---”，下面逐行写“标题: …”等信息，再加一行“---”，然后是正文。",
)
NOT_OPENED = Kind(
    id="SG131",
    name="缺少开头的“---”",
    message="文件开头写了“{text}”，上面缺少一行“---”。",
    why=_TWO_LINES,
    help="在这一行上面加一行“---”（三个英文减号，顶格写）。",
)
NOT_CLOSED = Kind(
    id="SG132",
    name="缺少结尾的“---”",
    message="开头的信息没有用“---”结束，看来应当在第 {line} 行下面结束。",
    why=_TWO_LINES,
    help="在最后一项信息的下面加一行“---”（三个英文减号，顶格写），正文写在它下面。",
)
WRONG_DASHES = Kind(
    id="SG133",
    name="“---”写得不对",
    message="“{text}”应当是三个英文减号“---”。",
    why="只认三个英文（半角）减号，破折号、全角减号或者别的个数都不算。",
    help="把这一行改成“---”：切换到英文输入法，按三次减号键，不要有别的字。",
)
LINES_BEFORE = Kind(
    id="SG134",
    name="“---”前面有别的内容",
    message="“---”应当在文件的第一行，现在在第 {line} 行。",
    why=_TWO_LINES,
    help="{advice}，让“---”成为文件的第一行。",
)
INDENTED_DASHES = Kind(
    id="SG135",
    name="“---”没有顶格写",
    message="“---”前面有空格，应当顶格写。",
    why="前面有空格的“---”不算信息部分的开头或结尾。",
    help="删掉“---”前面的空格。",
)
CLOSED_WITH_DOTS = Kind(
    id="SG136",
    name="用“...”结束",
    message="开头的信息用“{text}”结束，应当用“---”。",
    why=_TWO_LINES,
    help="把这一行改成“---”（三个英文减号）。",
)
EMPTY_HEADER = Kind(
    id="SG137",
    name="文件头是空的",
    message="两行“---”之间什么也没有写。",
    why="标题、日期等信息都从这里读取。",
    help="在两行“---”之间逐行写上信息，例如：标题: 青岚区临时救助实施办法",
)
NOT_FENCED = Kind(
    id="SG138",
    name="上下都没有“---”",
    message="第 {first} 行到第 {last} 行像是文件的信息，上面和下面都缺少一行“---”。",
    why=_TWO_LINES,
    help="在第 {first} 行上面加一行“---”，在第 {last} 行下面也加一行“---”（三个英文减号，顶格写）。",
)

KINDS: tuple[Kind, ...] = (
    SECOND_HEADER,
    NO_HEADER,
    NOT_OPENED,
    NOT_CLOSED,
    WRONG_DASHES,
    LINES_BEFORE,
    INDENTED_DASHES,
    CLOSED_WITH_DOTS,
    EMPTY_HEADER,
    NOT_FENCED,
)

_DASH = "-－﹣‐‑‒–—―−─━"
_FENCE = re.compile(rf"[ \t\u3000\xa0]*[{_DASH}]{{2,}}[ \t\u3000\xa0]*")
_DOTS = re.compile(r"(?:\.{3}|…+|。。。)\s*")
_PLAIN_FENCE = re.compile(r"---[ \t]*")
_SECOND_HEADER = re.compile(r"^---[ \t]*\n((?:标题|title)[ \t]*[:：].*)$(?=[\s\S]*^---[ \t]*$)", re.MULTILINE)
_CODE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_OPENS_TEXT = re.compile(r".*:\s*[|>]")


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """The two parts of a file and the lines of the file, counted from 1, on which they begin."""

    header: str
    header_line: int
    body: str
    body_line: int


def split(text: str) -> tuple[FrontMatter, tuple[Fault, ...]]:
    """Return the header and body of a Markdown text and the faults of the lines between them (SG129–SG138).

    `text` has line feeds only (see `encoding.decode`). Where a line is missing its place is guessed, so
    that the rest of the file can be checked; without any header the whole text is body.
    """
    if text.startswith("---\n"):
        close = text.find("\n---\n", 3)
        if close != -1 and "\n\n" not in text[:close]:
            header = text[4 : close + 1]
            line = header.count("\n") + 3
            front = FrontMatter(header=header, header_line=2, body=text[close + 5 :], body_line=line)
            return front, _whole(header, line) + _second(front)
    front, faults = _split_with_care(text)
    return front, faults if not front.header else faults + _second(front)


def _second(front: FrontMatter) -> tuple[Fault, ...]:
    """Return the fault of another record that follows in the body."""
    found = _SECOND_HEADER.search(front.body) if "---\n" in front.body else None
    if found is None or len(_CODE.findall(front.body, 0, found.start())) % 2:
        return ()
    line = front.body_line + front.body.count("\n", 0, found.start())
    return (SECOND_HEADER.found(Span(line, 1, line, 4), text=shown(found[1])),)


def _whole(header: str, line: int) -> tuple[Fault, ...]:
    if not _says_nothing(header):
        return ()
    return (EMPTY_HEADER.found(Span(1, 1, line - 1, 4)),)


def _says_nothing(header: str) -> bool:
    if header.lstrip()[:1] not in ("", "#"):
        return False
    return all(line.lstrip()[:1] in ("", "#") for line in header.split("\n"))


def _split_with_care(text: str) -> tuple[FrontMatter, tuple[Fault, ...]]:
    lines = text.split("\n")
    opening, faults = _opening(lines)
    if opening is None:
        return FrontMatter(header="", header_line=1, body=text, body_line=1), faults
    closing, body, more = _closing(lines, opening)
    header = "".join(f"{line}\n" for line in lines[opening:closing])
    if [fault.id for fault in faults + more] == [NOT_OPENED.id, NOT_CLOSED.id]:
        span = Span(opening + 1, 1, closing, len(lines[closing - 1]) + 1)
        faults, more = (NOT_FENCED.found(span, first=opening + 1, last=closing),), ()
    if not more and _says_nothing(header):
        more = (EMPTY_HEADER.found(_span(lines, closing)),)
    front = FrontMatter(
        header=header, header_line=opening + 1, body="\n".join(lines[body:]), body_line=body + 1
    )
    return front, faults + more


def _opening(lines: list[str]) -> tuple[int | None, tuple[Fault, ...]]:
    """Return the index of the first line of the header, None if there is none."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None, (NO_HEADER.found(),)
    if _FENCE.fullmatch(lines[first]):
        faults = _fence_faults(lines, first)
        if first > 0:
            advice = f"删掉“---”上面的 {first} 个空行"
            faults = (LINES_BEFORE.found(_span(lines, first), line=first + 1, advice=advice), *faults)
        return first + 1, faults
    if _entry_like(lines[first]) and _entries_below(lines, first):
        return first, (NOT_OPENED.found(_span(lines, first), text=shown(lines[first].strip())),)
    late = _late_opening(lines, first)
    if late is None:
        return None, (NO_HEADER.found(),)
    advice = "把“---”上面的文字移到正文里"
    return late + 1, (LINES_BEFORE.found(_span(lines, late), line=late + 1, advice=advice),)


def _entries_below(lines: list[str], first: int) -> bool:
    """Tell whether a `---` closes what begins on line `first`, or the second line is an entry as well."""
    following = next((line for line in lines[first + 1 :] if line.strip()), "")
    return _entry_like(following) or _FENCE.fullmatch(following) is not None


def _late_opening(lines: list[str], first: int) -> int | None:
    """Return the line of a `---` in the first ten lines that an entry follows."""
    for number in range(first, min(first + 10, len(lines) - 1)):
        if _PLAIN_FENCE.fullmatch(lines[number]) and _entry_like(lines[number + 1]):
            return number
    return None


def _closing(lines: list[str], opening: int) -> tuple[int, int, tuple[Fault, ...]]:
    """Return the end of the header, the beginning of the body (indexes of lines) and the faults."""
    fence = next((number for number in range(opening, len(lines)) if _ends_header(lines, number)), None)
    if fence is None or _holds_body(lines, opening, fence):
        return _guessed_closing(lines, opening)
    if _DOTS.fullmatch(lines[fence]):
        fault = CLOSED_WITH_DOTS.found(_span(lines, fence), text=shown(lines[fence].strip()))
        return fence, fence + 1, (fault,)
    return fence, fence + 1, _fence_faults(lines, fence)


def _ends_header(lines: list[str], number: int) -> bool:
    line = lines[number]
    if _DOTS.fullmatch(line):
        return True
    if not _FENCE.fullmatch(line):
        return False
    if line[0] not in " \t":
        return True
    key = next((above for above in reversed(lines[:number]) if above[:1].strip()), "")
    return _OPENS_TEXT.match(key) is None  # a row of dashes inside a text written with `|`


def _holds_body(lines: list[str], opening: int, fence: int) -> bool:
    """Tell whether prose stands above the `---` on line `fence`: then it is a rule drawn in the body."""
    last = next((line for line in reversed(lines[opening:fence]) if line.strip()), "")
    if not last or _may_be_header(last):
        return False
    return any(
        not lines[number - 1].strip() and lines[number].strip() and not _may_be_header(lines[number])
        for number in range(opening + 1, fence)
    )


def _guessed_closing(lines: list[str], opening: int) -> tuple[int, int, tuple[Fault, ...]]:
    """Find where the header ends although no line says so: below its last entry."""
    end = opening
    for number in range(opening, len(lines)):
        if not _may_be_header(lines[number]) or _begins_text(lines, opening, number):
            break
        if lines[number].strip():
            end = number + 1
    return end, end, (NOT_CLOSED.found(_span(lines, end - 1), line=end),)


def _begins_text(lines: list[str], opening: int, number: int) -> bool:
    """Tell whether a line calls those whom a letter is for: `各镇人民政府：` below a blank line, and below entries."""
    if number == opening or lines[number - 1].strip() or full_width_entry(lines[number]) is None:
        return False
    return any(is_entry(line) for line in lines[opening:number])


def _may_be_header(line: str) -> bool:
    return not line.strip() or line[0] in " \t\u3000\xa0]}" or line.startswith("- ") or _entry_like(line)


def _entry_like(line: str) -> bool:
    if line.startswith(("#", "- ", "|", ">", "!", "[", "*")):
        return False
    return is_entry(line) or full_width_entry(line) is not None or unspaced_entry(line) is not None


def _fence_faults(lines: list[str], number: int) -> tuple[Fault, ...]:
    line = lines[number]
    if _PLAIN_FENCE.fullmatch(line):
        return ()
    bare = line.strip()
    if bare == "---":
        return (INDENTED_DASHES.found(_span(lines, number)),)
    return (WRONG_DASHES.found(_span(lines, number), text=shown(bare)),)


def _span(lines: list[str], number: int) -> Span:
    number = min(number, len(lines) - 1)
    return Span(number + 1, 1, number + 1, len(lines[number]) + 1)
