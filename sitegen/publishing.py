"""Artifacts through memory: what the last build wrote with the same key is neither rendered nor written again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

import msgspec

from sitegen import __version__
from sitegen.cache import Memory, Written
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.languages import BY_CODE
from sitegen.left_behind import Left, left_in
from sitegen.sorting import Pending, Sorted, collisions_of, last_of, sort_out, together
from sitegen.stages import write
from sitegen.stages.encode import ENCODERS
from sitegen.stages.plan import Share
from sitegen.stages.render import TRANSLATED, Job, Keys, Setting, render_all, setting_of
from sitegen.stages.workers import FEWEST, Workers
from sitegen.stages.write import MANIFEST, Change, Manifest, Survey
from sitegen.theme import Theme, ThemeError
from sitegen.theme_words import untranslated
from sitegen.views.artifact import Artifact
from sitegen.views.chrome import Chrome

BATCH = 256
"""Artifacts whose texts are in memory at one time."""
LARGE_TABLES = 10_000_000
"""What tables come to by `_effort` when they are worth a process."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """What publishing did, in files; `documents` are the published records among them."""

    documents: int = 0
    artifacts: int = 0
    rendered: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of publishing: what stood in its way, or counts and the site paths that changed.

    `manifest` is the SHA-256 of `manifest.json` in hexadecimal.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    counts: Counts = Counts()
    changed: tuple[str, ...] = ()
    manifest: str = ""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to publish, and where.

    `chromes` are by language, `corrections` those of pages in traditional script. `texts` gives the encoded bodies of
    records by record path. `minified` pages are made smaller. `common` covers what all files are made of beside the
    theme.
    """

    shares: tuple[Share, ...]
    chromes: Mapping[str, Chrome]
    theme: Theme
    content: Path
    folders: tuple[Path, ...]
    output: Path
    as_of: str
    texts: Callable[[Sequence[str]], Mapping[str, bytes]]
    corrections: tuple[tuple[str, str], ...] = ()
    minified: bool = False
    common: bytes = b""


def publish(order: Order, left: Callable[[], Left], memory: Memory, workers: Workers) -> Published:
    """Bring the output folder to what `order` says; SG801, SG802 and the theme's findings leave it as it was.

    `left` gives what the last build left there.
    """
    if order.theme.word_faults():
        return Published(diagnostics=order.theme.word_faults())
    found_there = left()
    written, survey = found_there.written, found_there.survey
    if survey.foreign:
        return Published(diagnostics=survey.refusal())
    try:
        setting = setting_of(
            order.theme, order.content, order.folders, order.chromes, order.corrections, order.minified, memory
        )
        sort = partial(sort_out, keys=Keys(setting, order.common), last=last_of(written, survey))
        todo = together(workers.beside([partial(sort, share) for share in order.shares]))
    except ThemeError as error:
        return Published(diagnostics=(error.diagnostic,))
    collisions = collisions_of(todo, survey)
    if collisions:
        return Published(diagnostics=in_order(collisions))
    changes, found = _stage_all(todo.pending, setting, order, workers)
    if found:
        write.discard(order.output)
        return Published(diagnostics=in_order(found))
    return _commit_all(order, memory, written, survey, todo, changes)


def _commit_all(
    order: Order,
    memory: Memory,
    written: Mapping[str, Written],
    survey: Survey,
    todo: Sorted,
    changes: Sequence[Change],
) -> Published:
    """Move everything into place and remember it."""
    moved = [change for change in changes if change.waiting is not None]
    digests = {**todo.kept, **{change.path: change.digest for change in changes}}
    gone = sorted(survey.ours - digests.keys() - {MANIFEST})
    manifest = _manifest(order, {path: digests[path].hex() for path in sorted(digests)}, complete=True)
    changed = _commit(order, survey, moved, gone, digests.keys(), manifest)
    if changes or gone or todo.rekeyed:
        pending = {item.artifact.path: item for item in todo.pending}
        fresh = ((change.path, _written(change, pending[change.path])) for change in changes)
        memory.remember_written(str(order.output.resolve()), chain(fresh, _rekeyed(todo, written)), gone)
    counts = Counts(
        artifacts=len(todo.sources),
        rendered=len(todo.pending),
        written=len(moved),
        unchanged=len(todo.sources) - len(moved),
        removed=len(gone),
    )
    return Published(
        diagnostics=tuple(_untranslated(order)),
        counts=counts,
        changed=changed,
        manifest=sha256(manifest).hexdigest(),
    )


def _untranslated(order: Order) -> Iterator[Diagnostic]:
    """Yield SG669 where pages of the second language show words in Chinese."""
    for code in order.chromes.keys() & BY_CODE.keys():
        missing = order.theme.in_language(code).missing_words(TRANSLATED)
        yield from untranslated(missing, BY_CODE[code])


def is_intact(output: Path, memory: Memory, manifest: str) -> bool:
    """Tell whether the output folder is as the last build left it; `manifest` is what `publish` returned of it."""
    left = left_in(output, memory)
    return bool(left.written) and write.is_intact(output, left.written, left.survey.present, manifest)


def _stage_all(
    pending: Sequence[Pending], setting: Setting, order: Order, workers: Workers
) -> tuple[list[Change], list[Diagnostic]]:
    """Make every pending file and put those that differ from what is there where they wait."""
    if not pending:
        return [], []
    make = partial(stage_some, setting, order.output, write.prepare(order.output))
    changes: list[Change] = []
    found: list[Diagnostic] = []
    for outcome in _outcomes(make, _jobs(pending, order), len(pending), workers):
        if isinstance(outcome, Change):
            changes.append(outcome)
        else:
            found.append(outcome)
    return changes, found


def _outcomes(
    make: Callable[[Sequence[Staging]], list[Change | Diagnostic]],
    jobs: Iterable[Staging],
    total: int,
    workers: Workers,
) -> Iterable[Change | Diagnostic]:
    """Make files. Where there are few, tables for machines may take longer than pages, and are shared one by one.

    Pages stay together, for the first one takes as long as all others, and in this process, which may have made some.
    """
    if total >= FEWEST:
        return workers.each(make, jobs, total)
    pages: list[Staging] = []
    tables: list[Staging] = []
    for job in jobs:
        (tables if job.job.template in ENCODERS else pages).append(job)
    if sum(map(_effort, tables)) < LARGE_TABLES:
        return make([*pages, *tables])
    tables.sort(key=_effort, reverse=True)
    return chain(*workers.beside([partial(make, part) for part in (pages, *([table] for table in tables))]))


def _effort(table: Staging) -> int:
    """Return how long a table takes beside others, by its size: a workbook several times as long as text."""
    return len(table.job.view) * (8 if table.job.path.endswith(".xlsx") else 1)


class Staging(msgspec.Struct, frozen=True, kw_only=True):
    """A file to make or to copy, the number under which it waits, and the size of the file in its place now.

    `digest` is the SHA-256 of a file to copy.
    """

    number: int
    size: int
    job: Job
    copy_of: Path | None = None
    digest: bytes = b""


def _jobs(pending: Sequence[Pending], order: Order) -> Iterator[Staging]:
    """Give the jobs, with the texts that they need, a batch of which is in memory at a time."""
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        texts = order.texts([path for item in batch for path in _texts(item.artifact)])
        for number, item in enumerate(batch, start):
            job = _job(item, texts)
            copy_of, digest = item.artifact.copy_of, item.artifact.digest
            yield Staging(number=number, size=item.size, job=job, copy_of=copy_of, digest=digest)


def _job(item: Pending, texts: Mapping[str, bytes]) -> Job:
    artifact = item.artifact
    return Job(
        path=artifact.path,
        template=artifact.template,
        view=item.view,
        body=texts[artifact.record] if artifact.record else b"",
        targets=artifact.targets,
        texts=tuple(texts[path] for path in artifact.texts),
        language=artifact.language,
    )


def _texts(artifact: Artifact) -> Iterator[str]:
    """Give the paths of the records whose texts an artifact is made of."""
    if artifact.record:
        yield artifact.record
    yield from artifact.texts


def stage_some(
    setting: Setting, output: Path, staging: Path, parts: Sequence[Staging]
) -> list[Change | Diagnostic]:
    """Make files and put those that differ from what is in their place where they wait. Runs in any process."""
    return [_stage(setting, output, staging, part) for part in parts]


def _stage(setting: Setting, output: Path, staging: Path, part: Staging) -> Change | Diagnostic:
    path = part.job.path
    if part.copy_of is not None:
        if part.size >= 0 and write.digest_of(output, path) == part.digest:
            return write.unmoved(output, path, part.digest)
        return write.put_copy(staging, part.number, path, part.copy_of)
    (made,) = render_all(setting, [part.job])
    if made.diagnostic is not None:
        return made.diagnostic
    if part.size == len(made.data) and write.holds(output, path, made.data):
        return write.unmoved(output, path, sha256(made.data).digest())
    return write.put(staging, part.number, path, made.data)


def _written(change: Change, made: Pending) -> Written:
    bundle = made.bundle
    return Written(made.key, change.digest, change.size, change.modified, bundle.key, bundle.count)


def _rekeyed(todo: Sorted, written: Mapping[str, Written]) -> Iterator[tuple[str, Written]]:
    for path, bundle in todo.rekeyed:
        file = written[path]
        yield path, Written(file.key, file.digest, file.size, file.modified, bundle.key, bundle.count)


def _commit(
    order: Order,
    survey: Survey,
    changes: Sequence[Change],
    gone: Sequence[str],
    paths: Set[str],
    after: bytes,
) -> tuple[str, ...]:
    """Move everything into place, with the manifest `after`, and return the site paths that changed."""
    if not changes and not gone and write.same_bytes(order.output, MANIFEST, after, survey.present):
        write.discard(order.output)
        return ()
    claimed = dict.fromkeys(sorted(survey.ours | paths), "")
    before = _manifest(order, claimed, complete=False)
    write.commit(order.output, changes, gone, before, after)
    return (*(change.path for change in changes), *gone)


def _manifest(order: Order, files: dict[str, str], *, complete: bool) -> bytes:
    manifest = Manifest(generator=f"sitegen {__version__}", as_of=order.as_of, complete=complete, files=files)
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
