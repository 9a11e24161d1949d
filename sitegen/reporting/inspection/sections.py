"""The sections of the report in their order: what each is called, what it means, and its columns in Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sitegen.reporting.inspection.records import InspectionReport
from sitegen.reporting.tables import Cell, Table


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One section: `attribute` names its lines, `headings` its columns; `empty` stands where there is nothing."""

    attribute: str
    title: str
    note: str
    empty: str
    headings: Mapping[str, str]


BODY = {"body": "责任机构"}
SECTIONS: Sequence[Section] = (
    Section(
        attribute="deadlines",
        title="期限",
        note="从截至日起，最近要做的在前。也可以把期限日历导入日历软件。",
        empty="没有快到期的事。",
        headings={
            "on": "日期",
            "days_left": "还有几天",
            "matter": "种类",
            "words": "要做的事",
            **BODY,
            "address": "网址",
        },
    ),
    Section(
        attribute="columns",
        title="栏目更新",
        note="超期最久的在前；负数是超过的天数。",
        empty="没有栏目。",
        headings={
            "column": "栏目",
            "state": "情况",
            "days_left": "还有几天",
            "last": "最近更新",
            "limit": "更新期限（天）",
            "count": "条数",
            **BODY,
            "source": "期限的依据",
            "path": "文件夹",
        },
    ),
    Section(
        attribute="empty",
        title="空白栏目",
        note="没有内容的栏目：发布内容，放一份“无此类信息”，或者删去。",
        empty="没有空白栏目。",
        headings={"column": "栏目", **BODY, "path": "文件夹"},
    ),
    Section(
        attribute="explanations",
        title="政策解读",
        note="应当解读的文件。已经失效的、转载的、写了免解读理由的不在内。",
        empty="没有应当解读的文件。",
        headings={
            "title": "文件",
            "number": "文号",
            "state": "情况",
            "published": "公开日期",
            "due": "解读期限",
            "explained": "解读日期",
            **BODY,
            "path": "文件路径",
        },
    ),
    Section(
        attribute="forms",
        title="解读的形式",
        note="过去一年公开的解读，只有文字的占多少；要多用图解、视频、问答等形式。",
        empty="过去一年没有解读。",
        headings={**BODY, "count": "解读（篇）", "plain": "只有文字的", "share": "占比"},
    ),
    Section(
        attribute="consultations",
        title="征求意见",
        note="反馈期限按地方口径；没有规定的不写。",
        empty="没有征求意见。",
        headings={
            "title": "公告",
            "state": "情况",
            "ends": "截止日期",
            "answer_due": "反馈期限",
            "results": "形成文件",
            **BODY,
            "path": "文件路径",
        },
    ),
    Section(
        attribute="annual_reports",
        title="年度报告",
        note="上一年度的政府信息公开工作年度报告。",
        empty="没有应当编制年报的机构。",
        headings={**BODY, "year": "年度", "state": "情况", "due": "期限", "published": "公布日期"},
    ),
    Section(
        attribute="obligations",
        title="公开义务",
        note="标准目录要求在网站公开、还没有做到的事项。",
        empty="标准目录要求的都已经公开。",
        headings={"domain": "领域", "item": "事项", "state": "情况", **BODY, "last": "最近公开"},
    ),
    Section(
        attribute="findings",
        title="检查发现的问题",
        note="与 sitegen check 相同。用 sitegen explain 加编号查看每一种。",
        empty="没有发现问题。",
        headings={
            "severity": "级别",
            "id": "编号",
            "name": "问题",
            "message": "说明",
            "help": "怎么改",
            **BODY,
            "path": "文件",
            "line": "行",
        },
    ),
    Section(
        attribute="passed",
        title="放行的问题",
        note="有人核对过、写了理由放行的，和存量清单里的，不计入问题。",
        empty="没有放行的问题。",
        headings={
            "id": "编号",
            "message": "说明",
            "by": "放行的依据",
            "reason": "理由",
            "name": "核对人",
            "on": "日期",
            **BODY,
            "path": "文件",
        },
    ),
)


def table_of(section: Section, report: InspectionReport) -> Table:
    """Return a section of a report as a table; a body's own report does not name the body in every line."""
    headings = {
        attribute: heading
        for attribute, heading in section.headings.items()
        if not (report.body and attribute == "body")
    }
    rows: list[list[Cell]] = [
        [getattr(line, attribute) for attribute in headings]
        for line in getattr(report.lines, section.attribute)
    ]
    return Table(name=section.title, as_of=report.as_of, headings=tuple(headings.values()), rows=rows)
