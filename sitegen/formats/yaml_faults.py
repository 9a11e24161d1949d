"""What the YAML library complains of, translated into a clerk's words and put where the cause is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from sitegen.diagnostics import Fault, Kind, Span
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats.quoting import shown
from sitegen.formats.yaml_text import Complaint, in_quotes

_OPEN_QUOTE = re.compile(r"[^#]*?(?:^|[:,\[{-])\s*([\"'])")
_KEY_LENGTH = 1024  # the library looks no further for the colon of a key


class _Place:
    """A complaint together with the text that it is about."""

    def __init__(self, complaint: Complaint, lines: list[str], first_line: int) -> None:
        self.complaint = complaint
        self.lines = lines
        self.first_line = first_line

    @property
    def text(self) -> str:
        return self.line(self.complaint.line)

    @property
    def sign(self) -> str:
        return self.text[self.complaint.column : self.complaint.column + 1]

    @property
    def before(self) -> str:
        return self.text[: self.complaint.column]

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def found(self, kind: Kind, line: int, start: int, end: int, **values: object) -> tuple[int, Fault]:
        """Return the fault of `kind` at a piece of a line, kept inside the text."""
        line = min(line, len(self.lines) - 1)
        length = len(self.lines[line])
        start = min(start, length)
        number = line + self.first_line
        span = Span(number, start + 1, number, min(max(end, start), length) + 1)
        return line, kind.found(span, **values)

    def here(self, kind: Kind, length: int = 1, **values: object) -> tuple[int, Fault]:
        """Return the fault of `kind` where the library stopped."""
        line, column = self.complaint.line, self.complaint.column
        return self.found(kind, line, column, column + length, **values)

    def whole(self, kind: Kind, line: int, **values: object) -> tuple[int, Fault]:
        """Return the fault of `kind` for a whole line."""
        text = self.line(line)
        start = len(text) - len(text.lstrip())
        return self.found(kind, line, start, len(text.rstrip()), **values)


_Teller: TypeAlias = Callable[[_Place], tuple[int, Fault]]


def explain(complaint: Complaint, lines: list[str], first_line: int) -> tuple[int, Fault]:
    """Return the line (from 0) that is to blame and its fault."""
    place = _Place(complaint, lines, first_line)
    for part, teller in _BY_CONTEXT + _BY_PROBLEM:
        source = complaint.context if (part, teller) in _BY_CONTEXT else complaint.problem
        if part in source:
            return teller(place)
    return _general(place)


def _reserved(place: _Place) -> tuple[int, Fault]:
    """A value that begins with a sign that YAML keeps for itself."""
    line, column = place.complaint.context_line, place.complaint.context_column
    if "next token" in place.complaint.context:
        line, column = place.complaint.line, place.complaint.column
    text = place.line(line)
    if text[column : column + 1] == "\t":
        return place.found(kinds.TAB, line, column, column + 1)
    value = text[column:].strip()
    return place.found(
        kinds.RESERVED_BEGINNING,
        line,
        column,
        column + len(value),
        sign=text[column : column + 1],
        quoted=in_quotes(shown(value)),
    )


def _directive(place: _Place) -> tuple[int, Fault]:
    return place.whole(kinds.DIRECTIVE, place.complaint.context_line)


def _block_text(place: _Place) -> tuple[int, Fault]:
    if "tab" in place.complaint.problem:
        return place.here(kinds.TAB)
    line, column = place.complaint.context_line, place.complaint.context_column
    text = place.line(line)
    return place.found(kinds.BLOCK_HEADER, line, column, len(text.rstrip()), sign=text[column : column + 1])


def _tab(place: _Place) -> tuple[int, Fault]:
    return place.here(kinds.TAB)


def _second_colon(place: _Place) -> tuple[int, Fault]:
    """`key: a: b`, or a key where the line above it has not ended."""
    if place.complaint.column > _KEY_LENGTH:
        return place.found(
            kinds.KEY_TOO_LONG, place.complaint.line, 0, place.complaint.column, limit=_KEY_LENGTH
        )
    first = re.search(r":\s+", place.before)
    if first is None:
        return _continued_key(place)
    value = place.text[first.end() :].strip()
    if value[:1] in "“‘" and value[:1]:
        advice = f'把两边的中文引号换成英文引号："{value.strip("“”‘’")}"'
        return place.found(
            kinds.FULL_WIDTH_QUOTES,
            place.complaint.line,
            first.end(),
            len(place.text.rstrip()),
            text=shown(value),
            advice=advice,
        )
    return place.here(kinds.COLON_IN_VALUE)


def _continued_key(place: _Place) -> tuple[int, Fault]:
    line = place.complaint.line
    indent = len(place.text) - len(place.text.lstrip())
    above = next((number for number in range(line - 1, -1, -1) if place.line(number).strip()), None)
    if above is not None and indent == len(place.line(above)) - len(place.line(above).lstrip()):
        return place.whole(kinds.NOT_AN_ENTRY, above, text=shown(place.line(above).strip()))
    return place.whole(kinds.INDENTATION, line)


def _no_colon(place: _Place) -> tuple[int, Fault]:
    line = place.complaint.context_line
    return place.whole(kinds.NOT_AN_ENTRY, line, text=shown(place.line(line).strip()))


def _unclosed_quote(place: _Place) -> tuple[int, Fault]:
    line, column = place.complaint.context_line, place.complaint.context_column
    return _quote_at(place, line, column)


def _quote_at(place: _Place, line: int, column: int) -> tuple[int, Fault]:
    text = place.line(line)
    quote = text[column : column + 1]
    advice = f"在内容末尾补上 {quote}，或者把开头的 {quote} 也删掉。"
    if re.search("[”’＂＇]", text[column + 1 :]):
        advice = f"结尾的引号写成了中文引号，改成英文引号 {quote}，和开头一样。"
    return place.found(kinds.UNCLOSED_QUOTE, line, column, column + 1, quote=quote, advice=advice)


def _backslash(place: _Place) -> tuple[int, Fault]:
    line, column = place.complaint.line, place.complaint.column
    start = max(place.text.rfind("\\", 0, column + 1), 0)
    end = max(column + 1, start + 2)
    return place.found(kinds.BACKSLASH, line, start, end, text=shown(place.text[start:end]))


def _no_key(place: _Place) -> tuple[int, Fault]:
    """Something stands where the next `key: value` should begin."""
    if quote := _quote_above(place):
        return _quote_at(place, *quote)
    before, sign = place.before.strip(), place.sign
    if not before:
        return _line_start(place)
    if sign and sign in "]},":
        return place.here(kinds.STRAY_SIGN, sign=sign)
    if before[-1] in "\"'":
        rest = place.text[place.complaint.column :].strip()
        return place.here(kinds.TEXT_AFTER_QUOTE, len(rest), text=shown(rest))
    if before[-1] in "]}":
        value = re.split(r":\s+", place.text, maxsplit=1)[-1].strip()
        start = place.text.index(value)
        return place.found(
            kinds.RESERVED_BEGINNING,
            place.complaint.line,
            start,
            start + len(value),
            sign=value[:1],
            quoted=in_quotes(shown(value)),
        )
    return _general(place)


def _line_start(place: _Place) -> tuple[int, Fault]:
    text = place.text.strip()
    if text.startswith("- ") or text == "-":
        return place.whole(kinds.LIST_AMONG_ENTRIES, place.complaint.line)
    if text.startswith(":"):
        return place.here(kinds.EMPTY_KEY)
    if text[:1] in ("]", "}", ","):
        return place.here(kinds.STRAY_SIGN, sign=text[0])
    return place.whole(kinds.INDENTATION, place.complaint.line)


def _quote_above(place: _Place) -> tuple[int, int] | None:
    """Return where a quote was opened that ran on into the line of the complaint."""
    for number in range(place.complaint.line - 1, -1, -1):
        line = place.line(number)
        if found := _OPEN_QUOTE.match(line):
            return (number, found.start(1)) if line.count(found[1]) == 1 else None
        if line.strip():
            return None
    return None


def _no_dash(place: _Place) -> tuple[int, Fault]:
    if place.before.strip():
        return _no_key(place)
    if place.text.strip().startswith("-"):
        return place.whole(kinds.INDENTATION, place.complaint.line)
    return place.whole(kinds.LIST_AMONG_ENTRIES, place.complaint.line)


def _unclosed_bracket(place: _Place) -> tuple[int, Fault]:
    line, column = place.complaint.context_line, place.complaint.context_column
    bracket = place.line(line)[column : column + 1] or "["
    closing = "}" if bracket == "{" else "]"
    return place.found(kinds.UNCLOSED_BRACKET, line, column, column + 1, bracket=bracket, closing=closing)


def _no_content(place: _Place) -> tuple[int, Fault]:
    if place.sign and place.sign in "]},":
        return place.here(kinds.STRAY_SIGN, sign=place.sign)
    return _general(place)


def _dash(place: _Place) -> tuple[int, Fault]:
    if place.before.strip():
        return place.here(kinds.DASH_IN_VALUE)
    return place.whole(kinds.LIST_AMONG_ENTRIES, place.complaint.line)


def _question_mark(place: _Place) -> tuple[int, Fault]:
    value = place.text[place.complaint.column :].strip()
    return place.here(kinds.RESERVED_BEGINNING, len(value), sign="?", quoted=in_quotes(shown(value)))


def _several(place: _Place) -> tuple[int, Fault]:
    """The library takes what follows a finished value for a second document."""
    line = place.complaint.line
    if any(text.startswith("...") for text in place.lines[:line]):
        return place.whole(kinds.SEVERAL_DOCUMENTS, line)
    first = next((number for number in range(line) if place.line(number).strip()), line)
    text = place.line(first)
    if text[:1].isspace():
        return place.whole(kinds.INDENTATION, first)
    return place.whole(kinds.NOT_AN_ENTRY, first, text=shown(text.strip()))


def _general(place: _Place) -> tuple[int, Fault]:
    known = (chinese for part, chinese in _IN_CHINESE if part in place.complaint.problem)
    return place.here(kinds.GENERAL, problem=next(known, "标点、引号或缩进不合规定"))


_IN_CHINESE = (
    ("node content", "这里应当有内容，却没有找到"),
    ("expected key", "这里应当是一个名称"),
    ("unexpected ':'", "这里的英文冒号前后要有空格，或者改成中文冒号"),
)
_BY_CONTEXT: tuple[tuple[str, _Teller], ...] = (
    ("scanning for the next token", _reserved),
    ("scanning an alias", _reserved),
    ("scanning an anchor", _reserved),
    ("scanning a tag", _reserved),
    ("parsing a tag", _reserved),
    ("scanning a directive", _directive),
    ("scanning a %YAML directive", _directive),
    ("scanning a %TAG directive", _directive),
    ("scanning a block scalar", _block_text),
)
_BY_PROBLEM: tuple[tuple[str, _Teller], ...] = (
    ("tab character", _tab),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document indicator", _unclosed_quote),
    ("escape c", _backslash),
    ("hexdecimal number", _backslash),
    ("did not find expected key", _no_key),
    ("expected '-' indicator", _no_dash),
    ("did not find expected ',' or", _unclosed_bracket),
    ("did not find expected node content", _no_content),
    ("block sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", _question_mark),
    ("expected <document start>", _several),
)
