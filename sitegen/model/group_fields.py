"""Front-matter values with keys of their own: 审核, 转载, 政府公报, 财政数据, 附件."""

from __future__ import annotations

from sitegen.diagnostics import Fault, Kind
from sitegen.formats.field_dates import Date
from sitegen.formats.field_places import Address, SafePath
from sitegen.formats.field_types import Choice, Decimal, ReferenceType, Text, Whole
from sitegen.formats.fields import Field, Group, convert, table_of
from sitegen.formats.nodes import Broken, Mapping, Node, Scalar
from sitegen.model.figures import Basis, Fiscal
from sitegen.model.values import Attachment, Gazette, LaterCommencement, Reprint, Review, Waiver

NOT_AN_ATTACHMENT = Kind(
    id="SG242",
    name="附件写法不对",
    message="附件要写文件名，或者写“文件”和“名称”。",
    why="附件要指明文件，读者才能下载。",
    help="写成“- 申请表.docx”，或者“- {{文件: shenqingbiao.docx, 名称: 申请表}}”。",
)
KINDS = (NOT_AN_ATTACHMENT,)

REVIEW = Group(
    fields=table_of(
        Field(key="拟稿", english="drafted_by", attribute="drafted_by", type=Text(), help="拟稿的人或者岗位"),
        Field(
            key="审核", english="reviewed_by", attribute="reviewed_by", type=Text(), help="审核的人或者岗位"
        ),
        Field(
            key="发布", english="released_by", attribute="released_by", type=Text(), help="发布的人或者岗位"
        ),
    ),
    record=Review,
    subject="审核",
)
REPRINT = Group(
    fields=table_of(
        Field(key="来源", english="source", attribute="source", type=Text(), help="转载自哪里"),
        Field(key="地址", english="address", attribute="address", type=Address(), help="原文的网址"),
        Field(
            key="原发布日期",
            english="published_on",
            attribute="published_on",
            type=Date(),
            help="原文发布的日期",
        ),
    ),
    record=Reprint,
    subject="转载",
)
GAZETTE = Group(
    fields=table_of(
        Field(key="年", english="year", attribute="year", type=Whole(), help="公报的年份"),
        Field(key="期", english="issue", attribute="issue", type=Whole(), help="第几期"),
        Field(key="页", english="page", attribute="page", type=Whole(), help="第几页"),
    ),
    record=Gazette,
    subject="政府公报",
)
FISCAL = Group(
    fields=table_of(
        Field(
            key="口径",
            english="basis",
            attribute="basis",
            type=Choice(
                labels={"预算": Basis.BUDGET, "调整预算": Basis.ADJUSTED, "决算": Basis.FINAL},
                codes={str(value): value for value in Basis},
            ),
            help="预算、调整预算，或者决算",
            example="决算",
        ),
        *(
            Field(key=key, english=english, attribute=english, type=Decimal(), help=f"{unit}，与正文一致")
            for key, english, unit in (
                ("一般公共预算收入", "general_revenue", "万元"),
                ("一般公共预算支出", "general_expenditure", "万元"),
                ("政府性基金收入", "fund_revenue", "万元"),
                ("政府性基金支出", "fund_expenditure", "万元"),
                ("债务限额", "debt_limit", "亿元，年末数"),
                ("债务余额", "debt", "亿元，年末数"),
            )
        ),
    ),
    record=Fiscal,
    subject="财政数据",
)
LATER_COMMENCEMENT = Group(
    fields=table_of(
        Field(
            key="条款",
            english="provision",
            attribute="provision",
            type=Text(),
            help="另外规定施行日期的条款",
            example="第十二条",
        ),
        Field(
            key="日期",
            english="date",
            attribute="on",
            type=Date(),
            help="这些条款开始施行的日期",
            example="2024-01-01",
        ),
    ),
    record=LaterCommencement,
    subject="分条施行",
)
NO_REASON = frozenset(
    {"无", "略", "暂无", "待定", "待补充", "误报", "不用查", "不需要", "—", "-", "/", "xxx"}
)
"""Words that give no reason: what makes a finding a false alarm (误报) is the reason."""
WAIVER = Group(
    fields=table_of(
        Field(
            key="规则",
            english="rule",
            attribute="rule",
            type=ReferenceType(),
            help="问题的编号或者名称",
            example="SG311",
        ),
        Field(
            key="理由",
            english="reason",
            attribute="reason",
            type=Text(placeholders=NO_REASON),
            help="为什么可以放行",
            example="图里的字正文里都有",
        ),
        Field(key="姓名", english="name", attribute="name", type=Text(), help="谁核对、决定放行的"),
        Field(key="日期", english="date", attribute="on", type=Date(), help="决定放行的日期"),
        Field(
            key="处数",
            english="count",
            attribute="count",
            type=Whole(),
            help="放行几处；文件里的比这多，就一处也不放行",
        ),
    ),
    record=Waiver,
    subject="不查",
)
ATTACHMENT = table_of(
    Field(key="文件", english="file", attribute="file", type=SafePath(), help="同名文件夹里的文件"),
    Field(key="名称", english="name", attribute="name", type=Text(), help="读者看到的名称"),
)


class AttachmentType:
    """Converts a file name, or a mapping with a name for readers, to an `Attachment`."""

    def convert(self, node: Node) -> tuple[Attachment | None, tuple[Fault, ...]]:
        """Return the attachment; SG242 and the faults of unsafe paths."""
        if isinstance(node, Scalar):
            file, faults = SafePath().convert(node)
            return (Attachment(file=file, span=node.span) if file else None), faults
        if isinstance(node, Broken):
            return None, ()
        if not isinstance(node, Mapping):
            return None, (NOT_AN_ATTACHMENT.found(node.span),)
        done = convert(node, ATTACHMENT, subject="附件")
        path = done.values.get("file")
        if not isinstance(path, str):
            return None, done.faults or (NOT_AN_ATTACHMENT.found(node.span),)
        name = str(done.values.get("name", ""))
        return Attachment(file=path, name=name, span=done.spans.get("file", node.span)), done.faults
