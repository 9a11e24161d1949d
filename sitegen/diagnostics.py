"""What a check finds, as data.

A `Kind` is one sort of finding and lives beside the code that finds it. A `Fault` is one finding in
one text, without a file name: readers of text make these. A `Diagnostic` is a fault in a file of the
site: what reports, exit codes and editors work with. Messages are Chinese and written for clerks.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a finding weighs. Only `ERROR` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Leeway(StrEnum):
    """What a site may do about a sort of finding other than mend it. See docs/checking.md.

    Each allows what those below it allow. `FREE`: another weight in `site.yaml`, or letting it pass in a file with a
    reason (不查). `OLD`: freezing those that an old column has. `WAIVER`: letting it pass with reason, name and date,
    and freezing none. `NONE`: nothing.
    """

    FREE = "free"
    OLD = "old"
    WAIVER = "waiver"
    NONE = "none"


class Span(msgspec.Struct, frozen=True, array_like=True):
    """A piece of a text: lines and columns count from 1, columns are characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One sort of finding.

    `id` (`SG101`) never changes its meaning. `message` and `help` are templates for `str.format`;
    `why` names the rule's source. `name` is the heading in the documentation. `leeway` says what a site may do
    about it; where it is not given, errors stand and all others are free. `in_draft` is the most that it
    weighs in a draft, which may be incomplete and is never published: a draft stops no build, unless what it
    holds may not even lie in the repository.
    """

    id: str
    name: str
    message: str
    why: str
    help: str
    severity: Severity = Severity.ERROR
    leeway: Leeway | None = None
    in_draft: Severity = Severity.WARNING

    @property
    def allows(self) -> Leeway:
        """What a site may do about it other than mend it."""
        if self.leeway is not None:
            return self.leeway
        return Leeway.NONE if self.severity is Severity.ERROR else Leeway.FREE

    def found(self, span: Span | None = None, **values: object) -> Fault:
        """Return one finding of this sort; `values` fill the templates."""
        return Fault(
            id=self.id,
            severity=self.severity,
            span=span,
            message=self.message.format(**values),
            why=self.why,
            help=self.help.format(**values),
        )


class Remark(msgspec.Struct, frozen=True, array_like=True):
    """Another place of the same text that a fault speaks of, with a word on what stands there."""

    span: Span
    note: str


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A finding in one text that has no file name yet. `span` is None where the whole text is meant."""

    id: str
    severity: Severity
    span: Span | None
    message: str
    why: str
    help: str
    remarks: tuple[Remark, ...] = ()

    def at(self, path: str, related: tuple[Place, ...] = ()) -> Diagnostic:
        """Return the finding as one of the file `path` (relative to the project, with slashes)."""
        return Diagnostic(
            id=self.id,
            severity=self.severity,
            path=path,
            span=self.span,
            message=self.message,
            why=self.why,
            help=self.help,
            related=(*(Place(path=path, span=each.span, note=each.note) for each in self.remarks), *related),
        )


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Another place that a finding speaks of, with a word on what stands there."""

    path: str
    span: Span | None = None
    note: str = ""


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """A finding in a file of the project."""

    id: str
    severity: Severity
    path: str
    span: Span | None
    message: str
    why: str
    help: str
    related: tuple[Place, ...] = ()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line, column and id, and drop exact repetitions: the one order of every report."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_position))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether anything in `diagnostics` stops a build."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def _position(found: Diagnostic) -> tuple[str, int, int, str, str]:
    line, column = (found.span.line, found.span.column) if found.span else (0, 0)
    return found.path, line, column, found.id, found.message
