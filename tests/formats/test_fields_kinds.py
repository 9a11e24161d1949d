"""The findings of the text formats: one id each, complete, in Chinese."""

import re

import pytest

from sitegen.formats import encoding, fields, front_matter, yaml_nodes

KINDS = encoding.KINDS + front_matter.KINDS + yaml_nodes.KINDS + fields.KINDS


def test_ids_are_unique_and_in_the_range_of_their_module():
    numbers = [int(kind.id.removeprefix("SG")) for kind in KINDS]
    assert len(set(numbers)) == len(numbers)
    assert {int(kind.id[2:]) for kind in encoding.KINDS} <= set(range(101, 130))
    assert {int(kind.id[2:]) for kind in front_matter.KINDS + yaml_nodes.KINDS} <= {129, 199, *range(130, 170)}
    assert {int(kind.id[2:]) for kind in fields.KINDS} <= set(range(170, 200))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_kinds_are_complete_sentences(kind):
    for text in (kind.name, kind.message, kind.why, kind.help):
        assert re.search("[\u4e00-\u9fff]", text) or text == "{advice}"
    assert kind.message[-1] in "。}"
    assert kind.why.endswith("。")
    assert not kind.name.endswith("。")
    assert len(kind.message) <= 60
