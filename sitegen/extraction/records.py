"""What comes out of an attachment, and how much of it is taken out."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from sitegen.diagnostics import Fault, Kind
from sitegen.model.privacy import Unpacking

WHOLE = "文件"
"""What a message calls the file where it can name no place in it."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A text of an attachment.

    `where` says in Chinese what it is a text of (工作表“名单”), empty for the file itself; `marks` are offsets with the
    name of what begins there (第3页), in order; `tops` the offsets at which something begins that can bear a mark in
    its first lines.
    """

    text: str
    where: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    tops: tuple[int, ...] = ()

    def place(self, at: int) -> str:
        """Return in Chinese where the character at an offset stands."""
        number = bisect_right(self.marks, at, key=lambda mark: mark[0])
        label = self.marks[number - 1][1] if number else ""
        return f"{self.where}{label}" or WHOLE


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something about a file itself: it is damaged, has a password, keeps changes. `detail` fills the message."""

    kind: Kind
    detail: str = ""
    where: str = ""

    def fault(self) -> Fault:
        """Return the finding."""
        return self.kind.found(where=self.where or WHOLE, detail=self.detail)


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """All texts of a file and all that is to be said about the file.

    `people` are names in its properties, `names` the paths of files that are packed in it.
    """

    pieces: tuple[Piece, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __add__(self, other: Extract) -> Extract:
        """Return both together."""
        return Extract(
            pieces=self.pieces + other.pieces,
            troubles=self.troubles + other.troubles,
            people=self.people + other.people,
            names=self.names + other.names,
        )

    def within(self, holder: str) -> Extract:
        """Return the same as found inside something else."""
        replace = msgspec.structs.replace
        return Extract(
            pieces=tuple(replace(piece, where=f"{holder}{piece.where}") for piece in self.pieces),
            troubles=tuple(replace(trouble, where=f"{holder}{trouble.where}") for trouble in self.troubles),
            people=self.people,
            names=self.names,
        )


class UnreadableError(Exception):
    """A file, or a part of it, cannot be read; `trouble` says why."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(kind.name)
        self.trouble = Trouble(kind=kind, detail=detail)


class Allowance:
    """How much may still be unpacked of one attachment, with all that is packed in it."""

    def __init__(self, limits: Unpacking, exceeded: Kind) -> None:
        self.limits = limits
        self._bytes = limits.megabytes * 1_000_000
        self._files = limits.files
        self._exceeded = exceeded

    @property
    def left(self) -> int:
        """Bytes that may still be unpacked."""
        return self._bytes

    def file(self) -> None:
        """Take one more file. Raises `UnreadableError` where there are too many."""
        self._files -= 1
        if self._files < 0:
            raise UnreadableError(self._exceeded, f"里面的文件超过 {self.limits.files} 个")

    def take(self, size: int) -> None:
        """Take bytes. Raises `UnreadableError` where there are too many."""
        self._bytes -= size
        if self._bytes < 0:
            raise UnreadableError(self._exceeded, f"解压以后超过 {self.limits.megabytes} 兆字节")
