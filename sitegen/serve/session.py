"""What the server knows of the builds so far, and who is to be told of the next one."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen.serve.outcome import Outcome
from sitegen.stages.write import MANIFEST

NOT_SHOWN = (".html", ".xml", ".json", ".csv", ".txt")
"""Endings of files that no page shows or loads. (A page itself is looked at by its own path.)"""
MOST = 200
"""Changed files that are told one by one; where there are more, the page is just loaded again."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What an open page was made of: its site path, the last build of which session."""

    page: str
    build: int
    session: str


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What changed for an open page up to `build`: the page itself, or files that it may show or load."""

    build: int
    page: bool
    assets: tuple[str, ...] = ()


class Session:
    """The builds of one run of the server. `name` tells it from earlier runs at the same address.

    Outcomes come from the thread that builds; everything else is asked from the server's threads.
    """

    def __init__(self, name: str, preview: Path) -> None:
        self.name = name
        self.preview = preview
        self._lock = threading.Lock()
        self._outcome: Outcome | None = None
        self._base_path = ""
        self._changed_in: dict[str, int] = {}
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._closed = False

    @property
    def outcome(self) -> Outcome | None:
        """The last build; None before the end of the first one."""
        return self._outcome

    @property
    def base_path(self) -> str:
        """The column's path on the server (`/zfxxgk/`), by the last settings that could be read; "" if none could."""
        return self._base_path

    @property
    def is_closed(self) -> bool:
        """Whether the server is shutting down."""
        return self._closed

    def is_readable(self) -> bool:
        """Tell whether there are pages to show, of this session or of an earlier one."""
        return bool(self._base_path) and (self.preview / MANIFEST).is_file()

    def was_there(self, path: str) -> bool:
        """Tell whether the file at the site path `path` was written or removed in this session."""
        return path in self._changed_in

    def publish(self, outcome: Outcome) -> None:
        """Take note of a build and tell all open pages."""
        with self._lock:
            self._outcome = outcome
            self._base_path = outcome.facts.base_path or self._base_path
            self._changed_in.update(dict.fromkeys(outcome.changed, outcome.number))
        self._wake()

    def close(self) -> None:
        """Let go of all open pages."""
        self._closed = True
        self._wake()

    def news(self, seen: Seen) -> News | None:
        """Return what is new for an open page; None if nothing was built since.

        Of a page of an earlier session nothing is known, so it counts as changed.
        """
        outcome = self._outcome
        if outcome is None or (seen.session == self.name and seen.build >= outcome.number):
            return None
        since = seen.build if seen.session == self.name else 0
        with self._lock:
            page = seen.session != self.name or self._changed_in.get(seen.page, 0) > since
            assets = [
                path
                for path, number in self._changed_in.items()
                if number > since and not path.endswith(NOT_SHOWN)
            ]
        if len(assets) > MOST:
            return News(build=outcome.number, page=True)
        return News(build=outcome.number, page=page, assets=tuple(sorted(assets)))

    @contextlib.contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """Give an event that is set after each build and at the end; for use in the server's loop."""
        entry = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._waiting.add(entry)
        try:
            yield entry[1]
        finally:
            with self._lock:
                self._waiting.discard(entry)

    def _wake(self) -> None:
        with self._lock:
            for loop, event in self._waiting:
                with contextlib.suppress(RuntimeError):  # the loop may have ended meanwhile
                    loop.call_soon_threadsafe(event.set)
