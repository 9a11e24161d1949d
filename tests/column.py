"""The sample column, built with its full-text index, and a server for it. The fixtures stand in tests/conftest.py."""

from __future__ import annotations

import contextlib
import functools
import http
import http.server
import shutil
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sitegen import pipeline, searching
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic, has_errors
from sitegen.pipeline import Project
from sitegen.site import Site
from sitegen.stages.plan import FullText, plan
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from sitegen.views.artifact import Artifact

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 22)
BASE_PATH = "/zwgk/zfxxgk/"
NOON = f"{AS_OF}T12:00:00+08:00"


class Sample(NamedTuple):
    """The sample column: the project's folder, the folder that it is built into, what was found, what it is made of."""

    folder: Path
    build: Path
    diagnostics: tuple[Diagnostic, ...]
    site: Site

    def pages(self) -> Mapping[str, Artifact]:
        """Return what each page is made from, by its address."""
        _, shares = plan(self.site, (), self.folder / "content", FullText())
        files = (file for share in shares for bundle in share.make() for file in bundle.make())
        return {file.path: file for file in files if file.path.endswith(".html")}


def build_sample(folder: Path) -> Sample:
    """Copy content/ to a folder and build the column there."""
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
    found = [f"{each.path}: {each.id} {each.message}" for each in built.diagnostics]
    assert not has_errors(built.diagnostics), found
    assert built.site is not None
    return Sample(folder, folder / "build", built.diagnostics, built.site)


class Portal(http.server.SimpleHTTPRequestHandler):
    """Serves the column below its base path, as a portal does, and says nothing of what it answers."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BASE_PATH))

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # of the portal, which has one
            self.send_response(http.HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """Answers many at a time. A browser that leaves before it has its answer is no fault; any other is printed."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(folder: Path, handler: type[Portal] = Portal) -> Iterator[str]:
    """Serve a built column from a thread; give its address."""
    answering = functools.partial(handler, directory=str(folder))
    server = Server(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Return the built sample column."""
    return build_sample(tmp_path_factory.mktemp("column"))


@pytest.fixture(scope="session")
def column(sample: Sample) -> Path:
    """Return the folder of the built sample column."""
    return sample.build


@pytest.fixture(scope="session")
def address(column: Path) -> Iterator[str]:
    """Return where the built column is served."""
    with serving(column) as where:
        yield where
