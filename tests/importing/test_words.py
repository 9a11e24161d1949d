"""The words of tables: every one means one thing, and only what catalogues may hold."""

from __future__ import annotations

import pytest

from sitegen.importing import headings as h
from sitegen.importing.texts import key_of
from sitegen.importing.words import CHANNELS, WORDS, read_words
from tests.importing.cases import FILES, TITLES
from tests.importing.cases import WORDS as SHIPPED


def test_fields_are_those_that_are_read():
    names = {h.NUMBER, h.CODE, h.DOMAIN, h.CATEGORY, h.TITLE, h.THIRD, h.ITEM, *h.EXPECTED}
    assert set(SHIPPED.fields.values()) == names


def test_choices_are_what_catalogues_hold():
    values = {
        (each.field, value) for group in SHIPPED.choices.values() for each in group for value in each.values
    }
    assert values == {
        (h.AUDIENCE, "全社会"),
        (h.AUDIENCE, "特定群体"),
        (h.METHOD, "主动公开"),
        (h.METHOD, "依申请公开"),
        *((h.LEVELS, level) for level in ("市级", "县级", "乡级", "村级")),
    }


def test_no_word_means_two_things():
    assert not SHIPPED.not_read & set(SHIPPED.fields)
    assert not SHIPPED.ticked & SHIPPED.unticked
    assert not SHIPPED.tick_words & SHIPPED.no_tick_words
    assert all(len(group) == 1 for group in SHIPPED.choices.values())


def test_other_names_are_of_domains_and_of_one_each():
    assert set(SHIPPED.other_names) <= set(TITLES)
    names = [key_of(name) for group in SHIPPED.other_names.values() for name in group]
    assert len(names) == len(set(names))
    assert not set(names) & set(map(key_of, TITLES))


@pytest.mark.parametrize("name", [WORDS, CHANNELS])
@pytest.mark.parametrize("text", ["", "表头: [\n", "表头: 1\n"])
def test_a_file_with_a_fault_is_named(name, text):
    with pytest.raises(ValueError, match=name):
        read_words({**FILES, name: text.encode()})
