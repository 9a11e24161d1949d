"""A project made of raw pages: what their head lines say becomes front matter, their text the body.

Nothing of the truth is used. Bodies (机构) are registered as the pages name them; the text is escaped, so that no
sign in it is taken for Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from sitegen.suggesting.header_edits import scalar
from sitegen.suggesting.pages import PlainPage, read_page

PARTS = {
    "zhengce": "政策",
    "zhinan": "政府信息公开指南",
    "zhidu": "政府信息公开制度",
    "fdzdgknr": "法定主动公开内容",
    "nianbao": "政府信息公开年报",
    "yishenqing": "依申请公开",
}
NORMATIVE, OTHER = "zhengce/xzgfxwj", "zhengce/qita-wenjian"
SITE = "名称: 采集的栏目\n网址: https://www.example.gov.cn\n网站标识码: '3399990003'\n主办单位: 采集的栏目\n"
ASCII_MARK = re.compile(r"([!-/:-@\[-`{-~])")


def write_project(pages: Iterable[Path], folder: Path) -> dict[str, str]:
    """Write the project; return the record path of each page by its name."""
    read = {page.stem: read_page(page.read_text(encoding="utf-8")) for page in pages}
    write_file(folder / "content" / "site.yaml", SITE)
    for part, title in PARTS.items():
        write_file(folder / "content" / part / "_column.yaml", f"标题: {title}\n")
    write_file(folder / "content" / NORMATIVE / "_column.yaml", "标题: 行政规范性文件\n收录: [行政规范性文件]\n")
    write_file(folder / "content" / OTHER / "_column.yaml", "标题: 其他文件\n收录: [公文]\n")
    for count, name in enumerate(sorted({page.publisher for page in read.values() if page.publisher})):
        write_file(
            folder / "content" / "jigou" / f"b{count:03}.yaml", f"名称: {scalar(name)}\n代码: CJ{count:07}\n"
        )
    paths = {}
    for count, (name, page) in enumerate(sorted(read.items())):
        column = NORMATIVE if "规范性文件" in page.column else OTHER
        paths[name] = f"{column}/p{name}"
        write_file(folder / "content" / f"{paths[name]}.md", _record(page, f"CJ0000000/2026-{count:05}"))
    return paths


def _record(page: PlainPage, index_number: str) -> str:
    body = "\n\n".join(ASCII_MARK.sub(r"\\\1", line.strip()) for line in page.text.split("\n"))
    return "\n".join(["---", record_header(page, index_number), "---", "", body, ""])


def record_header(page: PlainPage, index_number: str) -> str:
    """Return the front matter that a page's head lines make, without its fences."""
    values = {
        "标题": page.title,
        "文号": page.number,
        "发布机构": page.publisher,
        "成文日期": str(page.written_on or ""),
        "发布日期": str(page.published_on or ""),
        "公开属性": "主动公开",
        "索引号": index_number,
    }
    lines = [f"{key}: {scalar(value)}" for key, value in values.items() if value]
    return "\n".join((*lines, "审核: {拟稿: 采集, 审核: 采集, 发布: 采集}"))


def write_file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
