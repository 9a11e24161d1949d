"""层次序数: 一、（一）1.（1） in order, and the sign behind each (R80, GB/T 9704)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.disclosure.chinese_dates import parse_number
from sitegen.formats.line_ends import in_code
from sitegen.inspection.manuscript import Manuscript
from sitegen.inspection.places import first_of_each
from sitegen.inspection.style_kinds import ORDER_OF_NUMBERS, SIGN_AFTER_NUMBER
from sitegen.model.records import Document
from sitegen.model.standards import Standards
from sitegen.patterns import expression

_CHINESE = "[一二三四五六七八九十百]{1,5}"
MARKS = "[ \\t\u3000*]*"
LEVELS = (
    expression(rf"{MARKS}(?P<text>(?P<number>{_CHINESE})、)"),
    expression(rf"{MARKS}(?P<text>[（(](?P<number>{_CHINESE})[）)])"),
    expression(rf"{MARKS}(?P<text>(?P<number>[1-9]\d?)[.．、](?![\d \t]))"),
    expression(rf"{MARKS}(?P<text>[（(](?P<number>[1-9]\d?)[）)])"),
)
WITHIN = (
    expression(rf"({_CHINESE})、"),
    expression(rf"[（(]({_CHINESE})[）)]"),
    expression(r"(?<!\d)([1-9]\d?)\\?[.．、]"),
    expression(r"[（(]([1-9]\d?)[）)]"),
)
"""The same numbers wherever they stand: in texts whose lines were run together."""
BEGINS_ANEW = expression(rf"{MARKS}(?:#|第{_CHINESE}[编章节条]|附[件表录]|[-+>|<]|\d+[.)][ \t])")
WRONG_SIGNS = (
    expression(rf"{MARKS}(?P<text>(?P<kept>[（(](?:{_CHINESE}|[1-9]\d?)[）)])[、，．.])"),
    expression(rf"{MARKS}(?P<text>(?P<kept>[1-9]\d?)[、，])(?!\d)"),
    expression(rf"{MARKS}(?P<text>(?P<kept>{_CHINESE})[,，.．])(?=[一-鿿])"),
)
BEHIND = ("", ".", "、")
ANY = expression(rf"(?m)^{MARKS}(?:[（(]?(?:{_CHINESE}|[1-9]\d?)[）)、.．,，])")


class _Numbered(msgspec.Struct, frozen=True):
    """A number at the beginning of a line, and the place of that line in the list of lines."""

    place: int
    value: int
    text: str


def numbering(manuscript: Manuscript, _: Standards) -> Iterator[Fault]:
    """Yield SG580 where a number follows another that is not the one before it, SG589 for the sign behind one.

    A text that amends another quotes its numbers and is left out.
    """
    record = manuscript.record
    if ANY.search(manuscript.source) is None or (isinstance(record, Document) and record.amends):
        return
    lines = manuscript.source.split("\n")
    numbered = [(number, line) for number, line in enumerate(lines) if line]
    if "```" in manuscript.source or "~~~" in manuscript.source:
        code = in_code(lines)
        numbered = [(number, line) for number, line in numbered if not code[number]]
    yield from first_of_each(_out_of_order(numbered, manuscript.first_line))
    yield from first_of_each(_wrong_signs(numbered, manuscript.first_line))


def _out_of_order(lines: list[tuple[int, str]], first_line: int) -> Iterator[Fault]:
    last: list[_Numbered | None] = [None] * len(LEVELS)
    for place, (number, line) in enumerate(lines):
        level, found = _level(line)
        if found is None:
            if BEGINS_ANEW.match(line):
                last = [None] * len(LEVELS)
            continue
        value = parse_number(found["number"]) or 0
        before = last[level]
        if before is not None and value > 1 and value == before.value:
            yield _wrong_number(found, number + first_line, before, "序号重复了")
        elif before is not None and value > before.value + 1:
            between = (line for _, line in lines[before.place : place])
            if not any(_stands_in(line, level, before.value + 1) for line in between):
                yield _wrong_number(found, number + first_line, before, "中间少了")
        last[level:] = [_Numbered(place, value, found["text"]), *([None] * (len(LEVELS) - level - 1))]


def _wrong_number(found: re.Match[str], line: int, before: _Numbered, problem: str) -> Fault:
    return ORDER_OF_NUMBERS.found(_span(found, line), found=found["text"], before=before.text, problem=problem)


def _stands_in(line: str, level: int, value: int) -> bool:
    """Tell whether a number of a level stands anywhere in a line."""
    return any(parse_number(number) == value for number in WITHIN[level].findall(line))


def _level(line: str) -> tuple[int, re.Match[str] | None]:
    for level, form in enumerate(LEVELS):
        if found := form.match(line):
            return level, found
    return 0, None


def _wrong_signs(lines: list[tuple[int, str]], first_line: int) -> Iterator[Fault]:
    for number, line in lines:
        for form, behind in zip(WRONG_SIGNS, BEHIND, strict=True):
            if found := form.match(line):
                span = _span(found, number + first_line)
                yield SIGN_AFTER_NUMBER.found(span, text=found["text"], meant=found["kept"] + behind)


def _span(found: re.Match[str], line: int) -> Span:
    return Span(line, found.start("text") + 1, line, found.end("text") + 1)
