"""The list of all findings: complete, and no number twice."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import sitegen
from sitegen.diagnostics import Kind
from sitegen.findings import BY_ID, FAMILIES, FINDINGS


def test_no_number_is_given_twice():
    counted = Counter(kind.id for family in FAMILIES for kind in family)
    assert [number for number, count in counted.items() if count > 1] == []


def test_every_finding_of_the_program_is_in_the_list():
    names = [module.name for module in pkgutil.walk_packages(sitegen.__path__, "sitegen.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    known = {
        value.id: value for module in modules for value in vars(module).values() if isinstance(value, Kind)
    }
    assert sorted(known.keys() - BY_ID.keys()) == [], "add their modules to sitegen/findings.py"
    assert len(FINDINGS) == len(BY_ID)
