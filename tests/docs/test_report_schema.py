"""docs/report.schema.json describes what a build reports."""

from __future__ import annotations

import json
import re
import time

import msgspec
import pytest
from jsonschema import Draft202012Validator

from sitegen import pipeline
from sitegen.diagnostics import Diagnostic
from sitegen.reporting.run_report import RunReport, run_report
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.docs.pages import ROOT, read
from tests.world import AS_OF

SCHEMA = json.loads(read("report.schema.json"))
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"


def report_of(place) -> object:
    """Build a world and return its report as a reader of the file gets it."""
    memory, watch = place.memory(), Stopwatch(time.perf_counter, lambda _: None)
    built = pipeline.build(place.project(AS_OF), place.folder / "build", memory, Workers(1), watch)
    memory.close()
    found: tuple[Diagnostic, ...] = built.diagnostics
    report = run_report(msgspec.structs.asdict(built.counts), watch.laps, found)
    return json.loads(msgspec.json.encode(report))


def test_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_reports_keep_to_it(world):
    place = world()
    for change in ({}, {}, {NOTICE: "标题：供暖\n"}):
        place.write(change)
        Draft202012Validator(SCHEMA).validate(report_of(place))


@pytest.mark.parametrize("wrong", [{"documents": -1}, {"stages": []}, {"findings": {"E1": 1}}, {"extra": 1}])
def test_it_refuses_other_reports(world, wrong):
    assert not Draft202012Validator(SCHEMA).is_valid({**report_of(world()), **wrong})


def test_it_names_every_field_and_every_stage():
    assert list(SCHEMA["properties"]) == list(RunReport.__struct_fields__)
    order = "".join(
        (ROOT / "sitegen" / name).read_text(encoding="utf-8") for name in ("pipeline.py", "judging.py")
    )
    stages = SCHEMA["properties"]["stages"]["items"]["properties"]["stage"]["enum"]
    assert sorted(stages) == sorted(set(re.findall(r'watch\.stage\("(\w+)"\)', order)))
