"""Where the words that were read out of a text stand in its source."""

from __future__ import annotations

import re

from sitegen.diagnostics import Span
from sitegen.disclosure.compact_text import CompactText, compact
from sitegen.patterns import expression

_LONGEST = 60
_MARKS = expression(r"[\W_]+")
_SHORTEST_PIECE = 4


def quoted(words: str, longest: int = _LONGEST) -> str:
    """Return words as a message quotes them: on one line, without gaps, shortened in the middle."""
    line = re.sub(r"\s+", "", words)
    if len(line) <= longest:
        return line
    half = (longest - 1) // 2
    return f"{line[:half]}…{line[-half:]}"


def place_of(words: str, source: str, first_line: int) -> Span | None:
    """Return where words of a rendered text stand in its Markdown source, which begins in the line `first_line`.

    Marks of emphasis, links and line breaks may lie in between. Where the words as a whole are not to be found,
    the line of their first piece that occurs once is returned; None where no piece leads to one line.
    """
    haystack = compact(source)
    needle = compact(words).text
    at = haystack.text.find(needle) if needle else -1
    if at >= 0:
        return _span(source, first_line, *haystack.span(at, at + len(needle)))
    for piece in _MARKS.split(needle):
        if len(piece) >= _SHORTEST_PIECE and haystack.text.count(piece) == 1:
            return _line_of(haystack, haystack.text.index(piece), first_line)
    return None


def _line_of(haystack: CompactText, at: int, first_line: int) -> Span:
    """Return the whole line of the source that a position of the compact text lies in."""
    source, origin = haystack.original, haystack.origin(at)
    start, end = source.rfind("\n", 0, origin) + 1, source.find("\n", origin)
    return _span(source, first_line, start, len(source) if end < 0 else end)


def _span(source: str, first_line: int, start: int, end: int) -> Span:
    line, end_line = source.count("\n", 0, start), source.count("\n", 0, end)
    return Span(
        first_line + line,
        start - source.rfind("\n", 0, start),
        first_line + end_line,
        end - source.rfind("\n", 0, end),
    )
