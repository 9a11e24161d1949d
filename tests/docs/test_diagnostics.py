"""docs/diagnostics.md has an entry for every kind of finding, and its examples bring about what they say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from sitegen.cache import Memory
from sitegen.findings import BY_ID
from tests.docs.entries import PAGE, Entry, entries, heading_of, made_of, with_made
from tests.docs.example_worlds import is_tried
from tests.docs.outcomes import right_outcome, wrong_outcome
from tests.docs.pages import read, write

IN_WORDS = {
    **{f"SG{number}": "an attachment that is no text" for number in range(720, 732)},
    "SG570": "the sound records are all signed by one office",
    "SG571": "it takes a history of commits",
    "SG572": "the sound documents have no such note",
    "SG158": "a hundred thousand values",
    "SG166": "a key of a thousand characters",
    "SG176": "no field has a limit",
    "SG184": "no field is a decimal number",
    "SG189": "no field has a limit",
    "SG202": "a symbolic link",
    "SG203": "rights of the file system",
    "SG205": "a file of many megabytes",
    "SG339": "a damaged file of the last build",
    "SG409": "SG302 says so before",
    "SG411": "SG248 says so before",
    "SG419": "a published record has at least one date",
    "SG520": "an open column has more to be told",
    "SG521": "an open column has more to be told",
    "SG534": "an open column has more to be told",
    "SG537": "an open column has more to be told",
    "SG541": "an open column has more to be told",
    "SG542": "an open column has more to be told",
    "SG544": "an open column has more to be told",
    "SG545": "an open column has more to be told",
    "SG546": "an open column has more to be told",
    "SG547": "an open column has more to be told",
    "SG548": "an open column has more to be told",
    "SG549": "an open column has more to be told",
    "SG550": "an open column has more to be told",
    "SG552": "an open column has more to be told",
    "SG553": "an open column has more to be told",
    "SG556": "a file of many megabytes",
    "SG559": "a column of two hundred records",
    "SG790": "an open column has more to be told",
    "SG792": "an open column has more to be told",
    **{f"SG{number}": "a table being imported: see tests/importing" for number in range(640, 660)},
    "SG820": "an open column has more to be told",
    "SG821": "a part of more than a thousand characters",
    "SG822": "it takes a whole report",
    "SG823": "it takes two whole reports",
    "SG824": "the place must adopt the demand",
    "SG825": "the place must adopt the demand",
    "SG826": "pictures of many kilobytes",
    "SG802": "a column of more than twenty records",
    "SG803": "it takes two builds at once: see tests/test_machine.py",
}
"""Kinds whose wrong examples are told in words only, and why they cannot be tried here."""
WITH_OTHERS = {"SG164": {"SG170"}, "SG755": {"SG221"}}
"""Wrong examples that cannot but bring about other findings too."""


@pytest.fixture(scope="module")
def memory() -> Iterator[Memory]:
    """Give one memory for all examples, so that the catalogues are read once."""
    opened = Memory(None, "test")
    yield opened
    opened.close()


@cache
def page() -> list[Entry]:
    """Return the entries of the page."""
    return entries(read(PAGE))


def by_id(entry: Entry) -> str:
    return entry.id


def test_every_kind_has_one_entry_and_every_entry_a_kind():
    assert [entry.id for entry in page()] == sorted(BY_ID), f"write or remove entries in docs/{PAGE}"


@pytest.mark.parametrize("entry", page(), ids=by_id)
def test_examples_bring_about_what_they_say(entry, memory, tmp_path, request):
    kind = BY_ID.get(entry.id)
    assert kind, f"no kind {entry.id} any more: remove its entry"
    assert entry.wrong, f"{entry.id} has no wrong example"
    assert entry.right, f"{entry.id} has no right example"
    told = None
    if entry.id not in IN_WORDS:
        found = wrong_outcome(entry, tmp_path / "wrong", memory)
        told = next((each for each in found if each.id == entry.id), None)
        assert {each.id for each in found} == {entry.id} | WITH_OTHERS.get(entry.id, set())
    if any(is_tried(piece) for piece in entry.right):
        assert right_outcome(entry, tmp_path / "right", memory) == ()
    expected = heading_of(kind), made_of(kind, told)
    if request.config.getoption("update_snapshots"):
        write(PAGE, with_made(read(PAGE), {entry.id: expected}))
    else:
        assert (entry.heading, entry.made) == expected, "see docs/contributing.md, Accepting changes"


def test_examples_told_in_words_are_the_few_that_cannot_be_tried():
    shown = {entry.id for entry in page() if not any(is_tried(piece) for piece in entry.wrong)}
    assert shown == IN_WORDS.keys()
