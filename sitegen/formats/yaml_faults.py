"""What the YAML library complains of, translated into a clerk's words and put where the cause is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TypeAlias

from sitegen.diagnostics import Fault
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats import yaml_structure as structure
from sitegen.formats.quoting import shown
from sitegen.formats.yaml_complaints import Complaint, Place
from sitegen.formats.yaml_text import in_quotes

_Teller: TypeAlias = Callable[[Place], tuple[int, Fault]]


def explain(complaint: Complaint, lines: list[str], first_line: int) -> tuple[int, Fault]:
    """Return the line (from 0) that is to blame and its fault."""
    place = Place(complaint, lines, first_line)
    by_context = (teller for part, teller in _BY_CONTEXT if part in complaint.context)
    by_problem = (teller for part, teller in _BY_PROBLEM if part in complaint.problem)
    return next(chain(by_context, by_problem), structure.general)(place)


def _reserved(place: Place) -> tuple[int, Fault]:
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


def _directive(place: Place) -> tuple[int, Fault]:
    return place.whole(kinds.DIRECTIVE, place.complaint.context_line)


def _block_text(place: Place) -> tuple[int, Fault]:
    if "tab" in place.complaint.problem:
        return place.here(kinds.TAB)
    line, column = place.complaint.context_line, place.complaint.context_column
    text = place.line(line)
    return place.found(kinds.BLOCK_HEADER, line, column, len(text.rstrip()), sign=text[column : column + 1])


def _tab(place: Place) -> tuple[int, Fault]:
    return place.here(kinds.TAB)


def _backslash(place: Place) -> tuple[int, Fault]:
    line, column = place.complaint.line, place.complaint.column
    start = max(place.text.rfind("\\", 0, column + 1), 0)
    end = max(column + 1, start + 2)
    return place.found(kinds.BACKSLASH, line, start, end, text=shown(place.text[start:end]))


def _unclosed_bracket(place: Place) -> tuple[int, Fault]:
    line, column = place.complaint.context_line, place.complaint.context_column
    bracket = place.line(line)[column : column + 1] or "["
    closing = "}" if bracket == "{" else "]"
    return place.found(kinds.UNCLOSED_BRACKET, line, column, column + 1, bracket=bracket, closing=closing)


def _no_content(place: Place) -> tuple[int, Fault]:
    if place.sign and place.sign in "]},":
        return place.here(kinds.STRAY_SIGN, sign=place.sign)
    return structure.general(place)


def _question_mark(place: Place) -> tuple[int, Fault]:
    value = place.text[place.complaint.column :].strip()
    return place.here(kinds.RESERVED_BEGINNING, len(value), sign="?", quoted=in_quotes(shown(value)))


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
    ("mapping values are not allowed", structure.second_colon),
    ("could not find expected ':'", structure.no_colon),
    ("unexpected end of stream", structure.unclosed_quote),
    ("unexpected document indicator", structure.unclosed_quote),
    ("escape c", _backslash),
    ("hexdecimal number", _backslash),
    ("did not find expected key", structure.no_key),
    ("expected '-' indicator", structure.no_dash),
    ("did not find expected ',' or", _unclosed_bracket),
    ("did not find expected node content", _no_content),
    ("block sequence entries are not allowed", structure.dash),
    ("mapping keys are not allowed", _question_mark),
    ("expected <document start>", structure.several),
)
