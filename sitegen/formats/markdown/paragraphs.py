"""Paragraphs: those that are an article (第…条), and lines that were meant to be paragraphs."""

from __future__ import annotations

import re

from markdown_it.token import Token

from sitegen.formats.markdown import kinds
from sitegen.formats.markdown.anchors import article_start
from sitegen.formats.markdown.inlines import Run
from sitegen.formats.markdown.page import Page, escaped

_NUMERALS = "〇零一二三四五六七八九十百0-9"
# A line after a finished sentence that begins as paragraphs of official papers do.
_NEW_PARAGRAPH = re.compile(
    rf"(?<=[。；：！？])\n[ \t]*(\u3000\u3000[^\s]{{0,6}}|第[{_NUMERALS}]{{1,9}}[编章节条]|"
    rf"[（(][{_NUMERALS}]{{1,4}}[）)]|[{_NUMERALS}]{{1,4}}、)"
)


def write_plain(page: Page, content: str) -> None:
    """Write a whole paragraph that holds no markup."""
    page.plain.append(content)
    start = article_start(content) if content[0] == "第" else None
    if start is None:
        page.html.append(f"<p>{escaped(content)}</p>\n")
        return
    anchor, label, length = start
    opening, ending = _article(page, anchor, label)
    page.html.append(f"{opening}{escaped(content[length:])}{ending}</p>\n")


def write_inside(page: Page, inline: Token, is_top: bool) -> None:
    """Write the inside of a paragraph. Only one that `is_top`, in no list or quotation, can be an article."""
    content, children = inline.content, inline.children
    line = inline.map[0] if inline.map else 0
    if not children:
        children = [Token("text", "", 0, content=content)]
    run = Run(page, children, content, line)
    ending = _begin_article(run, children) if is_top else ""
    if "\n" in content:
        _report_run_together(page, content, line)
    run.write()
    page.html += run.html
    page.html.append(ending)
    page.add_plain("".join(run.words))


def _article(page: Page, wanted: str, label: str) -> tuple[str, str]:
    """Return what begins and what ends the paragraph of an article."""
    anchor = page.ids.take(wanted)
    ending = f'<a class="anchor" href="#{anchor}" aria-label="{wanted}的链接">#</a>'
    return f'<p id="{anchor}"><b class="tiao">{label}</b>', ending


def _begin_article(run: Run, children: list[Token]) -> str:
    """Write the 第…条, bold or not, that a paragraph begins with; return what ends the paragraph."""
    first = [child for child in children[:4] if child.type != "text" or child.content]
    bold = len(first) > 1 and first[0].type == "strong_open"
    words = first[1 if bold else 0] if first else None
    if words is None or words.type != "text" or (start := article_start(words.content)) is None:
        return ""
    anchor, label, length = start
    run.words.append(words.content[:length])
    words.content = words.content[length:]
    if bold and not words.content:
        label += _unwrap(run, children)
    run.page.html[-1], ending = _article(run.page, anchor, label)
    return ending


def _unwrap(run: Run, children: list[Token]) -> str:
    """Take away the bold marks that held nothing but the article's number, and the space behind them.

    Return the colon that stands behind them, if one does.
    """
    closing = next(at for at, child in enumerate(children) if child.type == "strong_close")
    opening = next(child for child in children if child.type == "strong_open")
    opening.type = children[closing].type = "text"
    for child in children[closing + 1 : closing + 3]:
        if child.type == "text" and child.content:
            rest = child.content.lstrip("：: \u3000")
            behind = child.content.removesuffix(rest)
            run.words.append(behind)
            child.content = rest
            return behind.strip()
    return ""


def _report_run_together(page: Page, content: str, line: int) -> None:
    found = list(_NEW_PARAGRAPH.finditer(content))
    if not found:
        return
    piece = page.piece(content, line)
    for start in found:
        page.faults.append(
            kinds.RUN_TOGETHER.found(piece.span(start.start(1), start.end(1)), text=start[1].strip())
        )
