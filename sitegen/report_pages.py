"""The inspection report as a part of the column, where `site.yaml` wants it there (公开检查报告)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.grading.passed import Passed
from sitegen.reporting.inspection import inspection_report
from sitegen.reporting.inspection.files import files_of
from sitegen.site import Site
from sitegen.views.artifact import Artifact

SITE_FOLDER = "report"
"""Where the column has the report, if it is published."""
CACHE_FOLDER = Path(".cache") / "sitegen" / "report"
DAYS = 180
"""Days for which deadlines are told of."""


def report_pages(
    project: Path,
    site: Site,
    findings: Iterable[Diagnostic],
    passed: Iterable[Passed],
    names: Mapping[str, str],
) -> tuple[Artifact, ...]:
    """Return the files of the report to publish.

    They are kept in the folder `project`, from where they are copied.
    """
    whole = inspection_report(site, findings, passed, names, DAYS)
    folder = project / CACHE_FOLDER
    return tuple(_kept(folder, name, data) for name, data in files_of(whole, site.config.address))


def _kept(folder: Path, name: str, data: bytes) -> Artifact:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return Artifact(path=f"{SITE_FOLDER}/{name}", copy_of=file, digest=sha256(data).digest())
