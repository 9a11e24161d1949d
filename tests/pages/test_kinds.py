"""The table of kinds is complete: what the program can make, and what the sample column shows, stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from sitegen.disclosure.states import State
from sitegen.model.kinds import KINDS as RECORD_KINDS
from sitegen.stages.render import PAGES
from sitegen.views.artifact import Artifact
from tests.column import Sample
from tests.pages.kinds import KINDS


@pytest.fixture(scope="module")
def made(sample: Sample) -> dict[str, Artifact]:
    return dict(sample.pages())


@pytest.fixture(scope="module")
def listed(made) -> list[Artifact]:
    """Return what the listed pages are made from."""
    return [made[kind.path] for kind in KINDS]


def shown(artifact: Artifact) -> Iterator[tuple[str, str]]:
    """Yield (template, field) for every field of a page's view that is not empty."""
    for field in msgspec.structs.fields(artifact.view):
        if getattr(artifact.view, field.name) not in (None, "", (), 0, False):
            yield artifact.template, field.name


def test_names_and_addresses_stand_once():
    assert [name for name, count in Counter(kind.name for kind in KINDS).items() if count > 1] == []
    assert [path for path, count in Counter(kind.path for kind in KINDS).items() if count > 1] == []


def test_every_address_is_a_page_of_its_template(made, column):
    assert {kind.path: kind.template for kind in KINDS} == {
        kind.path: made[kind.path].template for kind in KINDS if (column / kind.path).is_file()
    }


def test_every_template_is_listed():
    assert {kind.template for kind in KINDS} == set(PAGES)


def test_every_kind_of_record_is_listed(listed, sample):
    site = sample.site
    records = {**site.by_path, **site.tombstones}
    found = {records[path].kind for kind in KINDS if (path := kind.path.removesuffix(".html")) in records}
    found |= {records[each.record].kind for each in listed if each.record in records}
    found |= {"translation" for each in listed if each.template == "translation.html"}
    lacking = {kind.id for kind in RECORD_KINDS} - found
    assert lacking == {"regulatory_rule"}  # a district makes none
    alike = [(kind.record, kind.template, kind.governed) for kind in RECORD_KINDS if kind.id in found]
    assert all(
        (kind.record, kind.template, kind.governed) in alike for kind in RECORD_KINDS if kind.id in lacking
    )


def test_every_state_is_listed(listed):
    states = {each.view.state.code for each in listed if getattr(each.view, "state", None)}
    assert states == set(State)


def test_every_language_is_listed(listed, made):
    assert {each.language for each in listed} == {each.language for each in made.values()}


def test_whatever_a_page_shows_some_listed_page_shows(listed, made):
    everything = {field for artifact in made.values() for field in shown(artifact)}
    assert sorted(everything - {field for artifact in listed for field in shown(artifact)}) == []


def test_every_folder_at_the_top_has_a_listed_page(made):
    tops = {path.split("/")[0] for path in made} - {"jyly"}  # the address of an old page, as zwgk
    assert sorted(tops - {kind.path.split("/")[0] for kind in KINDS}) == []
