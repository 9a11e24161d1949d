"""docs/content.md has every kind and every field, and its examples are sound."""

from __future__ import annotations

import time

import pytest

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.formats import yaml_nodes
from sitegen.formats.fields import convert, table_of
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.docs.entries import pieces
from tests.docs.example_worlds import files_of, is_tried
from tests.docs.field_examples import EXAMPLES
from tests.docs.field_tables import example_of, field_tables, made_parts
from tests.docs.pages import check_made_parts, read
from tests.world import AS_OF, BASE, World

PAGE = "content.md"
FIELDS = [(name, field) for name, fields in field_tables().items() for field in fields]


def test_tables_are_those_of_the_program(request):
    check_made_parts(PAGE, made_parts(), accept=request.config.getoption("update_snapshots"))


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=[f"{name}-{field.english}" for name, field in FIELDS])
def test_examples_of_fields_are_sound(name, field):
    node, faults = yaml_nodes.compose(f"{field.key}: {example_of(name, field)}\n")
    assert faults == ()
    assert isinstance(node, yaml_nodes.Mapping)
    assert convert(node, table_of(field), subject=name).faults == ()


def test_examples_are_written_down_once():
    known = {(name, field.key): field.example for name, field in FIELDS}
    assert [place for place in _written() if known.get(place, "gone")] == []


def _written() -> list[tuple[str, str]]:
    return [(name, key) for name, examples in EXAMPLES.items() for key in examples]


EXAMPLES_OF_TEXT = [piece for piece in pieces(read(PAGE)) if is_tried(piece)]


@pytest.mark.parametrize("piece", EXAMPLES_OF_TEXT, ids=lambda piece: f"{piece.label[:12]}-{piece.text[:12]}")
def test_examples_of_text_have_no_finding(piece, tmp_path):
    files = {name: text for name, text in {**BASE, **files_of([piece])}.items() if text is not None}
    memory = Memory(None, "test")
    project = World(tmp_path, files).project(AS_OF)
    checked = pipeline.check(project, memory, Workers(1), Stopwatch(time.perf_counter, lambda _: None))
    memory.close()
    assert checked.diagnostics == ()
