"""ZIP archives among attachments: read within the allowance of the whole attachment, names distrusted."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from sitegen.extraction.kinds import DAMAGED, ENCRYPTED, TOO_MUCH, UNSAFE_NAME
from sitegen.extraction.records import Allowance, Trouble, UnreadableError
from sitegen.formats.zip_files import ArchiveError, Reason, open_archive, read_member

_ENCRYPTED, _UTF8 = 0x1, 0x800
_UNSAFE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_RATIO_COUNTS_FROM = 1_000_000


class Archive:
    """An opened archive. `names` are its files."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        """Raises `UnreadableError` for what is no sound archive."""
        self._allowance = allowance
        try:
            self._zip = open_archive(data)
        except ArchiveError as error:
            raise _unreadable(error) from error
        self._infos = {_name(info): info for info in self._zip.infolist() if not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all files in the archive."""
        return tuple(self._infos)

    @property
    def comment(self) -> str:
        """What the archive says of itself."""
        try:
            return self._zip.comment.decode("utf-8")
        except UnicodeDecodeError:
            return self._zip.comment.decode("gb18030", "replace")

    def troubles(self) -> Iterator[Trouble]:
        """Yield SG725 for names that lead out of the folder into which the archive is unpacked."""
        for name in self._infos:
            if _UNSAFE.search(name):
                yield Trouble(kind=UNSAFE_NAME, detail=name)

    def read(self, name: str) -> bytes:
        """Return a file. Raises `UnreadableError` for what is damaged, has a password, or is too much."""
        info = self._infos[name]
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError(ENCRYPTED)
        limits = self._allowance.limits
        if info.file_size > _RATIO_COUNTS_FROM and info.file_size > limits.ratio * max(1, info.compress_size):
            raise UnreadableError(TOO_MUCH, f"解压以后是原来的 {limits.ratio} 倍以上")
        self._allowance.file()
        try:
            data = read_member(self._zip, info, self._allowance.left)
        except ArchiveError as error:
            if error.reason is Reason.TOO_LARGE:
                self._allowance.take(self._allowance.left + 1)
            raise _unreadable(error) from error
        self._allowance.take(len(data))
        return data

    def matching(self, pattern: str) -> Iterator[str]:
        """Yield the names that a pattern matches as a whole, in order of the numbers in them."""
        yield from sorted((name for name in self._infos if re.fullmatch(pattern, name)), key=_numbered)


def _unreadable(error: ArchiveError) -> UnreadableError:
    locked = error.reason is Reason.LOCKED
    return UnreadableError(ENCRYPTED) if locked else UnreadableError(DAMAGED, "压缩的内容不完整")


def _numbered(name: str) -> tuple[int, str]:
    digits = re.findall(r"\d+", name)
    return int(digits[-1]) if digits else 0, name


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a file; older Chinese programs write GBK without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename
