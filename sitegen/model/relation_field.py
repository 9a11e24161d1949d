"""The front-matter value that names another document: a 文号, a path, or a mapping with more about it."""

from __future__ import annotations

from datetime import date

from sitegen.diagnostics import Fault, Kind
from sitegen.formats.field_dates import Date
from sitegen.formats.field_types import Text
from sitegen.formats.fields import Field, convert, table_of
from sitegen.formats.nodes import Broken, Mapping, Node, Scalar
from sitegen.model.values import Relation

NOT_A_RELATION = Kind(
    id="SG240",
    name="文件写法不对",
    message="这里应当写一个文件的文号或路径，现在是一个列表。",
    why="一行只说一个文件，才知道谁对谁做了什么。",
    help="每个文件占一行，行首写“- ”，例如“- 青政规〔2018〕2号”。",
)
NAMELESS_RELATION = Kind(
    id="SG241",
    name="没有说是哪个文件",
    message="这里没有写“文件”，也没有写“标题”，不知道说的是哪个文件。",
    why="关系要指明对象，才能在两头都显示。",
    help="写上“文件: 青政规〔2018〕2号”；栏目里没有的文件，再写“标题: 《……》”。",
)
KINDS = (NOT_A_RELATION, NAMELESS_RELATION)

FIELDS = table_of(
    Field(key="文件", english="document", attribute="target", type=Text(), help="文号，或 content/ 下的路径"),
    Field(key="文号", english="number", attribute="number", type=Text(), help="文号（与“文件”写法相同）"),
    Field(
        key="标题", english="title", attribute="title", type=Text(), help="文件的标题；栏目里没有这个文件时写"
    ),
    Field(
        key="条款", english="provision", attribute="provision", type=Text(), help="只涉及的条款，如“第十二条”"
    ),
    Field(
        key="日期", english="date", attribute="on", type=Date(), help="起作用的日期；不写就是本文件的施行日期"
    ),
)


class RelationType:
    """Converts a scalar or a mapping to a `Relation`."""

    def convert(self, node: Node) -> tuple[Relation | None, tuple[Fault, ...]]:
        """Return the relation, with SG240 or SG241 where the value names nothing."""
        if isinstance(node, Scalar):
            return Relation(target=node.text.strip(), span=node.span), ()
        if isinstance(node, Broken):
            return None, ()
        if not isinstance(node, Mapping):
            return None, (NOT_A_RELATION.found(node.span),)
        done = convert(node, FIELDS, subject="文件关系")
        values = done.values
        target = values.get("target") or values.get("number") or ""
        title = values.get("title", "")
        if not target and not title:
            return None, (
                *done.faults,
                NAMELESS_RELATION.found(node.span),
            ) if not done.faults else done.faults
        on = values.get("on")
        relation = Relation(
            target=str(target),
            title=str(title),
            provision=str(values.get("provision", "")),
            on=on if isinstance(on, date) else None,
            span=done.spans.get("target") or done.spans.get("number") or node.span,
        )
        return relation, done.faults
