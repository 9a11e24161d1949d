"""文号: one form for all ways of writing them, and finding them in texts that run together."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.disclosure.compact_text import compact
from sitegen.disclosure.document_numbers import (
    find_document_numbers,
    normalise_document_number,
    parse_document_number,
)

TABLE = (Path(__file__).parent / "statements" / "numbers.txt").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_number_has_one_form(row: list[str]):
    written, canonical, *parts = row
    assert normalise_document_number(written) == canonical
    parsed = parse_document_number(written)
    given_parts = [parsed.prefix, str(parsed.year), str(parsed.serial)] if parsed else ["-"] * 3
    assert given_parts == parts


@given(
    prefix=st.text(alphabet="青岚政综管办规发教财", min_size=2, max_size=6),
    year=st.integers(1990, 2035),
    serial=st.integers(1, 2999),
    brackets=st.sampled_from(["〔〕", "[]", "［］", "【】", "()", "（）", "﹝﹞", "[〕"]),
    gap=st.sampled_from(["", " ", "\u3000"]),
)
def test_normalising_is_stable_and_loses_nothing(
    prefix: str, year: int, serial: int, brackets: str, gap: str
):
    canonical = normalise_document_number(
        f"{prefix}{gap}{brackets[0]}{year}{brackets[1]}{gap}{serial}{gap}号"
    )
    assert canonical == f"{prefix}〔{year}〕{serial}号"
    assert normalise_document_number(canonical) == canonical
    parsed = parse_document_number(canonical)
    assert parsed is not None
    assert (parsed.prefix, parsed.year, parsed.serial) == (prefix, year, serial)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("微信 QQ空间 青政办〔2015〕76号青岚区关于养老的通知", ["青政办〔2015〕76号"]),
        ("1青政〔2010〕3号关于甲的通知2青政〔2010〕4号关于乙的意见", ["青政〔2010〕3号", "青政〔2010〕4号"]),
        (
            "关于甲的通知青政〔2010〕3号2关于乙的意见青政办〔2010〕4号",
            ["青政〔2010〕3号", "青政办〔2010〕4号"],
        ),
        ("（青管综〔2017〕9号）见青 管综〔2017〕227号文件", ["青管综〔2017〕9号", "青管综〔2017〕227号"]),
        ("根据国发〔2014〕62号和国办发〔2015〕3号文件精神", ["国发〔2014〕62号", "国办发〔2015〕3号"]),
        ("2007年4月5日中华人民共和国国务院令第492号公布", ["中华人民共和国国务院令第492号"]),
        ("自2024年3月1日起施行（试行）", []),
        ("《关于甲的通知》（日政发〔2012〕3号）", ["日政发〔2012〕3号"]),
        ("原青政发〔2012〕3号文件", ["青政发〔2012〕3号"]),
        ("不动产权证（2012）第3号", []),
    ],
)
def test_numbers_are_found_where_they_begin(text: str, numbers: list[str]):
    document = compact(text)
    found = find_document_numbers(document.text, document.boundaries)
    assert [mention.number for mention in found] == numbers


@given(st.text(alphabet="青政〔〕[]()（）2024号第令 《》关于的通知\n", max_size=80))
def test_any_text_can_be_searched(text: str):
    document = compact(text)
    for mention in find_document_numbers(document.text, document.boundaries):
        assert 0 <= mention.start < mention.end <= len(document.text)
