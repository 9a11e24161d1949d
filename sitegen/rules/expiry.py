"""Terms that end soon: assessed within the last months, and then prolonged, replaced, or left to end (R60)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.chinese_dates import add_months
from sitegen.disclosure.courses import state_at, term_at
from sitegen.disclosure.phrases import chinese_date
from sitegen.model.records import Document
from sitegen.monitoring.opening import is_open
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NOT_ASSESSED = Kind(
    id="SG790",
    name="有效期快满，没有评估",
    message="有效期到{until}为止，只剩{days}天，没有写评估的结论。",
    why="有效期满前几个月内要评估，决定延续、修订，还是期满失效（R60）。",
    help="要延续或者修订的，公布新文件，在新文件的“延续”或者“替代”里写“{document}”；"
    "期满就失效的，在这里加一行“期满评估: ……”，写明评估的日期和结论。{origin}",
    severity=Severity.WARNING,
)
KINDS = (NOT_ASSESSED,)

SETTLING = frozenset({"renews", "replaces", "repeals", "lapses"})
"""Relations by which another document, published already, says what becomes of this one."""


def expiring(site: Site) -> Iterator[Diagnostic]:
    """Yield SG790 for documents in force whose term ends within the months in which the place assesses them."""
    rule = site.catalogues.profile.term.assessment_months
    if not is_open(site):
        return
    for record in site.records:
        course = site.courses.get(record.path)
        if not isinstance(record, Document) or record.expiry_assessment or course is None:
            continue
        until = term_at(course, site.as_of)
        if until is None or not add_months(until, -rule.value) <= site.as_of <= until:
            continue
        if not rule.holds_for(record.dated_on) or _is_settled(record, site) or state_at(course, site.as_of).ended:
            continue
        problem = NOT_ASSESSED.found(
            record.place("valid_until") or record.place("title"),
            until=chinese_date(until),
            days=(until - site.as_of).days + 1,
            document=record.document_number or record.path,
            origin=origin_of(rule),
        )
        yield problem.at(record.source)


def _is_settled(record: Document, site: Site) -> bool:
    return record.reprint_of is not None or any(
        citation.relation in SETTLING for citation in site.cited_by.get(record.path, ())
    )
