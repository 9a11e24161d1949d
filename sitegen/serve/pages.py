"""The pages that the preview itself writes, and its additions to the column's pages."""

from __future__ import annotations

import re
from html import escape

from sitegen.reporting.findings_html import counted, shown
from sitegen.serve import panel, places
from sitegen.serve.outcome import Outcome
from sitegen.serve.panel import Context

OWN = "/__sitegen/"
"""Where the preview's own files lie; no column has such a path, for names begin with a letter or a digit."""
SCRIPT, STYLE, EVENTS, PANEL, PROBLEMS = (
    f"{OWN}{name}" for name in ("reload.js", "overlay.css", "events", "panel", "problems")
)
BEGINNINGS = (re.compile(rb"<body(?:\s[^>]*)?>", re.IGNORECASE), re.compile(rb"</head>", re.IGNORECASE))
"""After which of these a page's text begins; the first that is found counts."""


def with_overlay(html: bytes, overlay: bytes) -> bytes:
    """Return a page of the column with `overlay` in it; the file on disk stays as it is."""
    at = next((place.end() for beginning in BEGINNINGS if (place := beginning.search(html))), 0)
    return html[:at] + overlay + html[at:]


def overlay(outcome: Outcome, page: str, session: str, context: Context) -> bytes:
    """Return the bar, the panel and the script of a page of the column."""
    inside = (
        f'<link rel="stylesheet" href="{STYLE}">{panel.overlay(outcome, page, context)}'
        '<p class="said" role="status"></p>'
    )
    return _host(page, outcome.number, session, "page", context.base_path, inside).encode("utf-8")


def waiting(session: str) -> str:
    """Return the page that is shown until the first build has come to its end."""
    return _own_page("正在生成预览", "<p>第一次要把所有网页生成一遍，好了会自己显示。</p>", 0, session)


def problems(outcome: Outcome, session: str, context: Context) -> str:
    """Return all findings as a page of its own, where there is no page to show them beside."""
    if outcome.trouble is not None:
        title, lead = "这一次没有生成", ""
    elif outcome.is_good:
        title, lead = counted(outcome.diagnostics) or "没有发现问题", "保存文件后，这里会自己更新。"
    else:
        title = counted(outcome.diagnostics)
        lead = "有错误，还没有网页可以显示。改好并保存，这里会自己更新；全部错误改好后，就能看到栏目。"
    inside = f'<p class="advice">{lead}</p>' if lead else ""
    return _own_page(title, inside + panel.listing(outcome, context), outcome.number, session)


def missing(outcome: Outcome, page: str, session: str, context: Context, *, was_there: bool) -> str | None:
    """Return the page for an address without a file, where there is something to say about it; else None."""
    source = places.source_of(page)
    held = next((each for each in outcome.facts.held if each.source == source), None)
    own = [found for found in outcome.diagnostics if found.path == source]
    if held is not None:
        title = f"《{held.title}》现在没有网页"
        words = f"它{held.why}，所以不会公开。预览里看到的和公开以后一样。"
    elif own and not outcome.is_good:
        title, words = "这个网页还没有生成", f"它的文件有{counted(own)}。改好并保存，这里会自己更新。"
    elif was_there:
        title = "这个网页没有了"
        words = "它的文件已经删除、移走或者改了名。公开过的信息如果改了地址，请在新文件里写“旧地址”。"
    else:
        return None
    inside = (
        f"<p>{shown(words)}</p>"
        f'<p>文件：<span class="mono">{shown(source)}</span></p>'
        f'<p><a href="{escape(context.base_path)}">回到栏目首页</a></p>'
    )
    return _own_page(title, inside + panel.listing(outcome, context), outcome.number, session, page)


def _own_page(title: str, inside: str, build: int, session: str, page: str = "") -> str:
    """Return a page of the preview itself. It is loaded again after each build."""
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{shown(title)}　预览</title><link rel="stylesheet" href="{STYLE}"></head><body>'
        f'<div class="bar"><b>预览</b><span>还没有公开，只有本机能看到</span></div>'
        f'<main class="own"><h1>{shown(title)}</h1>{inside}</main>{_host(page, build, session, "own", "/", "")}'
        "</body></html>"
    )


def _host(page: str, build: int, session: str, kind: str, base: str, inside: str) -> str:
    """Return the element that carries what the script needs to know, with `inside` kept apart from the page's style."""
    apart = f'<template shadowrootmode="open">{inside}</template>' if inside else ""
    facts = {"page": page, "build": str(build), "session": session, "kind": kind, "base": base}
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in facts.items())
    return f'<sitegen-preview {data}>{apart}</sitegen-preview><script src="{SCRIPT}"></script>'
