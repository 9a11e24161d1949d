"""Whatever the bytes, decoding ends without an exception."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.formats.encoding import decode


def check(data):
    text, faults = decode(data)
    assert not set(text) & set("\r\x00\x0b\x0c\x85\u2028\u202e\ue000")
    lines = text.split("\n")
    for fault in faults:
        if fault.span:
            assert fault.span.line <= len(lines)
            assert fault.span.column <= len(lines[fault.span.line - 1]) + 1


@given(st.binary(max_size=200))
def test_arbitrary_bytes(data):
    check(data)


@given(
    st.text(max_size=100),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"]),
    st.integers(0, 3),
)
def test_arbitrary_text_in_several_encodings(text, codec, cut):
    data = text.encode(codec, "replace")
    check(data[: len(data) - cut])


@given(st.text(alphabet="青岚区临时救助，。办法 2023\n", min_size=1, max_size=100))
def test_chinese_text_is_never_at_fault(text):
    assert decode(text.encode()) == (text, ())
