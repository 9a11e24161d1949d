"""Clauses that change, supplement, prolong, suspend or confirm other documents."""

from datetime import date

import msgspec

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.statements.chains import documents_among, joined
from sitegen.disclosure.statements.commencement import within_quotation
from sitegen.disclosure.statements.findings import Finding
from sitegen.disclosure.statements.pauses import pause
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import Reference, References
from sitegen.patterns import expression

_PROVISIONS = r"(?:第[一二三四五六七八九十百〇零0-9]{1,5}[条款项章节页部点][、和及至]?){1,8}"
_CHANGE = "(?:修改|修订|修正|补充|调整|更正|完善|勘误|变更|解释)"
# 对《甲》（文号）作如下修改; 《甲》修改如下; 将《甲》第三条修改为
_AFTER = expression(
    rf"[”\"]?(?:文件)?(?:中的?|的)?(?:有关|部分|相关|个别)?(?:条款|内容|规定|事项)?"
    rf"(?:(?P<provisions>{_PROVISIONS})[^。;《》“”]{{0,30}}?)?"
    rf"(?:(?:再次|予以|一并)?(?:作|做|作出|做出|进行|予以|提出)(?:了)?(?:如下|以下|部分|相应|适当|局部)?的?{_CHANGE}"
    rf"|(?:规定的?|所列|明确的?)?[^。;,《》]{{0,16}}{_CHANGE}(?:通知|规定|说明|意见|内容|事项)?如下"
    r"|[^。;《》]{0,60}?(?:修改为|改为|修订为|调整为|变更为|予以删除|予以删去)|(?:删去|删除|增加一[条款项]))"
)
_CHANGED_IN = expression(
    r"(?:对|将|就|现|决定|原|在)[^。;,、《》]{0,40}$|[。;:,\n、]$|^$|[一-十0-9]、$|[0-9][.)]$"
)
# 决定修改《甲》, but not 决定修改的《甲》: that was done by another.
_BEFORE = expression(rf"(?:决定|现(?:决定)?|予以)(?:对)?{_CHANGE}(?:了)?(?!的)(?:原)?[^。;,、《》]{{0,20}}$")
# 取消《甲》第九条
_STRIKES = expression(r"(?:取消|删去|删除|废除|停止执行)(?:了)?(?:原)?$")
_STRUCK = expression(rf"[”\"]?(?:文件)?中?的?(?P<provisions>{_PROVISIONS})")
_PLANNED = expression(
    r"(?:适时|拟|正在|抓紧|启动|组织|及时|尽快|研究|建议|计划|根据实际|视情|应当|可以|可|如需|需)[^。;,《》]{0,12}$"
)
# 对《甲》进行了修订，现重新印发: what was done is told, not decided.
_NARRATED = expression(r"(?!.*(?:如下|以下)).*(?:作|做|作出|做出|进行|予以|提出)了[一-鿿]{0,4}$")
_PLANNED_AFTER = expression(r"[^。;《》]{0,20}?(?:适时|拟|抓紧|启动|尽快)")

_PROLONGED = expression(
    r"[”\"]?,?(?:的?(?:实施|执行|试行)?有效期(?:限)?|(?:执行|实施|试行|施行)(?:期限|时间|期)|"
    r"继续(?:执行|实施|有效|施行)|延期|顺延)[^。;《》]{0,40}?(?:延长|延续|顺延|延期|至)"
)
_EXPIRED = expression("届满|期满|到期|申请|要求|评估|拟")
_PROLONG_BEFORE = expression(r"(?:决定|现|同意|将)?延长[^。;,、《》]{0,30}$")
# 决定继续执行《甲》，有效期至2027年5月1日
_KEPT_BEFORE = expression(r"继续(?:执行|实施|施行)(?:了)?[^。;,、《》]{0,10}$")
_KEPT_UNTIL = expression(r",?(?:有效期|执行期|期限)?(?:延长|延续)?(?:至|到|截止)")
_UNTIL = expression(rf"(?:至|到)({DATE})")
_SINCE = expression(rf"(?:自|从)({DATE})(?:起|开始),?[^。;]{{0,30}}$")
_CONFIRMED = expression(
    r"[”\"]?(?:等?[0-9一二三四五六七八九十]*[件份部个]?(?:(?!以下|下列|[一二三四五六七八九十]、)[^。;,《》()|\n]){0,12})?"
    r"(?:,?(?:仍然|仍|依然|予以)?继续(?:有效|执行|施行|实施|保留)|仍然?有效|依然有效)"
    r"(?!的|:|[、和或及](?:修改|修订|废止|失效)|[一-鿿]{0,8}(?:文件|目录|清单|规章|政策)(?:[(:|\n0-9]|目录|清单|共))"
)


def changing_clauses(text: str, references: References) -> list[Finding]:
    """Find the documents that clauses amend, supplement, prolong or declare still in force, or that rest for a time."""
    findings: list[Finding] = []
    run: list[Reference] = []
    for mention in references.mentions:
        if not run or not joined(text, run[-1], mention):
            run = []
        run.append(mention)
        if within_quotation(text, mention.start):
            continue
        before = _before(text, run[0])
        finding = (
            pause(text, mention, before)
            or _prolonging(text, mention, before)
            or _confirming(text, mention)
            or _amending(text, mention, before)
        )
        chain = documents_among(run) if finding is not None else None
        if finding is not None and chain is not None:
            findings += [
                msgspec.structs.replace(finding, number=member.number, title=member.title, start=member.start)
                for member in chain.members
            ]
    return findings


def _before(text: str, mention: Reference) -> str:
    before = text[max(0, mention.start - 60) : mention.start]
    return before[max(before.rfind(mark) for mark in "。;\n") + 1 :]


def _amending(text: str, mention: Reference, before: str) -> Finding | None:
    after = _AFTER.match(text, mention.end, mention.end + 140)
    if _PLANNED.search(before):
        return None
    if after is not None and (_PLANNED_AFTER.match(after.group()) or _NARRATED.match(after.group())):
        after = None
    if after is not None and _CHANGED_IN.search(before):
        return _finding(
            ActKind.AMEND, mention, after.end(), affects=after["provisions"] or "", acts_on=_since(before)
        )
    if _BEFORE.search(before):
        return _finding(ActKind.AMEND, mention, mention.end)
    struck = _STRUCK.match(text, mention.end) if _STRIKES.search(before) else None
    if struck is not None:
        return _finding(ActKind.AMEND, mention, struck.end(), affects=struck["provisions"].rstrip("、和及至"))
    return None


def _prolonging(text: str, mention: Reference, before: str) -> Finding | None:
    kept = _KEPT_UNTIL if _KEPT_BEFORE.search(before) else _PROLONGED
    after = kept.match(text, mention.end, mention.end + 140)
    if after is not None and not _EXPIRED.search(after.group()):
        until = _UNTIL.search(text, mention.end, after.end() + 24)
        end = until.end() if until else after.end()
        return _finding(ActKind.RENEW, mention, end, until=parse_date(until[1]) if until else None)
    if _PROLONG_BEFORE.search(before) and "有效期" in text[mention.end : mention.end + 12]:
        return _finding(ActKind.RENEW, mention, mention.end)
    return None


def _confirming(text: str, mention: Reference) -> Finding | None:
    after = _CONFIRMED.match(text, mention.end, mention.end + 60)
    return _finding(ActKind.CONTINUE, mention, after.end()) if after else None


def _finding(
    kind: ActKind,
    mention: Reference,
    end: int,
    affects: str = "",
    until: date | None = None,
    acts_on: date | None = None,
) -> Finding:
    return Finding(
        kind=kind,
        number=mention.number,
        title=mention.title,
        start=mention.start,
        end=end,
        affects=affects,
        until=until,
        acts_on=acts_on,
    )


def _since(before: str) -> date | None:
    match = _SINCE.search(before)
    return parse_date(match[1]) if match else None
