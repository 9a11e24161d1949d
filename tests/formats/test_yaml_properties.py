"""Whatever the text, reading it as YAML ends without an exception and points into the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.formats.yaml_nodes import Mapping, Sequence, compose

SIGNS = "a甲:：\n\n  \t-[]{},\"'“”#&*!|>%@`?~<.\\\u3000\xa0😀\r\x00\x85\u2028\ufeff---\ud800"
PIECES = [
    "标题: 甲\n",
    "标题：甲\n",
    "  乙: 丙\n",
    "- 丁\n",
    "\t戊\n",
    "己: [",
    "]",
    "{",
    "庚: |\n",
    "'",
    '"',
    "---\n",
]
KEYS = st.text("甲乙丙ab", min_size=1, max_size=6)
VALUES = st.text("一二三“”《》〔〕，：（）012ab", max_size=9)


def spans(node):
    yield node.span
    if isinstance(node, Sequence):
        for item in node.items:
            yield from spans(item)
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key.span
            yield from spans(entry.value)


def assert_inside(span, text, first_line):
    lines = text.split("\n")
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert first_line <= line < first_line + len(lines)
        assert 1 <= column <= len(lines[line - first_line]) + 1


def check(text, first_line=1):
    node, faults = compose(text, first_line=first_line)
    for fault in faults:
        assert_inside(fault.span, text, first_line)
    for span in spans(node) if node is not None else ():
        assert_inside(span, text, first_line)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(SIGNS), max_size=80), st.integers(1, 50))
def test_signs_of_yaml(text, first_line):
    check(text, first_line)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=20))
def test_pieces_of_yaml(pieces):
    check("".join(pieces))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_arbitrary_text(text):
    check(text)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.text("甲乙丙ab", min_size=1, max_size=6), st.text("一二三“”《》〔〕，：（）012ab", max_size=9)
    )
)
def test_plain_values_come_back_as_written(values):
    node, faults = compose("".join(f"{key}: {value}\n" for key, value in values.items()))
    assert {fault.id for fault in faults} <= {"SG143"}  # Chinese quotes round Latin letters only
    found = {entry.key.text: entry.value.text for entry in (node.entries if node else ())}
    assert faults or found == values
