"""Every sort of finding, each on a tiny broken site: what an editor is told, word for word."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import sitegen
from sitegen.cli.project import source_text
from sitegen.diagnostics import Kind
from sitegen.reporting import text
from tests.broken.site_file import SITES, BrokenSite, accept, broken_sites, lay
from tests.world import AS_OF

FOUND = re.compile(r"(?:错误|提醒|说明) (SG\d{3})")
UNREACHABLE = {
    "SG176": "no field of a site limits its length",
    "SG184": "no field of a site takes decimals",
    "SG189": "no field of a site limits the number of its values",
    "SG409": "SG302 says it first",
    "SG411": "SG248 says it first",
    "SG419": "what is published has a day of publication to count from",
    "SG571": "it takes a history of commits: see tests/cli/test_signatures.py",
    "SG559": "it takes two hundred records: see tests/rules/test_open_column.py",
    "SG803": "it takes two builds at once: see tests/test_machine.py",
    **{f"SG{number}": "found in tables being imported: see tests/importing" for number in range(640, 660)},
}
"""Kinds that no site can bring about, and why."""


@pytest.mark.parametrize("site", broken_sites(), ids=lambda site: site.name)
def test_editor_is_told_what_is_wrong(site: BrokenSite, world, request) -> None:
    place = world()
    lay(site, place.folder)
    outcome = place.check() if site.command == "check" else place.build()
    report = text.render(outcome.diagnostics, lambda path: source_text(place.project(AS_OF), path))
    if request.config.getoption("update_snapshots"):
        accept(site, report)
    else:
        assert report == site.report, f"tests/broken/{site.name}.txt: see tests/broken/README.md"


def kinds() -> dict[str, Kind]:
    """Return every kind of finding that any module of the program knows, by id."""
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(sitegen.__path__, "sitegen.")
        if not module.name.endswith("__main__")
    ]
    return {value.id: value for module in modules for value in vars(module).values() if isinstance(value, Kind)}


def test_every_kind_of_finding_has_a_broken_site() -> None:
    seen = {number for site in broken_sites() for number in FOUND.findall(site.report)}
    without = sorted(kinds().keys() - seen)
    assert without == sorted(UNREACHABLE), f"a broken site in {SITES} for each of these, please"


def test_every_broken_site_says_what_is_wrong() -> None:
    for site in broken_sites():
        about = (SITES / f"{site.name}.txt").read_text(encoding="utf-8").partition("\n")[0]
        assert about.endswith("."), site.name
        assert FOUND.search(site.report), site.name
