"""When a document takes effect, as its text says it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from sitegen.disclosure.chinese_dates import (
    DATE,
    NUMBER,
    YEAR_AND_MONTH,
    add_months,
    parse_date,
    parse_number,
)
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.records import Commencement, CommencementRule
from sitegen.disclosure.statements.titles import title_stem
from sitegen.disclosure.statements.words import GENRE, ISSUING, PUBLISHING
from sitegen.disclosure.working_days import after_working_days
from sitegen.patterns import expression

_DAY = rf"(?:{DATE}|{YEAR_AND_MONTH}|[12][0-9]{{3}}年(?=起|开始))"
_EVENT = r"[^,。;:“”\n自从]{1,60}?(?:之日|当日|当天|次日|之时|日)"
_HOUR = r"(?:\([^()]{1,8}\)|[0-9]{1,2}(?::[0-9]{2}|时)|零时)?"
_DELAY = rf"(?:(?:的|满|后|之后|第)*(?P<count>{NUMBER})个?(?P<unit>工作日|日|天|月|年)(?:后|之后|以后|起|的次日)*)?"
_VERB = "(?:施行|实施|执行|实行|试行|生效|启用|适用|有效(?!期))"
_MANNER = r"(?:正式|开始|全面|同步|同时|起|统一|组织|在[^,。;]{1,12}(?:范围内|内)?|,)*"
# 自2023年7月1日起施行; 自发布之日起30日后施行; 自2023年1月1日起至2025年12月31日止
_STATED = expression(
    rf"(?:(?:自|从|于|由)(?P<day>{_DAY})|(?:自|从)(?P<event>{_EVENT})|(?P<bare>{_DAY})(?=(?:正式)?起)){_HOUR}"
    rf"(?:起|开始|后|之后|以后)?,?{_DELAY}(?:起|后)?(?:[至到-]{DATE}(?:止|为止|期间)?,?)?{_MANNER}"
    rf"(?:(?P<verb>{_VERB})|(?<=止)|(?<=止,))"
)
# With one of these every such clause begins: where none stands, nothing has to be tried.
_BEGINS = expression("[自从于由12一二]")
# 执行时间从2023年1月1日开始; 施行日期：2023-01-01
_LABELLED = expression(
    rf"(?:(?:施行|实施|执行|试行|生效|起始)(?:时间|日期|期限|期)(?:为|是|自|从|于|:|暂定)+"
    rf"|(?:有效|适用|执行|实施)期限?(?:为|是|:)?(?:自|从)?(?={DATE}起?(?:至|到)))(?P<day>{_DAY})"
)
# 本规定有效期为自发布之日起五年
_TERM_FROM = expression(
    rf"(?:(?<=[,;。:\n定知法则见])|^)(?:政策|文件)?有效期限?(?:为|是|:)*(?:自|从)(?P<event>本?{_EVENT})(?=起)"
)
# 2014年7月1日施行, alone below the title: a line of its history.
_HISTORY = expression(
    rf"(?:^|[\n,;日过布]|(?<!》)\()自?(?P<day>{DATE})起?(?:施行|实施)(?=$|[\n,;)〈]|第一[章条]|目录|根据)"
)
# The day from which a decision ends others, when it says nothing of its own commencement.
_ENDING = expression(
    rf"(?<!已)(?:自|从|于)(?:(?P<day>{_DAY})|(?P<event>本?(?:通知|决定|公告|通告|令|文件|文)?(?:正式)?(?:{PUBLISHING}|{ISSUING})(?:之日|当日|当天)))"
    r"(?:起)?,?(?P<rest>[^。;\n]{0,80}?)(?:废止|失效|停止执行|停止施行|不再执行|不再适用|不再作为|不得作为|终止执行)"
)
_OWN = expression(
    rf"(?:本|该|此|以上|上述|前述|这个|这一)[《“〈]?(?P<noun>[一-鿿()]{{0,18}}?{GENRE})[》”〉]?(?:\([^()]{{1,10}}\))?"
)
_ISSUED_HERE = expression(
    r"现(?:予|将|公布|发布|印发|批准)|予以(?:公布|发布|印发)|印发给你们|请[^,。;]{0,12}(?:执行|落实)"
)
_CLAUSE_MARK = expression(
    r"(?:第[一二三四五六七八九十百〇零0-9]{1,5}条|\(?[一二三四五六七八九十0-9]{1,4}[、.)]|〔[^〔〕]{1,10}〕|附则|[:,\n|]|其他事项|施行日期|实施时间)*$"
)
_NEW_RULES = expression(
    r"(?:调整后|修订后|修改后|新的?|上述|以上|本次|此次|该|各项)[^,。;《》]{0,20}$|(?:标准|政策|规定|措施|价格)$"
)
_OWN_EVENT = expression(
    rf"(?:(?:本|该|此|以上|上述)[《“]?[一-鿿()]{{0,14}}?{GENRE}[》”]?|本?(?:文件|通知|文|令|决定|公告|通告|办法|规定))?(?:正式|公开|对外|向社会|签署|会议|审议|讨论)*"
    rf"(?P<act>{PUBLISHING}|{ISSUING})(?:之次|之|当|次|翌|施行之|实施之|并施行之)?(?:日|天|时)$"
)
_SENTENCE_END = expression("[。;\n!?]")
_HEAD = 1500


class _Candidate(msgspec.Struct, frozen=True, kw_only=True):
    score: int
    match: re.Match[str]
    start: int


def find_commencement(
    document: CompactText, title: str, written_on: date | None, published_on: date | None
) -> Commencement | None:
    """Find the clause on the document's own commencement and reckon its date.

    Clauses about cited documents, quoted amendments and single matters do not count. A decision that only says
    from when the documents it repeals stop being applied takes effect on that day.
    """
    text = document.text
    genre = _genre(title)
    candidates = [
        _Candidate(score=score, match=match, start=start)
        for match in _stated(text)
        for score, start in [_score(text, match, title, genre)]
        if score > 0
    ]
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    fallback = best or _labelled(text) or _ending(text) or _told(text)
    if fallback is None:
        return None
    day, rule = _reckon(fallback.match, written_on, published_on)
    end = fallback.match.end()
    start, stop = document.span(fallback.start, end)
    return Commencement(date=day, rule=rule, quote=document.quote(fallback.start, end), start=start, end=stop)


def _stated(text: str) -> Iterator[re.Match[str]]:
    """Give the matches of `_STATED`, several times as fast as its own search."""
    end = 0
    for beginning in _BEGINS.finditer(text):
        if beginning.start() >= end and (match := _STATED.match(text, beginning.start())):
            yield match
            end = match.end()


def sentence_before(text: str, position: int, longest: int = 160) -> str:
    """Return what stands between the start of the sentence and a position in it."""
    earliest = max(0, position - longest)
    ends = _SENTENCE_END.finditer(text, earliest, position)
    for end in ends:
        earliest = end.end()
    return text[earliest:position]


def within_quotation(text: str, position: int) -> bool:
    """Whether a position lies within “…”, as the words that an amendment puts in do."""
    opened = text.rfind("“", max(0, position - 400), position)
    return opened >= 0 and text.rfind("”", opened, position) < 0


def _genre(title: str) -> str:
    nouns = re.findall(GENRE, title_stem(title)) if title else []
    return nouns[-1] if nouns else ""


def _score(text: str, match: re.Match[str], title: str, genre: str) -> tuple[int, int]:
    """Say how surely a clause speaks of the document itself (0: it does not), and where its quote starts."""
    start = match.start()
    before = sentence_before(text, start)
    if within_quotation(text, start) or _looks_back(text, match):
        return 0, start
    owns = list(_OWN.finditer(before))
    if owns and _reaches(before[owns[-1].end() :]):
        own = owns[-1]
        score = 4 + (own["noun"].endswith(genre) if genre else 0)
        return score, start - len(before) + own.start()
    if _ISSUED_HERE.search(before):
        return 4, start
    if _names_itself(before, title):
        return 3, start
    if before.rstrip(",").endswith("解释"):
        return 3, start
    if _CLAUSE_MARK.fullmatch(before):
        return (3 if before else 2), start
    if "《" not in before and _NEW_RULES.search(before):
        return 1, start
    return 0, start


def _looks_back(text: str, match: re.Match[str]) -> bool:
    """Whether the clause looks back on a commencement: 自公布之日起施行的文件, 自…施行以来, 自本办法施行之日起."""
    event = match["event"] or ""
    looks_back = ("施行" in event or "实施之日" in event) and _OWN_EVENT.fullmatch(event) is None
    return looks_back or text[match.end() : match.end() + 1] in ("的", "前", "以")


def _reaches(between: str) -> bool:
    """Whether the words between 本办法 and 自…起 leave the former as the subject."""
    return len(between) <= 60 and not re.search(r"《|第[^,]{1,6}条|对[^,]{2,}", between[-40:])


def _names_itself(before: str, title: str) -> bool:
    stem, quoted = title_stem(title), re.findall(r"《([^《》]{4,})》?", before)
    return bool(stem and quoted) and title_stem(quoted[-1]) == stem


def _labelled(text: str) -> _Candidate | None:
    match = _LABELLED.search(text)
    if match is None and "有效期" in text:
        match = next((m for m in _TERM_FROM.finditer(text) if _OWN_EVENT.fullmatch(m["event"])), None)
    return _Candidate(score=0, match=match, start=match.start()) if match else None


def _told(text: str) -> _Candidate | None:
    match = _HISTORY.search(text, 0, _HEAD)
    return _Candidate(score=0, match=match, start=match.start("day")) if match else None


def _ending(text: str) -> _Candidate | None:
    for match in _ENDING.finditer(text):
        if not within_quotation(text, match.start()):
            return _Candidate(score=0, match=match, start=match.start())
    return None


def _reckon(
    match: re.Match[str], written_on: date | None, published_on: date | None
) -> tuple[date | None, CommencementRule]:
    groups = match.groupdict()
    stated = groups.get("day") or groups.get("bare")
    if stated:
        return _delayed(parse_date(stated), groups), CommencementRule.EXPLICIT
    event = groups["event"] or ""
    own = _OWN_EVENT.fullmatch(event)
    if own is None:
        return None, CommencementRule.CONDITIONAL
    if re.fullmatch(PUBLISHING, own["act"]):
        return _delayed(published_on, groups, event), CommencementRule.PUBLICATION
    return _delayed(written_on, groups, event), CommencementRule.ISSUE


def _delayed(start: date | None, groups: dict[str, str | None], event: str = "") -> date | None:
    if start is None:
        return None
    count = parse_number(groups.get("count") or "") or 0
    if groups.get("unit") in ("月", "年"):
        return add_months(start, count * (12 if groups["unit"] == "年" else 1))
    if groups.get("unit") == "工作日":
        return after_working_days(start, count).on
    return start + timedelta(days=count + ("次日" in event))
