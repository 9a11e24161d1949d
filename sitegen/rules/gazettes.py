"""政府公报: who may issue one, that no issue is left out, and that issues and documents agree (R142, R64)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from sitegen.diagnostics import Diagnostic, Kind, Place, Severity
from sitegen.model.records import Document, GazetteIssue
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NOT_THEIRS = Kind(
    id="SG797",
    name="不能办政府公报的机构",
    message="{publisher}是{sort}，不办政府公报。",
    why="政府公报由省、市两级政府办，县级自行决定，部门和乡镇不办（R142）。",
    help="改正“发布机构”；是别的刊物的，“类型”改为“政府信息”，标题里不要用“政府公报”。{origin}",
)
INCOMPLETE = Kind(
    id="SG798",
    name="政府公报不全",
    message="{problem}",
    why="政府公报要一期不缺地放在网上，内容与纸质公报一致，从目录能查到（R142）。",
    help="{remedy}",
    severity=Severity.WARNING,
)
NOT_LISTED = Kind(
    id="SG799",
    name="公报目录里没有这个文件",
    message="这里写着刊登在政府公报{year}年第{issue}期，那一期的目录里没有这个文件。",
    why="公报刊登的文本是标准文本，要能从文件查到那一期（R64、R142）。",
    help="核对年份和期号；没有写错的，在那一期的“目录”里补上“{document}”。",
    severity=Severity.WARNING,
)
KINDS = (NOT_THEIRS, INCOMPLETE, NOT_LISTED)

MOST_NAMED = 5
ADD_PDF = "把与纸质公报一致的PDF放进同名文件夹，写进“附件”。"


def gazette_publishers(site: Site) -> Iterator[Diagnostic]:
    """Yield SG797 for issues of bodies that are not of a sort that may issue a gazette."""
    rule = site.catalogues.profile.gazette.publishers
    for record in _issues(site):
        body = site.bodies_by_name.get(record.publisher)
        if body is not None and body.sort and body.sort not in rule.value:
            problem = NOT_THEIRS.found(
                record.place("publisher"), publisher=record.publisher, sort=body.sort, origin=origin_of(rule)
            )
            yield problem.at(record.source)


def gazette_numbers(site: Site) -> Iterator[Diagnostic]:
    """Yield SG798: numbers of a year that are used twice, or left out between two issues; issues without their PDF."""
    years: defaultdict[tuple[str, str, int], list[tuple[int, GazetteIssue]]] = defaultdict(list)
    for record in _issues(site):
        if not any(each.file.lower().endswith(".pdf") for each in record.attachments):
            problem = INCOMPLETE.found(record.place("title"), problem="这一期没有附PDF。", remedy=ADD_PDF)
            yield problem.at(record.source)
        if record.year is not None and record.issue is not None:
            years[record.publisher, record.column, record.year].append((record.issue, record))
    for issues in years.values():
        for before, now in pairwise(sorted(issues, key=lambda each: (each[0], each[1].path))):
            yield from _between(before, now)


def gazette_contents(site: Site) -> Iterator[Diagnostic]:
    """Yield SG799 for documents that name an issue of the column which does not list them."""
    issues = {(record.year, record.issue): record for record in _issues(site)}
    if not issues:
        return
    for record in site.records:
        if not isinstance(record, Document) or record.gazette is None:
            continue
        named = record.gazette
        issue = issues.get((named.year, named.issue))
        if issue is not None and not _lists(issue, record, site):
            problem = NOT_LISTED.found(
                record.place("gazette"),
                year=named.year,
                issue=named.issue,
                document=record.document_number or record.title,
            )
            related = (Place(path=issue.source, span=issue.place("contents"), note="那一期的目录"),)
            yield problem.at(record.source, related)


def _issues(site: Site) -> Iterator[GazetteIssue]:
    for record in site.records:
        if isinstance(record, GazetteIssue):
            yield record


def _between(before: tuple[int, GazetteIssue], now: tuple[int, GazetteIssue]) -> Iterator[Diagnostic]:
    missing = range(before[0] + 1, now[0])
    if before[0] == now[0]:
        problem = f"{now[1].year}年第{now[0]}期已经公开过。"
        remedy = "核对“期号”，改正写错的一个；同一期的内容合并到一份里。"
    elif missing:
        problem = f"{now[1].year}年第{before[0]}期之后就是第{now[0]}期，缺少{_named(missing)}。"
        remedy = "补上缺少的各期；期号写错的，改正“期号”。"
    else:
        return
    related = (Place(path=before[1].source, span=before[1].place("issue"), note="前一期"),)
    yield INCOMPLETE.found(now[1].place("issue"), problem=problem, remedy=remedy).at(now[1].source, related)


def _named(missing: range) -> str:
    if len(missing) > MOST_NAMED:
        return f"第{missing[0]}期到第{missing[-1]}期，共{len(missing)}期"
    return "、".join(f"第{number}期" for number in missing)


def _lists(issue: GazetteIssue, record: Document, site: Site) -> bool:
    acts = site.acts.get(issue.path, ())
    return any(citation.relation == "contents" and citation.target == record.path for citation in acts)
