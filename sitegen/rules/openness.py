"""开通日期: a column that nobody says is open is not looked at as a whole, and should know it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.site import Site

NOT_SAID_OPEN = Kind(
    id="SG559",
    name="没有写开通日期",
    message="栏目里已经有{count}条信息，site.yaml 没有写“开通日期”。",
    why="开通以后才检查空白栏目、更新是否及时、有没有解读和年报（R112—R115、R130）。",
    help="栏目已经对外开通的，在 site.yaml 里加一行“开通日期: {day}”一类的日期。",
    severity=Severity.NOTE,
)
KINDS = (NOT_SAID_OPEN,)

MANY = 200
"""Records by which a column is hardly still being made ready."""


def opening_said(site: Site) -> Iterator[Diagnostic]:
    """Yield SG559 for a column with many records that does not say since when it is open."""
    if site.config.opened_on is None and len(site.records) >= MANY:
        yield NOT_SAID_OPEN.found(count=len(site.records), day=site.as_of).at("content/site.yaml")
