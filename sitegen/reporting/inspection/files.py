"""The files of an inspection report: four of the column, four of each body."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.reporting.inspection.forms import as_ics, as_json, as_xlsx
from sitegen.reporting.inspection.make import body_report
from sitegen.reporting.inspection.pages import BODIES, COLUMN_PAGE, as_html
from sitegen.reporting.inspection.records import InspectionReport


def files_of(whole: InspectionReport, address: str) -> Iterator[tuple[str, bytes]]:
    """Give the name of every file below the report's folder, and its bytes; `address` is the site's own."""
    yield from _named(COLUMN_PAGE, whole, address)
    for body in whole.bodies:
        yield from _named(f"{BODIES}/{body.page}", body_report(whole, body.title), address)


def _named(path: str, report: InspectionReport, address: str) -> Iterator[tuple[str, bytes]]:
    yield f"{path}.html", as_html(report, path.rpartition("/")[2]).encode()
    yield f"{path}.json", as_json(report)
    yield f"{path}.xlsx", as_xlsx(report)
    yield f"{path}.ics", as_ics(report, address).encode()
