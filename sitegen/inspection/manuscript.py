"""What the rules of one file's text are given, and how they say where something stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.formats.markdown import Markdown
from sitegen.model.records import AnyRecord
from sitegen.model.standards import Standards


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """One Markdown file of `content/`.

    `text` is the whole file with its front matter, with line feeds only. `source` is the Markdown below the front
    matter, which begins in the line `first_line` of the file, and `body` what was made of it. `record` is None
    where the front matter names no kind that there is.
    """

    path: str
    text: str
    source: str
    first_line: int
    body: Markdown
    record: AnyRecord | None


Rule = Callable[[Manuscript, Standards], Iterable[Fault]]
"""A rule of one file's text: a pure function of the file and of the data in `catalogs/`."""


class Lines(msgspec.Struct, frozen=True):
    """Where the lines of a text begin; the text begins in the line `first_line` of its file."""

    starts: tuple[int, ...]
    first_line: int = 1

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from offset `start` to before `end`."""
        line, end_line = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end) - 1
        return Span(
            self.first_line + line,
            start - self.starts[line] + 1,
            self.first_line + end_line,
            end - self.starts[end_line] + 1,
        )


def lines_of(text: str, first_line: int = 1) -> Lines:
    """Return where the lines of `text` begin."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return Lines(tuple(starts), first_line)
