"""Complaints about the structure: entries, lists and indentation that do not fit together."""

from __future__ import annotations

import re

from sitegen.diagnostics import Fault
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats.quoting import shown
from sitegen.formats.yaml_complaints import Place
from sitegen.formats.yaml_text import in_quotes

_OPEN_QUOTE = re.compile(r"[^#]*?(?:^|[:,\[{-])\s*([\"'])")
_KEY_LENGTH = 1024  # the library looks no further for the colon of a key
_IN_CHINESE = (
    ("node content", "这里应当有内容，却没有找到"),
    ("expected key", "这里应当是一个名称"),
    ("unexpected ':'", "这里的英文冒号前后要有空格，或者改成中文冒号"),
)


def second_colon(place: Place) -> tuple[int, Fault]:
    """`key: a: b`, or a key where the line above it has not ended."""
    if place.complaint.column > _KEY_LENGTH:
        return place.found(
            kinds.KEY_TOO_LONG, place.complaint.line, 0, place.complaint.column, limit=_KEY_LENGTH
        )
    first = re.search(r":\s+", place.before)
    if first is None:
        return _continued_key(place)
    value = place.text[first.end() :].strip()
    if value.startswith(("“", "‘")):
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


def _continued_key(place: Place) -> tuple[int, Fault]:
    line = place.complaint.line
    indent = len(place.text) - len(place.text.lstrip())
    above = next((number for number in range(line - 1, -1, -1) if place.line(number).strip()), None)
    if above is not None and indent == len(place.line(above)) - len(place.line(above).lstrip()):
        return place.whole(kinds.NOT_AN_ENTRY, above, text=shown(place.line(above).strip()))
    return place.whole(kinds.INDENTATION, line)


def no_colon(place: Place) -> tuple[int, Fault]:
    """A line without a colon where an entry should stand."""
    line = place.complaint.context_line
    return place.whole(kinds.NOT_AN_ENTRY, line, text=shown(place.line(line).strip()))


def no_key(place: Place) -> tuple[int, Fault]:
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
    return general(place)


def _line_start(place: Place) -> tuple[int, Fault]:
    text = place.text.strip()
    if text.startswith("- ") or text == "-":
        return place.whole(kinds.LIST_AMONG_ENTRIES, place.complaint.line)
    if text.startswith(":"):
        return place.here(kinds.EMPTY_KEY)
    if text[:1] in ("]", "}", ","):
        return place.here(kinds.STRAY_SIGN, sign=text[0])
    return place.whole(kinds.INDENTATION, place.complaint.line)


def _quote_above(place: Place) -> tuple[int, int] | None:
    """Return where a quote was opened that ran on into the line of the complaint."""
    for number in range(place.complaint.line - 1, -1, -1):
        line = place.line(number)
        if found := _OPEN_QUOTE.match(line):
            return (number, found.start(1)) if line.count(found[1]) == 1 else None
        if line.strip():
            return None
    return None


def no_dash(place: Place) -> tuple[int, Fault]:
    """Something other than the next item of a list."""
    if place.before.strip():
        return no_key(place)
    if place.text.strip().startswith("-"):
        return place.whole(kinds.INDENTATION, place.complaint.line)
    return place.whole(kinds.LIST_AMONG_ENTRIES, place.complaint.line)


def dash(place: Place) -> tuple[int, Fault]:
    """A list where none can begin."""
    if place.before.strip():
        return place.here(kinds.DASH_IN_VALUE)
    return place.whole(kinds.LIST_AMONG_ENTRIES, place.complaint.line)


def several(place: Place) -> tuple[int, Fault]:
    """The library takes what follows a finished value for a second document."""
    line = place.complaint.line
    if any(text.startswith("...") for text in place.lines[:line]):
        return place.whole(kinds.SEVERAL_DOCUMENTS, line)
    first = next((number for number in range(line) if place.line(number).strip()), line)
    text = place.line(first)
    if text[:1].isspace():
        return place.whole(kinds.INDENTATION, first)
    return place.whole(kinds.NOT_AN_ENTRY, first, text=shown(text.strip()))


def unclosed_quote(place: Place) -> tuple[int, Fault]:
    """A quote without its other half."""
    line, column = place.complaint.context_line, place.complaint.context_column
    return _quote_at(place, line, column)


def _quote_at(place: Place, line: int, column: int) -> tuple[int, Fault]:
    text = place.line(line)
    quote = text[column : column + 1]
    advice = f"在内容末尾补上 {quote}，或者把这个引号删掉。"
    if re.search("[”’＂＇]", text[column + 1 :]):
        advice = f"结尾的引号写成了中文引号，改成英文引号 {quote}，和开头一样。"
    return place.found(kinds.UNCLOSED_QUOTE, line, column, column + 1, quote=quote, advice=advice)


def general(place: Place) -> tuple[int, Fault]:
    """A complaint that has no sentence of its own."""
    known = (chinese for part, chinese in _IN_CHINESE if part in place.complaint.problem)
    return place.here(kinds.GENERAL, problem=next(known, "标点、引号或缩进不合规定"))
