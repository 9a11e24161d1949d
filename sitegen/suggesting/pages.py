"""Plain pages: a text saved from a website, with or without lines of “标题: …” above it."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from sitegen.disclosure.chinese_dates import parse_date

_ENTRY = re.compile(r"[ \t\u3000]*([一-鿿 \u3000]{2,8}?)[ \t\u3000]*[:：][ \t\u3000]*(.*)")
_RULE = re.compile(r"[ \t]*[=＝\-—－*#]{3,}[ \t]*(?:正\s*文)?[ \t]*[=＝\-—－*#]*[ \t\r]*$")
_LONGEST_ENTRY = 240
"""Characters of a line that may be an entry; a longer one is the text itself, run together."""
_LONGEST_HEAD = 40
"""Lines in which the line that ends the head is looked for."""
_LEFT_OUT = re.compile(r"\n?〔采集节选[^〕\n]*〕\n?")
"""The remark of whoever saved the text that something was left out."""
_TITLE = ("标题", "文件名称", "名称", "文件标题", "信息名称")
_NUMBER = ("文号", "发文字号", "文件编号", "发文文号", "文件字号")
_PUBLISHER = ("发布机构", "发文机关", "发布单位", "发文单位", "制发机关", "公开主体", "信息来源", "来源")
_PUBLISHED = ("发布时间", "发布日期", "公开日期", "发文时间", "公布日期", "时间")
_WRITTEN = ("成文日期", "生成日期", "发文日期", "成文时间", "印发日期", "签发日期")
_KEYS = frozenset(
    (
        *_TITLE,
        *_NUMBER,
        *_PUBLISHER,
        *_PUBLISHED,
        *_WRITTEN,
        "栏目",
        "索引号",
        "主题分类",
        "有效性",
        "原文链接",
    )
)


class PlainPage(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what the lines above it say; what they do not say is empty or None."""

    title: str
    number: str
    publisher: str
    published_on: date | None
    written_on: date | None
    column: str
    text: str


def read_page(text: str) -> PlainPage:
    """Take a plain page apart.

    A line of ==== or ---- (with or without 正文) may end its head; without one, lines of “标题: …” and the like
    at the very beginning are the head.
    """
    lines = text.lstrip("\ufeff").split("\n")
    entries = [
        _ENTRY.fullmatch(line.rstrip()) if len(line) <= _LONGEST_ENTRY else None for line in lines[:_LONGEST_HEAD]
    ]
    rule = next((at for at, line in enumerate(lines[:_LONGEST_HEAD]) if _RULE.match(line)), 0)
    start = rule + 1
    if not any(entry and _key(entry) in _KEYS for entry in entries[:rule]):
        rule = start = _end_of_entries(entries, lines)
    values: dict[str, str] = {}
    for entry in entries[:rule]:
        if entry:
            values.setdefault(_key(entry), entry[2].strip())
    return PlainPage(
        title=_first(values, _TITLE),
        number=_first(values, _NUMBER),
        publisher=_first(values, _PUBLISHER),
        published_on=parse_date(_first(values, _PUBLISHED)),
        written_on=parse_date(_first(values, _WRITTEN)),
        column=values.get("栏目", ""),
        text=_LEFT_OUT.sub("\n", "\n".join(lines[start:])),
    )


def _end_of_entries(entries: list[re.Match[str] | None], lines: list[str]) -> int:
    """Return how many lines at the beginning are entries that pages have, empty lines between them included."""
    end = 0
    for at, entry in enumerate(entries):
        if entry and _key(entry) in _KEYS:
            end = at + 1
        elif lines[at].strip():
            break
    return end


def _key(entry: re.Match[str]) -> str:
    return re.sub(r"\s", "", entry[1])


def _first(values: dict[str, str], names: tuple[str, ...]) -> str:
    return next((values[name] for name in names if values.get(name)), "")
