"""The full-text index of a preview: made when somebody searches, in the thread that answers; no build waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from sitegen import pipeline, searching
from sitegen.pipeline import Project
from sitegen.serve.making import Plan
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch


class FullText:
    """Gives the files of the index, made anew at the first question after a build.

    `last_build` is the number of the last build.
    """

    def __init__(self, plan: Plan, last_build: Callable[[], int]) -> None:
        self._plan = plan
        self._last_build = last_build
        self._lock = threading.Lock()
        self._made_for = 0
        self._files: Mapping[str, Path] = {}

    def find(self, path: str) -> Path | None:
        """Return the file at the site path `path`; None if the index has none. Raises `PagefindError`."""
        with self._lock:
            number = self._last_build()
            if number != self._made_for:
                self._files = self._make()
                self._made_for = number
            return self._files.get(path)

    def _make(self) -> dict[str, Path]:
        plan = self._plan
        indexing = searching.in_folder(plan.folder / searching.CACHE_FOLDER)
        project = Project(folder=plan.folder, as_of=plan.today())
        memory = plan.open_memory()
        try:
            watch = Stopwatch(plan.clock, lambda _: None)
            files = pipeline.full_text(project, memory, Workers(1), watch, indexing)
        finally:
            memory.close()
        return {file.path: file.copy_of for file in files if file.copy_of is not None}
