"""git, run as a program. This is the only place that does; all commands share it.

Paths are relative to the project folder, with slashes. What goes wrong is a `GitError`, in words for an editor.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path

import click
import msgspec

CHINA = timezone(timedelta(hours=8))
CONTENT = "content"
REVISION = re.compile("\x1e([0-9a-f]{40,64})\x1f([^\x1f]*)\x1f([^\0]*)\0")
"""What `git log` puts before the files of a commit: its id, when it was committed, its first line."""

CHANGED = re.compile("\x1e([0-9a-f]{40,64})\x1f([^\x1f]*)\x1f([^\0]*)\0")
"""What `git log` puts before the files of a commit: its id, its parents, its message but for the first line."""
TRAILER = re.compile(r"([\w-]{1,20})[ ]?[:：]\s*(\S.*)")


class GitError(click.ClickException):
    """git is missing, or cannot do what was asked; wrong use, not a finding."""

    exit_code = 2


class Repository(msgspec.Struct, frozen=True):
    """A project that lies in a git repository."""

    project: Path


class Commit(msgspec.Struct, frozen=True, kw_only=True):
    """A commit, and the day in China on which it was made."""

    id: str
    on: date


class FileStatus(StrEnum):
    """What happened to a file between two states of a repository."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


class FileChange(msgspec.Struct, frozen=True, kw_only=True):
    """A file that differs. `former` is its path before where it was moved."""

    status: FileStatus
    path: str
    former: str = ""


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A commit of the history, with the files of `content/` that it touched."""

    commit: Commit
    subject: str
    files: tuple[FileChange, ...]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a commit says of itself; `trailers` are the lines “name: value” at the end of its message."""

    id: str
    on: date
    author: str
    subject: str
    trailers: tuple[tuple[str, str], ...]


def open_repository(project: Path) -> Repository:
    """Return the repository that `project` lies in."""
    repository = Repository(project)
    done = _start(repository, ("rev-parse", "--is-inside-work-tree"))
    if done.returncode or done.stdout.strip() != b"true":
        cause = "" if b"not a git repository" in done.stderr else _said(done)
        raise GitError(f"“{project}”不在 git 仓库里，没有历史可以对照。{cause}")
    return repository


def folder_in_repository(project: Path) -> str:
    """Return the project's folder as seen from the top of its repository, "" or ending with a slash; "" without git."""
    try:
        done = _start(Repository(project), ("rev-parse", "--show-prefix"))
    except GitError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


def has_commits(repository: Repository) -> bool:
    """Tell whether anything was ever committed; in a new repository there is nothing to compare with."""
    return _start(repository, ("rev-parse", "--quiet", "--verify", "HEAD")).returncode == 0


def commit_of(repository: Repository, ref: str) -> Commit:
    """Return the commit that a branch, tag or commit id names."""
    if not ref or ref.startswith("-"):
        raise GitError(f"“{ref}”不是 git 的分支、标签或者提交号。")
    try:
        found = _run(
            repository, "log", "-1", "--format=%H %cI", "--end-of-options", f"{ref}^{{commit}}", "--"
        )
    except GitError as error:
        raise GitError(
            f"git 仓库里没有“{ref}”。分支写成 main 或者 origin/main 的样子；"
            "在持续集成里，要先取完整的历史（如 fetch-depth: 0）。"
        ) from error
    name, _, moment = found.decode().strip().partition(" ")
    return Commit(id=name, on=_day(moment))


def merge_base(repository: Repository, commit: Commit) -> Commit:
    """Return the last commit that `commit` and the checked-out one have in common: work done beside is no change."""
    done = _start(repository, ("merge-base", commit.id, "HEAD"))
    base = done.stdout.decode().strip()
    return commit_of(repository, base) if base and not done.returncode else commit


def changes_since(repository: Repository, commit: Commit) -> tuple[FileChange, ...]:
    """Return the files of `content/` that differ from `commit` now, those git does not know yet included."""
    listing = _run(
        repository, "diff", "--no-renames", "--no-ext-diff", "--relative", "--name-status", "-z", commit.id,
        "--", CONTENT,
    )  # fmt: skip
    unknown = _run(repository, "ls-files", "--others", "--exclude-standard", "-z", "--", CONTENT)
    new = (FileChange(status=FileStatus.ADDED, path=path) for path in _texts(unknown))
    return (*_changes(_texts(listing)), *new)


def known_files(repository: Repository) -> tuple[str, ...]:
    """Return the files of `content/` that git knows and that are still there, without symbolic links."""
    found = dict.fromkeys(_texts(_run(repository, "ls-files", "--cached", "-z", "--", CONTENT)))
    files = ((repository.project / path, path) for path in found)
    return tuple(path for file, path in files if file.is_file() and not file.is_symlink())


def files_at(repository: Repository, commit: Commit, paths: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of those of `paths` that are files in `commit`."""
    wanted = set(paths)
    blobs: dict[str, str] = {}
    for line in _texts(_run(repository, "ls-tree", "-r", "-z", commit.id, "--", f"{CONTENT}/")):
        facts, _, path = line.partition("\t")
        mode, _, name = facts.split()
        if path in wanted and mode != "120000":  # a symbolic link is never read
            blobs[path] = name
    names = "".join(f"{name}\n" for name in blobs.values())
    answer = _run(repository, "cat-file", "--batch", given=names.encode())
    return dict(zip(blobs, _blobs(answer), strict=True))


def revisions(repository: Repository, since: Commit | None) -> tuple[Revision, ...]:
    """Return the commits that changed `content/`, newest first; a merge is one change, of the day it was made."""
    span = f"{since.id}..HEAD" if since is not None else "HEAD"
    text = _run(
        repository, "log", "--first-parent", "-m", "-M", "--no-ext-diff", "--relative", "--name-status", "-z",
        "--format=%x1e%H%x1f%cI%x1f%s", span, "--", CONTENT,
    ).decode("utf-8", "surrogateescape")  # fmt: skip
    heads = list(REVISION.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return tuple(
        Revision(
            commit=Commit(id=head[1], on=_day(head[2])),
            subject=head[3],
            files=tuple(_changes(text[head.end() : end].removeprefix("\n").rstrip("\0").split("\0"))),
        )
        for head, end in zip(heads, ends, strict=True)
    )


def notes_since(repository: Repository, since: Commit) -> tuple[Note, ...]:
    """Return the commits after `since` that touched `content/`, newest first."""
    text = _run(
        repository, "log", "--no-merges", "-z", "--format=%H%x1f%cI%x1f%an%x1f%s%x1f%b",
        f"{since.id}..HEAD", "--", CONTENT,
    )  # fmt: skip
    return tuple(_note(piece) for piece in _texts(text) if piece)


def last_trailers(repository: Repository) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the trailers of the last change of every file of `content/`, by its path.

    Where a merge brought the change, its trailers come first, then those of the commit that it brought.
    """
    if _run(repository, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError("这里只有最近几次提交，看不出每个文件是谁审核的。请先取完整的历史（如 fetch-depth: 0）。")
    text = _run(
        repository, "log", "--topo-order", "--full-history", "-m", "--no-renames", "--no-ext-diff", "--relative",
        "--name-only", "-z", "--format=%x1e%H%x1f%P%x1f%b", "HEAD", "--", CONTENT,
    ).decode("utf-8", "surrogateescape")  # fmt: skip
    heads = list(CHANGED.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    settled: set[str] = set()
    seen: set[str] = set()
    for head, end in zip(heads, ends, strict=True):
        if head[1] in seen:
            continue  # a merge is listed once for each parent: what differs from the first is what it brought
        seen.add(head[1])
        trailers, is_merge = tuple(_trailers(head[3])), " " in head[2]
        for path in filter(None, text[head.end() : end].lstrip("\n").split("\0")):
            if path not in settled:
                found[path] = (*found.get(path, ()), *trailers)
                settled.update(() if is_merge else (path,))
    return found


def _note(piece: str) -> Note:
    name, moment, author, subject, body = piece.split("\x1f", 4)
    return Note(id=name, on=_day(moment), author=author, subject=subject, trailers=tuple(_trailers(body)))


def _trailers(body: str) -> Iterator[tuple[str, str]]:
    """Give the last lines of a message that say “name: value”, in whatever script: git knows only ASCII names."""
    last = body.strip().rpartition("\n\n")[2].split("\n")
    found = [TRAILER.fullmatch(line.strip()) for line in last]
    if all(found):
        yield from ((each[1], each[2]) for each in found if each)


def _changes(pieces: list[str]) -> Iterator[FileChange]:
    """Give the changes that `--name-status -z` lists: status, path, for a move both paths."""
    rest = iter(filter(None, pieces))
    for status in rest:
        path = next(rest)
        if status[0] in "RC":
            former, path = path, next(rest)
            moved = status[0] == "R"
            yield FileChange(
                status=FileStatus.MOVED if moved else FileStatus.ADDED,
                path=path,
                former=former if moved else "",
            )
        else:
            kinds = {"A": FileStatus.ADDED, "D": FileStatus.REMOVED}
            yield FileChange(status=kinds.get(status[0], FileStatus.CHANGED), path=path)


def _blobs(answer: bytes) -> Iterator[bytes]:
    """Give the contents in the answer of `cat-file --batch`: a line with name, type and size, the bytes, a line end."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _texts(data: bytes) -> list[str]:
    return data.decode("utf-8", "surrogateescape").rstrip("\0").split("\0") if data else []


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone(CHINA).date()


def _run(repository: Repository, *arguments: str, given: bytes = b"") -> bytes:
    done = _start(repository, arguments, given)
    if done.returncode:
        raise GitError(f"git 没有做成。{_said(done)}")
    return done.stdout


def _start(
    repository: Repository, arguments: Iterable[str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(repository.project), "--no-optional-locks", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError as error:
        raise GitError("这台机器上没有 git，或者运行不了。请先安装 git。") from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the last line of what git complained of, in brackets."""
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    said = next((line for line in reversed(lines) if line.strip()), "")
    return f"（git：{said}）" if said else ""
