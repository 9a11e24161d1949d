"""ZIP archives of strangers, opened so that they cannot do harm: nothing is unpacked beyond a limit, nothing written.

An archive may say that it is small and unpack to terabytes, and its table of contents may lie; sizes are counted while
they come.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto

_STEP = 1 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Reason(Enum):
    """Why an archive, or a file in it, is not read."""

    DAMAGED = auto()
    LOCKED = auto()
    TOO_LARGE = auto()


class ArchiveError(Exception):
    """An archive that is not read, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.name)
        self.reason = reason


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return an archive. Raises `ArchiveError` for what is none."""
    with _told():
        return zipfile.ZipFile(io.BytesIO(data))


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """Return a file of an archive. Raises `ArchiveError`, TOO_LARGE as soon as it has more than `most` bytes."""
    pieces: list[bytes] = []
    with _told(), archive.open(member) as stream:
        while piece := stream.read(_STEP):
            pieces.append(piece)
            most -= len(piece)
            if most < 0:
                raise ArchiveError(Reason.TOO_LARGE)
    return b"".join(pieces)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except _DAMAGED as error:
        raise ArchiveError(Reason.DAMAGED) from error
    except RuntimeError as error:  # how zipfile says that a password is needed
        raise ArchiveError(Reason.LOCKED) from error
