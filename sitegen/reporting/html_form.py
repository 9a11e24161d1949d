"""One page that a clerk can read, send and print: all findings by file, what was let pass, what is old."""

from __future__ import annotations

from html import escape

from sitegen.disclosure.phrases import chinese_date
from sitegen.grading.passed import Passing
from sitegen.reporting import aside_text, text
from sitegen.reporting.check_report import CheckReport
from sitegen.reporting.findings_html import by_file, file_section, shown

STYLE = """
:root { --ink: #1b2027; --soft: #5c6573; --line: #b3bbc6; --error: #8c1c1c; --warning: #7a4a00; --note: #0a4c96 }
* { box-sizing: border-box }
body { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; color: var(--ink); line-break: strict;
  font: 1rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.4 }
h2 { margin-top: 2.5rem; font-size: 1.125rem }
h3, h4 { font-size: 1rem; line-height: 1.5 }
ol, ul { padding: 0; list-style: none }
.file { margin-top: 1.5rem; border-top: 1px solid var(--ink) }
.mono, code, pre { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .875rem }
.diag { margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-left: 6px solid var(--error); break-inside: avoid }
.diag-w { border-left: 6px double var(--warning) }
.diag-n { border-left: 6px dotted var(--note) }
.diag h4, .diag p { margin: 0 }
.where { display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--soft); font-size: .875rem }
.sev { color: var(--error); font-weight: 700 }
.diag-w .sev { color: var(--warning) }
.diag-n .sev { color: var(--note) }
pre { margin: .5rem 0; padding: .5rem .75rem; background: #f4f6f8; white-space: pre-wrap }
pre i { color: var(--soft); font-style: normal }
pre em { font-style: normal; text-decoration: underline 2px; text-underline-offset: .25em; font-weight: 700 }
dl { display: grid; grid-template-columns: 4em 1fr; margin: .25rem 0 }
dt { color: var(--soft) }
dd { margin: 0 }
.aside li { padding: .35rem 0; border-bottom: 1px solid var(--line) }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt }
  pre { border: 1px solid var(--line); background: none }
  @page { margin: 2cm }
}
"""


def render(report: CheckReport) -> str:
    """Return the page: complete in itself, without script, made of nothing that needs another host."""
    groups = by_file(report.diagnostics)
    sections = "".join(file_section(group, report.read_source, "", "h3") for group in groups)
    findings = f"<h2>要改的问题</h2>{sections}" if groups else ""
    title = f"{report.title}：检查结果"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{shown(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{shown(title)}</h1>\n"
        f"<p>按{escape(chinese_date(report.as_of))}检查。{escape(text.summary(report.diagnostics))}</p>\n"
        f"{findings}{_aside(report)}\n</main>\n</body>\n</html>\n"
    )


def _aside(report: CheckReport) -> str:
    waived = [passed for passed in report.aside.passed if passed.by is Passing.WAIVED]
    stock = report.aside.stock
    parts = []
    if waived:
        items = "".join(f"<li>{shown(aside_text.line_of(passed))}</li>" for passed in waived)
        parts.append(f'<h2>写明理由放行的</h2><ul class="aside">{items}</ul>')
    if stock is not None:
        gone = "".join(f"<li>{shown(f'{each.path} {each.id} {each.message}')}</li>" for each in stock.gone)
        listed = f'<p>已经改好的：</p><ul class="aside">{gone}</ul>' if gone else ""
        parts.append(f"<h2>存量</h2><p>{shown(aside_text.stock_line(stock))}</p>{listed}")
    return "".join(parts)
