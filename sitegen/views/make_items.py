"""The rows of a catalogue's official table: what the catalogue says of an item, and what was published of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.demands import (
    ACTIVELY,
    EVERYONE,
    GROUP,
    ON_REQUEST,
    Demand,
)
from sitegen.disclosure.fulfilment import Obligation, Status
from sitegen.disclosure.obligations import NOTHING
from sitegen.model.catalogues import Item
from sitegen.model.records import AnyRecord, NothingToDisclose
from sitegen.views.catalogue import Chip, Holding, ItemRow, OfficialRow, Tick
from sitegen.views.common import Link
from sitegen.views.item_places import anchor_of
from sitegen.views.shelf import Shelf, body_name, published_on

NEWEST = 3
"""Records that an item's row links."""
OFFICIAL_LEVELS = ("县级", "乡级")
"""公开层级 in the official form; catalogues of other levels have more columns."""
ALL_LEVELS = ("市级", "县级", "乡级", "村级")
NEVER = "未公开"
NOT_DEMANDED = {
    Demand.ELSEWHERE: "不在网站公开",
    Demand.GROUP_ONLY: "不在网站公开",
    Demand.ON_REQUEST_ONLY: "依申请公开",
    Demand.UNKNOWN: "不能确定",
}
"""The word for an item that need not be on the site."""


def item_row(
    item: Item, span: int, levels: Sequence[str], obligations: Sequence[Obligation], shelf: Shelf
) -> ItemRow:
    """Return the row of `item`; `span` counts the rows of its category where it is the first, else 0."""
    tied = shelf.coverage.tied.get(item.code, NOTHING)
    records = tied.records
    return ItemRow(
        **msgspec.structs.asdict(official_row(item, span)),
        anchor=anchor_of(item),
        channels=item.channels,
        other_channels=other_boxes(item, shelf),
        ticks=tuple(ticks_of(item, levels)),
        holdings=tuple(_holdings(records, obligations, shelf)),
        count=len(records),
        chips=tuple(_chips(item, obligations, bool(records), shelf)),
        columns=tuple(_columns(item, shelf)),
    )


def official_row(item: Item, span: int) -> OfficialRow:
    """Return what the official table says of an item; `span` counts the rows of its category, or is 0."""
    return OfficialRow(
        number=item.number,
        category=item.category,
        span=span,
        title=item.title,
        elements=item.elements,
        legal_basis=item.legal_basis,
        time_limit=item.time_limit.text if item.time_limit is not None else "",
        publisher=item.publisher,
    )


def levels_of(items: Sequence[Item]) -> tuple[str, ...]:
    """Return the columns of 公开层级 that a table of these items needs."""
    used = {level for item in items for level in item.levels}
    others = sorted(used - set(ALL_LEVELS))
    return (*(level for level in ALL_LEVELS if level in used or level in OFFICIAL_LEVELS), *others)


def limit_words(item: Item, shelf: Shelf) -> str:
    """Return by when an item is to be published, in the catalogue's words or the law's."""
    if item.time_limit is not None and item.time_limit.text:
        return item.time_limit.text
    days = shelf.site.catalogues.profile.disclosure.working_days.value
    return f"信息形成或者变更之日起{days}个工作日内"


def lateness(obligation: Obligation, shelf: Shelf) -> Chip | None:
    """Return the remark on information that came late or is old; None where there is nothing to say."""
    if obligation.status is Status.STALE:
        return Chip(tone="due", word=f"超过{shelf.coverage.stale_days[obligation.domain]}天未更新")
    if obligation.status is Status.LATE:
        about = "约" if obligation.provisional else ""
        return Chip(tone="due", word=f"迟于时限{about}{obligation.days_late}个工作日")
    return None


def ticks_of(item: Item, levels: Sequence[str]) -> Iterator[Tick]:
    """Give the boxes for audience, method and level, in the order of the head."""
    yield Tick(label=EVERYONE, on=EVERYONE in item.audience)
    yield Tick(label=GROUP, on=GROUP in item.audience)
    yield Tick(label="主动", on=ACTIVELY in item.method)
    yield Tick(label="依申请", on=ON_REQUEST in item.method)
    for level in levels:
        yield Tick(label=level, on=level in item.levels)


def other_boxes(item: Item, shelf: Shelf) -> tuple[str, ...]:
    """Return the boxes that the official form leaves empty; none where the channels are not known."""
    if not item.channels:
        return ()
    ticked = {channel.partition("：")[0] for channel in item.channels}
    terms = shelf.site.catalogues.channels.channels
    return tuple(term.title for term in terms if ticked.isdisjoint((term.title, *term.aliases)))


def _holdings(
    records: Sequence[AnyRecord], obligations: Sequence[Obligation], shelf: Shelf
) -> Iterator[Holding]:
    remarks = {found.newest: lateness(found, shelf) for found in obligations}
    for record in records[:NEWEST]:
        yield _holding(record, remarks.get(record.path))
    for found in obligations:
        if found.status is Status.DECLARED:
            declaration = shelf.site.by_path[found.newest]
            period = declaration.period if isinstance(declaration, NothingToDisclose) else ""
            yield _holding(declaration, Chip(word="无此类信息", text=period))


def _holding(record: AnyRecord, chip: Chip | None) -> Holding:
    return Holding(
        title=record.title, path=urls.page_of(record.path), on=published_on(record).date(), chip=chip
    )


def _chips(item: Item, obligations: Sequence[Obligation], has_records: bool, shelf: Shelf) -> Iterator[Chip]:
    demand = shelf.coverage.demands[item.code]
    missing = [found for found in obligations if not found.is_met]
    if missing:
        names = "、".join(body_name(found.body, shelf.site) for found in missing if found.body)
        named = f"{names}。" if names and len(missing) < len(obligations) else ""
        yield Chip(tone="late", word=NEVER, text=f"{named}公开时限：{limit_words(item, shelf)}")
    elif demand in NOT_DEMANDED and not has_records:
        yield Chip(word=NOT_DEMANDED[demand], text=_reason(item, demand))


def _reason(item: Item, demand: Demand) -> str:
    if demand is Demand.ELSEWHERE:
        return f"按目录在{'、'.join(channel.removeprefix('其他：') for channel in item.channels)}公开"
    if demand is Demand.GROUP_ONLY:
        return f"按目录只向特定群体公开{f'（{item.audience_note}）' if item.audience_note else ''}"
    if demand is Demand.ON_REQUEST_ONLY:
        return "按目录依申请公开"
    return "目录的渠道、对象、方式没有看全，不计入应公开事项"


def _columns(item: Item, shelf: Shelf) -> Iterator[Link]:
    for path in item.columns:
        column = shelf.site.columns.get(path)
        if column is not None:
            yield Link(title=column.title, path=urls.index_of(path))
