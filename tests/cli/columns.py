"""A small column that takes every kind of record."""

from __future__ import annotations

from sitegen.model.kinds import KINDS
from tests.world import BASE, document

BODIES = {
    "content/jigou/qu-zhengfu.yaml": """\
名称: 青岚区人民政府
简称: 区政府
代码: QL0001000
机关代字: [青政, 青政发, 青政规]
""",
    "content/jigou/minzheng.yaml": """\
名称: 青岚区民政局
简称: 区民政局
代码: QL0002000
机关代字: [青民, 青民规]
""",
}
KNOWN = "青政规〔2026〕1号"
EVERY_KIND = {
    "content/site.yaml": f"{BASE['content/site.yaml']}层级: 市级\n",
    **BODIES,
    **{
        f"content/fdzdgknr/{kind.id.replace('_', '-')}/_column.yaml": f"标题: 收{kind.title}\n收录: [{kind.title}]\n"
        for kind in KINDS
    },
    "content/zhengce/xzgfxwj/linshi-jiuzhu-banfa.md": document(
        标题="青岚区临时救助办法", 文号=KNOWN, 索引号="QL0001000/2026-00041"
    ),
}
"""A city, which may make 规章. Every kind has a column of its own below `fdzdgknr/`.

One normative document is there already.
"""


def column_of(kind: str) -> str:
    return f"fdzdgknr/{kind.replace('_', '-')}"
