"""A project: where it is, the date for which it is computed, and its files, through memory."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic
from sitegen.grading import baseline
from sitegen.grading.baseline import Baseline
from sitegen.model.values import Review
from sitegen.stages.load import Sources, load


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with `content/`, and the date for which everything is computed.

    `signatures` are the reviews that commits name, by file; there are some only if the site wants them.
    """

    folder: Path
    as_of: date
    signatures: Mapping[str, Review] = {}

    @property
    def content(self) -> Path:
        """The folder that editors write in."""
        return self.folder / "content"


def baseline_bytes(project: Project) -> bytes:
    """Return the list of frozen findings as it lies in the project; nothing where there is none."""
    file = project.folder / baseline.PATH
    return file.read_bytes() if file.is_file() else b""


def read_baseline(project: Project) -> tuple[Baseline | None, tuple[Diagnostic, ...]]:
    """Return the list of frozen findings, or None; SG758 where it cannot be read."""
    data = baseline_bytes(project)
    return baseline.decode(data) if data else (None, ())


def load_sources(project: Project, memory: Memory) -> Sources:
    """Read the content folder, with the help of what is remembered of its files."""
    known = memory.files()
    sources = load(project.content, known, memory.started)
    changed = [
        (source.path, source.stat, source.digest)
        for source in sources.files
        if source.data is not None or known.get(source.path) != (source.stat, source.digest)
    ]
    gone = known.keys() - {source.path for source in sources.files}
    if changed or gone:
        memory.remember_files(changed, gone, time.time_ns())
    return sources
