"""For GitLab: a Code Quality report (a JSON array), which merge requests show beside the changes."""

from __future__ import annotations

import json

from sitegen.diagnostics import Severity
from sitegen.grading.fingerprints import fingerprints
from sitegen.reporting.check_report import CheckReport

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: CheckReport) -> str:
    """Return the array; a finding about a whole file is shown at its first line."""
    issues = [
        {
            "description": f"{found.id} {found.message}怎么改：{found.help}",
            "check_name": found.id,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[found.severity],
            "location": {
                "path": report.folder + found.path,
                "lines": {"begin": found.span.line if found.span is not None else 1},
            },
        }
        for found, fingerprint in fingerprints(report.diagnostics, report.kinds)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"
