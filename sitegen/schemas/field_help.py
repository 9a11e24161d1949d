"""What a field means and how it is written, in a clerk's words: for `sitegen help` and for editors."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.formats.field_types import Choice, ListOf
from sitegen.formats.fields import Field, Group, MappingOf

FORMS = {
    "Date": "年-月-日，例如 2026-11-20",
    "DateTime": "年-月-日 时:分，例如 2026-11-20 09:30",
    "Flag": "是 或者 否",
    "Whole": "阿拉伯数字，不带单位",
    "Decimal": "阿拉伯数字，可以有小数点",
    "Address": "完整的网址，以 https:// 或 http:// 开头",
    "SafePath": "文件名，例如 shenqingbiao.docx",
    "RelationType": "文号，或者 content/ 下的路径，或者分成小项写",
    "AttachmentType": "文件名，或者分成“文件”“名称”两个小项写",
    "Prose": "一段文字，可以写几行",
    "Text": "一行文字",
}
"""How values of each type are written."""


def form_of(field: Field) -> str:
    """Return how the value of a field is written; empty where its type says nothing."""
    several = isinstance(field.type, ListOf)
    inner = field.type.item if isinstance(field.type, ListOf) else field.type
    if isinstance(inner, Choice):
        form = "只能写：" + "、".join(inner.labels)
    elif isinstance(inner, Group):
        form = "分成小项写：" + "、".join(part.key for part in inner.fields.fields)
    elif isinstance(inner, MappingOf):
        form = f"每行一个，写成“名称: 值”，例如 {inner.example}"
    else:
        form = FORMS.get(type(inner).__name__, "")
    return f"{form}；可以写几个，写成 [甲, 乙] 或者每行一个“- ”" if several and form else form


def help_of(field: Field) -> str:
    """Return the help that an editor shows beside a key, in lines."""
    return "\n".join(_help(field))


def _help(field: Field) -> Iterator[str]:
    yield field.help
    if form := form_of(field):
        yield f"写法：{form}"
    if field.example:
        yield f"例如：{field.key}: {field.example}"
