"""工作日: counting working days by the State Council's yearly notices on holidays and make-up days.

The day on which a period begins is not counted (民法典 第二百零一条). For years without a notice yet, Monday
to Friday are counted and the result is provisional: the notice, due in November or so, may move it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import msgspec
from chinese_calendar import constants

SATURDAY = 5


class WorkingDate(msgspec.Struct, frozen=True):
    """A day that was counted to. `provisional`: some of the days counted have no notice yet."""

    on: date
    provisional: bool


class WorkingDays(msgspec.Struct, frozen=True):
    """A number of working days. `provisional`: some of the days counted have no notice yet."""

    count: int
    provisional: bool


@lru_cache(maxsize=1)
def announced_years() -> tuple[int, int]:
    """Return the first and the last year whose holidays are known."""
    years = {day.year for day in constants.holidays}
    return min(years), max(years)


def is_announced(day: date) -> bool:
    """Tell whether the holidays of the day's year are known."""
    first, last = announced_years()
    return first <= day.year <= last


def is_working_day(day: date) -> bool:
    """Tell whether offices work on `day`; for a year without a notice, whether it is Monday to Friday."""
    return day in constants.workdays or (day.weekday() < SATURDAY and day not in constants.holidays)


def after_working_days(start: date, count: int) -> WorkingDate:
    """Return the last day of a period of `count` working days that begins on `start`; `start` is not counted.

    A period of no days ends on `start`.
    """
    day, left, provisional = start, count, False
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day)
        provisional = provisional or not is_announced(day)
    return WorkingDate(day, provisional)


def working_days_between(start: date, end: date) -> WorkingDays:
    """Return how many working days there are after `start` up to and with `end`; 0 where `end` is earlier."""
    days = [start + timedelta(days=passed) for passed in range(1, (end - start).days + 1)]
    return WorkingDays(
        count=sum(is_working_day(day) for day in days),
        provisional=any(not is_announced(day) for day in {*days[:1], *days[-1:]}),
    )
