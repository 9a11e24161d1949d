"""How long a document is in force, as its text says it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.disclosure.chinese_dates import (
    DATE,
    END_OF_PERIOD,
    NUMBER,
    add_months,
    parse_date,
    parse_last_day,
    parse_number,
)
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.commencement import sentence_before, within_quotation
from sitegen.disclosure.statements.records import Commencement, Term, TermEnding
from sitegen.disclosure.statements.words import GENRE
from sitegen.patterns import expression

_PERIOD = "(?:有效期|执行期|实施期|施行期|试行期|暂行期|适用期|执行时间|实施时间|试行时间)(?:限)?"
_FROM = (
    rf"(?:(?:自|从)?(?P<base>{DATE})(?:起|开始)*|(?:自|从)(?P<event>[^,。;《》]{{1,25}}?)(?:之日|之时|日)?(?:起|开始)+)"
    r"(?:计算|算)?,?"
)
_IS = "(?:为期|为|是|:|定|暂定|暂|设定|规定|均|共|原则上|截止|截至|也|即|,)*"
_SPAN = (
    rf"[“\"(]?(?P<count>{NUMBER})[”\"]?个?(?P<unit>周年|年半|年|月|日|天)"
    r"(?!度|[0-9一二三四五六七八九十元]{1,2}月)[”\"]?"
)
_LAST = rf"(?:{DATE}|{END_OF_PERIOD})"
_END = rf"(?:至|到|止于|截止|截至|截止到|截止至)+(?P<until>{_LAST})"

# 有效期五年; 有效期自公布之日起计算，为期2年; 有效期暂定至2020年12月31日
_STATED = expression(rf"{_PERIOD}{_IS}(?:{_FROM})?{_IS}(?:{_END}|{_SPAN})")
# 有效期三年，至2026年4月14日止; 有效期5年，自2022年1月1日起算
_LAST_DAY_AFTER = expression(rf"[,(]*(?:即)?(?:自{DATE}起?)?(?:至|到)(?P<until>{DATE})")
_BASE_AFTER = expression(rf"[,(]*自(?P<base>{DATE})起?(?:开始)?(?:计算|起算|算)")
# 试行两年; 自发文之日起试行一年; 暂行2年; 自2020年1月1日起执行三年
_TRIAL = expression(
    rf"(?:试行|暂行|(?P<verb>起(?:施行|实施|执行|有效),?)(?:期限)?){_IS}(?:执行|施行|实施|试行)?{_SPAN}(?!以?内|之内|[前后])"
)
# 自2023年1月1日起施行，至2025年12月31日止; 执行至2025年12月31日
_RUNS_TO = expression(
    rf"(?:起|施行|实施|执行|试行|实行|有效),?(?:有效期)?(?:至|到)(?P<until>{_LAST})(?:止|为止|期满|失效|废止|终止)?"
)
# 截止日期为2025年12月31日
_ENDS_ON = expression(rf"(?:截止|终止|失效|到期)(?:日期|时间|日)(?:为|是|至|:)*(?P<until>{_LAST})")
# 本办法于2025年12月31日自动失效; 自2026年1月1日起自行废止
_LAPSES = expression(
    rf"(?P<until>{DATE})(?P<onward>起)?(?:后|到期后|期满后|届满)?,?(?:自行|自动|自然)?(?:废止|失效|终止|停止执行)"
)
_LAPSE = expression("废止|失效|终止|停止执行")
# 自2023年1月1日至2025年12月31日试行: the same clause says from when and how long.
_FROM_TO = expression(rf"{DATE}起?(?:至|到|-)(?P<until>{DATE})")

_OWN = expression(
    rf"(?:本|该|此|以上|上述)[《“〈]?[一-鿿()]{{0,18}}?{GENRE}[》”〉]?(?:\([^()]{{1,10}}\))?(?:的|文件|暂|设定|政策)*$"
)
_OWN_SUBJECT = expression(rf"^[^,]{{0,12}}(?:本|该|此)[《“]?[一-鿿()]{{0,18}}?{GENRE}")
_CLAUSE_START = expression(r"(?:^|[,:)、.])(?:文件|政策|暂定|其|且|并|该)*$")
_MARK = expression(
    r"(?:第[一二三四五六七八九十百〇零0-9]{1,5}条|\(?[一二三四五六七八九十0-9]{1,4}[、.)]|〔[^〔〕]{1,10}〕|附则|[:\n|])*"
)
_NEAR = 80
_WINDOW = 40
"""Characters that a date and the words behind it may take."""


def find_term(document: CompactText, commencement: Commencement | None, ending: TermEnding) -> Term | None:
    """Find the clause on the document's own term and reckon its last day.

    The 有效期 of a permit, a contract or a filing is none: the clause must name the document, or stand with the
    document's commencement. A period is counted from the day that the clause itself names, else from commencement.
    """
    for match in _candidates(document.text):
        if _is_own(document, match, commencement):
            return _term(document, match, commencement, ending)
    if commencement is not None:
        first, last = document.position(commencement.start), document.position(commencement.end)
        for match in _FROM_TO.finditer(document.text, first, last + _WINDOW):
            if commencement.start <= document.origin(match.start()) < commencement.end:
                return _term(document, match, commencement, ending)
    return None


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Give all that may state a term. Dates are many: they are only looked at before words of ending."""
    for pattern in (_STATED, _RUNS_TO, _TRIAL, _ENDS_ON):
        yield from pattern.finditer(text)
    for lapse in _LAPSE.finditer(text):
        yield from _LAPSES.finditer(text, max(0, lapse.start() - _WINDOW), lapse.end())


def _is_own(document: CompactText, match: re.Match[str], commencement: Commencement | None) -> bool:
    text, position = document.text, match.start()
    if within_quotation(text, position):
        return False
    before = sentence_before(text, position)
    if match.re.pattern == _LAPSES.pattern:
        before = before.rstrip("至到于在自")
    own = _OWN.search(before)
    if own is not None:
        # 以上文件自…起停止执行: a decision says so of the documents that it lists.
        return match.re.pattern != _LAPSES.pattern or own.group()[:2] not in ("以上", "上述")
    if match.re.pattern == _STATED.pattern and not _CLAUSE_START.search(before):
        return False
    if _OWN_SUBJECT.search(before) and match.re.pattern != _RUNS_TO.pattern:
        return True
    if commencement is None:
        return False
    if match.re.pattern == _LAPSES.pattern and document.origin(position) < commencement.end:
        return False
    sentence_start = document.origin(position - len(before))
    if commencement.end >= sentence_start and commencement.start < document.origin(match.end() - 1):
        return True
    apart = sentence_start - commencement.end
    return match.re.pattern == _STATED.pattern and 0 <= apart <= _NEAR and _MARK.fullmatch(before) is not None


def _term(
    document: CompactText, match: re.Match[str], commencement: Commencement | None, ending: TermEnding
) -> Term:
    groups = match.groupdict()
    years, months, days, until = 0, 0, 0, None
    if groups.get("until"):
        until = parse_last_day(groups["until"])
        if until is not None and groups.get("onward"):
            until -= timedelta(days=1)
    else:
        count = parse_number(groups["count"]) or 0
        years, months, days = _length(count, groups["unit"])
        until = _named_last_day(document.text, match) or last_day(
            _base(document.text, match) or (commencement.date if commencement else None),
            years,
            months,
            ending,
            days,
        )
    first = match.end("verb") if groups.get("verb") else match.start()
    start, end = document.span(first, match.end())
    return Term(
        until=until,
        years=years,
        months=months,
        quote=document.quote(first, match.end()),
        start=start,
        end=end,
    )


def _length(count: int, unit: str) -> tuple[int, int, int]:
    """Return years, months and days."""
    if unit in ("日", "天"):
        return 0, 0, count
    if unit == "月":
        return 0, count, 0
    return count, 6 if unit == "年半" else 0, 0


def _named_last_day(text: str, match: re.Match[str]) -> date | None:
    """Return the last day that a clause names beside its length."""
    named = _LAST_DAY_AFTER.match(text, match.end())
    return parse_date(named["until"]) if named else None


def _base(text: str, match: re.Match[str]) -> date | None:
    """Return the day that the clause itself counts from, before its length or after it."""
    given = match.groupdict().get("base")
    after = None if given else _BASE_AFTER.match(text, match.end())
    return parse_date(given or (after["base"] if after else ""))


def last_day(start: date | None, years: int, months: int, ending: TermEnding, days: int = 0) -> date | None:
    """Return the last day of a term that starts on a day; None when that is unknown."""
    if start is None:
        return None
    same_day = add_months(start, 12 * years + months) + timedelta(days=days)
    return same_day if ending is TermEnding.SAME_DAY else same_day - timedelta(days=1)
