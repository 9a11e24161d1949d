"""Typed values of fields, by the table `tables/fields.txt`."""

from datetime import date, datetime
from decimal import Decimal as Number

import msgspec
import pytest
from text_tables import cases, faults_as_text

from sitegen.diagnostics import Span
from sitegen.formats.field_dates import Date, DateTime
from sitegen.formats.field_places import Address, SafePath
from sitegen.formats.field_types import (
    Choice,
    Decimal,
    Flag,
    ListOf,
    Prose,
    Reference,
    ReferenceType,
    Text,
    Whole,
)
from sitegen.formats.fields import Field, Group, MappingOf, convert, entries_of, table_of
from sitegen.formats.yaml_nodes import compose


class Review(msgspec.Struct, frozen=True, kw_only=True):
    drafted_by: str
    reviewed_by: str
    released_by: str | None = None


def field(key, english, kind, **more):
    return Field(key=key, english=english, attribute=english, type=kind, help="", **more)


REVIEW = table_of(
    field("拟稿", "drafted_by", Text()),
    field("审核", "reviewed_by", Text(), example="王某"),
    field("发布", "released_by", Text()),
)
PLACEHOLDERS = frozenset({"暂无", "无", "—", "xxx"})
TABLE = table_of(
    field("标题", "title", Text(longest=10, placeholders=PLACEHOLDERS), example="青岚区办法"),
    field("文号", "document_number", ReferenceType(), also_called=("发文字号",)),
    field("成文日期", "written_on", Date()),
    field("发布日期", "published_at", DateTime()),
    field(
        "公开属性",
        "disclosure",
        Choice(labels={"主动公开": "A", "依申请公开": "B", "不予公开": "C"}, codes={"active": "A"}),
    ),
    field("关键词", "keywords", ListOf(item=Text(), separators="、，；;", most=4)),
    field("废止", "repeals", ListOf(item=ReferenceType())),
    field("审核", "review", Group(fields=REVIEW, record=Review, subject="审核")),
    field("经手", "handlers", ListOf(item=Group(fields=REVIEW, record=Review, subject="经手"))),
    field("联系", "contacts", MappingOf(value=Text(), example="电话: 0000-12345678")),
    field("旧地址", "aliases", ListOf(item=SafePath())),
    field("来源网址", "source_url", Address()),
    field("顺序", "order", Whole()),
    field("金额", "amount", Decimal()),
    field("内容概述", "summary", Prose(longest=20)),
    field("置顶", "pinned", Flag()),
)


def converted(text):
    node, faults = compose(text)
    mapping, more = entries_of(node, subject="规范性文件")
    done = convert(mapping, TABLE, subject="规范性文件", elsewhere={"征求截止": "征求意见"})
    return done, (*faults, *more, *done.faults)


def outcome(text):
    done, faults = converted(text)
    helps = [f"  {fault.help}" for fault in faults]
    lines = faults_as_text(faults).splitlines()
    told = [line for pair in zip(lines, helps, strict=True) for line in pair]
    return "\n".join([*told, *(f"{key} = {plain(value)}" for key, value in done.values.items())])


def plain(value):
    if isinstance(value, tuple):
        return "(" + ", ".join(plain(item) for item in value) + ")"
    if isinstance(value, Reference):
        return f"→{value.text}"
    if isinstance(value, date | Number | bool | int):
        return str(value)
    return repr(value)


@pytest.mark.parametrize(("given", "expected"), cases("fields.txt"))
def test_fields(given, expected):
    assert outcome(given) == expected.strip("\n")


def test_values_have_python_types():
    text = (
        "成文日期: 2024-02-29\n发布日期: 2024-03-01 09:05\n金额: 1.50\n顺序: 3\n文号: 甲\n"
        "审核: {拟稿: 甲, 审核: 乙}\n"
    )
    done, _ = converted(text)
    assert done.values == {
        "written_on": date(2024, 2, 29),
        "published_at": datetime(2024, 3, 1, 9, 5),
        "amount": Number("1.50"),
        "order": 3,
        "document_number": Reference("甲", Span(5, 5, 5, 6)),
        "review": Review(drafted_by="甲", reviewed_by="乙"),
    }


def test_spans_of_values_items_and_parts():
    done, _ = converted(
        "标题: 甲\n关键词: [一, 二]\n废止: 三\n审核:\n  拟稿: 四\n  reviewed_by: 五\n"
        "经手:\n- {拟稿: 六, 审核: 七}\n联系: {电话: 八}\n"
    )
    assert {name: (span.line, span.column) for name, span in done.spans.items()} == {
        "title": (1, 5),
        "keywords": (2, 6),
        "keywords/0": (2, 7),
        "keywords/1": (2, 10),
        "repeals": (3, 5),
        "repeals/0": (3, 5),
        "review": (5, 3),
        "review/drafted_by": (5, 7),
        "review/reviewed_by": (6, 16),
        "handlers": (8, 1),
        "handlers/0": (8, 3),
        "handlers/0/drafted_by": (8, 8),
        "handlers/0/reviewed_by": (8, 15),
        "contacts": (9, 5),
        "contacts#电话": (9, 6),
        "contacts/电话": (9, 10),
    }


def test_a_faulty_value_has_a_place_but_no_value():
    done, _ = converted("成文日期: 2024-1-5\n标题:\n顺序: @\n")
    assert done.values == {}
    assert set(done.spans) == {"written_on", "title", "order"}


def test_two_fields_cannot_share_a_name():
    with pytest.raises(ValueError, match="标题"):
        table_of(field("标题", "title", Text()), field("标题", "name", Text()))
