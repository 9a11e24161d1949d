"""What the YAML library says when it gives up, together with the text that it is about."""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Fault, Kind, Span


class Complaint(msgspec.Struct, frozen=True, kw_only=True):
    """Where and why the YAML library gave up; lines and columns count from 0."""

    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int


class Place:
    """A complaint together with the text that it is about."""

    def __init__(self, complaint: Complaint, lines: list[str], first_line: int) -> None:
        self.complaint = complaint
        self.lines = lines
        self.first_line = first_line

    @property
    def text(self) -> str:
        """The line on which the library stopped."""
        return self.line(self.complaint.line)

    @property
    def sign(self) -> str:
        """The character at which it stopped; empty at the end of a line."""
        return self.text[self.complaint.column : self.complaint.column + 1]

    @property
    def before(self) -> str:
        """What stands before that character on its line."""
        return self.text[: self.complaint.column]

    def line(self, number: int) -> str:
        """Return a line by its number from 0; empty below the text."""
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
