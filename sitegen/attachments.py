"""Everything beside the Markdown files, held against what may not be published: attachments, names, YAML files.

What was found in an attachment is remembered by its bytes, so that each is read once; unread ones are read in worker
processes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec

from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic, Fault
from sitegen.extraction.kinds import DAMAGED, TOO_MUCH
from sitegen.extraction.records import Trouble
from sitegen.formats import encoding
from sitegen.inspection.attachments import in_attachment, in_name
from sitegen.inspection.privacy import in_text, milder
from sitegen.model.privacy import Privacy
from sitegen.model.records import AnyRecord
from sitegen.model.values import Disclosure
from sitegen.stages.link.targets import owner_of
from sitegen.stages.load import Source, SourceKind
from sitegen.stages.workers import Workers

BATCH = 128
"""Attachments whose findings are held before they go to memory."""
SILENT = frozenset(
    (
        *("png", "jpg", "jpeg", "gif", "bmp", "webp", "ico", "tif", "tiff", "woff", "woff2", "ttf", "otf"),
        *("mp3", "wav", "m4a", "mp4", "avi", "mov", "wmv", "flv", "webm"),
    )
)
"""Endings of files that hold no text."""
LARGEST = 300_000_000
"""Bytes: a longer file is not read."""
_ANY_NUMBER = re.compile(r"(?:[0-9][^0-9]*){7}")
"""No number of a person has fewer digits."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One attachment to read: its path below `content/`, and the key of all that its findings depend on."""

    path: str
    key: bytes


def examine(
    content: Path,
    files: Iterable[Source],
    records: Iterable[AnyRecord],
    privacy: Privacy,
    memory: Memory,
    workers: Workers,
) -> Iterator[Diagnostic]:
    """Yield what may not be published in the files of `content/` that are no records (SG701–SG731).

    In the files of records that are not for everybody it is told with less weight.
    """
    by_path = {record.path: record for record in records}
    for path, faults in _faults(content, [*files], privacy, memory, workers):
        if not faults:
            continue
        record = by_path.get(owner_of(path, by_path))
        closed = record is not None and record.disclosure not in (None, Disclosure.ACTIVE)
        for fault in faults:
            yield (milder(fault) if closed else fault).at(f"content/{path}")


def _faults(
    content: Path, files: Sequence[Source], privacy: Privacy, memory: Memory, workers: Workers
) -> Iterator[tuple[str, tuple[Fault, ...]]]:
    for source in files:
        if source.kind is not SourceKind.RECORD and source.data is not None:
            text, _ = encoding.decode(source.data)
            yield source.path, tuple(in_text(text, 0, privacy))
        name = source.path.rpartition("/")[2]
        if source.kind is SourceKind.FILE or _ANY_NUMBER.search(name):
            yield source.path, tuple(in_name(name, privacy))
    attached = [source for source in files if source.kind is SourceKind.FILE]
    yield from _attachments(content, attached, privacy, memory, workers)


def _attachments(
    content: Path, files: Sequence[Source], privacy: Privacy, memory: Memory, workers: Workers
) -> Iterator[tuple[str, tuple[Fault, ...]]]:
    context = sha256(msgspec.msgpack.encode(privacy)).digest()
    jobs = [
        Job(path=source.path, key=_key(context, source.path, source.digest))
        for source in files
        if _ending(source.path) not in SILENT
    ]
    known = memory.examined([job.key for job in jobs]) if jobs else {}
    decoder = msgspec.msgpack.Decoder(tuple[Fault, ...])
    for job in jobs:
        if job.key in known:
            yield job.path, decoder.decode(known[job.key])
    unknown = [job for job in jobs if job.key not in known]
    results = workers.each(partial(examine_some, content, context, privacy), unknown, len(unknown))
    pairs = zip(unknown, results, strict=True)
    while batch := list(islice(pairs, BATCH)):
        memory.remember_examined([result for _, result in batch])
        yield from ((job.path, decoder.decode(faults)) for job, (_, faults) in batch)
    if unknown:
        memory.forget_examined({job.key for job in jobs})


def examine_some(
    content: Path, context: bytes, privacy: Privacy, jobs: Sequence[Job]
) -> list[tuple[bytes, bytes]]:
    """Read attachments, in any process; return the key of what each is now, and its encoded findings."""
    return [_examine(content, context, privacy, job) for job in jobs]


def _examine(content: Path, context: bytes, privacy: Privacy, job: Job) -> tuple[bytes, bytes]:
    file = content / job.path
    try:
        if file.stat().st_size > LARGEST:
            trouble = Trouble(kind=TOO_MUCH, detail=f"超过 {LARGEST // 1_000_000} 兆字节")
            return job.key, msgspec.msgpack.encode((trouble.fault(),))
        data = file.read_bytes()
    except OSError:  # gone or locked since it was listed: found again under this key when it is back
        trouble = Trouble(kind=DAMAGED, detail="刚刚被删除，或者没有读取的权限")
        return sha256(job.key).digest(), msgspec.msgpack.encode((trouble.fault(),))
    key = _key(context, job.path, sha256(data).digest())
    return key, msgspec.msgpack.encode(in_attachment(file.name, data, privacy))


def _key(context: bytes, path: str, digest: bytes) -> bytes:
    return sha256(b"\0".join((context, _ending(path).encode(), digest))).digest()


def _ending(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2].lower()
