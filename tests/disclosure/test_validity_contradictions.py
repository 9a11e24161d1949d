"""The contradiction gate, held against a table of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from validity_world import day, world

from sitegen.diagnostics import Place, Severity
from sitegen.disclosure.contradiction_kinds import CONTRADICTIONS
from sitegen.disclosure.contradictions import contradictions

TABLE = Path(__file__).with_name("validity_contradictions.txt")


def cases() -> dict[str, str]:
    blocks = TABLE.read_text(encoding="utf-8").split("\n== ")[1:]
    return {title: body.rstrip("\n") for title, _, body in (block.partition("\n") for block in blocks)}


def shown(path: str, place: object) -> str:
    return f"{path}:{place.line}" if place else path


def filled(body: str) -> str:
    """Return a case with the findings that the program makes, in the place of those it has."""
    given = [line for line in body.splitlines() if not line.startswith("  ")]
    papers = world("\n".join(line for line in given if not line.startswith("on ")))
    as_of = day(given[-1].removeprefix("on "))
    lines = list(given)
    for finding in contradictions(papers.courses(), papers.acts, papers.citations, as_of):
        fault = finding.fault
        lines.append(f"  {fault.id} {fault.severity} {shown(finding.path, fault.span)} {fault.message}")
        lines.append(f"    {fault.help}")
        lines.extend(f"    → {shown(place.path, place.span)} {place.note}" for place in finding.related)
    return "\n".join(line.rstrip() for line in lines)


@pytest.mark.parametrize("title", cases().keys())
def test_findings(title: str) -> None:
    body = cases()[title]
    assert filled(body) == body


def test_every_kind_has_a_case_and_a_number_of_its_own() -> None:
    ids = [kind.id for kind in CONTRADICTIONS]
    assert len(set(ids)) == len(ids)
    assert all("SG401" <= number <= "SG439" for number in ids)
    table = TABLE.read_text(encoding="utf-8")
    assert [number for number in ids if f"  {number} " not in table] == []


def test_a_long_ring_is_counted_not_listed() -> None:
    keys = [chr(65 + number) for number in range(20)]
    lines = [f"{key} effective 2010-01-01" for key in keys]
    lines += [f"{key} amend {after}" for key, after in zip(keys, [*keys[1:], keys[0]], strict=True)]
    papers = world("\n".join(lines))
    (finding,) = contradictions(papers.courses(), papers.acts, (), day("2024-01-01"))
    assert finding.fault.message.endswith("《F办法》（青政规〔2000〕70号）等20个文件。")
    assert len(finding.related) == 19


def test_a_finding_becomes_a_diagnostic() -> None:
    papers = world(
        "A effective 2010-01-01\nB effective 2011-01-01\nB repeal A\nC effective 2012-01-01\nC amend A"
    )
    (finding,) = contradictions(papers.courses(), papers.acts, papers.citations, day("2024-01-01"))
    diagnostic = finding.diagnostic()
    assert diagnostic.path == "content/C.md"
    assert diagnostic.severity is Severity.ERROR
    assert [(place.path, place.note) for place in diagnostic.related] == [("content/B.md", "在这里废止")]
    assert isinstance(diagnostic.related[0], Place)
