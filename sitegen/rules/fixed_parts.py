"""The column has the fixed parts of 61号, under their names (R2, R4)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Leeway
from sitegen.site import Site

MISSING_PART = Kind(
    id="SG505",
    name="缺少固定部分",
    message="栏目缺少“{title}”（文件夹 {folder}）。",
    why="政府信息公开专栏有固定的几个部分，不能少（R4，国办公开办函〔2019〕61号）。",
    help="新建文件夹 content/{folder}/，在里面放 _column.yaml，写“标题: {title}”。",
    leeway=Leeway.FREE,
)
RENAMED_PART = Kind(
    id="SG506",
    name="固定部分改了名称",
    message="这一部分应当叫“{title}”，现在写的是“{found}”。",
    why="固定部分的名称全国统一（R2，国办公开办函〔2019〕61号）。",
    help="把标题改为“{title}”。",
    leeway=Leeway.FREE,
)
KINDS = (MISSING_PART, RENAMED_PART)


def fixed_parts(site: Site) -> Iterator[Diagnostic]:
    """Yield SG505 and SG506 for parts of the configured layout that are missing or renamed."""
    for part in site.catalogues.layout.parts_of(site.config.layout):
        column = site.columns.get(part.folder)
        if column is None:
            if part.required == "是":
                missing = MISSING_PART.found(title=part.title, folder=part.folder)
                yield missing.at("content/site.yaml")
        elif column.title != part.title:
            yield RENAMED_PART.found(title=part.title, found=column.title).at(column.source)
