"""Tables as bad as the real ones, in all formats: the catalogue that comes out, and every cell that is reported."""

from __future__ import annotations

import pytest

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
