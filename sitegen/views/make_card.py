"""The header card of a record (R67–R69): which facts, in which order."""

from __future__ import annotations

from datetime import date, datetime

from sitegen import urls
from sitegen.model.records import AnyRecord, Document, Periodical
from sitegen.views.common import Fact
from sitegen.views.shelf import Shelf


def card_of(record: AnyRecord, shelf: Shelf) -> tuple[Fact, ...]:
    """Return the facts of the card, in the order of gov.cn and then what others add; what is not known is left out."""
    values = (
        ("索引号", record.index_number),
        ("主题分类", record.theme),
        ("发文机关", "、".join(record.issuing_bodies)),
        ("发布机构", record.publisher),
        *_numbers(record),
        ("成文日期", shown(record.written_on)),
        ("发布日期", shown(record.published_at)),
        *_term(record),
        ("体裁", record.genre),
        *_period(record),
        ("责任部门", record.responsible_body if record.responsible_body != record.publisher else ""),
        ("关键词", "；".join(record.keywords)),
    )
    return tuple(
        Fact(label=label, value=value, path=_body_path(value, shelf) if label == "发布机构" else "")
        for label, value in values
        if value
    )


def _numbers(record: AnyRecord) -> tuple[tuple[str, str], ...]:
    if not isinstance(record, Document):
        return ()
    return ("文号", record.document_number), ("统一登记号", record.registry_number)


def _term(record: AnyRecord) -> tuple[tuple[str, str], ...]:
    if not isinstance(record, Document):
        return ()
    return ("施行日期", shown(record.effective_on)), ("有效期至", shown(record.valid_until))


def _period(record: AnyRecord) -> tuple[tuple[str, str], ...]:
    if not isinstance(record, Periodical):
        return ()
    return ("年度", f"{record.year}年" if record.year else ""), ("时期", record.period)


def _body_path(name: str, shelf: Shelf) -> str:
    body = shelf.site.bodies_by_name.get(name)
    return urls.page_of(body.path) if body is not None else ""


def shown(day: date | None) -> str:
    """Return a date as cards show it (R79), 2023年5月10日, with the time where it is known; nothing for none."""
    if day is None:
        return ""
    text = f"{day.year}年{day.month}月{day.day}日"
    if isinstance(day, datetime) and (day.hour, day.minute) != (0, 0):
        return f"{text} {day.hour:02}:{day.minute:02}"
    return text
