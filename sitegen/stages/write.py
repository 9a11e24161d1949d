"""write: bytes → the output folder. The only place that writes pages.

Nothing of a build is visible before all of it is rendered: new files wait in a folder of their own and are
then moved into place one by one. Before the first move the manifest says what belongs to sitegen, so a build
that is killed at any point leaves whole files only, and the next build knows and mends what it finds.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

import msgspec

from sitegen import urls
from sitegen.cache import Stat, Written
from sitegen.diagnostics import Diagnostic, Kind
from sitegen.views.manifest import Manifest as Manifest

MANIFEST = urls.MANIFEST
STAGING = ".sitegen-staging"

FOREIGN_FOLDER = Kind(
    id="SG801",
    name="输出文件夹里有别的文件",
    message="输出文件夹“{folder}”里有不是 sitegen 生成的文件，例如“{example}”。",
    why="sitegen 只在自己的文件夹里增删文件，以免误删别人的东西。",
    help="换一个空文件夹（--output），或者确认无用后自己清空它。",
)
KINDS = (FOREIGN_FOLDER,)


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in the output folder `name` before a build: each file's state, and which files are ours."""

    name: str
    present: Mapping[str, Stat]
    ours: frozenset[str]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be moved into place: where it waits (None: it is in place already), the digest of its bytes."""

    path: str
    waiting: Path | None
    digest: bytes


def survey(output: Path, remembered: Iterable[str]) -> tuple[Survey, Diagnostic | None]:
    """Look at the output folder; SG801 where it holds files and none of them is ours."""
    present = dict(_files(output, "")) if output.is_dir() else {}
    listed = _listed(output / MANIFEST)
    ours = frozenset(listed) | (frozenset(remembered) & present.keys())
    foreign = next((path for path in sorted(present) if path not in ours and path != MANIFEST), "")
    found = Survey(name=output.name, present=present, ours=ours)
    if foreign and not listed and MANIFEST not in present:
        return found, FOREIGN_FOLDER.found(folder=output.name, example=foreign).at(output.name)
    return found, None


def needed_as_folders(paths: Set[str]) -> set[str]:
    """Return those of `paths` that cannot be files because others lie below them."""
    return {folder for path in paths for folder in _around(path)} & paths


def foreign_in_the_way(paths: Set[str], survey: Survey) -> tuple[Diagnostic, ...]:
    """Return SG801 for somebody else's files in whose place, or below which, `paths` have to lie."""
    folders = {folder for path in paths for folder in _around(path)}
    foreign = survey.present.keys() - survey.ours - {MANIFEST}
    return tuple(
        FOREIGN_FOLDER.found(folder=survey.name, example=path).at(survey.name)
        for path in sorted(foreign)
        if path in folders or not paths.isdisjoint(_around(path))
    )


def _around(path: str) -> Iterator[str]:
    """Give the folders that a file lies in, from the innermost."""
    while path := path.rpartition("/")[0]:
        yield path


def prepare(output: Path) -> Path:
    """Make the output folder with an empty place for waiting files, and return that place."""
    staging = output / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    output.chmod(0o755)
    return staging


def put(staging: Path, number: int, path: str, data: bytes) -> Change:
    """Write `data`, the coming content of `path`, to a waiting file."""
    waiting = staging / str(number)
    handle = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o644)
    return Change(path=path, waiting=waiting, digest=hashlib.sha256(data).digest())


def put_copy(staging: Path, number: int, path: str, source: Path) -> Change:
    """Copy the file `source`, the coming content of `path`, to a waiting file."""
    waiting = staging / str(number)
    with source.open("rb") as stream, waiting.open("wb") as copy:
        shutil.copyfileobj(stream, copy, 1 << 20)
    waiting.chmod(0o644)
    with waiting.open("rb") as stream:
        return Change(path=path, waiting=waiting, digest=hashlib.file_digest(stream, "sha256").digest())


def unmoved(path: str, data: bytes) -> Change:
    """Return the change that is none: `path` already holds `data`."""
    return Change(path=path, waiting=None, digest=hashlib.sha256(data).digest())


def discard(output: Path) -> None:
    """Throw waiting files away."""
    shutil.rmtree(output / STAGING, ignore_errors=True)


def holds(output: Path, path: str, data: bytes) -> bool:
    """Tell whether the file at `path` holds `data`."""
    return (output / path).read_bytes() == data


def digest_of(output: Path, path: str) -> bytes:
    """Return the SHA-256 of the file at `path`."""
    with (output / path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def same_bytes(output: Path, path: str, data: bytes, present: Mapping[str, Stat]) -> bool:
    """Tell whether there was a file at `path` that holds `data`."""
    state = present.get(path)
    return state is not None and state.size == len(data) and holds(output, path, data)


def commit(output: Path, changes: Iterable[Change], gone: Iterable[str], before: bytes, after: bytes) -> None:
    """Move waiting files into place and remove files that are `gone`.

    `before` is the manifest that claims old and new files while that happens, `after` the final one.
    """
    (output / STAGING).mkdir(parents=True, exist_ok=True)
    _replace(output, MANIFEST, before)
    made: set[Path] = set()
    for change in changes:
        target = output / change.path
        if target.parent not in made:
            _make_folder(output, target.parent)
            made.add(target.parent)
        if target.is_dir():
            shutil.rmtree(target)
        if change.waiting is not None:
            change.waiting.replace(target)
    for path in gone:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            (output / path).unlink()
        _remove_empty(output, (output / path).parent)
    _replace(output, MANIFEST, after)
    discard(output)


def stat_of(output: Path, path: str) -> Stat:
    """Return the state of a file that was just put into place."""
    facts = (output / path).stat()
    return Stat(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)


def is_unchanged(path: str, key: bytes, written: Mapping[str, Written], present: Mapping[str, Stat]) -> bool:
    """Tell whether the last build wrote `path` with the same key, and nobody has touched it since."""
    before = written.get(path)
    return before is not None and before.key == key and is_untouched(path, before, present)


def is_untouched(path: str, before: Written, present: Mapping[str, Stat]) -> bool:
    """Tell whether `path` is as the last build left it."""
    now = present.get(path)
    return now is not None and before.size == now.size and before.modified == now.modified


def is_intact(
    output: Path, written: Mapping[str, Written], present: Mapping[str, Stat], manifest: str
) -> bool:
    """Tell whether everything that the last build left is there, untouched, and nothing else.

    `manifest` is the digest of its manifest: a build killed on its way leaves another one.
    """
    if present.keys() != written.keys() | {MANIFEST} or (output / STAGING).exists():
        return False
    if hashlib.sha256((output / MANIFEST).read_bytes()).hexdigest() != manifest:
        return False
    return all(
        present[path].size == file.size and present[path].modified == file.modified
        for path, file in written.items()
    )


def _files(folder: Path | str, below: str) -> Iterable[tuple[str, Stat]]:
    with os.scandir(folder) as listing:
        for entry in listing:
            if entry.name == STAGING:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{below}{entry.name}/")
            else:
                facts = entry.stat(follow_symlinks=False)
                yield below + entry.name, Stat(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)


def _listed(manifest: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(manifest.read_bytes(), type=Manifest).files
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def _replace(output: Path, path: str, data: bytes) -> None:
    waiting = output / STAGING / "manifest"
    waiting.write_bytes(data)
    waiting.chmod(0o644)
    waiting.replace(output / path)


def _make_folder(output: Path, folder: Path) -> None:
    for parent in [*reversed(folder.relative_to(output).parents), folder.relative_to(output)]:
        path = output / parent
        if path.is_file() or path.is_symlink():
            path.unlink()
        if not path.is_dir():
            path.mkdir()
            path.chmod(0o755)


def _remove_empty(output: Path, folder: Path) -> None:
    while folder != output and folder.is_relative_to(output):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
