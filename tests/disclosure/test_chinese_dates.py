"""Dates and numbers in Chinese, and texts without their gaps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.disclosure.chinese_dates import add_months, parse_date, parse_number
from sitegen.disclosure.compact_text import compact


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5", 5),
        ("12", 12),
        ("五", 5),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十五", 25),
        ("一百二十", 120),
        ("廿五", 25),
        ("贰", 2),
        ("年", None),
        ("", None),
    ],
)
def test_numbers(written: str, number: int | None):
    assert parse_number(written) == number


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024年3月5日", date(2024, 3, 5)),
        ("2024-03-05", date(2024, 3, 5)),
        ("2024.3.5", date(2024, 3, 5)),
        ("2024/3/5", date(2024, 3, 5)),
        ("二〇二四年三月五日", date(2024, 3, 5)),
        ("二〇一二年十二月三十一日", date(2012, 12, 31)),
        ("二零一二年元月二十日", date(2012, 1, 20)),
        ("2016月4月5日", date(2016, 4, 5)),
        ("2024年3月", date(2024, 3, 1)),
        ("2024年4月日", None),
        ("2023年2月30日", None),
        ("2023年13月1日", None),
        ("第3次会议", None),
    ],
)
def test_dates(written: str, day: date | None):
    assert parse_date(written) == day


def test_a_month_without_the_day_ends_the_term_on_its_last():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


@given(st.text(alphabet="青岚 \u3000\n*#|<>《》（）(),，。ab12br/&nbsp;[]", max_size=60))
def test_every_position_leads_back_to_the_original(text: str):
    document = compact(text)
    for position, character in enumerate(document.text):
        if character not in " \n":
            original = document.original[document.origin(position)]
            assert compact(original).text in (character, "")


def test_gaps_go_and_meaning_stays():
    document = compact(
        "第 一 条\u3000自 2024 年\n3 月 1 日起，PPP mode\n\n**《甲》**（青政〔２０２４〕 3 号）"
    )
    assert document.text == "第一条自2024年3月1日起,PPP mode\n《甲》(青政〔2024〕3号)"
    assert document.quote(0, 3) == "第 一 条"
