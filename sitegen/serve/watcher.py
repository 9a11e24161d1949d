"""Watching the folders that a preview is made from.

The project folder itself is watched as well (without what lies in it), because a watched folder that is deleted
takes its watch with it: when `content/` comes back, it is watched anew. For the same reason the folder that holds
the project is watched: a project may be removed and cloned again.
"""

from __future__ import annotations

import errno
import os
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from sitegen import config
from sitegen.grading import baseline
from sitegen.stages.load import IGNORED_ENDINGS, IGNORED_NAMES

FOLDERS = ("content", "catalogs", "themes")
EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]
"""What counts as a change. Opening and reading do not: a build does both."""
COMING: list[type[FileSystemEvent]] = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]
"""What tells that a folder comes or goes."""
INTERVAL = 1.0
"""Seconds between two looks, where the system does not tell of changes."""
GONE = (errno.ENOENT, errno.ENOTDIR)
FALL_BACK = "这台电脑不能直接得知文件的改动（{reason}），改为每秒看一次。"


def watched_folders(project: Path) -> tuple[Path, ...]:
    """Return the folders whose files a preview of `project` depends on, whether they exist or not."""
    folders = [project / name for name in FOLDERS] + [config.shipped(name) for name in FOLDERS[1:]]
    return tuple(dict.fromkeys(folder.resolve() for folder in folders))


class Watcher:
    """Calls `changed` after each change, in a thread of its own, until it is stopped.

    Where the observer made by `native` fails, for instance because the system's limit of watches is reached, a
    polling one takes its place and `say` is told. `native` is None to poll from the start, as network drives need.
    """

    def __init__(
        self,
        project: Path,
        changed: Callable[[], None],
        say: Callable[[str], None],
        native: Callable[[], BaseObserver] | None = Observer,
    ) -> None:
        self._project = project.resolve()
        self._folders = watched_folders(project)
        self._changed = changed
        self._say = say
        self._native = native
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, ObservedWatch] = {}

    def start(self) -> None:
        """Begin to watch."""
        # A folder that comes with folders in it may be found twice; watchdog says so, and it does no harm.
        warnings.filterwarnings("ignore", message="Callback with id", category=RuntimeWarning)
        if self._native is not None:
            try:
                self._observe(self._native())
                return
            except OSError as error:
                self._give_up(error)
        self._observe(PollingObserver(timeout=INTERVAL))

    def stop(self) -> None:
        """End watching, and wait until no call is under way."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()

    def _observe(self, observer: BaseObserver) -> None:
        self._observer = observer
        self._watches = {}
        observer.start()
        for folder in (self._project, *self._folders):  # the project first: so nothing is missed that comes into it
            self._follow(folder)
        self._look_around(observer)

    def _follow(self, folder: Path) -> None:
        """Watch `folder` as it is now: it may be new, gone, or another one of the same name."""
        if self._observer is None:
            return
        before = self._watches.pop(folder, None)
        if before is not None:
            self._observer.unschedule(before)
        is_top = folder == self._project
        told = _Top(self._top_changed) if is_top else _Below(len(str(folder)) + 1, self._changed)
        try:
            if folder.is_dir():
                self._watches[folder] = self._observer.schedule(
                    told, str(folder), recursive=not is_top, event_filter=EVENTS
                )
        except OSError as error:
            if error.errno not in GONE:
                raise

    def _look_around(self, observer: BaseObserver) -> None:
        """Watch for the project itself, where that may be done.

        Fails with OSError where the limit of watches is reached: then some of the others are missing, in silence.
        """
        around = self._project.parent
        if around == self._project or not os.access(around, os.R_OK | os.X_OK):
            return
        try:
            observer.schedule(_Top(self._around_changed), str(around), event_filter=COMING)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise

    def _top_changed(self, paths: Iterable[Path]) -> None:
        """Take note of folders that came, went or were exchanged, and of the list of frozen findings.

        Runs in the observer's thread.
        """
        concerned = [folder for folder in self._folders if folder in paths]
        self._follow_anew(concerned)
        if concerned or self._project / baseline.PATH in paths:
            self._changed()

    def _around_changed(self, paths: Iterable[Path]) -> None:
        """Take note of a project that went, came back or was exchanged. Runs in the observer's thread."""
        if self._project in paths:
            self._follow_anew((self._project, *self._folders))
            self._changed()

    def _follow_anew(self, folders: Iterable[Path]) -> None:
        try:
            for folder in folders:
                self._follow(folder)
        except OSError as error:
            self._give_up(error)
            self._observe(PollingObserver(timeout=INTERVAL))

    def _give_up(self, error: OSError) -> None:
        self._say(FALL_BACK.format(reason=error.strerror or "原因不明"))
        if self._observer is not None:
            self._observer.stop()
            self._observer = None


class _Top(FileSystemEventHandler):
    """Hands on the paths of what comes and goes in one folder."""

    def __init__(self, changed: Callable[[list[Path]], None]) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._changed([Path(path) for path in _paths(event)])


class _Below(FileSystemEventHandler):
    """Tells of every change below a folder whose path is `start` - 1 characters long."""

    def __init__(self, start: int, changed: Callable[[], None]) -> None:
        self._start = start
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not all(ignored(path[self._start :]) for path in _paths(event)):
            self._changed()


def ignored(path: str) -> bool:
    """Tell whether a build takes no notice of `path`, relative to a watched folder: hidden and temporary files."""
    parts = path.replace("\\", "/").split("/")
    return any(part.startswith(".") for part in parts) or (
        parts[-1].endswith(IGNORED_ENDINGS) or parts[-1] in IGNORED_NAMES
    )


def _paths(event: FileSystemEvent) -> list[str]:
    return [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
