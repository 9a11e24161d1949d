"""Records through memory: files that were read before are not parsed again, the others in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    """The records of a site, what is wrong with each, and the memory keys of their bodies by record path."""

    records: tuple[AnyRecord, ...]
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
    context = sha256(
        repr((sorted(lists.themes), sorted(lists.genres), lists.required_review)).encode()
    ).digest()
    keys: dict[str, bytes] = {}
    files: list[Source] = []
    defaults: list[str] = []
    for source in sources:
        default = _default_kind(source.path.rpartition("/")[0], columns)
        keys[source.path.removesuffix(".md")] = sha256(
            b"\0".join((context, source.path.encode(), default.encode(), source.digest))
        ).digest()
        files.append(source)
        defaults.append(default)
    known = memory.records(list(keys.values()))
    decoder = msgspec.msgpack.Decoder(Stored)
    records: list[AnyRecord] = []
    diagnostics: list[Diagnostic] = []
    jobs: list[Job] = []
    for source, default, (path, key) in zip(files, defaults, keys.items(), strict=True):
        if key in known:
            _keep(decoder.decode(known[key]), f"content/{source.path}", records, diagnostics)
        else:
            data = load.read(content, source).data or b""
            jobs.append(Job(path=path, data=data, default_kind=default))
    del known
    fresh: list[tuple[bytes, bytes, bytes]] = []
    for job, (record, body) in zip(jobs, workers.each(partial(read_some, lists), jobs), strict=True):
        fresh.append((keys[job.path], record, body))
        _keep(decoder.decode(record), f"content/{job.path}.md", records, diagnostics)
    if fresh:
        memory.remember_parsed(fresh)
        memory.forget_parsed(set(keys.values()))
    return Reading(records=tuple(records), diagnostics=tuple(diagnostics), keys=keys, parsed=len(jobs))


def _keep(stored: Stored, source: str, records: list[AnyRecord], diagnostics: list[Diagnostic]) -> None:
    if stored.record is not None:
        records.append(stored.record)
    if stored.faults:
        diagnostics.extend(fault.at(source) for fault in stored.faults)


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
