"""Clauses that end other documents: 同时废止, 决定废止, 宣布失效, 停止执行 …"""

import re
from datetime import date

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.statements.chains import Chain, chain_after, chain_before
from sitegen.disclosure.statements.commencement import within_quotation
from sitegen.disclosure.statements.findings import DocumentNature, Finding
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import Reference, References

_VERB = re.compile(
    r"(?P<adverb>决定|现|宣布|予以|同时|一并|即行|即日起|自行|自然|自动)?"
    r"(?:废止|作废|失效|停止(?:执行|施行|实施|使用)|终止(?:执行|实施|施行)|不再(?:执行|施行|适用|实施|保留)|撤销|代替|替代|取代)"
)
# 废止的文件, 废止前, 废止目录: the word describes; 关于废止: it stands in a title; 已废止: it narrates.
_DESCRIBES = re.compile(r"[前后的之时期日情率]|(?:宣布)?失效的|或|文件|[^。;,《》\n]{0,12}(?:目录|清单)")
_NARRATES = re.compile(
    r"(?:关于|已经?|业已|被|拟|将|应|应当|要|可|不得|不予|尚未|未|是否|建议|提请|若|如|后|等|声明|及时|适时|修改|修订|清理|或者?|(?<![一二三四五六七八九十0-9])、|和|与)(?:予以|决定|宣布|同时|自行|自动)?$"
)
# 本标准代替《甲》: these verbs govern what follows; 《甲》由本办法替代 is the one exception.
_GOVERNS_ONLY = ("撤销", "代替", "取代")
_PARTIAL = re.compile(
    r"(?:中的?|内的?)?(?P<provisions>第[一二三四五六七八九十百〇零0-9]{1,5}[条款项章节](?:[第、和至及一二三四五六七八九十百〇零0-9条款项()中的规定]{0,40}))|中(?:的|关于|有关|涉及)|(?:部分|有关|相关|相应|个别)(?:条款|内容|规定)"
)
_SINCE = re.compile(rf"(?:自|从|于)({DATE})(?:起|零时起|之日起)?[^。;]{{0,20}}$")


def ending_clauses(text: str, references: References, nature: DocumentNature) -> list[Finding]:
    """Find the documents that clauses of the text end, wholly or in part."""
    findings: list[Finding] = []
    for verb in _VERB.finditer(text):
        start, end = verb.span()
        if references.in_quoted(start) or within_quotation(text, start):
            continue
        before = text[max(0, start - 8) : start]
        forward = _forward(text, references.mentions, verb, before)
        if forward is not None:
            findings += _findings(text, forward, verb, nature, ahead=forward.start)
            continue
        backward = _backward(text, references.mentions, verb, before)
        if backward is not None:
            findings += _findings(text, backward, verb, nature, ahead=None)
    return findings


def _forward(text: str, mentions: list[Reference], verb: re.Match[str], before: str) -> Chain | None:
    if _NARRATES.search(before) and verb["adverb"] not in ("决定", "现", "宣布"):
        return None
    if text[verb.end() : verb.end() + 1] in ("的", "前", "后"):
        return None
    return chain_after(text, mentions, verb.end())


def _backward(text: str, mentions: list[Reference], verb: re.Match[str], before: str) -> Chain | None:
    if verb.group() in _GOVERNS_ONLY or _DESCRIBES.match(text, verb.end()):
        return None
    if re.search(r"(?:声明|应|应当|可|不得|未|拟|已经?|被|尚未|是否|将)$", before):
        return None
    return chain_before(text, mentions, verb.start())


def _findings(
    text: str, chain: Chain, verb: re.Match[str], nature: DocumentNature, ahead: int | None
) -> list[Finding]:
    kind = _kind(text, verb, nature, ahead)
    start, end = min(chain.start, verb.start()), max(chain.end, verb.end())
    shared = _PARTIAL.match(text[chain.end : verb.start()]) if ahead is None else None
    findings = []
    for member in chain.members:
        partial = shared or _PARTIAL.match(text, member.end)
        findings.append(
            Finding(
                kind=ActKind.AMEND if partial else kind,
                number=member.number,
                title=member.title,
                start=min(member.start, start) if len(chain.members) == 1 else member.start,
                end=max(member.end, end) if ahead is None else member.end,
                affects=(partial["provisions"] or "部分条款") if partial else "",
                acts_on=_since(text, verb, chain, ahead),
            )
        )
    return findings


def _kind(text: str, verb: re.Match[str], nature: DocumentNature, ahead: int | None) -> ActKind:
    """Name the act as the law's practice does: a decision repeals, new rules replace on their way."""
    words = verb.group()
    if "失效" in words and (verb["adverb"] in ("宣布", "予以", "决定") or nature.ends_others):
        return ActKind.DECLARE_INVALID
    if nature.declares_invalid and not nature.repeals and not nature.reviews:
        return ActKind.DECLARE_INVALID
    if nature.ends_others:
        return ActKind.REPEAL
    decided = ahead is not None and re.search(r"决定[^。;,]{0,10}$", text[: verb.end()][-16:]) is not None
    return ActKind.REPEAL if decided else ActKind.REPLACE


def _since(text: str, verb: re.Match[str], chain: Chain, ahead: int | None) -> date | None:
    """Return the day that the clause names: 《甲》自2025年7月1日起废止."""
    if ahead is not None:
        return None
    match = _SINCE.search(text, chain.end, verb.start())
    return parse_date(match[1]) if match else None
