"""What a new manuscript reminds its writer of: fields that are often wanted, and what the text should say."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """`hints` are attributes that stand in the header as comments, `body` lines that stand in a comment below it."""

    hints: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


ALWAYS = ("theme", "genre", "keywords", "summary")
"""What is worth filling in for every record that readers look for."""
GOVERNED = Outline(
    hints=("valid_until", "drafting_bodies", "based_on", "repeals", "immediate_reason", "attachments"),
    body=(
        "从主送机关写起，到“（此件公开发布）”为止；印发的办法、规定接在后面。",
        "施行日期、有效期、废止哪些文件，正文怎样写，上面就怎样填：两处不一致会报错。",
    ),
)
PERIODICAL = Outline(hints=("period", "attachments"))
OUTLINES: Mapping[str, Outline] = {
    "normative_document": GOVERNED,
    "regulatory_rule": GOVERNED,
    "official_document": Outline(
        hints=("document_number", "based_on", "attachments"),
        body=("从主送机关写起，到“（此件公开发布）”为止。",),
    ),
    "review_decision": Outline(
        hints=("continues", "amends", "repeals", "lapses"),
        body=("继续有效、修改、废止、宣布失效的文件各列一个表，与上面填的一致。",),
    ),
    "interpretation": Outline(
        hints=("forms", "attachments"),
        body=(
            "用自己的话说清楚，不要照抄原文（R135）。可以用的小标题：",
            "## 一、背景",
            "## 二、目的",
            "## 三、主要举措",
            "## 四、执行口径",
            "## 五、新旧差异",
        ),
    ),
    "consultation": Outline(
        hints=("channels", "attachments", "short_reason"),
        body=("写明起草的背景、主要内容、提意见的办法；征求意见稿放在“附件”里或者接在后面。",),
    ),
    "meeting": Outline(
        hints=("session", "attendees"), body=("逐项写议题和结果；涉及政策的，写上文件的链接。",)
    ),
    "gazette_issue": Outline(
        hints=("serial", "attachments"),
        body=("刊首语、编者按可以写在这里；目录在上面填，PDF 写进“附件”，正文可以空着。",),
    ),
    "annual_report": Outline(
        hints=("attachments",),
        body=(
            "统一格式的六个部分，名称和次序不能改（R44）：",
            "## 一、总体情况",
            "## 二、主动公开政府信息情况",
            "## 三、收到和处理政府信息公开申请情况",
            "## 四、政府信息公开行政复议、行政诉讼情况",
            "## 五、存在的主要问题及改进情况",
            "## 六、其他需要报告的事项",
        ),
    ),
    "guide": Outline(
        hints=("verified_on",),
        body=(
            "条例第十二条要求写明（R26）：政府信息的分类、编排体系、获取方式，",
            "政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式。",
        ),
    ),
    "nothing_to_disclose": Outline(hints=("period", "catalogue_items", "statutory_items")),
    "plan": PERIODICAL,
    "register": PERIODICAL,
    "finance": PERIODICAL,
    "information": Outline(hints=("attachments",)),
}


def outline_of(kind: str) -> Outline:
    """Return the outline of a kind; an empty one for a kind that nobody has written one for."""
    return OUTLINES.get(kind, Outline())
