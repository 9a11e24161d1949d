"""Dates and times as values of fields. All times are those of Asia/Shanghai."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.formats import field_kinds as kinds
from sitegen.formats.field_values import half_width, text_of
from sitegen.formats.nodes import Node
from sitegen.formats.quoting import shown

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: +([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)?")
_LOOSE = re.compile(r"([0-9]{4})\s*[-/.年·、‐–—]\s*([0-9]{1,2})\s*[-/.月·、‐–—]\s*([0-9]{1,2})\s*[日号]?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_LOOSE_TIME = re.compile(
    r"[T\s]*([0-9]{1,2})\s*[:时点.]\s*([0-9]{1,2})\s*(?:[:分.]\s*([0-9]{1,2})(?:\.[0-9]+)?)?\s*[分秒]?\s*"
    r"(?:Z|\+08:?00)?"
)
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_EXAMPLE = "写成“年-月-日”，年四位、月和日各两位，用英文减号，例如：2024-01-05"


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A day, written `2024-01-05`."""

    def convert(self, node: Node) -> tuple[date | None, tuple[Fault, ...]]:
        """Return the day."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        if found := _DATE.fullmatch(text):
            return _day(found, text, node.span)
        return None, (_wrong_date(text, node.span),)


class DateTime(msgspec.Struct, frozen=True, kw_only=True):
    """A moment, written `2023-05-12`, `2023-05-12 09:30` or `2023-05-12 09:30:00`."""

    def convert(self, node: Node) -> tuple[datetime | None, tuple[Fault, ...]]:
        """Return the moment without a time zone (it is Asia/Shanghai's); a day alone means its beginning."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        found = _MOMENT.fullmatch(text)
        if found is None:
            return None, (_wrong_moment(text, node.span),)
        day, faults = _day(found, text, node.span)
        if day is None:
            return None, faults
        hour, minute, second = (int(part or 0) for part in found.groups()[3:])
        if hour > 23 or minute > 59 or second > 59:
            return None, (kinds.NO_SUCH_TIME.found(node.span, text=shown(text), day=day.isoformat()),)
        return datetime(day.year, day.month, day.day, hour, minute, second), ()


def written_date(text: str) -> str | None:
    """Return a day in whatever form (2024/1/5, 2024年1月5日) as 2024-01-05; None where it is not just a day."""
    found, rest = _loosely(text)
    if found is None or rest or _impossible(*(int(part) for part in found.groups())):
        return None
    return _written(found)


def written_moment(text: str) -> str | None:
    """Return a moment in whatever form as 2024-01-05 09:30, a day alone as 2024-01-05; None where it is not certain.

    A time of another zone is left alone.
    """
    found, rest = _loosely(text)
    if found is None or _impossible(*(int(part) for part in found.groups())):
        return None
    if not rest:
        return _written(found)
    time = _LOOSE_TIME.fullmatch(rest)
    if time is None or rest.endswith("Z"):
        return None
    hour, minute, second = (int(part or 0) for part in time.groups())
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{_written(found)} " + ":".join(f"{int(part):02d}" for part in time.groups() if part)


def _day(found: re.Match[str], text: str, span: Span) -> tuple[date | None, tuple[Fault, ...]]:
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    reason = _impossible(year, month, day)
    if reason:
        return None, (kinds.NO_SUCH_DAY.found(span, text=shown(text), reason=reason),)
    return date(year, month, day), ()


def _impossible(year: int, month: int, day: int) -> str:
    """Return why there is no such day, or nothing."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return f"年份应当在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间"
    if not 1 <= month <= 12:
        return "月份是 01 到 12"
    last = monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{year} 年 {month} 月只有 {last} 天" if day else "日从 01 开始"


def _wrong_date(text: str, span: Span) -> Fault:
    """Return the fault of a date in another form, with the right form where it can be told."""
    found, rest = _loosely(text)
    if found is None:
        return kinds.DATE_FORM.found(span, text=shown(text), advice=_missing_part(text))
    _, impossible = _day(found, text, span)
    if impossible:
        return impossible[0]
    written = _written(found)
    if rest and _LOOSE_TIME.fullmatch(rest):
        return kinds.DATE_FORM.found(span, text=shown(text), advice=f"这一项只写日期，不写时间：{written}")
    advice = f"改成：{written}" if not rest else f"只写日期，不要别的字：{written}"
    return kinds.DATE_FORM.found(span, text=shown(text), advice=advice)


def _wrong_moment(text: str, span: Span) -> Fault:
    found, rest = _loosely(text)
    if found is None or not rest:
        return _wrong_date(text, span)
    _, impossible = _day(found, text, span)
    if impossible:
        return impossible[0]
    day, time = _written(found), _LOOSE_TIME.fullmatch(rest)
    if time is None:
        return kinds.TIME_FORM.found(
            span, text=shown(text), advice=f"写成这样：{day} 09:30；不知道时刻的，只写 {day}"
        )
    parts = ":".join(f"{int(part):02d}" for part in time.groups() if part)
    return kinds.TIME_FORM.found(span, text=shown(text), advice=f"改成：{day} {parts}")


def _loosely(text: str) -> tuple[re.Match[str] | None, str]:
    """Return the date at the beginning of `text` in whatever form, and what follows it."""
    plain = _arabic(half_width(text))
    found = _LOOSE.match(plain) or _COMPACT.match(plain)
    return (found, plain[found.end() :].strip()) if found else (None, "")


def _arabic(text: str) -> str:
    """Return 二〇二四年一月十五日 as 2024年1月15日."""
    if "年" not in text:
        return text
    text = re.sub(r"([一二三])?十([一二三四五六七八九])?", _tens, text)
    return text.translate(_CHINESE_DIGITS)


def _tens(found: re.Match[str]) -> str:
    return (found[1] or "1").translate(_CHINESE_DIGITS) + (found[2] or "0").translate(_CHINESE_DIGITS)


def _missing_part(text: str) -> str:
    if re.fullmatch(r"[0-9]{4}\s*[-/.年]\s*[0-9]{1,2}\s*月?", half_width(text)):
        return "还缺少“日”，补上是哪一天，例如：2024-01-05"
    return _EXAMPLE


def _written(found: re.Match[str]) -> str:
    return f"{int(found[1]):04d}-{int(found[2]):02d}-{int(found[3]):02d}"
