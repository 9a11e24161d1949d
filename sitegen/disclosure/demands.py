"""What a standard catalogue demands of each item: whether it must be on the site, and by when (R89–R91, R24).

A catalogue demands an item of the open site only where three columns agree: 政府网站 is among the channels, the
method is 主动公开, the audience 全社会. Where one of them was not seen in any source, nothing is demanded and
nothing is guessed.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from sitegen.disclosure.working_days import WorkingDate, after_working_days
from sitegen.model.catalogues import Channels, Item, LimitPart

EVERYONE, GROUP = "全社会", "特定群体"
ACTIVELY, ON_REQUEST = "主动公开", "依申请公开"
WEBSITE = "wangzhan"
"""The code of the channel 政府网站 in `catalogs/channels.yaml`."""
OTHER = "其他"
LASTING = "长期"


class Demand(StrEnum):
    """Whether an item must be published on the site, and if not, why."""

    REQUIRED = "required"
    ELSEWHERE = "elsewhere"
    GROUP_ONLY = "group_only"
    ON_REQUEST_ONLY = "on_request_only"
    UNKNOWN = "unknown"
    RETIRED = "retired"


def website_names(channels: Channels) -> frozenset[str]:
    """Return what catalogues call 政府网站."""
    return frozenset(
        name for term in channels.channels if term.code == WEBSITE for name in (term.title, *term.aliases)
    )


def is_retired(item: Item, as_of: date) -> bool:
    """Tell whether an item is no longer used; 停用 is a day, or a word such as 是."""
    if not item.retired:
        return False
    try:
        return date.fromisoformat(item.retired) <= as_of
    except ValueError:
        return True


def closed_to_public(item: Item) -> Demand | None:
    """Return why an item must not be put on the open site (R90), or None where it may be."""
    if GROUP in item.audience and EVERYONE not in item.audience:
        return Demand.GROUP_ONLY
    if ON_REQUEST in item.method and ACTIVELY not in item.method:
        return Demand.ON_REQUEST_ONLY
    return None


def demand_of(item: Item, website: frozenset[str], as_of: date) -> Demand:
    """Return what the catalogue demands; `website` are the names of the channel 政府网站."""
    if is_retired(item, as_of):
        return Demand.RETIRED
    closed = closed_to_public(item)
    if closed is not None:
        return closed
    on_site = any(channel in website for channel in item.channels)
    if item.channels and not on_site:
        return Demand.ELSEWHERE
    if on_site and EVERYONE in item.audience and ACTIVELY in item.method:
        return Demand.REQUIRED
    return Demand.UNKNOWN


def is_known_channel(name: str, channels: Channels) -> bool:
    """Tell whether a ticked channel is in the list (R89); 其他 may be followed by what it is."""
    if name.startswith((f"{OTHER}：", f"{OTHER}:")):
        return True
    return any(name == term.title or name in term.aliases for term in channels.channels)


def is_in_words(item: Item) -> bool:
    """Tell whether an item has a limit of text only: neither days nor 实时, 及时, 长期, nor what it counts from."""
    limit = item.time_limit
    return (
        limit is not None
        and bool(limit.text)
        and not (limit.parts or limit.sort or limit.counted_from)
        and limit.working_days is None
        and limit.calendar_days is None
    )


class Limit(msgspec.Struct, frozen=True):
    """公开时限 in days after the information was formed: working days, or calendar days."""

    days: int
    working: bool = True

    def last_day(self, formed_on: date) -> WorkingDate:
        """Return the last day on which information formed on `formed_on` is in time."""
        if self.working:
            return after_working_days(formed_on, self.days)
        return WorkingDate(formed_on + timedelta(days=self.days), provisional=False)

    def surely_kept(self, formed_on: date, published_on: date) -> bool:
        """Tell at a glance that a publication was in time: working days are never fewer than days."""
        return (published_on - formed_on).days <= self.days


def limit_of(item: Item, statutory_days: int) -> Limit | None:
    """Return by when information must be published; None where that cannot be told.

    An item without a limit, or with 实时 and 及时, is held to the law's `statutory_days` working days (art. 26).
    Where days count from something else than the information's forming, or the limit is only text, nobody can tell.
    An item with several limits is held to the longest of them.
    """
    limit = item.time_limit
    if limit is None:
        return Limit(statutory_days)
    if not limit.parts:
        whole = LimitPart(
            working_days=limit.working_days,
            calendar_days=limit.calendar_days,
            sort=limit.sort,
            counted_from=limit.counted_from,
        )
        return _limit_of(whole, statutory_days)
    limits = [_limit_of(part, statutory_days) for part in limit.parts]
    known = [found for found in limits if found is not None]
    return max(known, key=lambda found: found.days) if len(known) == len(limits) else None


def _limit_of(part: LimitPart, statutory_days: int) -> Limit | None:
    if part.counted_from or part.sort == LASTING:
        return None
    if part.working_days is not None:
        return Limit(part.working_days)
    if part.calendar_days is not None:
        return Limit(part.calendar_days, working=False)
    return Limit(statutory_days) if part.sort else None
