"""write: bytes → the output folder. The only place that writes pages.

Nothing of a build is visible before all of it is rendered: new files wait in a folder of their own (`waiting.py`) and
are then moved into place. Before the first move the manifest says what belongs to sitegen, so a build that is killed
at any point leaves whole files only, and the next build knows and mends what it finds.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

import msgspec

from sitegen import urls
from sitegen.cache import Stat, Written
from sitegen.diagnostics import Diagnostic, Kind
from sitegen.stages import waiting
from sitegen.stages.waiting import READABLE, STAGING
from sitegen.views.manifest import Manifest as Manifest

MANIFEST = urls.MANIFEST

FOREIGN_FOLDER = Kind(
    id="SG801",
    name="输出文件夹里有别的文件",
    message="输出文件夹“{folder}”里有不是 sitegen 生成的文件，例如“{example}”。",
    why="sitegen 只在自己的文件夹里增删文件，以免误删别人的东西。",
    help="换一个空文件夹（--output），或者确认无用后自己清空它。",
)
IN_USE = Kind(
    id="SG803",
    name="输出文件夹正被使用",
    message="另一个 sitegen 正在往输出文件夹“{folder}”里写，这一次没有写任何文件。",
    why="两个 sitegen 同时写一个文件夹，网页会新旧混在一起。",
    help="等另一个结束，再运行一次；需要同时生成的，用 --output 换一个文件夹。",
)
KINDS = (FOREIGN_FOLDER, IN_USE)


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in the output folder `name` before a build: each file's state, and which files are ours.

    `foreign` is a file of somebody else's, empty where the folder may be written into.
    """

    name: str
    present: Mapping[str, Stat]
    ours: frozenset[str]
    foreign: str = ""

    def refusal(self) -> tuple[Diagnostic, ...]:
        """Return SG801 where the folder holds files and none of them is ours."""
        if not self.foreign:
            return ()
        return (FOREIGN_FOLDER.found(folder=self.name, example=self.foreign).at(self.name),)


def survey(output: Path, remembered: Iterable[str]) -> Survey:
    """Look at the output folder; `remembered` are the files that the last build wrote."""
    present = dict(_files(output, "")) if output.is_dir() else {}
    listed = _listed(output / MANIFEST)
    ours = frozenset(listed) | (frozenset(remembered) & present.keys())
    foreign = next((path for path in sorted(present) if path not in ours and path != MANIFEST), "")
    if listed or MANIFEST in present:
        foreign = ""
    return Survey(name=output.name, present=present, ours=ours, foreign=foreign)


def has_moved_on(output: Path, survey: Survey) -> bool:
    """Tell whether another build has written its manifest since the survey."""
    try:
        facts = os.lstat(output / MANIFEST)
    except FileNotFoundError:
        return MANIFEST in survey.present
    return survey.present.get(MANIFEST) != _stat(facts)


def needed_as_folders(paths: Set[str]) -> Set[str]:
    """Return those of `paths` that cannot be files because others lie below them."""
    return _folders_of(paths) & paths


def foreign_in_the_way(paths: Set[str], survey: Survey) -> tuple[Diagnostic, ...]:
    """Return SG801 for somebody else's files in whose place, or below which, `paths` have to lie."""
    foreign = survey.present.keys() - survey.ours - {MANIFEST}
    folders = _folders_of(paths) if foreign else set()
    return tuple(
        FOREIGN_FOLDER.found(folder=survey.name, example=path).at(survey.name)
        for path in sorted(foreign)
        if path in folders or not paths.isdisjoint(_folders_of((path,)))
    )


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Return all folders that files lie in."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


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


def commit(output: Path, paths: Iterable[str], gone: Iterable[str], before: bytes, after: bytes) -> None:
    """Move the files that wait for `paths` into place and remove files that are `gone`.

    `before` is the manifest that claims old and new files while that happens, `after` the final one.
    """
    (output / STAGING).mkdir(parents=True, exist_ok=True)
    _replace(output, MANIFEST, before)
    waiting.move_all(output, paths)
    for path in gone:
        if any((output / folder).is_symlink() for folder in _folders_of((path,))):
            continue  # somebody has put a link in the place of our folder: what it leads to is not ours
        file = output / path
        if not file.is_dir() or file.is_symlink():  # a folder has taken the place of the file
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                file.unlink()
        _remove_empty(output, file.parent)
    _replace(output, MANIFEST, after)


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
    if not (output / MANIFEST).is_file() or digest_of(output, MANIFEST).hex() != manifest:
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
                yield below + entry.name, _stat(entry.stat(follow_symlinks=False))


def _stat(facts: os.stat_result) -> Stat:
    return Stat(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)


def _listed(manifest: Path) -> dict[str, str]:
    if not manifest.is_file():  # a pipe in its place would be waited for
        return {}
    try:
        return msgspec.json.decode(manifest.read_bytes(), type=Manifest).files
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def _replace(output: Path, path: str, data: bytes) -> None:
    file = output / STAGING / "manifest"
    file.write_bytes(data)
    file.chmod(READABLE)
    file.replace(output / path)


def _remove_empty(output: Path, folder: Path) -> None:
    while folder != output and folder.is_relative_to(output):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
