"""Pending files are made, and wait in a folder of their own until all of a build can be moved into place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.sorting import Last, Pending, Sorted, sort_out
from sitegen.stages import write
from sitegen.stages.plan import Share
from sitegen.stages.render import Job, Keys, Setting, render_all
from sitegen.stages.workers import FEWEST, Workers
from sitegen.stages.write import Change
from sitegen.views.artifact import Artifact

BATCH = 256
"""Artifacts whose texts are in memory at one time."""

Texts = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Gives the encoded bodies of records by record path."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where files are made: with what setting, for which output folder, and the folder in which they wait."""

    setting: Setting
    output: Path
    waiting: Path


class Staged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of pending files: those that wait now or were there already, and what stood in the way of others."""

    changes: list[Change] = []
    diagnostics: list[Diagnostic] = []


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A file to make or to copy, the name under which it waits, and the size of the file in its place now.

    `digest` is the SHA-256 of a file to copy.
    """

    name: str
    size: int
    job: Job
    copy_of: Path | None = None
    digest: bytes = b""


def sort_and_stage(number: int, share: Share, keys: Keys, last: Last, place: Place) -> tuple[Sorted, Staged]:
    """Sort out the share `number` of a build. Runs in any process.

    Where little of it has to be made, what needs no text of a record is made at once: the views of tables for
    machines are large, and do not have to go to another process.
    """
    todo = sort_out(share, keys, last)
    ready = [item for item in todo.pending if not any(_texts(item.artifact))]
    if len(todo.pending) >= FEWEST or not ready:
        return todo, Staged()
    staged = _staged(stage_some(place, [_task(f"{number}-{index}", item, {}) for index, item in enumerate(ready)]))
    left = [item for item in todo.pending if any(_texts(item.artifact))]
    made = [msgspec.structs.replace(item, view=b"") for item in ready]
    return msgspec.structs.replace(todo, pending=left, made=made), staged


def stage_all(pending: Sequence[Pending], texts: Texts, place: Place, workers: Workers) -> Staged:
    """Make every pending file and put those that differ from what is there where they wait."""
    make = partial(stage_some, place)
    return _staged(workers.each(make, _tasks(pending, texts), len(pending)))


def staged_together(parts: Iterable[Staged]) -> Staged:
    """Return the parts of one build as one."""
    whole = Staged()
    for part in parts:
        whole.changes.extend(part.changes)
        whole.diagnostics.extend(part.diagnostics)
    return whole


def _staged(outcomes: Iterable[Change | Diagnostic]) -> Staged:
    staged = Staged()
    for outcome in outcomes:
        if isinstance(outcome, Change):
            staged.changes.append(outcome)
        else:
            staged.diagnostics.append(outcome)
    return staged


def stage_some(place: Place, tasks: Sequence[Task]) -> list[Change | Diagnostic]:
    """Make files and put those that differ from what is in their place where they wait. Runs in any process."""
    return [_stage(place, task) for task in tasks]


def _stage(place: Place, task: Task) -> Change | Diagnostic:
    path = task.job.path
    if task.copy_of is not None:
        if task.size >= 0 and write.digest_of(place.output, path) == task.digest:
            return write.unmoved(place.output, path, task.digest)
        return write.put_copy(place.waiting / task.name, path, task.copy_of)
    (made,) = render_all(place.setting, [task.job])
    if made.diagnostic is not None:
        return made.diagnostic
    if task.size == len(made.data) and write.holds(place.output, path, made.data):
        return write.unmoved(place.output, path, sha256(made.data).digest())
    return write.put(place.waiting / task.name, path, made.data)


def _tasks(pending: Sequence[Pending], texts: Texts) -> Iterator[Task]:
    """Give the tasks with the texts that they need, a batch of which is in memory at a time."""
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        found = texts([path for item in batch for path in _texts(item.artifact)])
        for number, item in enumerate(batch, start):
            yield _task(str(number), item, found)


def _task(name: str, item: Pending, texts: Mapping[str, bytes]) -> Task:
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
    return Task(name=name, size=item.size, job=job, copy_of=artifact.copy_of, digest=artifact.digest)


def _texts(artifact: Artifact) -> Iterator[str]:
    """Give the paths of the records whose texts an artifact is made of."""
    if artifact.record:
        yield artifact.record
    yield from artifact.texts
