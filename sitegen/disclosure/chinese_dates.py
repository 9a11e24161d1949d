"""Numbers and dates as Chinese official texts write them, and the arithmetic of terms counted in them.

The functions expect text in which full-width digits are already ASCII and the zeros ○ ◯ 〇 are one
character (see `compact_text.py`), with no spaces inside a date.
"""

import calendar
from datetime import date

from sitegen.patterns import expression

_DIGITS = {
    "〇": 0,
    "0": 0,
    "O": 0,
    "o": 0,
    "零": 0,
    "一": 1,
    "壹": 1,
    "二": 2,
    "贰": 2,
    "两": 2,
    "三": 3,
    "叁": 3,
    "四": 4,
    "五": 5,
    "伍": 5,
}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "拾": 10, "百": 100}

# A number below one thousand, in ASCII or Chinese digits.
NUMBER = r"(?:[0-9]{1,3}|[一二两三四五六七八九十百〇零壹贰叁伍拾廿]{1,5})"

_YEAR = r"(?:[12][0-9]{3}|[一二][〇零0oO一二三四五六七八九]{3})"
_MONTH = r"(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九元])"
_DAY = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"

# A whole date. “2016月4月5日” and “2020年3月1月起” are slips of the pen that real texts contain.
DATE = (
    rf"(?:{_YEAR}[年月]{_MONTH}月{_DAY}(?:日|月(?=起))"
    r"|(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9]))"
)
YEAR_AND_MONTH = rf"(?:{_YEAR}年{_MONTH}月)(?![0-9一二三廿])"

# The end of a period: 2022年底, 2022年6月底, 2022年6月.
END_OF_PERIOD = rf"(?:{_YEAR}年(?:{_MONTH}月)?[底末]|{YEAR_AND_MONTH}(?!{_DAY}日))"

_PERIOD = expression(rf"({_YEAR})年(?:({_MONTH})月)?")
_YEAR_ALONE = expression(rf"({_YEAR})年")
_PARTS = expression(rf"({_YEAR})[年月./-]({_MONTH})[月./-]({_DAY})?")


def parse_number(text: str) -> int | None:
    """Read “12”, “十二”, “两”, “二十五” or “一百”; None when it is no number."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    total = current = 0
    for character in text.replace("廿", "二十"):
        if character in _UNITS:
            total += (current or 1) * _UNITS[character]
            current = 0
        elif character in _DIGITS:
            current = current * 10 + _DIGITS[character]
        else:
            return None
    return total + current


def parse_date(text: str) -> date | None:
    """Read one date, in digits or Chinese numerals; without a day or month it is the first one.

    None when there is no such date (a day is missing, 2023-02-30).
    """
    alone = _YEAR_ALONE.fullmatch(text)
    if alone is not None:
        return date(_whole(alone[1]), 1, 1)
    match = _PARTS.search(text)
    if match is None:
        return None
    year, month, day = match.groups()
    if day is None and "日" in text:
        return None
    try:
        return date(_whole(year), 1 if month == "元" else _whole(month), 1 if day is None else _whole(day))
    except ValueError:
        return None


def parse_last_day(text: str) -> date | None:
    """Read a date, or the last day of a year or month: 2022年底, 2022年6月底."""
    if "日" in text or "年" not in text:
        return parse_date(text)
    match = _PERIOD.search(text)
    if match is None:
        return None
    year, month = _whole(match[1]), 12 if match[2] is None else _whole(match[2])
    return date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _whole(text: str) -> int:
    return parse_number(text) or 0


def add_months(start: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
