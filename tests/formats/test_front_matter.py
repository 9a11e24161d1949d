"""Where the header ends and the body begins, by the table `tables/front_matter.txt`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_tables import cases, faults_as_text

from sitegen.formats.front_matter import split


def outcome(text):
    front, faults = split(text)
    parts = [f"header {front.header_line} {front.header!r}", f"body {front.body_line} {front.body!r}"]
    return "\n".join([*faults_as_text(faults).splitlines(), *parts])


@pytest.mark.parametrize(("given", "expected"), cases("front_matter.txt"))
def test_front_matter(given, expected):
    assert outcome(given) == expected.strip()


@given(
    st.lists(
        st.sampled_from(
            ["---", "标题: 甲", "正文。", "", "...", "———", "  ---", "# 总则", "- 乙", "文号：丙"]
        )
    )
)
def test_parts_lie_where_they_are_said_to_lie(lines):
    text = "\n".join(lines)
    front, faults = split(text)
    written = text.split("\n")
    header = front.header.split("\n")[:-1]
    assert header == written[front.header_line - 1 :][: len(header)]
    body = front.body.split("\n") if front.body else []
    assert body == [] or body == written[front.body_line - 1 :]
    for fault in faults:
        assert fault.span is None or 1 <= fault.span.line <= fault.span.end_line <= len(written)
    if front.header.strip() and not faults:
        assert written[0].rstrip() == "---"


@given(st.text(max_size=100))
def test_arbitrary_text(text):
    split(text)
