"""Processes of several stages: a case publishes all of them, none left out (S66)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.cases import cases_of
from sitegen.formats.suggestions import did_you_mean
from sitegen.site import Site

MISSING_STAGE = Kind(
    id="SG621",
    name="缺少前面的环节",
    message="“{case}”已经公开了“{latest}”，前面的环节还没有公开：{missing}。",
    why="征地一类的事要按环节公开，环节一步不差、文件一个不少（S66）。",
    help="补上缺少的环节，“项目”写同一个名称；已经公开的，在那一篇里写“项目: {case}”和它的标准目录事项。",
    severity=Severity.WARNING,
)
UNKNOWN_STAGE = Kind(
    id="SG622",
    name="流程的环节不在目录里",
    message="流程“{process}”的环节“{code}”不在目录里。",
    why="环节要对应到目录的事项，才知道哪个环节公开了（S66）。",
    help="{suggestion}照目录里的“代码”写。",
)
KINDS = (MISSING_STAGE, UNKNOWN_STAGE)


def process_stages(site: Site) -> Iterator[Diagnostic]:
    """Yield SG621 for each case that left out a stage, and SG622 for stages that are no items."""
    for domain in site.catalogues.domains:
        for number, process in enumerate(domain.processes):
            for position, code in enumerate(process.stages):
                if code not in site.items:
                    place = domain.place("流程", number, "环节", position)
                    suggestion = did_you_mean(code, [*site.items])
                    problem = UNKNOWN_STAGE.found(
                        place, process=process.title, code=code, suggestion=suggestion
                    )
                    yield problem.at(domain.source)
    for case in cases_of(site.records, site.catalogues.domains, site.items, site.as_of):
        record = case.latest.record
        if case.missing and record is not None:
            problem = MISSING_STAGE.found(
                record.place("case"),
                case=case.name,
                latest=case.latest.item.title,
                missing="、".join(stage.item.title for stage in case.missing),
            )
            yield problem.at(record.source)
