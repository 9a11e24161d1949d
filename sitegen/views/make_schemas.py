"""JSON Schemas of the published data, made from the views that it is written from.

Each name has its Chinese title, and where GB/T 21063.3 has an element for it (政务信息资源核心元数据, R153), that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from sitegen.views.data import Data, RecordData, RecordList
from sitegen.views.harvest import Directory, Month

SCHEMAS: Final[Mapping[str, tuple[type[Data], str]]] = {
    "record": (RecordData, "一条政府信息"),
    "documents": (RecordList, "全部政府信息的目录"),
    "changes": (Month, "一个月的新增信息和效力变化"),
    "index": (Directory, "数据目录"),
}
"""The schemas by name: what they describe, and in words."""

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


def schemas(base: str) -> Mapping[str, str]:
    """Return the text of each schema by its site path; `base` is the column's complete address."""
    return {schema_path(name): _schema(name, record, title, base) for name, (record, title) in SCHEMAS.items()}


def schema_path(name: str) -> str:
    """Return the site path of a schema."""
    return f"data/schema/{name}.json"


def _schema(name: str, record: type[Data], title: str, base: str) -> str:
    made = msgspec.json.schema(record)
    for definition in made.get("$defs", {}).values():
        definition.pop("description", None)
        definition.pop("title", None)
        for key, value in definition.get("properties", {}).items():
            if "$ref" not in value:
                value["title"] = TITLES[key]
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": base + schema_path(name),
        "title": title,
    }
    return msgspec.json.format(msgspec.json.encode(head | made), indent=2).decode()
