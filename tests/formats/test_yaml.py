"""YAML with positions, by the table `tables/yaml.txt`."""

import pytest
from text_tables import cases, faults_as_text

from sitegen.diagnostics import Span
from sitegen.formats.yaml_events import MOST_LEVELS, MOST_NODES
from sitegen.formats.yaml_nodes import Broken, Mapping, Scalar, Sequence, compose


def tree(node):
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{entry.key.text}: {tree(entry.value)}" for entry in node.entries) + "}"
    if isinstance(node, Sequence):
        return "[" + ", ".join(tree(item) for item in node.items) + "]"
    if isinstance(node, Scalar):
        text = node.text.replace("\n", "\\n")
        return f'"{text}"' if node.quoted else f"|'{text}'" if node.block else f"'{text}'"
    return "broken" if isinstance(node, Broken) else "None"


def outcome(text):
    node, faults = compose(text)
    return "\n".join([*faults_as_text(faults).splitlines(), f"= {tree(node)}"])


@pytest.mark.parametrize(("given", "expected"), cases("yaml.txt"))
def test_yaml(given, expected):
    assert outcome(given) == expected.strip()


def test_spans_count_characters_and_lines_of_the_file():
    node, _ = compose("标题: 😀𠀀 甲\n关键词: [一, “二”]\n概述: |\n  甲\n  乙\n日期: x\n", first_line=8)
    title, keywords, summary, date = (entry.value for entry in node.entries)
    assert title.span == Span(8, 5, 8, 9)
    assert keywords.span == Span(9, 6, 9, 14)
    assert [item.span for item in keywords.items] == [Span(9, 7, 9, 8), Span(9, 10, 9, 13)]
    assert summary.span == Span(10, 5, 13, 1)
    assert date.span == Span(13, 5, 13, 6)
    assert node.span == Span(8, 1, 13, 6)


def test_spans_are_those_of_the_written_text_where_it_was_mended():
    node, faults = compose("标题：青岚\n文号:甲\n审核: {拟稿：张}\n", first_line=2)
    assert [fault.span for fault in faults] == [Span(2, 3, 2, 4), Span(3, 3, 3, 4), Span(4, 8, 4, 9)]
    assert [entry.value.span for entry in node.entries[:2]] == [Span(2, 4, 2, 6), Span(3, 4, 3, 5)]


def test_faults_are_on_the_lines_of_the_file():
    _, faults = compose("标题: 甲\n\n文号: @x\n标题: 乙\n", first_line=12)
    assert [(fault.id, fault.span.line) for fault in faults] == [("SG152", 14), ("SG144", 15)]
    assert "第 12 行一次，第 15 行又一次" in faults[1].message


@pytest.mark.parametrize(
    ("sign", "number"), [("\x00", "U+0000"), ("\x1b", "U+001B"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")]
)
def test_unreadable_characters_are_faults_and_do_not_stop_the_rest(sign, number):
    node, faults = compose(f"标题: 甲{sign}乙\n文号: @\n")
    assert [(fault.id, fault.span.line, fault.span.column) for fault in faults] == [
        ("SG156", 1, 6),
        ("SG152", 2, 5),
    ]
    assert number in faults[0].message
    assert node.entries[0].value.text == "甲\ufffd乙"


@pytest.mark.parametrize("sign", ["\r", "\x85", "\u2028", "\u2029"])
def test_odd_line_ends_do_not_move_the_lines(sign):
    node, faults = compose(f"标题: 甲{sign}乙\n文号: 丙\n")
    assert not faults
    assert node.entries[1].value.span == Span(2, 5, 2, 6)


def test_a_text_of_too_many_nodes_is_refused():
    node, faults = compose("- 甲\n" * (MOST_NODES + 5))
    assert node is None
    assert [fault.id for fault in faults] == ["SG158"]
    assert faults[0].span.line == MOST_NODES


def test_many_nodes_are_read():
    node, faults = compose("- 甲\n" * (MOST_NODES - 1))
    assert (len(node.items), faults) == (MOST_NODES - 1, ())


def test_endless_nesting_is_refused_at_once():
    _, faults = compose("[" * 100_000)
    assert [(fault.id, fault.span.column) for fault in faults] == [("SG157", MOST_LEVELS + 1)]


def test_aliases_cannot_multiply():
    rows = [f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]" for number in range(1, 30)]
    _, faults = compose("a0: &a0 [甲]\n" + "\n".join(rows))
    assert {fault.id for fault in faults} == {"SG145"}


def test_a_very_long_key_is_a_fault():
    _, faults = compose("长" * 1100 + ": 甲\n文号: 乙\n")
    assert [fault.id for fault in faults] == ["SG166"]


def test_many_faulty_lines_are_reported_up_to_a_limit():
    _, faults = compose("".join(f"甲{number}: @x\n" for number in range(100)))
    assert len(faults) == 25
