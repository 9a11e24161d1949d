"""The bar and the panel that a preview adds to a page, as HTML; all words of the preview that editors read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import msgspec

from sitegen import urls
from sitegen.reporting.findings_html import FileFindings, by_file, counted, file_section, shown, tally
from sitegen.serve import places
from sitegen.serve.outcome import Held, Outcome, Trouble

MOST = 200
"""Findings that a page carries; who has more begins with these."""
MOST_HELD = 50
STILL_OLD = "有错误就不能公开。您看到的网页停在上一次没有错误的时候；改好并保存，这里会自己更新。"
NOT_BLOCKING = "提醒不影响公开，能改最好改。"


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What findings are shown with: how to read a file of the project, where pages begin, which pages there are."""

    read_source: Callable[[str], str | None]
    base_path: str
    has_page: Callable[[str], bool]


def overlay(outcome: Outcome, page: str, context: Context) -> str:
    """Return the bar and the panel for the page at site path `page`."""
    return (
        '<div class="bar"><b>预览</b><span class="local">还没有公开，只有本机能看到</span>'
        f'<span class="wide">按{_day(outcome)}计算</span>'
        f"{_held_count(outcome.facts.held)}"
        '<span class="lost" role="status">连接断了，正在重连…</span>'
        f'<details class="toggle"><summary aria-label="检查结果：{escape(_label(outcome))}">'
        f"{_summary(outcome)}</summary>"
        f'<section class="panel" aria-label="检查结果">{panel(outcome, page, context)}</section></details></div>'
    )


def panel(outcome: Outcome, page: str, context: Context) -> str:
    """Return the inside of the panel: what is wrong, this page's findings first, and what is not published."""
    source = places.source_of(page)
    groups = by_file(outcome.diagnostics)
    here = [group for group in groups if places.belongs(source, group.path)]
    there = [group for group in groups if not places.belongs(source, group.path)]
    first, left = _first(here, MOST)
    more, _ = _first(there, left)
    return "".join(
        (
            f"<header><h2>{_headline(outcome, here, there)}</h2>"
            '<button type="button" class="close">收起</button></header>',
            trouble(outcome.trouble) if outcome.trouble is not None else _advice(outcome),
            _sections(first, context),
            '<p class="elsewhere">其他文件</p>' if here and there else "",
            _sections(more, context),
            _rest(groups, [*first, *more]),
            _held(outcome.facts.held),
            '<p class="keys"><kbd>F8</kbd> 下一处，<kbd>Shift</kbd>+<kbd>F8</kbd> 上一处，<kbd>Esc</kbd> 收起</p>',
        )
    )


def listing(outcome: Outcome, context: Context) -> str:
    """Return all findings for a page of their own."""
    if outcome.trouble is not None:
        return trouble(outcome.trouble)
    groups = by_file(outcome.diagnostics)
    first, _ = _first(groups, MOST)
    return _sections(first, context, "h2") + _rest(groups, first) + _held(outcome.facts.held)


def trouble(found: Trouble) -> str:
    """Return why a build did not come to its end."""
    trace = f'<pre class="trace" tabindex="0">{escape(found.traceback)}</pre>' if found.traceback else ""
    return f'<div class="trouble"><h3>{escape(found.title)}</h3><p>{escape(found.words)}</p>{trace}</div>'


def _headline(outcome: Outcome, here: Sequence[FileFindings], there: Sequence[FileFindings]) -> str:
    """Return the head of the panel, in pieces that stay whole where it is broken."""
    own = counted(found for group in here for found in group.findings)
    others = counted(found for group in there for found in group.findings)
    if outcome.trouble is not None:
        pieces = ["这一次没有生成"]
    elif not own and not others:
        pieces = ["没有发现问题"]
    else:
        pieces = [f"这一页有{own}" if own else "这一页没有问题", f"别处有{others}" if others else ""]
    return "，".join(f"<span>{piece}</span>" for piece in pieces if piece)


def _advice(outcome: Outcome) -> str:
    if not outcome.diagnostics:
        return '<p class="advice">保存文件后，这里会自己更新。</p>'
    return f'<p class="advice">{NOT_BLOCKING if outcome.is_good else STILL_OLD}</p>'


def _summary(outcome: Outcome) -> str:
    if outcome.trouble is not None:
        return f'<span class="error">✕ {escape(outcome.trouble.title)}</span>'
    return tally(outcome.diagnostics) or '<span class="fine">✓ 没有问题</span>'


def _label(outcome: Outcome) -> str:
    if outcome.trouble is not None:
        return outcome.trouble.title
    return counted(outcome.diagnostics) or "没有问题"


def _sections(groups: Sequence[FileFindings], context: Context, heading: str = "h3") -> str:
    return "".join(
        file_section(group, context.read_source, _href(group.path, context), heading) for group in groups
    )


def _href(source: str, context: Context) -> str:
    page = places.page_of(source)
    return context.base_path + urls.encoded(page) if page and context.has_page(page) else ""


def _first(groups: Sequence[FileFindings], most: int) -> tuple[list[FileFindings], int]:
    """Return whole files with about `most` findings, and how many more there may be."""
    first: list[FileFindings] = []
    for group in groups:
        if most <= 0:
            break
        cut = group.findings[:most]
        first.append(FileFindings(path=group.path, findings=cut))
        most -= len(cut)
    return first, most


def _rest(groups: Sequence[FileFindings], listed: Sequence[FileFindings]) -> str:
    left = sum(len(group.findings) for group in groups) - sum(len(group.findings) for group in listed)
    return f'<p class="rest">还有{left}处没有列出。先改上面的，改好后会接着显示。</p>' if left else ""


def _held_count(held: Sequence[Held]) -> str:
    drafts = sum(each.is_draft for each in held)
    words = [f"草稿{drafts}篇"] if drafts else []
    words += [f"不公开或没到日期{len(held) - drafts}篇"] if len(held) > drafts else []
    return f'<span class="wide">{"，".join(words)}</span>' if words else ""


def _held(held: Sequence[Held]) -> str:
    """Return the list of what is not published; a preview shows what would be published, so these have no page."""
    if not held:
        return ""
    items = "".join(
        f'<li>《{shown(each.title)}》{shown(each.why)}<br><span class="mono">{shown(each.source)}</span></li>'
        for each in held[:MOST_HELD]
    )
    more = f"<li>还有{len(held) - MOST_HELD}篇</li>" if len(held) > MOST_HELD else ""
    return (
        f'<details class="held"><summary>有{len(held)}篇不会公开，预览里也看不到</summary>'
        f"<ul>{items}{more}</ul></details>"
    )


def _day(outcome: Outcome) -> str:
    day = outcome.as_of
    return f"{day.year}年{day.month}月{day.day}日"
