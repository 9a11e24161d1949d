"""For GitHub Actions: workflow commands for the worst findings, all of them as text and in the step's summary.

GitHub shows at most ten annotations of a step and drops the rest in silence, so only ten are written, the worst;
the log and the summary hold all. What comes from content cannot give commands: it is escaped, and text that is
not a command stands between `::stop-commands::` and its end.
"""

from __future__ import annotations

from hashlib import sha256
from html import escape

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.reporting import aside_text, text
from sitegen.reporting.check_report import CheckReport, worst_first
from sitegen.reporting.excerpt import printable

ANNOTATIONS = 10
SUMMARY = 200
"""Findings that the summary lists: GitHub takes a megabyte."""
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]|~#"})


def render(report: CheckReport) -> str:
    """Return what is printed: the worst ten as annotations, then the whole report."""
    worst = worst_first(report.diagnostics)[:ANNOTATIONS]
    commands = "".join(f"{_command(found, report)}\n" for found in worst)
    more = len(report.diagnostics) - len(worst)
    told = f"只标出最要紧的 {len(worst)} 处，另有 {more} 处见下文和摘要。\n" if more else ""
    said = told + text.render(report.diagnostics, report.read_source) + aside_text.render(report.aside)
    token = sha256(said.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{commands}::stop-commands::{token}\n{said}::{token}::\n"


def summary(report: CheckReport) -> str:
    """Return the report in Markdown, for the page of the run (`$GITHUB_STEP_SUMMARY`)."""
    listed = worst_first(report.diagnostics)[:SUMMARY]
    lines = [f"## {_words(report.title)}：检查结果（{report.as_of}）", "", text.summary(report.diagnostics)]
    if listed:
        lines += ["", "| 轻重 | 编号 | 位置 | 问题 | 怎么改 |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(found) for found in listed]
    more = len(report.diagnostics) - len(listed)
    lines += ["", f"另有 {more} 处没有列出，见日志。"] if more else []
    lines += ["", *(f"- {_words(line)}" for line in aside_text.lines_of(report.aside))]
    return "\n".join(lines).rstrip("\n") + "\n"


def _command(found: Diagnostic, report: CheckReport) -> str:
    values = {"file": report.folder + found.path}
    if found.span is not None:
        values |= {"line": str(found.span.line), "endLine": str(found.span.end_line)}
        if found.span.line == found.span.end_line:
            values |= {"col": str(found.span.column), "endColumn": str(found.span.end_column)}
    values["title"] = f"{found.id} {report.name_of(found.id)}"
    given = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    said = f"{found.message}\n为什么：{found.why}\n怎么改：{found.help}"
    return f"::{COMMANDS[found.severity]} {given}::{_data(said)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _row(found: Diagnostic) -> str:
    place = f"{found.path}:{found.span.line}" if found.span is not None else found.path
    words = (text.WORDS[found.severity], found.id, place, found.message, found.help)
    return f"| {' | '.join(_words(word) for word in words)} |"


def _words(value: str) -> str:
    """Return text from outside so that Markdown takes it for words."""
    return escape(printable(value)).translate(_SIGNS).replace("@", "&#64;")
