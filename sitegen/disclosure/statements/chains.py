"""Runs of mentions that share one verb: 《甲》（文号）、《乙》（文号）和《丙》同时废止."""

import re
from bisect import bisect_left, bisect_right

import msgspec

from sitegen.disclosure.chinese_dates import DATE
from sitegen.disclosure.statements.references import Reference
from sitegen.disclosure.statements.titles import is_generic
from sitegen.disclosure.statements.words import BODY, CITING, COUNT, ISSUED_BY, ORDINAL, PAPER
from sitegen.patterns import expression

# What may stand between two members of a run. A full stop or a line only before the next item's mark.
_JOINT = expression(
    rf"(?:文件|通知)?[、,;和与及跟“”\"|]*(?:(?:[。;\n]+|(?<=》)|(?<=\))){ORDINAL})?(?:以及|和|及|与|并|原|等|同时)*(?:其?配套的?)?(?:{ORDINAL})?"
    rf"(?:(?:{DATE}[^。;《》、,]{{0,40}}[、,]?){{1,3}}|[^。;:《》、,]{{0,45}}?{ISSUED_BY}的|(?:[^。;:《》、,]{{0,20}}{BODY}、?){{1,4}})?(?:关于)?[“\"]?"
)
_BULLETED = expression(rf"[;\n|]*[-+·]?|[。;\n|]*[-+·]?{ORDINAL}")
# A list that a verb introduces may close each of its items with a full stop.
_CLOSED_ITEM = expression(r"。\n?[-+·]?")
_OWN_VERB = expression("[^。;\n]{0,60}?(?:废止|失效|作废|停止|不再|修改|修订|调整|继续|有效|延长|执行)")
# What may stand between a verb and the first document it ends.
_LEAD = expression(
    rf"了?(?:下列|以下|如下)?(?:{COUNT})?(?:[^。;,《》|\n]{{0,45}}?)(?::[\n|]*)?(?:{ORDINAL})?(?:[^。;,《》|\n]{{0,45}}?)"
)
_NEW_CLAUSE = expression(
    r",(?!(?:自|从|于|同时|并|即|现|予以|均|一律|宣布|原|该|决定|以上|上述|也|亦|相应|至|不再|停止|终止|废止|失效|作废|由本|一并|到期|届时|[0-9]))"
)
_NOT_DONE = expression(
    r"(?:已经?|业已|被|拟|曾|(?<![相对])应当?|可以|不得)[^,]{0,20}$|若|如果|不一致|不符|抵触|冲突|为准|根据|按照|要求|精神|未|之前|期间|期满|届满|继续有效"
)
# 停止执行并按《乙》办理: what follows is not what ends.
_OTHERWISE = expression(r"按|依|参照|适用|转为|改|执行|办理|遵守|统一")
_CITED = expression(rf"{CITING}(?:了|好|《[^《》]{{0,60}}》|[^,。;《》]){{0,25}}[“\"]?$")
# 根据《…的决定》修正的《甲》: the source is told of the document itself.
_MADE = expression(r"(?:修正|修订|修改|通过|批准|发布|公布|印发|颁布|制定|实施|施行)的[“\"]?$")
_PAPER_TITLE = expression(rf"{PAPER}(?:\([^()]*\))?$")

_LONGEST_TAIL = 60


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Consecutive mentions governed by one verb."""

    members: list[Reference]

    @property
    def start(self) -> int:
        """Where the first member begins."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Where the last member ends."""
        return self.members[-1].end


def chain_after(text: str, mentions: list[Reference], position: int) -> Chain | None:
    """Return the run of mentions that a verb ending at a position governs: 废止《甲》、《乙》."""
    index = bisect_left(mentions, position, key=lambda mention: mention.start)
    if index == len(mentions) or mentions[index].start - position > 2 * _LONGEST_TAIL:
        return None
    lead = text[position : mentions[index].start]
    if not _LEAD.fullmatch(lead) or _NOT_DONE.search(lead) or _OTHERWISE.search(lead):
        return None
    stop = index + 1
    while stop < len(mentions) and (
        joined(text, mentions[stop - 1], mentions[stop])
        or _next_item(text, mentions[stop - 1], mentions[stop])
    ):
        stop += 1
    return documents_among(mentions[index:stop])


def _next_item(text: str, earlier: Reference, later: Reference) -> bool:
    """Whether only a full stop stands between two mentions, and the second has no verb of its own."""
    between = text[earlier.end : later.start]
    return _CLOSED_ITEM.fullmatch(between) is not None and _OWN_VERB.match(text, later.end) is None


def chain_before(text: str, mentions: list[Reference], position: int) -> Chain | None:
    """Return the run of mentions that a verb starting at a position governs: 《甲》、《乙》同时废止."""
    stop = bisect_right(mentions, position, key=lambda mention: mention.end)
    if stop == 0 or position - mentions[stop - 1].end > _LONGEST_TAIL:
        return None
    tail = text[mentions[stop - 1].end : position]
    if (
        re.search(r"[。;:!\n《》]", tail)
        or _NEW_CLAUSE.search(tail + text[position : position + 2])
        or _NOT_DONE.search(tail)
    ):
        return None
    return documents_among(_without_sources(text, _run_up_to(text, mentions, stop - 1)))


def _without_sources(text: str, run: list[Reference]) -> list[Reference]:
    """Drop what is only cited: 统一执行《丙》，《甲》停止执行."""
    while run and _is_cited(text, run[0]):
        cuts = (i for i in range(1, len(run)) if "," in text[run[i - 1].end : run[i].start])
        run = run[next(cuts, len(run)) :]
    return run


def _is_cited(text: str, mention: Reference) -> bool:
    lead = text[max(0, mention.start - 40) : mention.start]
    lead = lead[max(lead.rfind(mark) for mark in "。;,\n、") + 1 :]
    return _CITED.search(lead) is not None and _MADE.search(lead) is None


def _run_up_to(text: str, mentions: list[Reference], index: int) -> list[Reference]:
    """Return the run of mentions that ends with one of them."""
    first = index
    while first > 0 and joined(text, mentions[first - 1], mentions[first]):
        first -= 1
    return mentions[first : index + 1]


def joined(text: str, earlier: Reference, later: Reference) -> bool:
    """Whether two neighbours belong to one run: only marks, numbering or the issuer stand between them."""
    if not 0 <= later.start - earlier.end <= 120:
        return False
    between = text[earlier.end : later.start]
    if _NOT_DONE.search(between):
        return False
    return _JOINT.fullmatch(between) is not None or _BULLETED.fullmatch(between) is not None


def documents_among(members: list[Reference]) -> Chain | None:
    """Keep the members that can be documents of this kind; a lost permit declared void is none."""
    kept = [
        member
        for member in members
        if member.number or not (is_generic(member.title) or _PAPER_TITLE.search(member.title))
    ]
    return Chain(members=kept) if kept else None
