"""The sample column, built with its full-text index, and a server for it."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sitegen import pipeline, searching
from sitegen.cache import Memory
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Project
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 22)
NOON = f"{AS_OF}T12:00:00+08:00"


@pytest.fixture(scope="session")
def column(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built sample column."""
    folder = tmp_path_factory.mktemp("column")
    shutil.copytree(ROOT / "content", folder / "content")
    memory, team = Memory(None, "test"), Workers(1)
    built = pipeline.build(
        Project(folder=folder, as_of=AS_OF),
        folder / "build",
        memory,
        team,
        Stopwatch(time.perf_counter, lambda _: None),
        searching.in_folder(folder / "full-text"),
    )
    memory.close()
    assert not has_errors(built.diagnostics)
    return folder / "build"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing of what it answers."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(column: Path) -> Iterator[str]:
    """Return where the built column is served."""
    answering = functools.partial(Quiet, directory=str(column))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
