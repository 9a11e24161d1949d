"""The days on which pages change, as text, JSON and a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

import msgspec

from sitegen import urls
from sitegen.disclosure.phrases import chinese_date, quoted
from sitegen.model.site_config import SiteConfig
from sitegen.reporting import ical
from sitegen.reporting.coming import Coming


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The changes of the next `days` days, and the day of the very next one, however far away."""

    as_of: date
    days: int
    next: date | None
    changes: tuple[Coming, ...]


def as_text(calendar: Calendar) -> str:
    """Return a paragraph for each day."""
    if calendar.next is None:
        return f"截至{chinese_date(calendar.as_of)}，没有已知的变化，网页不会自己变。\n"
    lines = [f"下一次变化：{calendar.next.isoformat()}（{(calendar.next - calendar.as_of).days}天以后）"]
    if not calendar.changes:
        lines.append(f"{calendar.days}天以内没有变化。")
    for on, changes in groupby(calendar.changes, key=lambda change: change.on):
        lines += ["", on.isoformat(), *(f"  {_name(change)}：{change.words}" for change in changes)]
    return "".join(f"{line}\n" for line in lines)


def as_json(calendar: Calendar) -> str:
    """Return the calendar with English names."""
    return msgspec.json.format(msgspec.json.encode(calendar), indent=2).decode() + "\n"


def as_ics(calendar: Calendar, config: SiteConfig) -> str:
    """Return an event for each change, with the address of its page."""
    base = urls.base_address(config.address, config.base_path)
    days = [
        ical.Day(
            on=change.on,
            key=f"{change.cause}\0{change.path}\0{change.words}",
            summary=f"{_short(change)}：{change.words}",
            description=_name(change),
            address=base + urls.encoded(urls.page_of(change.path)),
        )
        for change in calendar.changes
    ]
    domain = urlsplit(config.address).hostname or "sitegen"
    return ical.calendar(f"{config.title}政府信息公开：网页的变化", domain, calendar.as_of, days)


def _name(change: Coming) -> str:
    number = f"（{change.number}）" if change.number else ""
    return quoted(change.title) + number


def _short(change: Coming) -> str:
    return change.number or quoted(change.title)


FORMS: Sequence[str] = ("text", "json", "ics")
