"""Bytes to text: what is repaired in silence, and what is a fault with which name."""

import pytest
from text_tables import faults_as_text

from sitegen.formats.encoding import decode

SENTENCE = "青岚区临时救助实施办法，自 2023 年 7 月 1 日起施行。\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (SENTENCE.encode(), SENTENCE),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE),
        (b"a\r\nb\rc\n\rd\r\n", "a\nb\nc\n\nd\n"),
        ("e\u0301 \u3000\t😀𠀀".encode(), "e\u0301 \u3000\t😀𠀀"),
    ],
)
def test_good_text(data, text):
    assert decode(data) == (text, ())


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_named_and_read(codec):
    text, faults = decode(SENTENCE.encode(codec))
    assert text == SENTENCE
    assert faults_as_text(faults) == f"- SG101 这个文件是 {codec[:6].upper()} 编码，不是 UTF-8。"


@pytest.mark.parametrize("codec", ["gbk", "gb18030"])
def test_gbk_is_named_and_read(codec):
    text, faults = decode(SENTENCE.encode(codec))
    assert text == SENTENCE
    assert (
        faults_as_text(faults) == "- SG102 这个文件是 GBK 编码（旧版 Windows 记事本里叫 ANSI），不是 UTF-8。"
    )
    assert "另存为" in faults[0].help


@pytest.mark.parametrize(
    ("data", "place", "shown"),
    [
        ("好\r\n青".encode() + b"\xff\x41", "2:2-2:3", "FF"),
        (b"\xef\xbb\xbf\xff", "1:1-1:2", "FF"),
        ("青岚".encode()[:-1], "1:2-1:3", "E5 B2"),
        (b"\xed\xa0\x80", "1:1-1:2", "ED"),
        (b"\xc0\xaf\xff", "1:1-1:2", "C0"),
    ],
)
def test_broken_bytes_have_a_place(data, place, shown):
    text, faults = decode(data)
    assert "\ufffd" in text
    assert (
        faults_as_text(faults)
        == f"{place} SG103 这里有 UTF-8 里没有的字节（{shown}），原来的字已经认不出来。"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n乙\x00", "2:2-2:3 SG104 这里有空字符（U+0000），文件可能没有传完整，或者不是文本文件。"),
        ("甲\x07", "1:2-1:3 SG105 这里有看不见的控制字符（U+0007）。"),
        ("\x7f", "1:1-1:2 SG105 这里有看不见的控制字符（U+007F）。"),
        (
            "\ue000甲\uf8ff",
            "1:1-1:2 SG106 这里有自造字（U+E000），别人的电脑显示不出来。另有 1 处，在第 1 行。",
        ),
        ("\U000f0000", "1:1-1:2 SG106 这里有自造字（U+F0000），别人的电脑显示不出来。"),
        (
            "甲\u202e乙",
            "1:2-1:3 SG107 这里有改变文字方向的控制字符（U+202E），看到的次序和实际的次序会不一样。",
        ),
        (
            "甲\u2066",
            "1:2-1:3 SG107 这里有改变文字方向的控制字符（U+2066），看到的次序和实际的次序会不一样。",
        ),
        ("甲\u2028乙", "1:2-1:3 SG108 这里有特殊的换行符（U+2028），看上去是换行，实际上不是。"),
        ("甲\x0c", "1:2-1:3 SG108 这里有特殊的换行符（U+000C），看上去是换行，实际上不是。"),
        ("甲\x85", "1:2-1:3 SG108 这里有特殊的换行符（U+0085），看上去是换行，实际上不是。"),
        ("标\ufffd", "1:2-1:3 SG109 这里有“�”，原来的字在某次转换编码时已经丢失。"),
    ],
)
def test_refused_characters_are_named_and_replaced(text, expected):
    result, faults = decode(text.encode())
    assert faults_as_text(faults) == expected
    assert len(result) == len(text)
    assert [sign for sign in result if sign in "\x00\x07\ue000\u202e\u2028"] == []


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff"])
def test_invisible_characters_are_a_warning_and_stay(sign):
    text, faults = decode(f"甲{sign}乙".encode())
    assert text == f"甲{sign}乙"
    assert [(fault.id, fault.severity) for fault in faults] == [("SG110", "warning")]


def test_each_sort_is_told_once_with_its_other_places():
    text = "\x07甲\n乙\x08\n\x07\x07丙\n\x1b丁\ue000\n\x07\n\x07\n\x07\n"
    _, faults = decode(text.encode())
    assert faults_as_text(faults).split("\n") == [
        "1:1-1:2 SG105 这里有看不见的控制字符（U+0007）。另有 7 处，在第 2、3、4、5、6 等行。",
        "4:3-4:4 SG106 这里有自造字（U+E000），别人的电脑显示不出来。",
    ]


def test_columns_after_a_refused_character_stay():
    text, _ = decode("甲\x00乙\ue000丙".encode())
    assert text == "甲\ufffd乙\ufffd丙"


def test_something_else_with_a_wide_mark():
    text, faults = decode(b"\xff\xfe\x00")
    assert [fault.id for fault in faults] == ["SG101"]
    assert "\x00" not in text
