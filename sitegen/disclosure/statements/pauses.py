"""Clauses that suspend other documents and let them work again: 暂停执行《甲》, 恢复执行《甲》."""

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.statements.findings import Finding
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import Reference
from sitegen.patterns import expression

_DONE = "(?:执行|实施|施行|适用)"
_HOLD, _GO_ON = "(?:暂停|中止|暂缓|暂不)", "(?:恢复|重新)"
_COUNT = "一二三四五六七八九十百〇零0-9"
_PROVISION = rf"第[{_COUNT}]{{1,5}}[条款项章节][第、和至及{_COUNT}条款项章节]{{0,30}}"
_PARTLY = rf"(?:中?的?(?P<provisions>{_PROVISION})(?:的?规定)?)?"
_FROM = rf"(?:(?:自|从)({DATE})(?:起|零时起|之日起)?)?"
_BEFORE = (
    (expression(rf"{_HOLD}{_DONE}(?:了)?(?:原)?[“\"]?$"), ActKind.SUSPEND),
    (expression(rf"{_GO_ON}{_DONE}(?:了)?(?:原)?[“\"]?$"), ActKind.RESUME),
)
_AFTER = (
    (expression(rf"{_PARTLY},?{_FROM},?(?:予以|全面|全部)?{_HOLD}{_DONE}(?!的|期间|后)"), ActKind.SUSPEND),
    (expression(rf"{_PARTLY},?{_FROM},?(?:予以|全面|全部)?{_GO_ON}{_DONE}(?!的|前)"), ActKind.RESUME),
)
_WHOLE_OR_PART = expression(_PARTLY)
_NOT_DONE = expression(r"(?:已经?|曾|被|拟|建议|可以?|不得|如|若|应当?)[^。;,]{0,12}$")
_SINCE = expression(rf"(?:自|从)({DATE})(?:起|开始),?[^。;]{{0,20}}$")


def pause(text: str, mention: Reference, before: str) -> Finding | None:
    """Return what a clause does to the working of the document that `mention` names; `before` stands before it."""
    for words, kind in _BEFORE:
        verb = words.search(before)
        if verb is not None and _NOT_DONE.search(before, 0, verb.start()) is None:
            after = _WHOLE_OR_PART.match(text, mention.end)
            since = _SINCE.search(before, 0, verb.start())
            provisions = (after["provisions"] or "") if after else ""
            return _finding(kind, mention, mention.end, provisions, since[1] if since else "")
    for words, kind in _AFTER:
        after = words.match(text, mention.end, mention.end + 100)
        if after is not None and _NOT_DONE.search(before) is None:
            return _finding(kind, mention, after.end(), after["provisions"] or "", after[2] or "")
    return None


def _finding(kind: ActKind, mention: Reference, end: int, provisions: str, day: str) -> Finding:
    return Finding(
        kind=kind,
        number=mention.number,
        title=mention.title,
        start=mention.start,
        end=end,
        affects=provisions.rstrip("、和至及第"),
        acts_on=parse_date(day) if day else None,
    )
