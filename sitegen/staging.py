"""Pending files are made, and wait in a folder of their own until all of a build can be moved into place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen.cache import Written
from sitegen.diagnostics import Diagnostic
from sitegen.sorting import Last, Pending, Sorted, sort_out
from sitegen.stages import waiting, write
from sitegen.stages.plan import Share
from sitegen.stages.render import Job, Keys, Setting, render_all
from sitegen.stages.waiting import Change
from sitegen.stages.workers import FEWEST, Workers
from sitegen.views.artifact import Artifact

BATCH = 256
"""Artifacts whose texts are in memory at one time."""

Texts = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Gives the encoded bodies of records by record path, in any process that is a copy of the first."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where files are made: with what setting, and for which output folder."""

    setting: Setting
    output: Path


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was made: its site path, whether it waits or is in place already, and what to remember of it."""

    path: str
    waits: bool
    written: Written


class Staged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of pending files: those that wait now or were there already, and what stood in the way of others."""

    made: list[Made] = []
    diagnostics: list[Diagnostic] = []


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A file to make or to copy, and the size of the file in its place now.

    `digest` is the SHA-256 of a file to copy.
    """

    size: int
    job: Job
    copy_of: Path | None = None
    digest: bytes = b""


def sort_and_stage(share: Share, keys: Keys, last: Last, texts: Texts, place: Place) -> tuple[Sorted, Staged]:
    """Sort out a share of a build, and make what has to be made. Runs in any copy of this process.

    Where that is little, pages of records are left to the process that makes the lists which name them: each process
    has to compile a template before it makes the first page of it.
    """
    todo = sort_out(share, keys, last)
    mine, left = todo.pending, []
    if len(mine) < FEWEST:
        left = [item for item in todo.pending if any(_texts(item.artifact))]
        mine = [item for item in todo.pending if not any(_texts(item.artifact))]
    staged = _staged(mine, (_stage(place, task) for task in _tasks(mine, texts)))
    return msgspec.structs.replace(todo, pending=left), staged


def stage_all(pending: Sequence[Pending], texts: Texts, place: Place, workers: Workers) -> Staged:
    """Make every pending file and put those that differ from what is there where they wait."""
    make = partial(stage_some, place)
    return _staged(pending, workers.each(make, _tasks(pending, texts), len(pending)))


def staged_together(parts: Iterable[Staged]) -> Staged:
    """Return the parts of one build as one."""
    whole = Staged()
    for part in parts:
        whole.made.extend(part.made)
        whole.diagnostics.extend(part.diagnostics)
    return whole


def _staged(pending: Iterable[Pending], outcomes: Iterable[Change | Diagnostic]) -> Staged:
    staged = Staged()
    for item, outcome in zip(pending, outcomes, strict=True):
        if isinstance(outcome, Change):
            staged.made.append(_made(item, outcome))
        else:
            staged.diagnostics.append(outcome)
    return staged


def _made(item: Pending, change: Change) -> Made:
    bundle = item.bundle
    written = Written(item.key, change.digest, change.size, change.modified, bundle.key, bundle.count)
    return Made(path=change.path, waits=change.waits, written=written)


def stage_some(place: Place, tasks: Sequence[Task]) -> list[Change | Diagnostic]:
    """Make files and put those that differ from what is in their place where they wait. Runs in any process."""
    return [_stage(place, task) for task in tasks]


def _stage(place: Place, task: Task) -> Change | Diagnostic:
    output, path = place.output, task.job.path
    if task.copy_of is not None:
        if task.size >= 0 and write.digest_of(output, path) == task.digest:
            return waiting.unmoved(output, path, task.digest)
        return waiting.put_copy(output, path, task.copy_of)
    (made,) = render_all(place.setting, [task.job])
    if made.diagnostic is not None:
        return made.diagnostic
    if task.size == len(made.data) and write.holds(output, path, made.data):
        return waiting.unmoved(output, path, sha256(made.data).digest())
    return waiting.put(output, path, made.data)


def _tasks(pending: Sequence[Pending], texts: Texts) -> Iterator[Task]:
    """Give the tasks with the texts that they need, a batch of which is in memory at a time."""
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        wanted = [path for item in batch for path in _texts(item.artifact)]
        found = texts(wanted) if wanted else {}
        yield from (_task(item, found) for item in batch)


def _task(item: Pending, texts: Mapping[str, bytes]) -> Task:
    artifact = item.artifact
    job = Job(
        path=artifact.path,
        template=artifact.template,
        view=item.view,
        body=texts[artifact.record] if artifact.record else b"",
        targets=artifact.targets,
        texts=tuple(texts[path] for path in artifact.texts),
        language=artifact.language,
    )
    return Task(size=item.size, job=job, copy_of=artifact.copy_of, digest=artifact.digest)


def _texts(artifact: Artifact) -> Iterator[str]:
    """Give the paths of the records whose texts an artifact is made of."""
    if artifact.record:
        yield artifact.record
    yield from artifact.texts
