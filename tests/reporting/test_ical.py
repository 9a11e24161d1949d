"""Calendar files: escaping, folding, whole days."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sitegen.reporting.ical import Day, calendar

ON = date(2027, 1, 16)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_signs_with_a_meaning_are_escaped():
    day = Day(on=ON, key="k", summary="甲,乙;丙\\丁", description="一\n二")
    lines = unfolded(calendar("名称", "example.cn", ON, [day]))
    assert "SUMMARY:甲\\,乙\\;丙\\\\丁" in lines
    assert "DESCRIPTION:一\\n二" in lines


def test_last_day_of_a_month():
    lines = unfolded(calendar("名称", "example.cn", ON, [Day(on=date(2026, 12, 31), key="k", summary="s")]))
    assert [line for line in lines if line[:2] == "DT"][1:] == [
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
    ]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_lines_are_short_and_nothing_is_lost(summary):
    text = calendar("名称", "example.cn", ON, [Day(on=ON, key="k", summary=summary)])
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    plain = summary.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{plain}" in unfolded(text)
