"""The review sheet as text for a terminal and as one page to print: complete in itself, A4."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from sitegen.disclosure.phrases import chinese_date
from sitegen.reporting import text
from sitegen.reporting.excerpt import printable
from sitegen.reporting.findings_html import by_file, file_section
from sitegen.reporting.html_form import STYLE
from sitegen.reviewing.review import Line, Part, Sheet

ReadSource = Callable[[str], str | None]
NOTHING = "这次改动不改变网站上的任何内容。"
SIGNATURES = ("拟稿", "审核", "发布")
SHEET_STYLE = """
.items > li { padding: .35rem 0; border-bottom: 1px solid var(--line); break-inside: avoid }
.items ul { padding-left: 1rem; color: var(--soft); font-size: .9375rem }
.sign { display: flex; gap: 1.5rem; margin-top: 3rem; break-inside: avoid }
.sign p { flex: 1; margin: 0; padding-top: 2.5rem; border-bottom: 1px solid var(--ink) }
@media print { body { font-size: 9.5pt; line-height: 1.5 } h2 { margin-top: 1.2rem } @page { size: A4; margin: 1.6cm } }
"""


def as_text(sheet: Sheet, read_source: ReadSource) -> str:
    """Return the sheet for a terminal, with the findings at its end."""
    lines = [heading(sheet), ""]
    for part in sheet.parts:
        lines += [f"{part.title}（{len(part.lines)}）", *(line for each in part.lines for line in _lines(each)), ""]
    if not sheet.parts:
        lines += [NOTHING, ""]
    return "\n".join([*lines, "检查结果", ""]) + text.render(sheet.diagnostics, read_source)


def heading(sheet: Sheet) -> str:
    """Return what the sheet is about, in one line."""
    return f"{sheet.column}政府信息公开专栏：{sheet.since}以来的改动，按{chinese_date(sheet.as_of)}计算"


def _lines(line: Line) -> Iterator[str]:
    place = f"　{printable(line.place)}" if line.place else ""
    yield f"  {printable(line.name)}{place}"
    yield from (f"      {printable(fact)}" for fact in line.facts)


def as_html(sheet: Sheet, read_source: ReadSource) -> str:
    """Return the sheet as a page with room for signatures; it needs no other file and no script."""
    title = f"{sheet.column}：审核单"
    parts = "".join(_part(part) for part in sheet.parts) or f"<p>{NOTHING}</p>"
    groups = by_file(sheet.diagnostics)
    findings = "".join(file_section(group, read_source, "", "h3") for group in groups)
    signatures = "".join(f"<p>{step}：</p>" for step in (*SIGNATURES, "日期"))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_shown(title)}</title>\n<style>{STYLE}{SHEET_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_shown(title)}</h1>\n<p>{_shown(heading(sheet))}。</p>\n{parts}"
        f"<h2>检查结果</h2>\n<p>{escape(text.summary(sheet.diagnostics))}</p>\n{findings}\n"
        f'<div class="sign">{signatures}</div>\n</main>\n</body>\n</html>\n'
    )


def _part(part: Part) -> str:
    items = "".join(_item(line) for line in part.lines)
    return f'<section><h2>{_shown(part.title)}（{len(part.lines)}）</h2>\n<ul class="items">{items}</ul></section>\n'


def _item(line: Line) -> str:
    place = f' <code>{_shown(line.place)}</code>' if line.place else ""
    facts = "".join(f"<li>{_shown(fact)}</li>" for fact in line.facts)
    return f"<li>{_shown(line.name)}{place}{f'<ul>{facts}</ul>' if facts else ''}</li>\n"


def _shown(value: str) -> str:
    return escape(printable(value))
