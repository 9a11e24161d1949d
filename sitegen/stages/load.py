"""load: folders → Sources. The only place that reads `content/`."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from sitegen.cache import Stat
from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.urls import PAGE_NAME

TRUST_AFTER = 2_000_000_000
"""Nanoseconds: a file changed later than this before the last build is read again, for clocks are coarse."""
LARGEST_TEXT = 8_000_000
"""Bytes: no text of an editor is longer; a longer file is something else with a wrong name."""
IGNORED_ENDINGS = ("~", ".swp", ".swx", ".tmp", ".part", ".crdownload")
IGNORED_NAMES = frozenset({"desktop.ini"})
REASONS = {
    errno.EACCES: "没有读取的权限",
    errno.EPERM: "没有读取的权限",
    errno.EIO: "磁盘出错",
    errno.ENAMETOOLONG: "路径太长",
    errno.ENOENT: "刚刚被删除或者改名",
    errno.ENOTDIR: "刚刚被删除或者改名",
}
"""Why a file cannot be read, by the number of the system's error."""

BAD_NAME = Kind(
    id="SG201",
    name="文件名不能作网址",
    message="“{name}”不能作网址：只能用小写英文字母、数字、连字符（-）和下划线（_），并以字母或数字开头，最多120个。",
    why="文件的路径就是它的网址，网址要稳定、易读（办公用的中文名写在“标题”里）。",
    help="把它改名，例如改成拼音“{proposal}”。",
)
SYMBOLIC_LINK = Kind(
    id="SG202",
    name="符号链接",
    message="“{name}”是符号链接，不会读取。",
    why="链接可能指向栏目以外的文件，公开出去会泄露内容。",
    help="把真正的文件复制到这里。",
)
UNREADABLE = Kind(
    id="SG203",
    name="文件读不出来",
    message="“{name}”读不出来：{reason}。",
    why="读不出来的文件不能检查，也就不能公开。",
    help="检查文件的权限，或者重新保存一次。",
)
STRAY_FILE = Kind(
    id="SG204",
    name="放错地方的文件",
    message="“{name}”不属于任何一篇信息，不会公开。",
    why="附件要放在与信息同名的文件夹里，例如 linshi-jiuzhu.md 的附件放在 linshi-jiuzhu/。",
    help="把它移到所属信息的同名文件夹里；没有用就删掉。",
    severity=Severity.WARNING,
)
TOO_LARGE = Kind(
    id="SG205",
    name="文件过大",
    message="“{name}”有 {size} 字节，超过了一篇文字的上限 {limit} 字节。",
    why="这样大的文件不会是正文，多半是改错了扩展名。",
    help="把它作为附件放进同名文件夹，正文另写。",
)
RECORD_AND_COLUMN = Kind(
    id="SG206",
    name="信息和栏目同名",
    message="“{name}.md”和栏目文件夹“{name}”同名。",
    why="与信息同名的文件夹是放它的附件的，里面的信息就不会公开了。",
    help="把“{name}.md”或者文件夹“{name}”改名。",
)
KINDS = (BAD_NAME, SYMBOLIC_LINK, UNREADABLE, STRAY_FILE, TOO_LARGE, RECORD_AND_COLUMN)


class SourceKind(StrEnum):
    """What a file of `content/` is."""

    RECORD = "record"
    COLUMN = "column"
    BODY = "body"
    SITE = "site"
    FILE = "file"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file of `content/`: its path below it, and the digest of its bytes.

    `data` is None for records and attachments, of which there are too many to hold: `read` gives them.
    """

    path: str
    kind: SourceKind
    digest: bytes
    stat: Stat
    data: bytes | None = None


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """All files of `content/`, in the order of their paths."""

    files: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(content: Path, known: Mapping[str, tuple[Stat, bytes]], started: int) -> Sources:
    """Read the folder `content`; `known` are digests from earlier builds, the last of which began at `started`.

    Returns SG201–SG206 for what may not lie where it lies. `started` is in nanoseconds since 1970.
    """
    sources: list[Source] = []
    diagnostics: list[Diagnostic] = []
    for found in _walk(content, ""):
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
            continue
        outcome = _source(content, *found, known, started)
        if isinstance(outcome, Source):
            sources.append(outcome)
        else:
            diagnostics.append(outcome)
    return Sources(files=tuple(sources), diagnostics=tuple(diagnostics))


def read(content: Path, source: Source) -> Source:
    """Return `source` with its bytes, and with their digest as it is now."""
    if source.data is not None:
        return source
    data = (content / source.path).read_bytes()
    return msgspec.structs.replace(source, data=data, digest=hashlib.sha256(data).digest())


def _walk(folder: Path, below: str) -> Iterator[tuple[str, SourceKind, Stat] | Diagnostic]:
    """Give every file below `folder` in the order of paths; `below` is its path with a slash, or empty."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield UNREADABLE.found(name=below or "content", reason=_reason(error)).at(f"content/{below}")
        return
    records = {entry.name[:-3] for entry in entries if entry.name.endswith(".md")}
    for entry in entries:
        name, path = entry.name, below + entry.name
        if name.startswith(".") or name.endswith(IGNORED_ENDINGS) or name in IGNORED_NAMES:
            continue
        if not _is_text(name):
            yield from _named(_as_text(name), below + _as_text(name))
        elif entry.is_symlink():
            yield SYMBOLIC_LINK.found(name=name).at(f"content/{path}")
        elif not entry.is_dir():
            yield from _file(entry, name, path)
        elif name not in records:
            yield from _named(name, path)
            yield from _walk(folder / name, f"{path}/")
        elif (folder / name / "_column.yaml").is_file():
            yield RECORD_AND_COLUMN.found(name=name).at(f"content/{path}.md")
            yield from _walk(folder / name, f"{path}/")
        else:
            yield from _bundle(folder / name, f"{path}/")


def _bundle(folder: Path, below: str) -> Iterator[tuple[str, SourceKind, Stat] | Diagnostic]:
    """Give every file of a record's own folder: its attachments."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield UNREADABLE.found(name=below, reason=_reason(error)).at(f"content/{below}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = below + entry.name
        if not _is_text(entry.name):
            yield from _named(_as_text(entry.name), below + _as_text(entry.name))
        elif entry.is_symlink():
            yield SYMBOLIC_LINK.found(name=entry.name).at(f"content/{path}")
        elif entry.is_dir():
            yield from _bundle(folder / entry.name, f"{path}/")
        else:
            yield path, SourceKind.FILE, _stat(entry)


def _file(
    entry: os.DirEntry[str], name: str, path: str
) -> Iterator[tuple[str, SourceKind, Stat] | Diagnostic]:
    state = _stat(entry)
    if name.endswith((".md", ".yaml")) and state.size > LARGEST_TEXT:
        yield TOO_LARGE.found(name=name, size=state.size, limit=LARGEST_TEXT).at(f"content/{path}")
    elif path == "site.yaml":
        yield path, SourceKind.SITE, state
    elif name == "_column.yaml":
        yield path, SourceKind.COLUMN, state
    elif name.endswith(".md"):
        yield from _named(name[:-3], path)
        yield path, SourceKind.RECORD, state
    elif name.endswith(".yaml") and path.startswith("jigou/"):
        yield from _named(name[:-5], path)
        yield path, SourceKind.BODY, state
    else:
        yield STRAY_FILE.found(name=name).at(f"content/{path}")


def _is_text(name: str) -> bool:
    """Tell whether a file's name is text: some systems hand over any bytes."""
    return name.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in name)


def _as_text(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _named(name: str, path: str) -> Iterator[Diagnostic]:
    if not PAGE_NAME.match(name):
        yield BAD_NAME.found(name=name, proposal=_proposal(name)).at(f"content/{path}")


def _proposal(name: str) -> str:
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    return "-".join(filter(None, kept.split("-"))) or "xinxi-mingcheng"


def _stat(entry: os.DirEntry[str]) -> Stat:
    try:
        facts = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # gone since the folder was listed: reading it will say so
        return Stat(0, 0, 0)
    return Stat(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)


def _source(
    content: Path,
    path: str,
    kind: SourceKind,
    state: Stat,
    known: Mapping[str, tuple[Stat, bytes]],
    started: int,
) -> Source | Diagnostic:
    before = known.get(path)
    if (
        before is not None
        and before[0] == state
        and max(state.modified, state.changed) + TRUST_AFTER < started
        and kind in (SourceKind.RECORD, SourceKind.FILE)
    ):
        return Source(path=path, kind=kind, digest=before[1], stat=state)
    try:
        if kind is SourceKind.FILE:
            return Source(path=path, kind=kind, digest=_digest_of(content / path), stat=state)
        data = _regular(content / path).read_bytes()
    except OSError as error:
        return UNREADABLE.found(name=path, reason=_reason(error)).at(f"content/{path}")
    digest = hashlib.sha256(data).digest()
    return Source(
        path=path, kind=kind, digest=digest, stat=state, data=None if kind is SourceKind.RECORD else data
    )


def _reason(error: OSError) -> str:
    return REASONS.get(error.errno or 0) or error.strerror or "未知原因"


def _digest_of(file: Path) -> bytes:
    """Return the digest of an attachment without holding it in memory."""
    with _regular(file).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _regular(file: Path) -> Path:
    """Return `file`, or raise OSError where reading it would wait for ever."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(0, "不是普通文件")
    return file
