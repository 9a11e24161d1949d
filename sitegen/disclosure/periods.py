"""时期: the period for which a body declares that it has nothing to disclose, and how long that stands."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from sitegen.patterns import expression

_PERIOD = expression(
    r"(?P<year>20\d\d)年(?:度|全年)?(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|(?P<month>1[0-2]|0?[1-9])月(?:份)?)?"
)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def period_of(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of 2026年, 2026年上半年, 2026年第三季度 or 2026年10月; None for other texts."""
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        return None
    first, months = 1, 12
    if found["half"]:
        first, months = (1 if found["half"] == "上" else 7), 6
    elif found["quarter"]:
        quarter = _QUARTERS.get(found["quarter"]) or int(found["quarter"])
        first, months = 3 * quarter - 2, 3
    elif found["month"]:
        first, months = int(found["month"]), 1
    year, last = int(found["year"]), first + months - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def stands_until(text: str) -> date | None:
    """Return the last day on which a declaration for the period `text` stands; None where it has no end.

    A declaration speaks of the past: nothing new is due before the next period of the same length has gone by.
    """
    period = period_of(text)
    if period is None:
        return None
    first, last = period
    months = (last.month - first.month) + 1
    following = last + timedelta(days=1)
    month = following.month + months - 1
    return date(following.year, month, monthrange(following.year, month)[1])
