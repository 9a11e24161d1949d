"""Headings under which documents are listed, and the stretches of text that belong to them."""

import re
from enum import Enum
from itertools import pairwise

import msgspec

from sitegen.disclosure.statements.findings import DocumentNature
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import References
from sitegen.patterns import expression

ENDS = "废止|失效|作废|停止执行|不再执行"
KEEPS = "继续有效|现行有效|继续执行|保留|继续实施"
CHANGES = "修改|修订|修正"
_OUTCOME = rf"(?:{ENDS}|{KEEPS}|{CHANGES})"
_THINGS = "(?:文件|政策|规章|制度|措施|办法|规定|通知|法规)"
_COUNTED = r"\((?:共|计)*[0-9一二三四五六七八九十百]+[件份部个项]\)"
_SHEET = (
    r"(?:目录|清单|名单|一览表|汇总表|明细表|统计表|情况表|列表|表)"
    r"(?:\(?(?:共|计)*[0-9一二三四五六七八九十百]+[件份部个项]\)?)?"
)
_PLANNED = expression(
    r"(?:拟|适时|待|需要?|须|尚需|建议|计划|应当?|列入|纳入|启动|抓紧)(?:予以|进行|决定|宣布|作出|明确)*$"
)

# “决定废止的规范性文件目录（12件）”, “一、继续有效的规范性文件（30件）”, “废止文件” on a line of its own
_WORD = rf"(?:(?!{_OUTCOME}|[一二三四五六七八九十]、)[^。;,:《》()|\n0-9])"
_HEADING = expression(
    rf"(?P<first>{_OUTCOME})(?:(?:和|或|、|及|与|并){{1,2}}(?:宣布|予以|决定)?{_OUTCOME}|(?<=废止)失效){{0,2}}"
    rf"(?:的|部分|一批){{0,2}}{_WORD}{{0,24}}?(?:{_THINGS}{_WORD}{{0,8}}?)?"
    rf"(?:{_SHEET}|{_COUNTED}|(?<=文件)(?=[\n|]|1[.、《]|[(]?一[)、]))"
)
# What belongs to a heading before its first word of outcome: 附件2 三、拟
_LEADS_HEADING = expression(
    r"(?:附件?[0-9一二三四五六七八九十]{0,3}[:.、]?)?\n?(?:\(?[一二三四五六七八九十0-9]{1,3}[)、.])?(?:[^。;,:《》()|\n0-9号、]{0,12})?$"
)
_REVIEW_HEADING = expression(rf"清理(?:结果|意见|情况)?[^。;,:《》|\n0-9]{{0,16}}?{_SHEET}")
# The headings of a table's columns.
_NAMING = "(?:文号|字号|名称|标题|题目)"
_COLUMNS = expression(rf"(?:序号|{_NAMING}\|)[^。;《》]{{0,40}}?{_NAMING}[^。;《》]{{0,40}}?(?=\n|1)")
# “决定废止以下3份文件：”, “对下列3件文件予以废止：”
_LEAD_IN = expression(rf"(?P<first>{_OUTCOME})(?:下列|以下|如下)[^。;:《》]{{0,30}}:")
_LATE_LEAD_IN = expression(
    rf"(?:下列|以下|如下|所列)[^。;:《》]{{0,40}}?(?P<first>{_OUTCOME})"
    r"(?:[^。;:《》]{0,12}:|[^。;:《》]{0,40}。(?=\n?[^。;:,]{4,80}〔[12]))"
)
# “决定废止《甲》等93件规范性文件（目录见附件）”: the list itself may have no heading that says so.
_ANNEXED = expression(
    rf"(?P<first>{ENDS})[^。]{{0,400}}?(?:{_THINGS}|[件份])[^。]{{0,12}}(?:附件|附后|详见|目录)"
)
_ANNEX = expression(r"附件[0-9一二三]?(?=[:\n]?[^。;]{0,80}?(?:目录|清单|一览表|表|1[.、《]))")
_CONCRETE = expression(r"修改为|删去|删除|增加一[条款项]|作(?:出)?如下修改|修订为")


class ListForm(Enum):
    """Where a list stands."""

    INLINE = "inline"
    """In the sentence that introduces it; ends where its numbering ends."""
    ANNEX = "annex"
    """Below a heading of its own, to the next heading; its numbering may start again."""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that holds a list; its heading begins at `heading`.

    `outcome` is None where every row has its own. Plans (拟修改的文件目录) are `planned`: they do nothing yet.
    """

    heading: int
    start: int
    end: int
    outcome: ActKind | None
    planned: bool
    form: ListForm


def find_sections(text: str, references: References, nature: DocumentNature) -> list[Section]:
    """Find all lists, in order; each reaches to the next heading."""
    found = {section.start: section for section in _headed(text, references)}
    if nature.reviews:
        for match in _REVIEW_HEADING.finditer(text):
            found.setdefault(match.end(), _section(text, match, None))
    if nature.ends_others and not any(section.form is ListForm.ANNEX for section in found.values()):
        for section in _unheaded(text, references, nature):
            found.setdefault(section.start, section)
    ordered = [found[start] for start in sorted(found)]
    ends = [max(before.start, section.heading) for before, section in pairwise(ordered)] + [len(text)]
    return [msgspec.structs.replace(section, end=end) for section, end in zip(ordered, ends, strict=False)]


def _headed(text: str, references: References) -> list[Section]:
    sections = []
    for pattern, form in (
        (_HEADING, ListForm.ANNEX),
        (_LEAD_IN, ListForm.INLINE),
        (_LATE_LEAD_IN, ListForm.INLINE),
    ):
        for match in pattern.finditer(text):
            if references.in_quoted(match.start()):
                continue
            outcome = _outcome(match.group(), match["first"], text)
            planned = _PLANNED.search(text, max(0, match.start() - 10), match.start("first")) is not None
            sections.append(_section(text, match, outcome, planned=planned or outcome is None, form=form))
    return sections


def _unheaded(text: str, references: References, nature: DocumentNature) -> list[Section]:
    """Find the list of a decision that announces it without repeating on top of it what it does."""
    columns = [match for match in _COLUMNS.finditer(text) if not references.in_quoted(match.start())]
    announced = _ANNEXED.search(text)
    outcome = None
    if announced and not references.in_quoted(announced.start()):
        outcome = _outcome(announced["first"], announced["first"], text)
    elif nature.declares_invalid != nature.repeals:
        outcome = ActKind.DECLARE_INVALID if nature.declares_invalid else ActKind.REPEAL
    if nature.reviews:
        outcome = None
    if columns:
        return [_section(text, match, outcome) for match in columns]
    annexes = list(_ANNEX.finditer(text, announced.end())) if announced else []
    return [_section(text, annexes[-1], outcome)] if annexes and outcome else []


def _section(
    text: str,
    heading: re.Match[str],
    outcome: ActKind | None,
    *,
    planned: bool = False,
    form: ListForm = ListForm.ANNEX,
) -> Section:
    leads = _LEADS_HEADING.search(text, max(0, heading.start() - 24), heading.start())
    first = leads.start() if leads else heading.start()
    start = heading.end()
    return Section(heading=first, start=start, end=start, outcome=outcome, planned=planned, form=form)


def _outcome(heading: str, word: str, text: str) -> ActKind | None:
    """Say what a heading does; None for changes that nobody has made yet."""
    if word in KEEPS.split("|"):
        return ActKind.CONTINUE
    if word in CHANGES.split("|"):
        return ActKind.AMEND if _CONCRETE.search(text) else None
    if "失效" in heading and "废止" not in heading:
        return ActKind.DECLARE_INVALID
    return ActKind.REPEAL
