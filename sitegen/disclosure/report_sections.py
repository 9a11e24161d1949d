"""The six parts of an annual report, and what it says of the days that its figures cover (R44–R46, R50)."""

from __future__ import annotations

from datetime import date

from sitegen.patterns import expression

PROBLEMS = "五"
OVERVIEW = "一"
_HEADING = expression(r"(?m)^(?P<number>[一二三四五六])、(?P<title>[^\t。，；\n]{2,30})$")
_UNTIL = expression(
    r"(?:统计(?:期限|时间|周期)|数据(?=[^。；\n]{0,6}截[至止]))[^。；\n]{0,40}?(?:至|到|截至|截止)"
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)


def part_of(plain: str, number: str) -> str:
    """Return the text below the heading 一、 … 六、 of a report, up to the next; empty where there is none.

    `plain` has a heading on a line of its own; the rows of tables that begin with a numeral have tabs.
    """
    headings = list(_HEADING.finditer(plain))
    for at, heading in enumerate(headings):
        if heading["number"] == number:
            following = headings[at + 1].start() if at + 1 < len(headings) else len(plain)
            return plain[heading.end() : following].strip()
    return ""


def data_until(plain: str, year: int) -> tuple[date, str] | None:
    """Return the last day that the figures cover, by the report's own words, and these words; None where it says none.

    A day without a year is of the report's `year`.
    """
    found = _UNTIL.search(plain)
    if found is None:
        return None
    try:
        return date(int(found["year"] or year), int(found["month"]), int(found["day"])), found[0]
    except ValueError:
        return None
