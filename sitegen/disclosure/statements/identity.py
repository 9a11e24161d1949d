"""What a text says of itself: its number, its title, the day it was signed and the day it was published."""

import re
from datetime import date

import msgspec

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.document_numbers import NumberMention
from sitegen.disclosure.statements.announcements import number_below
from sitegen.disclosure.statements.references import References
from sitegen.disclosure.statements.titles import without_site_note
from sitegen.disclosure.statements.words import BODY, GENRE
from sitegen.patterns import expression

_LABEL_END = (
    r"(?=\n|$|(?:发文字号|文号|发布(?:时间|日期|机构)|发文(?:机关|日期)|成文日期|来源|索引号|主题分类|"
    r"有效性|时间):)"
)
_TITLE = expression(rf"(?:^|[^一-鿿]|(?<=日))标题:(.{{4,150}}?){_LABEL_END}")
_HEADING = expression(rf"^[^。;:,\n]{{4,120}}?{GENRE}(?:\([^()]{{1,12}}\))?(?=\n|$)")
# A heading without a line of its own: it ends at a gap, before the number and whoever is addressed.
_FENCED_HEADING = expression(rf"[^。;:,\n|〔〕号]{{4,120}}?(?:{GENRE}|函)(?:\([^()]{{1,12}}\))?")
# 青岚区人民政府文件: what stands in red above the number.
_RED_HEAD = expression(rf"[一-鿿\s]{{2,30}}{BODY}\s*文件")
_NUMBER_LABEL = expression(r"(?:发文字号|文号|文件编号|文件字号):[|]?$")
_PUBLISHED = expression(
    rf"(?:发布(?:时间|日期)|公布日期|(?<!成文)(?<!施行)(?<!生效)(?<![一-鿿])时间):[|]?({DATE})"
)
_LABEL = expression("(?:时间|日期):")
_WRITTEN = expression(rf"(?:成文|发文|印发|生成|制发|签发)(?:日期|时间):[|]?({DATE})")
_SIGNATURE = expression(DATE)

_SIGNED_BY = expression(rf"{BODY}(?:\([^()]{{1,12}}\))?$")
# A body that stands by itself before a date signs, whatever words its name is made of: 经济和信息化局, 自治区人民政府.
_SIGNER = expression(rf"[一-鿿()、·]{{2,40}}{BODY}(?:\([^()]{{1,12}}\))?")
_NO_SIGNER = expression("根据|按照|依据|关于|截至|截止|召开|印发|发布|公布")
_SENTENCE = "。;!?\n"
_ENDED = ("。", "。\n", "。”")
_LONGEST_SIGNER = 48
_ALONE = re.compile(rf"(?:^|\n)\(?({DATE})\)?(?=\n|$)", re.MULTILINE)
_SIGNED_BY_PERSON = expression(r"(?:长|主任|总理|主席|书记)[:一-鿿]{2,4}$")
_NARRATED = expression(
    r"(?:根据|按照|依据|自|于|从|至|到|关于|经|由|截至|截止|召开|原)[^。;\n]{0,30}$|(?:时间|日期|期限|印发|发布|公布):?$"
)
# What follows the date in a sentence, not below a text.
_NOT_SIGNATURE = expression(
    r"印发|发布|公布|下发|颁布|发出|施行|实施|执行|起|前|后|至|到|以来|以前|之|的|召开|通过|经|会议|批准|上午|下午|晚|时|审议|修订|修正|修改|"
    r"成立|开始|止|[,、;)《]|[0-9]{1,2}[:点时]|第[0-9一-十]+次|在[^。;]{0,20}(?:召开|举行|会议|签)|"
    r"为(?!了|规范|加强|进一步|贯彻|切实|促进|推动|推进|深入|全面|保障|鼓励|落实|做好|认真|有效|提高|完善|维护|加快|确保|扶持|支持)"
)
_PRINTED = expression(rf"{BODY}({DATE})印发(?!的|\))")
_ISSUED_BEFORE = expression(r"将[^。,;《》]{0,8}$")
_PROCLAIMED = expression(r"现(?:予)?(?:以)?(?:公布|发布|印发|颁布)[^。,;《》]{0,6}$")
_ISSUED_AFTER = expression(
    r"(?!等)(?:[^。;《》]{0,40}?(?<!重新)(?:印发|转发|下发|发布)给"
    r"|[^。;《》]{0,90}?(?:现予?(?:以)?|予以)(?:印发|公布|发布|颁布|转发))"
)
_LIST_BEGUN = expression(
    r"序号|文件名称|(?:目录|清单)(?:\([^()]{1,12}\))?\n?(?=[1一(])|附件[0-9:]|[|][-|:]{3,}|(?:下列|以下|如下)[^。;《》]{0,24}(?::|废止|失效|作废|停止执行)|(?:经研究|现将|决定(?:废止|宣布|修改|对))"
)
# （青政〔2020〕3号） on a line of its own.
_BELOW_TITLE = expression(r"\)(?=\n|各|[一-鿿]{2,20}:)")
_CITED_AFTER = expression(r"[,、和与及或文)的以规中等》|]|自[^。]{0,20}(?:废止|失效)|同时")
_TABLE = expression("序号|目录|清单|附件|[|]")
_HEADING_ZONE = 600
_LONGEST_HEADING = 140
_NOWHERE = (0, 0)


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """The document's own data as far as the text gives them; "" and None where it does not.

    `number_at` and `signed_at` are spans of the compact text, (0, 0) where there is no number, and where the day
    of writing is not the date of a signature.
    """

    title: str
    number: str
    number_at: tuple[int, int]
    written_on: date | None
    signed_at: tuple[int, int]
    published_on: date | None
    issued_title: str


def read_identity(document: CompactText, references: References, title: str) -> Identity:
    """Read number, dates and titles; `title` is taken from the text when it is empty."""
    number = _own_number(document, references)
    own_title = without_site_note(title or _own_title(document, number))
    number = number or number_below(own_title, document.text)
    signature = _signature(document, references)
    return Identity(
        title=own_title,
        number=number.number if number else "",
        number_at=(number.start, number.end) if number else _NOWHERE,
        written_on=parse_date(signature.group()) if signature else _dated(document.text),
        signed_at=signature.span() if signature else _NOWHERE,
        published_on=_labelled(_PUBLISHED, document.text) if _LABEL.search(document.text) else None,
        issued_title=_issued_title(document, references),
    )


def _own_title(document: CompactText, number: NumberMention | None) -> str:
    labelled = _TITLE.search(document.text)
    if labelled:
        return document.wording(labelled.start(1), labelled.end(1))
    heading = _HEADING.match(document.text)
    end = heading.end() if heading else _fenced_heading(document, 0)
    above = document.wording(0, end) if end else ""
    if number is None or (above and not _RED_HEAD.fullmatch(above)):
        return above
    start = number.end + document.text.startswith("\n", number.end)
    end = _fenced_heading(document, start) if start <= _HEADING_ZONE else 0
    return document.wording(start, end) if end else above


def _fenced_heading(document: CompactText, start: int) -> int:
    """Return where the last gap is that a heading from `start` on may end at; 0 for none."""
    text, last = document.text, start + _LONGEST_HEADING
    gaps = [gap - (text[gap - 1] == "\n") for gap in (*document.boundaries, len(text)) if start < gap <= last]
    return max((gap for gap in gaps if _FENCED_HEADING.fullmatch(text, start, gap)), default=0)


def _own_number(document: CompactText, references: References) -> NumberMention | None:
    """Return the labelled number, else the first that stands free at the head of the text."""
    text = document.text
    for mention in references.numbers:
        if _NUMBER_LABEL.search(text, 0, mention.start):
            return mention
    for mention in references.numbers:
        start, end = mention.start, mention.end
        if start > _HEADING_ZONE or _LIST_BEGUN.search(text, 0, start):
            break
        fenced = start in document.boundaries or text[start - 1 : start] in ("", "\n", "〔")
        below = start - 1 in document.boundaries and _BELOW_TITLE.match(text, end) is not None
        if (fenced and not _CITED_AFTER.match(text, end) and not references.in_quoted(start)) or below:
            return mention
    return None


def _labelled(pattern: re.Pattern[str], text: str) -> date | None:
    match = pattern.search(text)
    return parse_date(match[1]) if match else None


def _signature(document: CompactText, references: References) -> re.Match[str] | None:
    """Return the date below the first signature, else the first that stands alone between two paragraphs."""
    alone = None
    for match in _SIGNATURE.finditer(document.text):
        if parse_date(match.group()) is None:
            continue
        if _is_signature(document, match, references):
            return match
        alone = alone or (match if _stands_alone(document, match, references) else None)
    return alone


def _stands_alone(document: CompactText, match: re.Match[str], references: References) -> bool:
    """Whether a date follows a sentence and a gap, and a gap follows it: 请遵照执行。 2008年9月22日 某某办法."""
    start, end = match.span()
    fenced = start in document.boundaries and (end in document.boundaries or end == len(document.text))
    listed = _NOT_SIGNATURE.match(document.text, end) or references.in_quoted(start)
    last = end == len(document.text) and _TABLE.search(document.text, 0, start) is None
    return fenced and (last or document.text.endswith(_ENDED, 0, start)) and not listed


def _dated(text: str) -> date | None:
    """Return the date of a text without a signature: one that stands alone, a labelled one, the printer's."""
    return next(filter(None, (_labelled(label, text) for label in (_ALONE, _WRITTEN, _PRINTED))), None)


def _is_signature(document: CompactText, match: re.Match[str], references: References) -> bool:
    text, (start, end) = document.text, match.span()
    before = text[max(0, start - 40) : start]
    signed = _SIGNED_BY.search(before) or _SIGNED_BY_PERSON.search(before)
    if not signed or _NOT_SIGNATURE.match(text, end) or references.in_quoted(start):
        return False
    return _signer_alone(document, start) or _NARRATED.search(before) is None


def _signer_alone(document: CompactText, end: int) -> bool:
    """Whether nothing but the name of a body stands between the last sentence or gap and a position."""
    text = document.text
    for start in range(end - 1, max(0, end - _LONGEST_SIGNER), -1):
        fenced = start in document.boundaries or text[start - 1] in _SENTENCE
        if fenced and _SIGNER.fullmatch(text, start, end):
            return _NO_SIGNER.search(text, start, end) is None
    return False


def _issued_title(document: CompactText, references: References) -> str:
    """Return the title in 现将《…》印发给你们, or 《…》已经…同意，现印发给你们."""
    for mention in references.mentions:
        if mention.start > 4 * _HEADING_ZONE:
            break
        if not mention.quoted:
            continue
        lead = document.text[max(0, mention.start - 12) : mention.start]
        issuing = _ISSUED_BEFORE.search(lead) and "印发" in document.text[mention.end : mention.end + 40]
        if issuing or _ISSUED_AFTER.match(document.text, mention.end) or _PROCLAIMED.search(lead):
            return mention.title
    return ""
