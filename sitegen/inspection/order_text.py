"""规章: what is public is its title, its 题注 and its body; the order that was signed is not repeated (R10)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind, Severity
from sitegen.disclosure.quotations import quoted
from sitegen.inspection.manuscript import Manuscript
from sitegen.model.standards import Standards
from sitegen.patterns import expression

ORDER_REPEATED = Kind(
    id="SG468",
    name="规章正文里有令",
    message="规章的正文里有签署的令：“{quote}”。",
    why="规章只公开标题、题注和正文，不重复公开负责人签署的命令（R10，国办发〔2021〕33号）。",
    help="删去令的文号、“现予公布”和署名；公布的日期和文号写在文件头里，题注会自动生成。",
    severity=Severity.WARNING,
)
KINDS = (ORDER_REPEATED,)

REGULATORY_RULE = "regulatory_rule"
_BEGINNING = 600
"""Characters of a text in which the order stands, where it is repeated."""
_ORDER = expression(
    r"(?:第\s*[0-9〇零一二三四五六七八九十百]{1,5}\s*号令?\s*(?=\n))|现予(?:公布|发布)[，,。]"
    r"|(?:省长|市长|州长|县长|区长|主席|主任|部长|局长)[ \u3000]{1,4}[一-鿿][一-鿿 \u3000·]{1,6}(?=\n|$)"
)


def order_in_rule(manuscript: Manuscript, _standards: Standards) -> Iterator[Fault]:
    """Yield SG468 where the body of a 规章 begins with the order that published it."""
    record = manuscript.record
    if record is None or record.kind != REGULATORY_RULE:
        return
    match = _ORDER.search(manuscript.body.plain[:_BEGINNING])
    if match is not None:
        yield ORDER_REPEATED.found(record.place("title"), quote=quoted(match.group().strip()))
