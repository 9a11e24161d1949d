"""Records through memory: files that were read before are not parsed again, the others in worker processes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec

from sitegen import urls
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic, Fault
from sitegen.disclosure.local_terms import ENDINGS
from sitegen.inspection import Manuscript
from sitegen.model.catalogues import Catalogues
from sitegen.model.local_rules import Signature
from sitegen.model.profile import Profile
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Column, SiteConfig
from sitegen.model.values import REVIEW_STEPS
from sitegen.stages import load
from sitegen.stages.compare import Text, compare
from sitegen.stages.inspect import inspect
from sitegen.stages.load import Source
from sitegen.stages.parse import Draft, parse
from sitegen.stages.validate import Lists, validate
from sitegen.stages.workers import FEWEST, Workers
from sitegen.views.page import Body, Heading

BATCH = 512
"""Files whose parsed form is held before it goes to memory."""
MUCH = 5000
"""Files that are known, from which on gathering them takes longer than starting a process to read a new one."""
TRANSLATION_KIND = "translation"
FALLBACK_KIND = "official_document"
"""For files outside any column: takes most fields, so that the missing column is the only finding."""


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of a file beside its body."""

    record: AnyRecord | None
    faults: tuple[Fault, ...]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One file to parse and validate: its record path, its bytes, the kind its column takes first, its key."""

    path: str
    data: bytes
    default_kind: str
    key: bytes = b""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The records of a site by path, what is wrong with each, and the memory keys of their bodies by record path.

    `unread` are the paths below `content/` of files of which nothing could be made.
    """

    records: tuple[AnyRecord, ...]
    unread: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    keys: Mapping[str, bytes]
    parsed: int

    def findings_beside(self, unread: Set[str]) -> Iterator[Diagnostic]:
        """Give what is wrong, but for records of columns in `unread`: of what kind those are is not known."""
        for each in self.diagnostics:
            folder = each.path.removeprefix("content/").rpartition("/")[0]
            if f"{folder}/_column.yaml" not in unread:
                yield each


def lists_of(catalogues: Catalogues, config: SiteConfig) -> Lists:
    """Return the controlled lists that files are checked against."""
    themes: set[str] = set()
    for theme in catalogues.themes.themes:
        for name in (theme.title, *theme.former_titles):
            themes.add(name)
            for separator in catalogues.themes.separators:
                themes.update(f"{name}{separator}{child.title}" for child in theme.children)
    genres = {name for genre in catalogues.genres.genres for name in (genre.title, *genre.aliases)}
    return Lists(
        themes=frozenset(themes),
        genres=frozenset(genres),
        required_review=config.review_required,
        wanted_review=_wanted_review(catalogues.profile),
        review_from_commits=config.review_from_commits,
        term_ending=ENDINGS[catalogues.profile.term.last_day.value],
        standards=catalogues.standards,
    )


def _wanted_review(profile: Profile) -> tuple[str, ...]:
    """Return the steps of review that records should name: all where the place shows them (R83)."""
    rule = profile.paper.signatures
    return tuple(REVIEW_STEPS) if rule.value is Signature.REQUIRED and rule.holds_for(None) else ()


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
    keys = {task.path: task.key for task in tasks}
    known = memory.records(list(keys.values()))
    unknown = [task for task in tasks if task.key not in known]
    decoder = msgspec.msgpack.Decoder(Stored)
    kept = _Kept([], [])
    with _results(partial(_read_tasks, content, lists), unknown, len(known), workers) as results:
        for task in tasks:
            if task.key in known:
                kept.add(decoder.decode(known[task.key]), task.source.path)
        del known
        for batch in _batches(zip(unknown, results(), strict=True)):
            memory.remember_parsed([result for _, result in batch])
            for task, (key, record, _) in batch:
                keys[task.path] = key
                kept.add(decoder.decode(record), task.source.path)
    if unknown:
        memory.forget_parsed(set(keys.values()))
    return Reading(
        records=tuple(sorted(kept.records, key=lambda record: record.path)),
        unread=frozenset(f"{path}.md" for path in keys.keys() - {record.path for record in kept.records}),
        diagnostics=tuple(kept.diagnostics),
        keys=keys,
        parsed=len(unknown),
    )


Result = tuple[bytes, bytes, bytes]
"""What came of one file: its key, the encoded `Stored`, the encoded body."""


@contextlib.contextmanager
def _results(
    read: Callable[[Sequence[_Task]], list[Result]], unknown: Sequence[_Task], known: int, workers: Workers
) -> Iterator[Callable[[], Iterable[Result]]]:
    """Give what gives the results of reading `unknown` files.

    Where they are few, and much is `known` that has to be gathered, a copy of this process reads them meanwhile.
    """
    if not 0 < len(unknown) < FEWEST or known < MUCH:
        yield lambda: workers.each(read, unknown, len(unknown))
        return
    with workers.ahead(partial(read, unknown)) as results:
        yield results


def _batches(results: Iterator[tuple[_Task, Result]]) -> Iterator[list[tuple[_Task, Result]]]:
    while batch := list(islice(results, BATCH)):
        yield batch


class _Task(msgspec.Struct, frozen=True, kw_only=True):
    """A record file, its record path, the kind its column takes first, and the key of all it depends on."""

    source: Source
    path: str
    default_kind: str
    key: bytes


def _read_tasks(content: Path, lists: Lists, tasks: Sequence[_Task]) -> list[Result]:
    """Read, parse and validate files, in any process."""
    return read_some(lists, [_job(task, content, lists) for task in tasks])


def _job(task: _Task, content: Path, lists: Lists) -> Job:
    """Return the job of reading a file as it is now, under the key of what is in it now."""
    source = load.read(content, task.source)
    key = task.key
    if source.digest != task.source.digest:
        key = _key(_context(lists), source, task.default_kind)
    return Job(path=task.path, data=source.data or b"", default_kind=task.default_kind, key=key)


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
    context = _context(lists)
    for source in sources:
        path = source.path.removesuffix(".md")
        default = default_kind(path, columns)
        yield _Task(source=source, path=path, default_kind=default, key=_key(context, source, default))


def _context(lists: Lists) -> bytes:
    """Return the digest of everything beside its own bytes that reading a file depends on."""
    review = lists.required_review, lists.wanted_review, lists.review_from_commits
    values = (sorted(lists.themes), sorted(lists.genres), review, lists.term_ending.value)
    return sha256(repr(values).encode() + msgspec.msgpack.encode(lists.standards)).digest()


def _key(context: bytes, source: Source, default_kind: str) -> bytes:
    return sha256(b"\0".join((context, source.path.encode(), default_kind.encode(), source.digest))).digest()


def default_kind(path: str, columns: Mapping[str, Column]) -> str:
    """Return the kind of the record at `path` where it does not say: the first that its column takes."""
    if urls.language_of(path) is not None:
        return TRANSLATION_KIND
    column = columns.get(path.rpartition("/")[0])
    return column.accepts[0] if column is not None else FALLBACK_KIND


def read_some(lists: Lists, jobs: Sequence[Job]) -> list[Result]:
    """Parse and validate files, in any process."""
    return [(job.key, *_read(job, lists)) for job in jobs]


def _read(job: Job, lists: Lists) -> tuple[bytes, bytes]:
    stored, body = read_one(job, lists)
    return msgspec.msgpack.encode(stored), msgspec.msgpack.encode(body) if body is not None else b""


def read_one(job: Job, lists: Lists) -> tuple[Stored, Body | None]:
    """Return what one file says, all that it is told without a look at another, and its text where there is one."""
    parsed = parse(job.data)
    if parsed.draft is None:
        return Stored(record=None, faults=parsed.faults), None
    body = parsed.draft.body
    done = validate(job.path, parsed.draft.header, body, job.default_kind, lists)
    record = done.record
    if record is not None:
        record = msgspec.structs.replace(record, body_digest=sha256(job.data).digest())
    headings = tuple(Heading(level=head.level, text=head.text, anchor=head.anchor) for head in body.headings)
    faults = (*parsed.faults, *done.faults, *_of_text(job.path, parsed.draft, record, lists))
    return Stored(record=record, faults=faults), Body(html=body.html, headings=headings)


def _of_text(path: str, draft: Draft, record: AnyRecord | None, lists: Lists) -> Iterator[Fault]:
    """Yield what the text of a file is told, once its record is known."""
    text = Text(plain=draft.body.plain, source=draft.source, first_line=draft.first_line)
    yield from compare(record, text, lists.term_ending)
    manuscript = Manuscript(
        path=path,
        text=draft.text,
        source=draft.source,
        first_line=draft.first_line,
        body=draft.body,
        record=record,
    )
    yield from inspect(manuscript, lists.standards)


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
