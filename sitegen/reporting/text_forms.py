"""A record's text as files that readers keep: plain text, and Word in the layout of official papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.views.text_file import TextFile

if TYPE_CHECKING:
    from sitegen.formats.html_blocks import Block


def as_text(view: TextFile, html: str) -> bytes:
    """Return title, 题注, facts and text; a paragraph a line, as text editors everywhere show it."""
    from sitegen.formats.html_blocks import blocks_of  # here, as few runs make these files

    lines = [view.title, ""]
    if view.note:
        lines += [view.note, ""]
    lines += [f"{label}：{value}" for label, value in view.facts]
    lines += [f"网页：{view.address}（效力状态以网页为准）", ""]
    lines += [line for block in blocks_of(html) for line in _lines(block)]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _lines(block: Block) -> list[str]:
    if block.rows:
        return ["\t".join(row) for row in block.rows]
    if block.level:
        return ["", block.text]
    text = f"{block.lead}　{block.text}" if block.lead else block.text
    return [f"　　{text}"]


def as_docx(view: TextFile, html: str) -> bytes:
    """Return the text as a Word document."""
    from sitegen.formats.docx_file import as_docx as docx_of
    from sitegen.formats.html_blocks import blocks_of

    source = f"本文件公布在 {view.address}，效力状态以网页为准。"
    return docx_of(view.title, view.note, blocks_of(html), source)
