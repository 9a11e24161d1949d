"""The header card of a record (R67–R69): which facts, in which order."""

from __future__ import annotations

from datetime import date, datetime

from sitegen import urls
from sitegen.model.records import AnyRecord, Document, GazetteIssue, Periodical
from sitegen.views.common import Fact
from sitegen.views.shelf import Shelf, term_of

FIELDS = (
    "索引号",
    "主题分类",
    "发文机关",
    "发布机构",
    "发文字号",
    "统一登记号",
    "成文日期",
    "发布日期",
    "施行日期",
    "有效期至",
    "体裁",
    "年度",
    "期号",
    "时期",
    "责任部门",
    "关键词",
    "服务对象",
    "专题",
    "政府公报",
    "公开说明",
    "核验日期",
    "版本说明",
)
"""What a card may show; a profile's own fields stand first. Title and state have places of their own on the page."""
LABELS = {"发文字号": "文号"}
"""What a field is called where the profile does not say."""


def card_of(record: AnyRecord, shelf: Shelf) -> tuple[Fact, ...]:
    """Return the facts of the card, in the profile's order and words; what is not known is left out."""
    rule = shelf.site.catalogues.profile.card.fields
    values = _values(record, shelf)
    facts: list[Fact] = []
    for field in dict.fromkeys((*rule.value, *FIELDS)):
        value = values.get(field)
        if value:
            label = rule.labels.get(field) or LABELS.get(field, field)
            path = _body_path(value, shelf) if field == "发布机构" else ""
            facts.append(Fact(label=label, value=value, path=path))
    return tuple(facts)


def _values(record: AnyRecord, shelf: Shelf) -> dict[str, str]:
    values = {
        "索引号": record.index_number,
        "主题分类": shelf.site.theme_of(record),
        "发文机关": "、".join(record.issuing_bodies),
        "发布机构": record.publisher,
        "成文日期": shown(record.written_on),
        "发布日期": shown(record.published_at),
        "体裁": record.genre,
        "责任部门": record.responsible_body if record.responsible_body != record.publisher else "",
        "关键词": "；".join(record.keywords),
        "服务对象": "、".join(record.audience),
        "专题": "、".join(record.topics),
        "公开说明": _how_disclosed(record),
        "核验日期": shown(record.verified_on),
        "版本说明": record.version_note,
    }
    if isinstance(record, Document):
        values["发文字号"] = record.document_number
        values["统一登记号"] = record.registry_number
        values["施行日期"] = shown(record.effective_on)
        values["有效期至"] = _term(record, shelf)
        values["政府公报"] = _gazette(record)
    elif isinstance(record, GazetteIssue):
        values["年度"] = f"{record.year}年" if record.year else ""
        values["期号"] = _issue(record)
    elif isinstance(record, Periodical):
        values["年度"] = f"{record.year}年" if record.year else ""
        values["时期"] = record.period
    return values


def _term(record: Document, shelf: Shelf) -> str:
    """Return the last day of the term, and that it was reckoned where the document does not name it (R57)."""
    term, course = term_of(record, shelf.site), shelf.site.courses.get(record.path)
    years = course.paper.presumed_years if course is not None else 0
    if years and course is not None and term == course.paper.valid_until:
        return f"{shown(term)}（没有写明，按{years}年计算）"
    return shown(term)


def _how_disclosed(record: AnyRecord) -> str:
    """Return what readers should know of how the record became public (R41, R110)."""
    notes = (
        "补录的历史信息，发布日期是补录的日期" if record.backfilled else "",
        "由依申请公开转为主动公开" if record.from_request else "",
    )
    return "；".join(filter(None, notes))


def _gazette(document: Document) -> str:
    """Return the issue that carries the standard text (R64)."""
    issue = document.gazette
    if issue is None:
        return ""
    page = f"第{issue.page}页" if issue.page else ""
    return f"{issue.year}年第{issue.issue}期{page}，以公报文本为标准文本"


def _issue(record: GazetteIssue) -> str:
    """Return the number of an issue: 第5期（总第78期）."""
    serial = f"（总第{record.serial}期）" if record.serial else ""
    return f"第{record.issue}期{serial}" if record.issue else ""


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
