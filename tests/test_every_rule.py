"""Every sort of finding has a case that fails and a case that passes, and where each is: nothing is left to belief."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from sitegen.findings import BY_ID
from sitegen.model.records import Consultation, Document, Interpretation, Meeting, Periodical
from sitegen.site import Site
from tests.broken.site_file import broken_sites
from tests.docs.entries import PAGE, Entry, entries
from tests.docs.example_worlds import is_tried
from tests.docs.pages import read
from tests.world import BASE, document

TESTS = Path(__file__).parent
TOLD = re.compile(r"\bSG\d{3}\b")
Where = Mapping[str, str]

FAILING_ELSEWHERE: Where = {
    "SG559": "rules/test_open_column.py",
    "SG571": "cli/test_signatures.py",
    "SG640": "importing/test_tables.py",
    "SG657": "importing/test_tables.py",
    "SG658": "importing/test_tables.py",
    "SG659": "importing/test_tables.py",
    "SG803": "test_machine.py",
}
"""Failing cases that are no broken site, no wrong example of the documentation, and in no table of cases."""
PASSING_ELSEWHERE: Where = {
    "SG176": "formats/tables/fields.txt",
    "SG339": "rules/test_vanished.py",
    "SG570": "rules/test_metadata.py",
    "SG571": "cli/test_signatures.py",
    "SG572": "test_every_rule.py",
    "SG669": "test_languages.py",
    "SG801": "test_pipeline.py",
    "SG803": "test_machine.py",
    "SG820": "rules/test_local_terms.py",
    **dict.fromkeys((f"SG{number}" for number in range(821, 827)), "rules/test_profile_values.py"),
}
"""Passing cases that are no right example of the documentation, on the sample column, or a table that is read."""
TABLES = frozenset(f"SG{number}" for number in range(640, 660))
"""What is found in tables being imported."""
SOUND_TABLE = TESTS / "importing" / "tables" / "nothing-missing.txt"
"""A table in which none of that is found."""


def has(kind: type, *attributes: str) -> Callable[[Site], bool]:
    """Return what tells whether a column has a record of a kind that says something of each attribute."""
    return lambda site: any(
        isinstance(record, kind) and all(getattr(record, name) for name in attributes) for record in site.records
    )


def has_file(*suffixes: str) -> Callable[[Site], bool]:
    return lambda site: any(name.endswith(suffixes) for name in site.files)


def is_open(site: Site) -> bool:
    return site.config.opened_on is not None


ON_THE_SAMPLE: Mapping[str, Callable[[Site], bool]] = {
    **dict.fromkeys(("SG158", "SG166", "SG184", "SG202", "SG203", "SG205"), lambda site: bool(site.records)),
    "SG419": has(Document, "repeals"),
    **dict.fromkeys(("SG520", "SG521"), has(Interpretation, "interprets")),
    "SG534": has(Document, "written_on", "published_at"),
    "SG537": lambda site: any(record.kind == "guide" for record in site.records),
    "SG549": lambda site: any(record.kind == "guide" and record.verified_on for record in site.records),
    **dict.fromkeys(("SG541", "SG542"), has(Periodical, "year")),
    **dict.fromkeys(("SG544", "SG545", "SG546", "SG547", "SG559"), is_open),
    "SG548": lambda site: any(column.statutory_items for column in site.columns.values()),
    "SG550": lambda site: any(body.leaders for body in site.bodies.values()),
    "SG552": lambda site: any(column.keywords for column in site.columns.values()),
    "SG553": lambda site: bool(site.config.icp_number and site.config.phone),
    "SG556": lambda site: bool(site.files),
    **dict.fromkeys((f"SG{number}" for number in range(720, 732)), has_file(".pdf", ".docx", ".xlsx")),
    "SG790": has(Document, "expiry_assessment"),
    "SG792": has(Document, "reprint_of"),
    "SG529": has(Consultation, "channels"),
    "SG532": has(Meeting, "session"),
}
"""What the sample column holds of each sort of thing that a finding could be about; nothing is found in it."""


@cache
def documentation() -> Mapping[str, Entry]:
    return {entry.id: entry for entry in entries(read(PAGE))}


@cache
def failing_cases() -> frozenset[str]:
    """Return the findings that broken sites, wrong examples and tables of cases bring about."""
    told = {number for site in broken_sites() for number in TOLD.findall(site.report)}
    told |= {id for id, entry in documentation().items() if any(is_tried(piece) for piece in entry.wrong)}
    for table in TESTS.rglob("*.txt"):
        if table.parent.name != "broken":
            told.update(TOLD.findall(table.read_text(encoding="utf-8")))
    return frozenset(told)


@pytest.mark.parametrize("number", sorted(BY_ID))
def test_there_is_a_case_that_fails(number):
    assert number in failing_cases() or number in FAILING_ELSEWHERE


@pytest.mark.parametrize("number", sorted(BY_ID))
def test_there_is_a_case_that_passes(number):
    right = documentation()[number].right
    assert any(is_tried(piece) for piece in right) or number in {*ON_THE_SAMPLE, *PASSING_ELSEWHERE, *TABLES}


def test_the_sample_has_what_the_rules_look_at_and_none_of_their_findings(sample):
    assert sample.diagnostics == ()
    assert [number for number, holds in ON_THE_SAMPLE.items() if not holds(sample.site)] == []


@pytest.mark.parametrize(("number", "place"), [*FAILING_ELSEWHERE.items(), *PASSING_ELSEWHERE.items()])
def test_cases_elsewhere_are_where_they_are_said_to_be(number, place):
    assert number in (TESTS / place).read_text(encoding="utf-8")


def test_there_is_a_table_of_which_nothing_is_said():
    report = SOUND_TABLE.read_text(encoding="utf-8").partition("#### report\n")[2]
    assert report.strip() == "没有发现问题。"


def test_document_with_the_note_that_the_place_asks_for(world):
    profile = "代码: bendi\n名称: 本地口径\n沿用: default\n公文:\n"
    profile += "  要求附注此件公开发布: {值: 是, 来源: 本地规定, 可信度: ✔}\n"
    files = {
        "content/site.yaml": BASE["content/site.yaml"] + "地方规则: bendi\n",
        "catalogs/profiles/bendi.yaml": profile,
        "content/zhengce/xzgfxwj/jiuzhu.md": document("第一条　制定本办法。\n\n（此件公开发布）\n"),
    }
    assert "SG572" not in [found.id for found in world(files).check().diagnostics]
    files["content/zhengce/xzgfxwj/jiuzhu.md"] = document("第一条　制定本办法。\n")
    assert "SG572" in [found.id for found in world(files).check().diagnostics]
