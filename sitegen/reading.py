"""Records through memory: files that were read before are not parsed again, the others in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic, Fault
from sitegen.model.catalogues import Catalogues
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Column, SiteConfig
from sitegen.stages import load
from sitegen.stages.load import Source
from sitegen.stages.parse import parse
from sitegen.stages.validate import Lists, validate
from sitegen.stages.workers import Workers
from sitegen.views.page import Body, Heading

FALLBACK_KIND = "official_document"
"""For files outside any column: takes most fields, so that the missing column is the only finding."""


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of a file beside its body."""

    record: AnyRecord | None
    faults: tuple[Fault, ...]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One file to parse and validate: its record path, its bytes, the kind its column takes first."""

    path: str
    data: bytes
    default_kind: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The records of a site by path, what is wrong with each, and the memory keys of their bodies by record path.

    `unread` are the paths below `content/` of files of which nothing could be made.
    """

    records: tuple[AnyRecord, ...]
    unread: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    keys: Mapping[str, bytes]
    parsed: int


def lists_of(catalogues: Catalogues, config: SiteConfig) -> Lists:
    """Return the controlled lists that files are checked against."""
    themes: set[str] = set()
    for theme in catalogues.themes.themes:
        for name in (theme.title, *theme.former_titles):
            themes.add(name)
            for separator in catalogues.themes.separators:
                themes.update(f"{name}{separator}{child.title}" for child in theme.children)
    genres = {name for genre in catalogues.genres.genres for name in (genre.title, *genre.aliases)}
    return Lists(themes=frozenset(themes), genres=frozenset(genres), required_review=config.review_required)


def read_records(
    content: Path,
    sources: Iterable[Source],
    columns: Mapping[str, Column],
    lists: Lists,
    memory: Memory,
    workers: Workers,
) -> Reading:
    """Return the records of all record files among `sources`."""
    tasks = list(_tasks(sources, columns, lists))
    known = memory.records([task.key for task in tasks])
    decoder = msgspec.msgpack.Decoder(Stored)
    kept = _Kept([], [])
    unknown = []
    for task in tasks:
        if task.key in known:
            kept.add(decoder.decode(known[task.key]), task.source.path)
        else:
            unknown.append(task)
    del known
    jobs = [
        Job(path=task.path, data=load.read(content, task.source).data or b"", default_kind=task.default_kind)
        for task in unknown
    ]
    fresh: list[tuple[bytes, bytes, bytes]] = []
    for task, (record, body) in zip(
        unknown, workers.each(partial(read_some, lists), jobs, len(unknown)), strict=True
    ):
        fresh.append((task.key, record, body))
        kept.add(decoder.decode(record), task.source.path)
    keys = {task.path: task.key for task in tasks}
    if fresh:
        memory.remember_parsed(fresh)
        memory.forget_parsed(set(keys.values()))
    return Reading(
        records=tuple(sorted(kept.records, key=lambda record: record.path)),
        unread=frozenset(f"{path}.md" for path in keys.keys() - {record.path for record in kept.records}),
        diagnostics=tuple(kept.diagnostics),
        keys=keys,
        parsed=len(unknown),
    )


class _Task(msgspec.Struct, frozen=True, kw_only=True):
    """A record file, its record path, the kind its column takes first, and the key of all it depends on."""

    source: Source
    path: str
    default_kind: str
    key: bytes


def _job(task: _Task, content: Path) -> Job:
    data = load.read(content, task.source).data or b""
    return Job(path=task.path, data=data, default_kind=task.default_kind)


class _Kept(msgspec.Struct, frozen=True):
    """Records and findings as they come in."""

    records: list[AnyRecord]
    diagnostics: list[Diagnostic]

    def add(self, stored: Stored, path: str) -> None:
        if stored.record is not None:
            self.records.append(stored.record)
        if stored.faults:
            self.diagnostics.extend(fault.at(f"content/{path}") for fault in stored.faults)


def _tasks(sources: Iterable[Source], columns: Mapping[str, Column], lists: Lists) -> Iterator[_Task]:
    context = sha256(
        repr((sorted(lists.themes), sorted(lists.genres), lists.required_review)).encode()
    ).digest()
    for source in sources:
        default = _default_kind(source.path.rpartition("/")[0], columns)
        parts = (context, source.path.encode(), default.encode(), source.digest)
        yield _Task(
            source=source,
            path=source.path.removesuffix(".md"),
            default_kind=default,
            key=sha256(b"\0".join(parts)).digest(),
        )


def _default_kind(folder: str, columns: Mapping[str, Column]) -> str:
    column = columns.get(folder)
    return column.accepts[0] if column is not None else FALLBACK_KIND


def read_some(lists: Lists, jobs: Sequence[Job]) -> list[tuple[bytes, bytes]]:
    """Parse and validate files; give for each the encoded `Stored` and the encoded body. Runs in any process."""
    return [_read(job, lists) for job in jobs]


def _read(job: Job, lists: Lists) -> tuple[bytes, bytes]:
    parsed = parse(job.data)
    if parsed.draft is None:
        return msgspec.msgpack.encode(Stored(record=None, faults=parsed.faults)), b""
    body = parsed.draft.body
    done = validate(job.path, parsed.draft.header, body, job.default_kind, lists)
    record = done.record
    if record is not None:
        record = msgspec.structs.replace(record, body_digest=sha256(job.data).digest())
    headings = tuple(Heading(level=head.level, text=head.text, anchor=head.anchor) for head in body.headings)
    stored = Stored(record=record, faults=parsed.faults + done.faults)
    return msgspec.msgpack.encode(stored), msgspec.msgpack.encode(Body(html=body.html, headings=headings))


def bodies(
    content: Path, paths: Sequence[str], keys: Mapping[str, bytes], lists: Lists, memory: Memory
) -> dict[str, bytes]:
    """Return the encoded bodies of records; one that the memory has lost is parsed again."""
    found = memory.bodies([keys[path] for path in paths])
    result: dict[str, bytes] = {}
    for path in paths:
        body = found.get(keys[path])
        if not body:
            data = (content / f"{path}.md").read_bytes()
            _, body = _read(Job(path=path, data=data, default_kind=FALLBACK_KIND), lists)
        result[path] = body
    return result
