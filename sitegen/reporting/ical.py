"""Days to remember as a calendar file (RFC 5545): whole days, the same bytes for the same events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

import msgspec

LINE = 75
"""Octets of a line, its end not counted."""
PRODUCT = "-//sitegen//sitegen//ZH"


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """An event of one whole day. `key` tells events apart and stays the same from one calendar to the next."""

    on: date
    key: str
    summary: str
    description: str = ""
    address: str = ""


def calendar(name: str, domain: str, as_of: date, days: Iterable[Day]) -> str:
    """Return a calendar of `days`; `domain` makes their identities unique in the world."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for day in days for line in _event(day, domain, as_of)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(day: Day, domain: str, as_of: date) -> Iterator[str]:
    identity = sha256(f"{day.on}\0{day.key}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{identity}@{domain}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(day.summary)}"
    if day.description:
        yield f"DESCRIPTION:{_text(day.description)}"
    if day.address:
        yield f"URL:{day.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no piece is longer than allowed and no character is cut in two."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LINE:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece
