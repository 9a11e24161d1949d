"""What is public on a day: only a final record that is 主动公开 and whose 发布日期 has come (R29, R82)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec

from sitegen.model.records import AnyRecord, Tombstone, Translation
from sitegen.model.values import Disclosure, Stage

LONG_AGO = datetime(1949, 10, 1)


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """The records of a site on one day.

    `published` is newest first. `held` are those that are not public, `tombstones` the statements that stand in
    the place of what was withdrawn, both by record path. `translations` are no records of their own: they go with
    their originals.
    """

    published: tuple[AnyRecord, ...]
    held: Mapping[str, AnyRecord]
    tombstones: Mapping[str, Tombstone]
    translations: tuple[Translation, ...] = ()


def publication(records: Iterable[AnyRecord], as_of: date) -> Publication:
    """Return what of `records` is public on the day `as_of`."""
    published: list[AnyRecord] = []
    held: dict[str, AnyRecord] = {}
    tombstones: dict[str, Tombstone] = {}
    translations: list[Translation] = []
    for record in records:
        if isinstance(record, Translation):
            translations += [record] if _is_public(record, as_of) else []
        elif isinstance(record, Tombstone):
            if _stands(record, as_of):
                tombstones[record.path] = record
            else:
                held[record.path] = record
        elif _is_public(record, as_of):
            published.append(record)
        else:
            held[record.path] = record
    published.sort(key=lambda record: record.path)
    published.sort(key=lambda record: record.published_at or LONG_AGO, reverse=True)
    return Publication(
        published=tuple(published), held=held, tombstones=tombstones, translations=tuple(translations)
    )


def is_decided(record: AnyRecord) -> bool:
    """Tell whether a record says enough to know whether it is public; one that does not has a finding of its own."""
    if record.stage is Stage.DRAFT or isinstance(record, Tombstone):
        return True
    if record.disclosure is Disclosure.ACTIVE:
        return record.published_at is not None
    return record.disclosure is not None


def why_held(record: AnyRecord) -> str:
    """Return in words why a record is not published."""
    if record.stage is Stage.DRAFT:
        return "还是草稿"
    if isinstance(record, Tombstone):
        return "已经撤下"
    if record.disclosure is Disclosure.ON_REQUEST:
        return "的公开属性是依申请公开"
    if record.disclosure is Disclosure.WITHHELD:
        return "的公开属性是不予公开"
    return "还没有到发布日期"


def _is_public(record: AnyRecord, as_of: date) -> bool:
    return (
        record.disclosure is Disclosure.ACTIVE
        and record.stage is Stage.FINAL
        and record.published_at is not None
        and record.published_at.date() <= as_of
    )


def _stands(record: Tombstone, as_of: date) -> bool:
    day = record.withdrawn_on
    return record.stage is Stage.FINAL and day is not None and day <= as_of
