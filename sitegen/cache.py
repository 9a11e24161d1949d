"""What builds remember: one SQLite file below `.cache/sitegen/` that may be deleted or damaged at any time.

Four memories: digests of files (so that unchanged files are not read), what parsing made of a file and what was
found in an attachment (by keys that cover the bytes and all that checking them depends on), and what the last
build wrote into a folder.
Losing any of it costs time and never changes a result. SQLite keeps it whole when a build is killed; every row
carries a checksum, so that what a disk or somebody's hand has changed is forgotten rather than believed.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

SCHEMA = """
create table if not exists facts(name text primary key, value text, checksum int) without rowid;
create table if not exists files(path text primary key, size int, modified int, changed int, digest blob,
  checksum int) without rowid;
create table if not exists parsed(key blob primary key, record blob, body blob, record_sum int, body_sum int);
create table if not exists examined(key blob primary key, faults blob, checksum int) without rowid;
create table if not exists written(folder text, path text, key blob, digest blob, size int, modified int,
  made_of blob, beside int, checksum int, primary key(folder, path)) without rowid;
"""
BATCH = 500
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file brings about: SQLite quotes it in its complaints, and Python cannot always read those."""


class Stat(msgspec.Struct, frozen=True, array_like=True):
    """What the file system says of a file: size in bytes, times in nanoseconds."""

    size: int
    modified: int
    changed: int


class Written(msgspec.Struct, frozen=True, array_like=True):
    """A file that the last build put into its output folder.

    `made_of` is the key of the ingredients that it shares with others, empty where it shares none; `beside` is how
    many files are made of them.
    """

    key: bytes
    digest: bytes
    size: int
    modified: int
    made_of: bytes = b""
    beside: int = 0


class Memory:
    """The open memory of one project; `version` names everything that makes an older one useless."""

    def __init__(self, file: Path | None, version: str) -> None:
        self._file = self._second_try = file
        self._version = version
        self._database, self._process = self._open(), os.getpid()
        self._of_others: sqlite3.Connection | None = None

    def _open(self) -> sqlite3.Connection:
        if self._file is not None:
            for attempt in (1, 2):
                with contextlib.suppress(*DAMAGE, OSError):
                    return self._connect(self._file)
                if attempt == 1:
                    _throw_away(self._file)
        database = sqlite3.connect(":memory:")
        database.executescript(SCHEMA)
        return database

    def _connect(self, file: Path) -> sqlite3.Connection:
        file.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(file, timeout=10)
        try:
            database.execute("pragma synchronous=off")
            database.executescript(SCHEMA)
            if _fact(database, "version") != self._version:
                for table in ("files", "parsed", "examined", "written"):
                    database.execute(f"drop table {table}")
                database.executescript(SCHEMA)
                _put_fact(database, "version", self._version)
                database.commit()
        except DAMAGE:
            database.close()
            raise
        return database

    @contextlib.contextmanager
    def _healing(self) -> Iterator[sqlite3.Connection]:
        """Give the database; when it proves damaged, throw it away and go on with an empty one.

        The first time with a new file; where that fails as well (a full disk), without any. A copy of the process opens
        the file again, for no connection may be used by two; the one of the other process stays open, unused.
        """
        if self._process != os.getpid() and self._file is not None:
            self._of_others = self._database
            self._database, self._process = self._open(), os.getpid()
        try:
            yield self._database
        except DAMAGE:
            with contextlib.suppress(*DAMAGE):
                self._database.close()
            if self._file is not None:
                _throw_away(self._file)
            self._file, self._second_try = self._second_try, None
            self._database = self._open()

    @property
    def file(self) -> Path | None:
        """The file that holds the memory; None where it is held by this process alone."""
        return self._file

    @property
    def version(self) -> str:
        """What names everything that makes an older memory useless."""
        return self._version

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def files(self) -> dict[str, tuple[Stat, bytes]]:
        """Return, for each file seen before, its state then and the digest of its bytes."""
        with self._healing() as database:
            rows = database.execute("select path, size, modified, changed, digest, checksum from files")
            return {
                path: (Stat(size, modified, changed), digest)
                for path, size, modified, changed, digest, checksum in rows
                if checksum == _checksum(path, size, modified, changed, digest)
            }
        return {}

    @property
    def started(self) -> int:
        """When the digests of files were last brought up to date, in nanoseconds since 1970; 0 if never."""
        with self._healing() as database:
            return int(_fact(database, "files") or 0)
        return 0

    def remember_files(self, files: Iterable[tuple[str, Stat, bytes]], gone: Iterable[str], now: int) -> None:
        """Keep digests of changed files and forget files that are gone; `now` is in nanoseconds since 1970."""
        with self._healing() as database, database:
            _put_fact(database, "files", str(now))
            database.executemany("delete from files where path=?", [(path,) for path in gone])
            database.executemany(
                "insert or replace into files values(?,?,?,?,?,?)", [_file_row(*file) for file in files]
            )

    def records(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what parsing made of the files with these keys, as far as it is known."""
        found: dict[bytes, bytes] = {}
        with self._healing() as database:
            if len(keys) > BATCH:
                wanted = set(keys)
                rows = database.execute("select key, record, record_sum from parsed")
                found.update(
                    (key, record)
                    for key, record, checksum in rows
                    if key in wanted and checksum == _sum_of(key, record)
                )
            else:
                found.update(self._select(database, "record", keys))
        return found

    def bodies(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the bodies of parsed files, as far as they are known."""
        found: dict[bytes, bytes] = {}
        with self._healing() as database:
            for start in range(0, len(keys), BATCH):
                found.update(self._select(database, "body", keys[start : start + BATCH]))
        return found

    @staticmethod
    def _select(database: sqlite3.Connection, column: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        marks = ",".join("?" * len(keys))
        rows = database.execute(
            f"select key, {column}, {column}_sum from parsed where key in ({marks})",  # noqa: S608 - column is a literal of this class
            keys,
        )
        return {key: value for key, value, checksum in rows if checksum == _sum_of(key, value)}

    def remember_parsed(self, parsed: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        """Keep what parsing made: (key, record, body)."""
        with self._healing() as database, database:
            database.executemany(
                "insert or replace into parsed values(?,?,?,?,?)",
                ((key, record, body, _sum_of(key, record), _sum_of(key, body)) for key, record, body in parsed),
            )

    def forget_parsed(self, keep: set[bytes]) -> None:
        """Drop what no file of the site needs any more, once that is more than half of the memory."""
        self._forget("parsed", keep)

    def examined(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what was found in the attachments with these keys, as far as it is known."""
        wanted = set(keys)
        with self._healing() as database:
            rows = database.execute("select key, faults, checksum from examined")
            return {key: faults for key, faults, checksum in rows if key in wanted and checksum == _sum_of(key, faults)}
        return {}

    def remember_examined(self, examined: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep what was found in attachments: (key, faults)."""
        with self._healing() as database, database:
            database.executemany(
                "insert or replace into examined values(?,?,?)",
                ((key, faults, _sum_of(key, faults)) for key, faults in examined),
            )

    def forget_examined(self, keep: set[bytes]) -> None:
        """Drop what was found in attachments that are gone, once that is more than half of the memory."""
        self._forget("examined", keep)

    def _forget(self, table: str, keep: set[bytes]) -> None:
        with self._healing() as database:
            rows = database.execute(f"select key from {table}")  # noqa: S608 - table is a literal of this class
            gone = [(key,) for (key,) in rows if key not in keep]
            if len(gone) > max(len(keep), 1000):
                with database:
                    database.executemany(f"delete from {table} where key=?", gone)  # noqa: S608 - as above
                database.execute("vacuum")

    def fact(self, name: str) -> str:
        """Return what `remember_fact` kept under `name`; empty where nothing was."""
        with self._healing() as database:
            return _fact(database, name)
        return ""

    def remember_fact(self, name: str, value: str) -> None:
        """Keep a short text."""
        with self._healing() as database, database:
            _put_fact(database, name, value)

    def written(self, folder: str) -> dict[str, Written]:
        """Return what the last build left in the output folder `folder`."""
        with self._healing() as database:
            rows = database.execute(
                "select path, key, digest, size, modified, made_of, beside, checksum from written where folder=?",
                (folder,),
            ).fetchall()  # first: another process may want to write
            return {
                path: Written(*values) for path, *values, checksum in rows if checksum == _checksum(path, *values)
            }
        return {}

    def remember_written(self, folder: str, new: Iterable[tuple[str, Written]], gone: Iterable[str]) -> None:
        """Keep what this build wrote into `folder` and forget what it removed."""
        with self._healing() as database, database:
            database.executemany(
                "delete from written where folder=? and path=?", [(folder, path) for path in gone]
            )
            database.executemany(
                "insert or replace into written values(?,?,?,?,?,?,?,?,?)",
                [_written_row(folder, path, file) for path, file in new],
            )


def _throw_away(file: Path) -> None:
    for name in (file, file.with_name(f"{file.name}-journal")):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)


def _fact(database: sqlite3.Connection, name: str) -> str:
    row = database.execute("select value, checksum from facts where name=?", (name,)).fetchone()
    return str(row[0]) if row is not None and row[1] == _checksum(name, row[0]) else ""


def _put_fact(database: sqlite3.Connection, name: str, value: str) -> None:
    database.execute("insert or replace into facts values(?,?,?)", (name, value, _checksum(name, value)))


def _file_row(path: str, stat: Stat, digest: bytes) -> tuple[object, ...]:
    values = (path, stat.size, stat.modified, stat.changed, digest)
    return *values, _checksum(*values)


def _written_row(folder: str, path: str, file: Written) -> tuple[object, ...]:
    values = (file.key, file.digest, file.size, file.modified, file.made_of, file.beside)
    return folder, path, *values, _checksum(path, *values)


def _checksum(*values: object) -> int:
    """Return the checksum of a short row; damage may have changed the types of its values as well."""
    return zlib.crc32(msgspec.msgpack.encode(values))


def _sum_of(key: object, value: object) -> int:
    """Return the checksum of a long value under its key; -1 where damage has made something else of it."""
    if isinstance(key, bytes) and isinstance(value, bytes):
        return zlib.crc32(value, zlib.crc32(key))
    return -1
