"""Working days by the notices on holidays and make-up days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.disclosure.working_days import (
    WorkingDate,
    WorkingDays,
    after_working_days,
    announced_years,
    is_announced,
    is_working_day,
    working_days_between,
)

LAST = announced_years()[1]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2025-09-26", True),
        ("2025-09-27", False),
        ("2025-09-28", True),  # a Sunday, made up for National Day
        ("2025-10-01", False),
        ("2025-10-08", False),  # a Wednesday within the holidays
        ("2025-10-11", True),  # a Saturday, made up
        ("2024-02-09", True),  # New Year's Eve: the notice of that year left it a working day
    ],
)
def test_holidays_and_make_up_days(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2025-09-10", 20, "2025-10-14"),  # twenty working days across National Day
        ("2025-09-30", 1, "2025-10-09"),
        ("2025-09-26", 1, "2025-09-28"),
        ("2025-03-03", 5, "2025-03-10"),  # the first day is not counted
        ("2025-03-03", 0, "2025-03-03"),
    ],
)
def test_the_end_of_a_period(start: str, count: int, end: str) -> None:
    found = after_working_days(date.fromisoformat(start), count)
    assert found == WorkingDate(date.fromisoformat(end), provisional=False)


def test_years_without_a_notice_are_provisional() -> None:
    start = date(LAST, 12, 20)
    assert after_working_days(start, 40).provisional
    assert not after_working_days(start, 1).provisional
    assert after_working_days(date(LAST + 2, 3, 1), 1).provisional
    assert working_days_between(start, date(LAST + 1, 1, 1)).provisional
    assert working_days_between(date(LAST, 12, 31), date(LAST + 1, 1, 1)).provisional
    assert not working_days_between(date(LAST, 12, 1), date(LAST, 12, 31)).provisional
    assert not is_announced(date(LAST + 1, 1, 1))


def test_a_year_without_a_notice_counts_monday_to_friday() -> None:
    monday = date(LAST + 5, 1, 1)
    monday += timedelta(days=(7 - monday.weekday()) % 7)
    assert [is_working_day(monday + timedelta(days=passed)) for passed in range(7)] == [True] * 5 + [
        False
    ] * 2


def test_counting_between() -> None:
    assert working_days_between(date(2025, 9, 10), date(2025, 10, 14)) == WorkingDays(20, provisional=False)
    assert working_days_between(date(2025, 9, 10), date(2025, 9, 10)) == WorkingDays(0, provisional=False)
    assert working_days_between(date(2025, 9, 10), date(2025, 9, 1)) == WorkingDays(0, provisional=False)


@settings(deadline=None)
@given(st.dates(date(2003, 1, 1), date(LAST + 3, 1, 1)), st.integers(1, 60))
def test_counting_forward_and_back_agree(start: date, count: int) -> None:
    end = after_working_days(start, count)
    assert is_working_day(end.on)
    assert working_days_between(start, end.on) == WorkingDays(count, end.provisional)
