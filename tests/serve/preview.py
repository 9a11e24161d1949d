"""A running preview: a world on disk, its builder, its watcher and a server on a free port, all real."""

from __future__ import annotations

import http.client
import json
import queue
import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from sitegen import pipeline
from sitegen.formats import encoding
from sitegen.serve.making import Build, Plan
from sitegen.serve.outcome import Outcome
from sitegen.serve.server import Setting, listen, session
from tests.world import AS_OF, World

PATIENCE = 30
"""Seconds after which something that should have happened has not."""
BASE = "/zfxxgk/"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str

    def facts(self) -> dict[str, str]:
        """What the page tells the script: its site path, build and session."""
        return dict(re.findall(r'data-(\w+)="([^"]*)"', self.text))


class Preview:
    """Use it as a context: it is built once when the block begins."""

    def __init__(
        self,
        world: World,
        build: Build = pipeline.preview,
        *,
        poll: bool = False,
        wait: bool = True,
        port: int = 0,
        workers: int = 1,
    ) -> None:
        self.world = world
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self.said: list[str] = []
        self._wait = wait
        self._wanted_port = port
        self._setting = Setting(
            plan=Plan(
                folder=world.folder,
                output=world.folder / ".cache" / "sitegen" / "preview",
                today=_today,
                clock=time.perf_counter,
                open_memory=world.memory,
                workers=workers,
                build=build,
            ),
            read_source=self._source,
            told=self.outcomes.put,
            say=self.said.append,
            poll=poll,
        )

    def __enter__(self) -> Preview:
        listening = listen("127.0.0.1", self._wanted_port)
        self.port = listening.getsockname()[1]
        self._session = session(self._setting, self.port)
        self._server = self._session.__enter__()
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]})
        self._thread.start()
        if self._wait:
            self.first = self.next()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._session.__exit__(None, None, None)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{BASE}"

    def next(self) -> Outcome:
        """Wait for the next build."""
        return self.outcomes.get(timeout=PATIENCE)

    def until(self, wanted: Callable[[Outcome], bool]) -> Outcome:
        """Wait for a build that is as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            outcome = self.next()
            if wanted(outcome):
                return outcome
        raise TimeoutError

    def save(self, name: str, text: str) -> Outcome:
        """Put a file in place in one step, as careful editors do, and wait for the build that takes it in."""
        waiting, file = self.world.folder / ".cache" / "saved", self.world.folder / name
        waiting.write_text(text, encoding="utf-8")
        file.parent.mkdir(parents=True, exist_ok=True)
        waiting.replace(file)
        return self.next()

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path exactly as it is written; `headers` with underscores for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            host = headers.pop("Host", f"127.0.0.1:{self.port}")
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            fields = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, fields, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def news(self, page: str, build: int, session: str) -> Iterator[dict[str, object]]:
        """Listen as a page does, and give what it is told."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            query = urlencode({"page": page, "build": build, "session": session})
            connection.request("GET", f"/__sitegen/events?{query}")
            answer = connection.getresponse()
            assert answer.getheader("content-type", "").startswith("text/event-stream")
            for line in iter(answer.readline, b""):
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])
        finally:
            connection.close()

    def _source(self, path: str) -> str | None:
        file = self.world.folder / path
        return encoding.decode(file.read_bytes())[0] if file.is_file() else None


def _today() -> date:
    return AS_OF
