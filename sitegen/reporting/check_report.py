"""What every form of a report is made from: the findings that count, those that do not, and how to show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.grading import Aside

HEAVINESS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of one check at `as_of`.

    `diagnostics` are in the order of reports. `folder` is the project's folder in its git repository ("" or ending
    with a slash): platforms want paths from the repository's top. `read_source` gives the text of a file or None.
    `rule_docs` is the address of a page that explains the sorts of findings, each below its own heading; "" for none.
    """

    title: str
    as_of: date
    diagnostics: tuple[Diagnostic, ...]
    aside: Aside
    kinds: Mapping[str, Kind]
    read_source: Callable[[str], str | None]
    folder: str = ""
    rule_docs: str = ""

    def name_of(self, number: str) -> str:
        """Return the name of a sort of finding."""
        return self.kinds[number].name if number in self.kinds else number


def worst_first(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return the findings with errors first, otherwise in their order."""
    return sorted(diagnostics, key=lambda found: HEAVINESS[found.severity])
