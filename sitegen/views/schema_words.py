"""What the published schemas say of each name: its Chinese title, what it means, which values it can have.

Titles hold the element of GB/T 21063.3 (政务信息资源核心元数据, R153) in brackets where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sitegen.disclosure.states import Names
from sitegen.views.coverage import HEADINGS as COVERAGE_HEADINGS
from sitegen.views.ledger import HEADINGS as LEDGER_HEADINGS
from sitegen.views.make_dues import WORDS as STATUS_WORDS
from sitegen.views.make_ledger import UNKNOWN
from sitegen.views.register import Status

TITLES: Final[Mapping[str, str]] = {
    "address": "网址",
    "as_of": "截至日期",
    "attachments": "附件",
    "base": "专栏网址",
    "by": "作出改变的文件",
    "catalogue_items": "标准目录事项",
    "changes": "效力变化",
    "column": "栏目",
    "count": "件数",
    "data": "数据网址",
    "direction": "方向",
    "document_number": "文号",
    "effective_on": "施行日期",
    "event": "事件",
    "feeds": "订阅",
    "files": "文件",
    "genre": "体裁",
    "index_number": "索引号（信息资源标识符）",
    "issuing_bodies": "发文机关",
    "keywords": "关键词",
    "kind": "信息种类代码",
    "kind_title": "信息种类",
    "month": "月份",
    "months": "各月",
    "name": "名称",
    "number": "文号",
    "on": "日期",
    "path": "路径",
    "provision": "条款",
    "published": "新公开的信息",
    "published_at": "发布日期（信息资源发布日期）",
    "publisher": "发布机构（信息资源提供方）",
    "records": "信息",
    "registry_number": "登记号",
    "relation": "关系",
    "relations": "与别的文件的关系",
    "responsible_body": "责任机构",
    "schema": "格式说明",
    "sha256": "SHA-256校验值",
    "site_id_code": "网站标识码",
    "size": "字节数",
    "source": "来源",
    "state": "效力状态代码",
    "state_as_of": "效力状态截至",
    "state_before": "此前的效力状态",
    "state_next": "下一个效力状态",
    "state_next_on": "效力状态将改变的日期",
    "state_since": "效力状态起始",
    "state_title": "效力状态",
    "statutory_items": "法定主动公开内容",
    "summary": "内容概述（信息资源摘要）",
    "text_sha256": "正文的SHA-256校验值",
    "texts": "正文文件",
    "theme": "主题分类（信息资源分类）",
    "title": "标题（信息资源名称）",
    "type": "格式",
    "valid_until": "有效期至",
    "words": "说明",
    "written_on": "成文日期",
}
"""By name, in every record that has no title of its own for it."""
TITLES_OF: Final[Mapping[str, Mapping[str, str]]] = {
    "DocumentLedger": {"title": "台账名称", "as_of": "效力状态截至", "documents": "文件"},
    "LedgerEntry": {**LEDGER_HEADINGS, "state": "效力状态代码"},
    "CoverageData": {
        "title": "名称",
        "required": "应公开的项数",
        "met": "已公开的项数",
        "percent": "已公开的百分比",
        "domains": "各领域",
        "obligations": "各事项",
    },
    "DomainData": {
        "domain": "领域",
        "required": "应公开的项数",
        "met": "已公开的项数",
        "late": "迟于时限的项数",
        "stale": "超期未更新的项数",
        "not_required": "不在网站公开的项数",
        "unknown": "目录没有看全的项数",
    },
    "ObligationData": COVERAGE_HEADINGS,
    "Register": {"entries": "各网址"},
    "Entry": {
        "status": "现状",
        "title": "标题",
        "index_number": "索引号",
        "published_on": "发布日期",
        "target": "现在的路径",
    },
    "Manifest": {"generator": "生成的程序", "complete": "是否完整", "files": "各文件"},
}
"""By record, as the views name it, and name."""

DESCRIPTIONS: Final[Mapping[str, str]] = {
    "DocumentLedger.as_of": "各文件的效力状态是这一天的",
    "LedgerEntry.path": "在专栏里的路径，不带后缀；加 .html 是网页，加 .json 是数据",
    "LedgerEntry.since": "进入现在这个效力状态的第一天",
    "LedgerEntry.until": "按现在所知，文件有效的最后一天（含当天）；空的是没有期限",
    "LedgerEntry.by": "废止、修改这个文件的文件；空的是由它自己的日期得出",
    "LedgerEntry.valid_until": "有效期的最后一天（含当天），已经延续的按延续以后的计算",
    "LedgerEntry.sha256": "原始文件的 SHA-256",
    "CoverageData.required": "目录勾选了“政府网站”、公开方式是主动公开、公开对象是全社会的；目录没有看全的不计入",
    "CoverageData.met": "有公开的信息，或者声明了“无此类信息”",
    "CoverageData.percent": "舍去小数；没有应公开的事项时是空的",
    "ObligationData.body": "没有机关负责的是空的",
    "ObligationData.last_updated": "最近一件的发布日期",
    "ObligationData.last_verified": "最近一次核验的日期，没有核验的是空的",
    "ObligationData.due": "只在最近一件迟于时限时有",
    "ObligationData.days_late": "最近一件迟于时限几个工作日",
    "Register.entries": "名称是从专栏网址算起的路径",
    "Entry.target": "只有旧地址有：它的信息现在在哪里",
    "Manifest.generator": "程序的名称和版本",
    "Manifest.complete": "正在更换文件的时候是 false",
    "Manifest.files": "名称是从专栏网址算起的路径，值是文件的 SHA-256，十六进制",
}
"""What a title does not say, by record and name."""
Choices = Mapping[str, Mapping[str, str]]
CHOICES: Final[Choices] = {
    "ObligationData.status": {str(status): word for status, word in STATUS_WORDS.items()},
    "Entry.status": {
        str(Status.PUBLISHED): "已公开的信息",
        str(Status.WITHDRAWN): "已撤下，有说明",
        str(Status.MOVED): "旧地址，转到现在的地址",
        str(Status.COLUMN): "栏目",
        str(Status.BODY): "机关",
        str(Status.TRANSLATION): "译文",
        str(Status.EDITION): "另一套网页的首页",
    },
}
"""All values that there can be, each with what it means; the states are called as the place calls them."""


def choices_under(names: Names) -> Choices:
    """Return all values that there can be, with the place's words for states."""
    states = {str(state): name for state, name in names.items()}
    return {"LedgerEntry.state": {**states, UNKNOWN[0]: UNKNOWN[1]}, **CHOICES}
