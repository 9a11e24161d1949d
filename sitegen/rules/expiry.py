"""Terms that end soon are assessed, then renewed, replaced, or left to end (R60); over, they may need an act (R57)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.chinese_dates import add_months
from sitegen.disclosure.courses import decision_after_term, outlived_term, state_at, term_at
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
NOT_DECIDED = Kind(
    id="SG820",
    name="有效期届满，没有处理",
    message="有效期已于{until}届满，过了{days}天，没有公布延续、废止或者宣布失效。",
    why="本地规定有效期届满不自动失效，要由制定机关作出决定；没有决定以前，网页上仍然是有效的（R57、R60）。",
    help="要延续或者修订的，公布新文件，在新文件的“延续”或者“替代”里写“{document}”；"
    "不再执行的，在公布的决定或者清理结果里用“废止”“失效”写明；清理以后继续有效的，写“继续有效”。{origin}",
    severity=Severity.WARNING,
)
KINDS = (NOT_ASSESSED, NOT_DECIDED)

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


def undecided(site: Site) -> Iterator[Diagnostic]:
    """Yield SG820 for documents whose term is over where that alone ends none, and that nobody has dealt with.

    What the mere calendar brings about is told, but stops no build.
    """
    rule = site.catalogues.profile.term.lapses_by_itself
    if not is_open(site):
        return
    for record in site.records:
        course = site.courses.get(record.path)
        if not isinstance(record, Document) or course is None or decision_after_term(course, site.as_of):
            continue
        until = outlived_term(course, site.as_of)
        if until is None:
            continue
        problem = NOT_DECIDED.found(
            record.place("valid_until") or record.place("title"),
            until=chinese_date(until),
            days=(site.as_of - until).days,
            document=record.document_number or record.path,
            origin=origin_of(rule),
        )
        yield problem.at(record.source)
