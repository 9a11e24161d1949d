"""What a title alone says that a document does: 关于废止《…》的决定, 关于修改…的通知, …的补充通知."""

import re

from sitegen.disclosure.compact_text import CompactText, compact
from sitegen.disclosure.document_numbers import find_document_numbers, parse_document_number
from sitegen.disclosure.statements.findings import DocumentNature, Finding
from sitegen.disclosure.statements.identity import Identity
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import Reference, References, quoted_titles
from sitegen.disclosure.statements.titles import title_stem
from sitegen.disclosure.statements.words import GENRE
from sitegen.patterns import expression

_NATURE_REPEALS = expression(r"(?:废止|停止执行|停止实施|撤销|不再执行|终止执行)")
_SOME = r"(?:部分|一批|若干|一些|下列|以下|有关|相关|[0-9一二三四五六七八九十]+[件份部个项])"
_ENDS = expression(
    r"(?:废止|停止执行|停止实施|撤销|不再执行|终止执行|宣布)(?:和[^《]{1,6})?(?:原)?(?:[^《]{0,40}?印发的)?$"
)
_CHANGES = expression(
    r"(?:修改|修订|修正|调整|更正|完善|补充|修改完善)(?:和[^《]{1,6})?(?:原)?(?:[^《]{0,40}?印发的)?$|关于对$"
)
_PROLONGS = expression(r"(?:延长|延续)[^《]{0,20}$")
_ENDED_AFTER = expression(r"(?:等[^》]{0,20})?(?:的)?(?:废止|失效|停止执行)")
_CHANGED_AFTER = expression(
    r"[^《》]{0,24}?(?:补充|修改|修订|修正|调整|更正|勘误|完善)[^《》]{0,8}?(?:通知|规定|意见|说明|办法|公告|方案|决定|条款|事项|的|$)"
)
_PROLONGED_AFTER = expression(r"[^《》]{0,14}?(?:有效期|延期|延续|延长|继续(?:有效|执行|实施))")
_BARE = rf"(?!失效|和|或|及|与|、|{_SOME})(?:原)?(?P<title>[^《》]{{6,}}?{GENRE}(?:\([^()]{{1,10}}\))?)"
_BARE_REPEAL = expression(rf"关于(?:废止|停止执行|停止实施){_BARE}的(?:通知|决定|公告|通告)$")
_BARE_LAPSE = expression(rf"关于宣布(?:失效)?{_BARE}(?:失效)?的(?:通知|决定|公告|通告)$")
_BARE_CHANGE = expression(
    rf"关于(?:修改|修订|修正|更正){_BARE}(?:的?(?:部分|有关|相关|个别|若干)(?:条款|内容|规定|事项))?的(?:通知|决定|公告|通告)$"
)
_BARE_SUPPLEMENT = expression(
    rf"关于{_BARE}(?:有关|相关|若干|部分)?(?:事项|问题|条款|内容)?的?补充(?:通知|规定|意见|说明|公告)$"
)
_BARE_TITLES = (
    (_BARE_REPEAL, ActKind.REPEAL),
    (_BARE_LAPSE, ActKind.DECLARE_INVALID),
    (_BARE_CHANGE, ActKind.AMEND),
    (_BARE_SUPPLEMENT, ActKind.AMEND),
)
_IMPLEMENTS = expression(r"(?:贯彻|落实|实施|执行)[^《》]{0,4}$")
_SUPPLEMENTS = expression(r"补充(?:通知|规定|意见|说明|公告|办法)")
_SUPPLEMENTED = expression(
    r"补充(?:通知|规定|说明|意见|公告|修改)如下|(?:作|做)(?:出)?(?:如下|以下)补充|提出(?:如下|以下)补充"
)
_OPENING = 2000
_SUPPLEMENT = expression(
    rf"^(?P<title>.{{4,}}{GENRE}(?:\([^()]{{1,10}}\))?)的?补充(?:规定|通知|意见|办法|方案)(?:\([^()]{{1,10}}\))?$"
)
_EDITION = expression(r"\((?:[0-9]{4}年)?(?:修订|修正|修改)(?:版|稿|本)?\)")
_REVISED_TEXT = expression(r"(?:修订|修改|修正)后的")


def document_nature(title: str) -> DocumentNature:
    """Tell from the title whether the document was made to end or to review others."""
    outside = re.sub(r"《.*》", "《》", compact(title).text)
    made_for_it = (
        re.search(r"(?:决定|通知|公告|通告|公布|目录|清单|令|结果|批复|意见|函)", outside) is not None
    )
    return DocumentNature(
        repeals=made_for_it and _NATURE_REPEALS.search(outside) is not None,
        declares_invalid=made_for_it and "失效" in outside,
        reviews=made_for_it and "清理" in outside and re.search("文件|规章|政策|法规", outside) is not None,
    )


def acts_of_title(
    identity: Identity, own_number: str, document: CompactText, references: References
) -> list[Finding]:
    """Find what the title says, with the number that the body gives for the same document."""
    heading = compact(identity.title)
    findings: list[Finding] = []
    for mention in quoted_titles(heading):
        kind = _kind(heading.text, mention)
        if kind is None:
            findings += _implied_by_edition(mention, identity.issued_title, references)
        else:
            kind = _in_effect(kind, document)
            findings.append(_finding(kind, mention.title, references, mention.number))
    if findings:
        return findings
    for pattern, kind in _BARE_TITLES:
        bare = pattern.search(heading.text)
        if bare:
            numbers = find_document_numbers(bare["title"])
            title, number = ("", numbers[0].number) if numbers else (bare["title"], "")
            return [_finding(_in_effect(kind, document), title, references, number)]
    return _supplemented(document, references, own_number) if _SUPPLEMENTS.search(heading.text) else []


def _supplemented(document: CompactText, references: References, number: str) -> list[Finding]:
    """A supplement whose title names nothing: the one document of the same house that its opening cites."""
    opening = _SUPPLEMENTED.search(document.text, 0, _OPENING)
    house = parse_document_number(number)
    if opening is None or house is None:
        return []
    cited = {
        mention.number: mention
        for mention in references.mentions
        if mention.end <= opening.start()
        and mention.number not in ("", number)
        and _same_house(mention.number, house.prefix)
    }
    return [
        _finding(ActKind.AMEND, mention.title, references, mention.number)
        for mention in cited.values()
        if len(cited) == 1
    ]


def _same_house(number: str, prefix: str) -> bool:
    """Whether two numbers come from one place: their 机关代字 share more than what all of them have."""
    other = parse_document_number(number)
    return other is not None and len((set(other.prefix) & set(prefix)) - set("政府办发规字综函文人民令")) > 0


def _kind(heading: str, mention: Reference) -> ActKind | None:
    before, after = heading[: mention.start], heading[mention.end :]
    if _PROLONGS.search(before) or _PROLONGED_AFTER.match(after):
        return ActKind.RENEW
    if _ENDS.search(before) or _ENDED_AFTER.match(after):
        return ActKind.DECLARE_INVALID if "失效" in heading and "废止" not in heading else ActKind.REPEAL
    if _CHANGES.search(before) or (_CHANGED_AFTER.match(after) and not _IMPLEMENTS.search(before)):
        return ActKind.AMEND
    return None


def _implied_by_edition(mention: Reference, issued_title: str, references: References) -> list[Finding]:
    """A supplement names what it supplements; a revised edition counts if the body names the older text.

    It does not where the notice calls the new text itself by the bare name.
    """
    plain = compact(mention.title).text
    supplement = _SUPPLEMENT.match(plain)
    if supplement:
        return [_finding(ActKind.AMEND, supplement["title"], references)]
    if not _EDITION.search(plain) or (issued_title and not _EDITION.search(compact(issued_title).text)):
        return []
    older = [
        other
        for other in references.mentions
        if title_stem(other.title) == title_stem(plain) and not _EDITION.search(compact(other.title).text)
    ]
    return [_finding(ActKind.AMEND, older[0].title, references)] if older else []


def _in_effect(kind: ActKind, document: CompactText) -> ActKind:
    """A revision that issues the whole new text takes the place of the old one."""
    opening = document.text[:_OPENING]
    revised = kind is ActKind.AMEND and _REVISED_TEXT.search(opening) is not None and "印发" in opening
    return ActKind.REPLACE if revised else kind


def _finding(kind: ActKind, title: str, references: References, number: str = "") -> Finding:
    """Make a finding whose place is the body's mention of the same document, or nowhere (0, 0)."""
    stem = title_stem(title)
    same = [
        mention
        for mention in references.mentions
        if (mention.number == number if number and not title else title_stem(mention.title) == stem)
    ]
    numbered = next((mention for mention in same if mention.number), None)
    place = numbered or (same[0] if same else None)
    return Finding(
        kind=kind,
        number=number or (numbered.number if numbered else ""),
        title=title,
        start=place.start if place else 0,
        end=place.end if place else 0,
        implied=True,
    )
