"""Finished files wait below the output folder until all of a build can be moved into place.

Files that will lie in one folder wait in one folder, named by the digest of that folder's path: so no two paths can
be in each other's way before anybody has looked, and a folder that is new goes into place as a whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

STAGING = ".sitegen-staging"
READABLE = 0o644
"""The mode of published files, whatever the mask of the process that writes them."""
OPEN_FOLDER = 0o755
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be moved into place, unless it `waits` no more: it is in place already.

    `digest` is the SHA-256 of its bytes, `size` is in bytes, `modified` in nanoseconds; moving a file changes neither.
    """

    path: str
    waits: bool
    digest: bytes
    size: int
    modified: int


def prepare(output: Path) -> None:
    """Make the output folder with an empty place for waiting files."""
    staging = output / STAGING
    _clear(staging)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    output.chmod(OPEN_FOLDER)


def discard(output: Path) -> None:
    """Throw waiting files away, and the output folder where it was made for them alone."""
    shutil.rmtree(output / STAGING, ignore_errors=True)
    with contextlib.suppress(OSError):
        output.rmdir()


def put(output: Path, path: str, data: bytes) -> Change:
    """Let `data`, the coming content of `path`, wait. Runs in any process."""
    place = _place(output, path)
    rest = memoryview(data)
    file = _opened(place)
    try:
        while rest:
            rest = rest[os.write(file, rest) :]
    except OSError as error:  # a full disk; which one, only the file tells
        error.filename = place
        raise
    finally:
        os.close(file)
    return _change(path, place, hashlib.sha256(data).digest(), waits=True)


def put_copy(output: Path, path: str, source: Path) -> Change:
    """Let a copy of the file `source`, the coming content of `path`, wait. Runs in any process."""
    place = _place(output, path)
    with source.open("rb") as stream, os.fdopen(_opened(place), "wb") as copy:
        shutil.copyfileobj(stream, copy, 1 << 20)
    with open(place, "rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    return _change(path, place, digest, waits=True)


def unmoved(output: Path, path: str, digest: bytes) -> Change:
    """Return the change that is none: `path` already holds the bytes with this digest."""
    return _change(path, f"{output}/{path}", digest, waits=False)


def move_all(output: Path, paths: Iterable[str]) -> None:
    """Move the files that wait for `paths` into place. What is in their way there is ours, and not wanted any more."""
    by_folder: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        folder, _, name = path.rpartition("/")
        by_folder[folder].append(name)
    for folder in sorted(by_folder):  # a folder before those in it: it may be moved as a whole
        waiting, target = output / STAGING / _name_of(folder), output / folder
        if folder:
            _make_folder(output, target.parent)
            _clear(target)
        if target.exists():
            for name in by_folder[folder]:
                _move(f"{waiting}/{name}", f"{target}/{name}")
        else:
            waiting.rename(target)


def _move(waiting: str, target: str) -> None:
    try:
        os.replace(waiting, target)
    except OSError:
        if not os.path.isdir(target):
            raise
        shutil.rmtree(target)
        os.replace(waiting, target)


def _make_folder(output: Path, folder: Path) -> None:
    """Make a folder below the output folder, which is there, with all that it lies in."""
    if folder == output or (folder.is_dir() and not folder.is_symlink()):
        return
    _make_folder(output, folder.parent)
    _clear(folder)
    folder.mkdir()
    folder.chmod(OPEN_FOLDER)


def _clear(folder: Path) -> None:
    """Remove what is no folder from the place of one: a file, a link, or what only waits to be read."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        folder.unlink()


def _place(output: Path, path: str) -> str:
    """Return where the coming content of `path` waits."""
    folder, _, name = path.rpartition("/")
    return f"{output}/{STAGING}/{_name_of(folder)}/{name}"


@lru_cache(maxsize=1024)
def _name_of(folder: str) -> str:
    """Return the name of the folder in which the files of `folder` wait."""
    return hashlib.sha256(folder.encode()).hexdigest()


def _opened(place: str) -> int:
    """Open a waiting file for writing, in a folder that may have to be made; other processes make folders too."""
    try:
        return os.open(place, _WRITING, READABLE)
    except FileNotFoundError:
        folder = os.path.dirname(place)
        os.makedirs(folder, exist_ok=True)
        os.chmod(folder, OPEN_FOLDER)
        return os.open(place, _WRITING, READABLE)


def _change(path: str, file: str, digest: bytes, *, waits: bool) -> Change:
    facts = os.stat(file)
    if os.name == "posix" and stat.S_IMODE(facts.st_mode) != READABLE:
        os.chmod(file, READABLE)
    return Change(path=path, waits=waits, digest=digest, size=facts.st_size, modified=facts.st_mtime_ns)
