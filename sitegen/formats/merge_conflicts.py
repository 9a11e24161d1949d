"""Changes that git could not merge: it writes both versions into the file, between lines of signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind, Span
from sitegen.formats.quoting import shown

UNMERGED = Kind(
    id="SG111",
    name="两种改法没有合并完",
    message="这里有合并改动时留下的记号“{text}”，用哪一种改法还没有选定。",
    why="两个人改了同一处，git 不知道该用谁的，就把两种写法都放进文件，用“<<<<<<<”“=======”“>>>>>>>”三行隔开；"
    "不处理，记号和两种写法会一起公开。",
    help="从“<<<<<<<”看到“>>>>>>>”，留下正确的写法，删掉另一种写法和这三行记号，再保存、提交。",
)

KINDS: tuple[Kind, ...] = (UNMERGED,)

_SIGN = re.compile(r"(<{7}|>{7})(?: .*)?")
_BETWEEN = re.compile(r"={7}|\|{7}(?: .*)?")


def is_unmerged(text: str) -> bool:
    """Tell whether `text`, which has line feeds only, holds signs of a merge that did not come to its end."""
    return any(True for _ in _signs(text))


def chosen(text: str) -> tuple[str, tuple[Fault, ...]]:
    """Return the text with the first version of each unmerged place, and a fault for each of them (SG111).

    What is left out becomes empty lines, so that every line keeps its number and only this is told of the place.
    """
    signs = dict(_signs(text))
    if not signs:
        return text, ()
    lines = text.split("\n")
    faults: list[Fault] = []
    for number, sign in signs.items():
        following = next((each for each in signs if each > number), -1)
        if sign == "<" and signs.get(following) == ">":
            faults.append(_fault(lines, number))
            _leave_first(lines, number, following)
        elif lines[number]:
            faults.append(_fault(lines, number))
            lines[number] = ""
    return "\n".join(lines), tuple(faults)


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index of each line that begins (`<`) or ends (`>`) an unmerged place."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    for number, line in enumerate(text.split("\n")):
        found = _SIGN.fullmatch(line)
        if found:
            yield number, found[1][0]


def _leave_first(lines: list[str], first: int, last: int) -> None:
    """Empty the signs on the lines `first` and `last`, and the versions between them but the first."""
    middle = next((number for number in range(first, last) if _BETWEEN.fullmatch(lines[number])), last)
    lines[first] = ""
    lines[middle : last + 1] = [""] * (last + 1 - middle)


def _fault(lines: list[str], number: int) -> Fault:
    line = lines[number]
    return UNMERGED.found(Span(number + 1, 1, number + 1, len(line) + 1), text=shown(line.strip()))
