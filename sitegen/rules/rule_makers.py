"""规章: made only by bodies that may make them, numbered as orders, with all that their 题注 tells (R10–R13, R63)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Leeway
from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.events import EventKind
from sitegen.model.records import Document
from sitegen.model.site_config import Body
from sitegen.rules.scope import REGULATORY, own_documents
from sitegen.site import Site

NOT_A_RULE_MAKER = Kind(
    id="SG465",
    name="无权制定规章",
    message="“{body}”不能制定规章。",
    why="规章只能由国务院部门，以及省、自治区、直辖市和设区的市、自治州的人民政府制定（R13，立法法）。",
    help="改成“类型: 行政规范性文件”，放到收行政规范性文件的栏目；这是上级的规章，就写“转载”，说明来源。",
    leeway=Leeway.FREE,
)
NO_ORDER = Kind(
    id="SG466",
    name="规章没有令号",
    message="规章的文号“{number}”不是令号。",
    why="规章以令公布，题注要写明公布的令号（R11、R63）。",
    help="写公布这件规章的令，例如“文号: 海川市人民政府令第12号”。",
    leeway=Leeway.FREE,
)
REVISION_WITHOUT_ACT = Kind(
    id="SG467",
    name="题注缺少修改的文件",
    message="标题写明“{word}”，但是没有文件修改它，题注里就没有修改的时间和令号。",
    why="题注要写明每次修改的时间和文号（R11）。",
    help="在作出修改的文件里写“修改: [{number}]”；栏目里没有那个文件，就补录它。",
    leeway=Leeway.FREE,
)
KINDS = (NOT_A_RULE_MAKER, NO_ORDER, REVISION_WITHOUT_ACT)

ORDER = re.compile(r".+令第[1-9]\d*号\Z")
REVISED = re.compile(r"[（(](?P<year>\d{4})?[^（()）]*(?:修正|修订|修改)[^（()）]*[）)]\Z")
RULE_MAKING_LEVELS = ("省级", "市级")
MINISTRY = "bm"
"""How the 网站标识码 of a department of the State Council begins (R100)."""


def rule_makers(site: Site) -> Iterator[Diagnostic]:
    """Yield SG465: 规章 of a body that may not make one. Reprints of those that may are welcome."""
    for record in own_documents(site, REGULATORY):
        makers = record.issuing_bodies or (record.publisher,)
        for number, name in enumerate(makers):
            body = site.bodies_by_name.get(name)
            if body is not None and not _may_make_rules(body, site):
                span = record.place(f"issuing_bodies/{number}") or record.place("publisher")
                yield NOT_A_RULE_MAKER.found(span, body=name).at(record.source)


def enactment_notes(site: Site) -> Iterator[Diagnostic]:
    """Yield SG466 and SG467: 规章 whose 题注 would lack the order or an amendment."""
    for record in own_documents(site, REGULATORY):
        if record.document_number and not ORDER.match(number_of(record.document_number)):
            problem = NO_ORDER.found(record.place("document_number"), number=record.document_number)
            yield problem.at(record.source)
        revised = REVISED.search(record.title)
        if (
            revised is not None
            and not _is_new_text(record, revised["year"])
            and not _is_amended(record, site)
        ):
            problem = REVISION_WITHOUT_ACT.found(
                record.place("title"), word=revised.group(), number=record.document_number or record.title
            )
            yield problem.at(record.source)


def _may_make_rules(body: Body, site: Site) -> bool:
    """Tell whether a body of the column may: it is the site's own government, of a level that may, or a ministry."""
    if site.config.site_id_code.startswith(MINISTRY):
        return True
    is_government = body.sort == "政府" or (not body.sort and body.title == site.config.title)
    return is_government and site.config.level in RULE_MAKING_LEVELS and body.title.endswith("人民政府")


def _is_new_text(record: Document, year: str | None) -> bool:
    """Tell whether the record is itself the revision: published anew as a whole in that year or in place of another."""
    written = record.written_on
    return bool(record.replaces or record.repeals) or (written is not None and year == str(written.year))


def _is_amended(record: Document, site: Site) -> bool:
    """Tell whether a document amends it; of one that is not public yet nothing is known."""
    course = site.courses.get(record.path)
    return course is None or any(event.kind is EventKind.AMEND for event in course.events)
