"""SARIF 2.1.0 (OASIS): what code scanning and editors read."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

from sitegen import __version__
from sitegen.diagnostics import Diagnostic, Kind, Place, Severity, Span
from sitegen.grading.fingerprints import fingerprints
from sitegen.grading.passed import Passed, Passing
from sitegen.reporting.check_report import CheckReport
from sitegen.reporting.proposals import Proposal, proposal

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
Value = dict[str, object]


def render(report: CheckReport) -> str:
    """Return a log with one run. Columns count characters; what was let pass stands in it as suppressed."""
    everything = {each.found: each for each in report.aside.passed}
    found = (*report.diagnostics, *everything)
    rules = [report.kinds[number] for number in sorted({each.id for each in found} & report.kinds.keys())]
    places = {kind.id: place for place, kind in enumerate(rules)}
    sources = _Sources(report)
    results = [
        _result(each, mark, report, places, sources, everything.get(each))
        for each, mark in fingerprints(found, report.kinds)
    ]
    driver = {
        "name": "sitegen",
        "semanticVersion": __version__,
        "rules": [_rule(kind, report.rule_docs) for kind in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "originalUriBaseIds": {ROOT: {"description": {"text": "代码仓库的最上层"}}},
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


class _Sources:
    """The lines of files, each read once."""

    def __init__(self, report: CheckReport) -> None:
        self._report = report
        self._lines: dict[str, list[str]] = {}

    def lines(self, path: str) -> Sequence[str]:
        if path not in self._lines:
            self._lines[path] = (self._report.read_source(path) or "").split("\n")
        return self._lines[path]


def _rule(kind: Kind, docs: str) -> Value:
    help = f"为什么：{_general(kind.why)}\n怎么改：{_general(kind.help)}"
    explained: Value = {"helpUri": f"{docs}#{quote(anchor_of(kind))}"} if docs else {}
    return {
        "id": kind.id,
        "name": kind.name,
        **explained,
        "shortDescription": {"text": kind.name},
        "fullDescription": {"text": _general(kind.why)},
        "help": {
            "text": f"{help}\n运行 sitegen explain {kind.id} 看例子。",
            "markdown": f"**为什么**：{_general(kind.why)}\n\n**怎么改**：{_general(kind.help)}\n\n"
            f"运行 `sitegen explain {kind.id}` 看错误写法和正确写法。",
        },
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {"leeway": str(kind.allows)},
    }


def anchor_of(kind: Kind) -> str:
    """Return the anchor of a sort of finding in docs/diagnostics.md, where GitHub, GitLab or Gitee show it."""
    return re.sub(r"[^\w\- ]", "", f"{kind.id} {kind.name}".lower()).replace(" ", "-")


def _general(template: str) -> str:
    """Return the words of a template with an ellipsis where findings put values."""
    pieces = template.replace("{{", "\0").replace("}}", "\1").split("{")
    said = pieces[0] + "".join(f"……{piece.partition('}')[2]}" for piece in pieces[1:])
    return said.replace("\0", "{").replace("\1", "}")


def _result(
    found: Diagnostic,
    fingerprint: str,
    report: CheckReport,
    places: dict[str, int],
    sources: _Sources,
    passed: Passed | None,
) -> Value:
    result: Value = {
        "ruleId": found.id,
        "level": LEVELS[found.severity],
        "message": {"text": f"{found.message}\n怎么改：{found.help}"},
        "locations": [_location(found.path, found.span, report.folder)],
        "partialFingerprints": {"sitegen/v1": fingerprint},
    }
    if found.id in places:
        result["ruleIndex"] = places[found.id]
    if found.related:
        result["relatedLocations"] = [_related(place, report.folder) for place in found.related]
    if passed is not None:
        result["suppressions"] = [_suppression(passed)]
    edit = proposal(found, sources.lines(found.path)) if found.span is not None else None
    if edit is not None:
        result["fixes"] = [_fix(found.path, edit, report.folder)]
    return result


def _location(path: str, span: Span | None, folder: str) -> Value:
    physical: Value = {"artifactLocation": _artifact(path, folder)}
    if span is not None:
        physical["region"] = _region(span)
    return {"physicalLocation": physical}


def _related(place: Place, folder: str) -> Value:
    return _location(place.path, place.span, folder) | ({"message": {"text": place.note}} if place.note else {})


def _artifact(path: str, folder: str) -> Value:
    return {"uri": quote(folder + path, safe="/"), "uriBaseId": ROOT}


def _region(span: Span) -> Value:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _suppression(passed: Passed) -> Value:
    if passed.by is Passing.FROZEN:
        return {"kind": "external", "status": "accepted", "justification": "存量清单里的旧问题"}
    who = "，".join(filter(None, (passed.name, str(passed.on) if passed.on else "")))
    reason = passed.reason + (f"（{who}）" if who else "")
    return {"kind": "inSource", "status": "accepted", "justification": reason}


def _fix(path: str, edit: Proposal, folder: str) -> Value:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": _artifact(path, folder), "replacements": [replacement]}
    return {"description": {"text": f"改成“{edit.text}”"}, "artifactChanges": [change]}
