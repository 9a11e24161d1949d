"""Tables as bad as the real ones, in all formats: the catalogue that comes out, and every cell that is reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.importing.kinds import KINDS
from tests.importing.cases import Case, accept, cases, run


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_the_catalogue_and_what_is_reported(case: Case, request) -> None:
    written, report = run(case, case.formats[0])
    if request.config.getoption("update_snapshots"):
        accept(case, written, report)
    else:
        assert written == case.written.removesuffix("\n"), f"{case.path.name}: see tests/importing/README.md"
        assert report == case.report


@pytest.mark.parametrize(
    ("case", "form"),
    [
        pytest.param(case, form, id=f"{case.path.stem}-{form}")
        for case in cases()
        for form in case.formats[1:]
    ],
)
def test_the_same_table_in_another_format_gives_the_same_catalogue(case: Case, form: str) -> None:
    assert run(case, form)[0] == run(case, case.formats[0])[0]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_what_is_bad_about_it_is_said(case: Case) -> None:
    assert case.about.endswith(".")


IN_OTHER_TESTS = {
    "SG640": "test_files",
    "SG657": "test_merging",
    "SG658": "test_merging",
    "SG659": "test_merging",
}


def test_every_finding_stands_in_a_report() -> None:
    reports = "".join(case.report for case in cases())
    seen = set(re.findall(r"SG6[45]\d", reports))
    assert {kind.id for kind in KINDS} - seen == set(IN_OTHER_TESTS)
    assert all((Path(__file__).parent / f"{name}.py").is_file() for name in IN_OTHER_TESTS.values())
