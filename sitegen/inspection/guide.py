"""政府信息公开指南: all that art. 12 of the Regulation names, and the limits that the law sets (R26, R37, R38)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind, Leeway, Severity
from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.quotations import place_of, quoted
from sitegen.inspection.manuscript import Manuscript
from sitegen.model.guide_standard import GuideElement, GuideLimit
from sitegen.model.local_rules import Answer
from sitegen.model.standards import Standards
from sitegen.model.values import Stage

LACKS_REQUIRED = Kind(
    id="SG538",
    name="指南内容不全",
    message="指南里没有写：{missing}。",
    why="指南要包括信息的分类、编排体系、获取方式和工作机构的名称、地址、时间、电话、传真、互联网联系方式（R26，条例第十二条）。",
    help="补上这些内容；确实没有的（例如没有传真），写明“无”。",
    leeway=Leeway.OLD,
)
LACKS_USUAL = Kind(
    id="SG539",
    name="指南还应当写明",
    message="指南里没有提到：{missing}。",
    why="申请的渠道、期限、收费和救济途径要在指南里写清楚（R35—R42）。",
    help="补上这些内容；写在别的说法里的，用通行的说法再写一次。",
    severity=Severity.WARNING,
)
OTHER_LIMIT = Kind(
    id="SG540",
    name="指南里的期限不对",
    message="“{quote}”写的是{given}个工作日，{title}应当是{days}个工作日。",
    why="办理期限由条例规定，指南写错会误导申请人（R38，条例第三十条至第三十四条）。",
    help="改为{days}个工作日；本地另有规定的，写在地方口径的“依申请公开.{rule}”里。",
    severity=Severity.WARNING,
)
KINDS = (LACKS_REQUIRED, LACKS_USUAL, OTHER_LIMIT)

GUIDE = "guide"
COVER = 200
"""Characters below which a text is but the cover of its attachments."""
_CLAUSE = re.compile(r"[^，。；;,\n\t|]+")
_DAYS = re.compile(r"(\d{1,3}|[一二三四五六七八九十]{1,3})\s*个工作日")


def in_guide(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG538–SG540 for a guide that is no draft. A guide that is only an attachment cannot be read."""
    record = manuscript.record
    if record is None or record.kind != GUIDE or record.stage is not Stage.FINAL:
        return
    text = manuscript.body.plain
    if text.strip() and (len(text) >= COVER or not record.attachments):
        place = record.place("title")
        for kind, required in ((LACKS_REQUIRED, Answer.YES), (LACKS_USUAL, Answer.NO)):
            missing = _missing(standards.guide.elements, required, text)
            if missing:
                yield kind.found(place, missing="、".join(missing))
    for clause in _CLAUSE.findall(text):
        yield from _limits(clause, standards.guide.limits, manuscript)


def _missing(elements: tuple[GuideElement, ...], required: Answer, text: str) -> list[str]:
    wanted = (element for element in elements if element.required is required)
    return [element.title for element in wanted if not any(word in text for word in element.words)]


def _limits(clause: str, limits: tuple[GuideLimit, ...], manuscript: Manuscript) -> Iterator[Fault]:
    found = _DAYS.search(clause)
    limit = next((limit for limit in limits if any(word in clause for word in limit.words)), None)
    given = parse_number(found[1]) if found else None
    if limit is None or given is None or given == limit.days:
        return
    quote = clause.strip()
    yield OTHER_LIMIT.found(
        place_of(quote, manuscript.source, manuscript.first_line),
        quote=quoted(quote),
        given=given,
        title=limit.title,
        days=limit.days,
        rule=limit.rule,
    )
