"""Clauses that end other documents: 同时废止, 决定废止, 宣布失效, 停止执行 …"""

import re
from datetime import date
from enum import Enum

import msgspec

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.statements.chains import Chain, chain_after, chain_before
from sitegen.disclosure.statements.commencement import within_quotation
from sitegen.disclosure.statements.findings import DocumentNature, Finding
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import Reference, References
from sitegen.patterns import expression

_VERB = expression(
    r"(?P<adverb>决定|现|宣布|予以|同时|一并|即行|即日起|自行|自然|自动)?"
    r"(?:废止|作废|失效|不再作为行政管理的?依据|停止(?:(?:受理|办理|申报)[和、及])?(?:执行|施行|实施|使用)|终止(?:执行|实施|施行)|不再(?:执行|施行|适用|实施|保留)|撤销|代替|替代|取代)"
)
# 废止的文件, 废止前, 废止目录: the word describes; 关于废止: it stands in a title; 已废止: it narrates.
_DESCRIBES = expression(r"[前后的之时期日情率]|(?:宣布)?失效的|或|文件|[^。;,《》\n]{0,12}(?:目录|清单)")
_NAMES_COLUMN = expression("[的前后]|(?:理由|原因|依据|日期|时间|情况|说明|机关|意见)")
_NARRATES = expression(
    r"(?:关于|已经?|业已|被|拟|将|(?<![相对])应当?|要|可|不得|不予|尚未|未|是否|建议|提请|若|如|后|等|声明|及时|适时|尽快|抓紧|逐步|修改|修订|清理|或者?|(?<![一二三四五六七八九十0-9])、|和|与)(?:予以|决定|宣布|同时|自行|自动)?$"
)
_NOT_YET = expression(
    r"(?:声明|(?<![相对])应当?|可|不得|未|拟|已经?|被|尚未|是否|(?:制定|修改|修订|清理|完善)(?:、|或者?|和|与))$"
)
_DECIDED = expression(r"决定[^。;,]{0,10}$")
# 本标准代替《甲》: these verbs govern what follows; 《甲》由本办法替代 is the one exception.
_GOVERNS_ONLY = ("撤销", "代替", "取代")
_SHORT_LEAD = 1
# 《甲》由新的《乙》替代: the text says of others what happened to them.
_BY = expression(r"(?:由|被)(?:新的?|现行的?)?[“\"]?$")
_PROVISION = r"第[一二三四五六七八九十百〇零0-9]{1,5}[条款项章节]"
_PARTIAL = expression(
    rf"(?:文件)?(?:中的?|内的?|的)?(?P<provisions>{_PROVISION}[第、和至及一二三四五六七八九十百〇零0-9条款项章节()]{{0,40}})"
    r"|(?:的|中|之)?(?P<annex>附[件表则录][一二三四五六七八九十0-9]{0,3})"
    r"|中(?:的|关于|有关|涉及)|(?:部分|有关|相关|相应|个别)(?:条款|内容|规定)"
)
_SINCE = expression(rf"(?:(?:自|从|于)({DATE})(?:起|零时起|之日起)?|({DATE})起)[^。;]{{0,20}}$")


class _Order(Enum):
    """Which comes first."""

    VERB = "决定废止《甲》"
    DOCUMENTS = "《甲》同时废止"


class _Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A verb and the documents that it ends."""

    verb: re.Match[str]
    chain: Chain
    order: _Order


def ending_clauses(text: str, references: References, nature: DocumentNature) -> list[Finding]:
    """Find the documents that clauses of the text end, wholly or in part."""
    findings: list[Finding] = []
    for verb in _VERB.finditer(text) if references.mentions else ():
        if references.in_quoted(verb.start()) or within_quotation(text, verb.start()):
            continue
        clause = _verb_first(text, references.mentions, verb) or _verb_last(text, references.mentions, verb)
        if clause is not None:
            findings += _findings(text, clause, nature)
    return findings


def _verb_first(text: str, mentions: list[Reference], verb: re.Match[str]) -> _Clause | None:
    narrates = _NARRATES.search(text, max(0, verb.start() - 8), verb.start())
    if narrates and verb["adverb"] not in ("决定", "现", "宣布"):
        return None
    if _NAMES_COLUMN.match(text, verb.end()):
        return None
    chain = chain_after(text, mentions, verb.end())
    if chain and verb.group() in _GOVERNS_ONLY and chain.start - verb.end() > _SHORT_LEAD:
        return None
    return _Clause(verb=verb, chain=chain, order=_Order.VERB) if chain else None


def _verb_last(text: str, mentions: list[Reference], verb: re.Match[str]) -> _Clause | None:
    if verb.group() in _GOVERNS_ONLY or _DESCRIBES.match(text, verb.end()):
        return None
    if _NOT_YET.search(text, max(0, verb.start() - 8), verb.start()):
        return None
    chain = chain_before(text, mentions, verb.start())
    if chain and verb.group().endswith("替代") and _BY.search(text, max(0, chain.start - 6), chain.start):
        return None
    return _Clause(verb=verb, chain=chain, order=_Order.DOCUMENTS) if chain else None


def _findings(text: str, clause: _Clause, nature: DocumentNature) -> list[Finding]:
    kind, acts_on = _kind(text, clause, nature), _since(text, clause)
    return [
        Finding(
            kind=ActKind.AMEND if partial else kind,
            number=member.number,
            title=member.title,
            start=_start(clause, member),
            end=clause.verb.end() if clause.order is _Order.DOCUMENTS else member.end,
            affects=(partial["provisions"] or partial["annex"] or "部分条款").rstrip("、和至及第") if partial else "",
            acts_on=acts_on,
        )
        for member in clause.chain.members
        for partial in [_partly(text, clause, member)]
    ]


def _start(clause: _Clause, member: Reference) -> int:
    """Where to quote from: the verb as well, if it governs but one document."""
    alone = clause.order is _Order.VERB and len(clause.chain.members) == 1
    return min(clause.verb.start(), member.start) if alone else member.start


def _partly(text: str, clause: _Clause, member: Reference) -> re.Match[str] | None:
    """Say whether only provisions end: 《甲》第五条, or 《甲》、《乙》中有关…的规定."""
    last = clause.order is _Order.DOCUMENTS and _PARTIAL.match(text, clause.chain.end, clause.verb.start())
    return last or _PARTIAL.match(text, member.end)


def _kind(text: str, clause: _Clause, nature: DocumentNature) -> ActKind:
    """Name the act as the law's practice does: a decision repeals, new rules replace on their way."""
    verb = clause.verb
    if "失效" in verb.group() and (verb["adverb"] in ("宣布", "予以", "决定") or nature.ends_others):
        return ActKind.DECLARE_INVALID
    if nature.declares_invalid and not nature.repeals and not nature.reviews:
        return ActKind.DECLARE_INVALID
    if nature.ends_others:
        return ActKind.REPEAL
    decided = clause.order is _Order.VERB and _DECIDED.search(text, max(0, verb.end() - 16), verb.end())
    return ActKind.REPEAL if decided else ActKind.REPLACE


def _since(text: str, clause: _Clause) -> date | None:
    """Return the day that the clause names: 《甲》自2025年7月1日起废止."""
    if clause.order is _Order.VERB:
        return None
    match = _SINCE.search(text, clause.chain.end, clause.verb.start())
    return parse_date(match[1] or match[2]) if match else None
