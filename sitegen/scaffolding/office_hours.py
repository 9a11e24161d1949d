"""When a manuscript that is begun now may be published: in office hours of a working day."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sitegen.disclosure.working_days import after_working_days, is_working_day

OPENS, CLOSES = time(9), time(17)
STEP = timedelta(minutes=30)


def next_office_time(now: datetime) -> datetime:
    """Return the next full or half hour between 9:00 and 17:00 of a working day, seen from `now` (China's time)."""
    opening = datetime.combine(now.date(), OPENS)
    closing = datetime.combine(now.date(), CLOSES)
    clock = now.replace(tzinfo=None, second=0, microsecond=0)
    coming = clock + STEP - timedelta(minutes=clock.minute % 30)
    if is_working_day(now.date()) and coming <= closing:
        return max(coming, opening)
    return datetime.combine(after_working_days(now.date(), 1).on, OPENS)
