"""How an obligation to publish stands: met, late, stale, declared empty, or never met (S32, R24, R91, R93)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.disclosure.demands import limit_of
from sitegen.disclosure.periods import stands_until
from sitegen.disclosure.working_days import WorkingDate, working_days_between
from sitegen.model.catalogues import Item
from sitegen.model.records import AnyRecord, NothingToDisclose


class Status(StrEnum):
    """How an obligation stands.

    `LATE`: the newest information came after its limit. `STALE`: it is older than the place allows. `DECLARED`:
    the body says that there is no such information (无此类信息). A record both late and old is `STALE`.
    """

    MET = "met"
    LATE = "late"
    STALE = "stale"
    DECLARED = "declared"
    NEVER = "never"


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """One body's duty to publish one item. `body` is "" where nobody is known to answer for it.

    `newest` is the path of the newest record, or of the declaration. Where that came late, `due` was the last
    day for it and `days_late` the working days that passed (`provisional`: some years have no calendar yet).
    """

    domain: str
    item: str
    body: str
    status: Status
    count: int = 0
    last_updated: date | None = None
    last_verified: date | None = None
    newest: str = ""
    due: date | None = None
    days_late: int = 0
    provisional: bool = False

    @property
    def is_met(self) -> bool:
        """Whether something was published, or its absence declared."""
        return self.status is not Status.NEVER


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """By what an obligation is judged.

    `statutory_days` are the working days of art. 26, for items without a limit of their own; `stale_days` after
    how many days the newest information is stale, None where the place does not say.
    """

    as_of: date
    statutory_days: int
    stale_days: int | None = None


def judged(
    bare: Obligation,
    item: Item,
    records: Sequence[AnyRecord],
    declarations: Iterable[NothingToDisclose],
    terms: Terms,
) -> Obligation:
    """Return the obligation `bare` as the body's records and declarations (both newest first) leave it."""
    standing = next((found for found in declarations if _stands(found, terms.as_of)), None)
    if standing is not None and not (records and _published(records[0]) >= _published(standing)):
        return _with(bare, Status.DECLARED, standing, len(records), _verified([standing]))
    if not records:
        return bare
    return _in_time(
        _with(bare, Status.MET, records[0], len(records), _verified(records)), item, records[0], terms
    )


def _with(bare: Obligation, status: Status, newest: AnyRecord, count: int, verified: date) -> Obligation:
    return msgspec.structs.replace(
        bare,
        status=status,
        count=count,
        last_updated=_published(newest),
        last_verified=verified,
        newest=newest.path,
    )


def _in_time(met: Obligation, item: Item, newest: AnyRecord, terms: Terms) -> Obligation:
    """Return the obligation with what its newest record tells about limits: stale, late or neither."""
    age = (terms.as_of - (met.last_verified or _published(newest))).days
    stale = terms.stale_days is not None and age > terms.stale_days
    due = _missed(item, newest, terms)
    if due is None:
        return msgspec.structs.replace(met, status=Status.STALE) if stale else met
    late = working_days_between(due.on, _published(newest))
    return msgspec.structs.replace(
        met,
        status=Status.STALE if stale else Status.LATE,
        due=due.on,
        days_late=late.count,
        provisional=due.provisional or late.provisional,
    )


def _missed(item: Item, newest: AnyRecord, terms: Terms) -> WorkingDate | None:
    """Return the day by which a record was due, where it came later.

    What was entered afterwards (补录) or taken from elsewhere (转载) tells nothing of when it was first published.
    """
    formed_on, published_on = newest.written_on, _published(newest)
    if formed_on is None or newest.backfilled or newest.reprint_of is not None:
        return None
    limit = limit_of(item, terms.statutory_days)
    if limit is None or limit.surely_kept(formed_on, published_on):
        return None
    due = limit.last_day(formed_on)
    return due if published_on > due.on else None


def _stands(declaration: NothingToDisclose, as_of: date) -> bool:
    until = stands_until(declaration.period)
    return until is None or as_of <= until


def _published(record: AnyRecord) -> date:
    return record.published_at.date() if record.published_at is not None else date.min


def _verified(records: Sequence[AnyRecord]) -> date:
    """Return the last day on which any of the records, newest first, was published or verified."""
    checked = max((record.verified_on for record in records if record.verified_on), default=date.min)
    return max(checked, _published(records[0]))
