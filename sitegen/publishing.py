"""Artifacts through memory: what the last build wrote with the same key is neither rendered nor written again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import msgspec

from sitegen import __version__
from sitegen.cache import Memory, Written
from sitegen.diagnostics import Diagnostic, Kind, in_order
from sitegen.stages import write
from sitegen.stages.render import PAGES, Job, Keys, Rendered, Setting, encoded, render_all
from sitegen.stages.workers import Workers
from sitegen.stages.write import MANIFEST, Change, Manifest, Survey
from sitegen.theme import Theme, ThemeError
from sitegen.views.artifact import Artifact
from sitegen.views.chrome import Chrome

BATCH = 256
"""Artifacts whose texts are in memory at one time."""

SAME_PATH = Kind(
    id="SG802",
    name="两个网页用同一个网址",
    message="网址“{path}”要给两个网页用。",
    why="一个网址只能对应一个网页；有的网址留给程序生成的列表（如 zhuti/、lingyu/、page-1.html）。",
    help="把占用这个网址的文件或者文件夹改名。",
)
KINDS = (SAME_PATH,)


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
    """What to publish, and where. `texts` gives the encoded bodies of records by record path."""

    artifacts: Sequence[Artifact]
    chrome: Chrome
    theme: Theme
    folders: tuple[Path, ...]
    output: Path
    as_of: str
    texts: Callable[[Sequence[str]], Mapping[str, bytes]]


class Pending(msgspec.Struct, frozen=True):
    """An artifact that has to be made, its key and its encoded view."""

    artifact: Artifact
    key: bytes
    view: bytes


def publish(order: Order, memory: Memory, workers: Workers) -> Published:
    """Bring the output folder to what `order` says; SG801, SG802 and the theme's findings leave it as it was."""
    folder = str(order.output.resolve())
    written = memory.written(folder)
    survey, foreign = write.survey(order.output, written)
    problems = [foreign] if foreign is not None else _collisions(order.artifacts)
    if problems:
        return Published(diagnostics=tuple(problems))
    try:
        setting = _setting(order, memory)
        pending, kept = _sort_out(order, Keys(setting), written, survey)
    except ThemeError as error:
        return Published(diagnostics=(error.diagnostic,))
    changes, found = _stage_all(pending, setting, order, survey, workers)
    if found:
        write.discard(order.output)
        return Published(diagnostics=in_order(found))
    moved = [change for change in changes if change.waiting is not None]
    digests = kept | {change.path: change.digest for change in changes}
    gone = sorted(survey.ours - digests.keys() - {MANIFEST})
    manifest = _manifest(order, {path: digests[path].hex() for path in sorted(digests)}, complete=True)
    changed = _commit(order, survey, moved, gone, digests.keys(), manifest)
    if changes or gone:
        keys = {item.artifact.path: item.key for item in pending}
        fresh = [(change.path, _written(order.output, change, keys)) for change in changes]
        memory.remember_written(folder, fresh, gone)
    counts = Counts(
        artifacts=len(order.artifacts),
        rendered=len(pending),
        written=len(moved),
        unchanged=len(order.artifacts) - len(moved),
        removed=len(gone),
    )
    return Published(counts=counts, changed=changed, manifest=sha256(manifest).hexdigest())


def is_intact(output: Path, memory: Memory, manifest: str) -> bool:
    """Tell whether the output folder is as the last build left it; `manifest` is what `publish` returned of it."""
    written = memory.written(str(output.resolve()))
    if not written:
        return False
    return write.is_intact(output, written, write.survey(output, written)[0].present, manifest)


def _setting(order: Order, memory: Memory) -> Setting:
    """Return what all jobs share; the digests of an unchanged theme come from memory. Raises `ThemeError`."""
    texts = order.theme.texts_digest()
    known = memory.records([texts])
    if texts in known:
        digests = msgspec.msgpack.decode(known[texts], type=dict[str, str])
    else:
        digests = {name: order.theme.digest(name) for name in PAGES}
        memory.remember_parsed([(texts, msgspec.msgpack.encode(digests), b"")])
    return Setting(folders=order.folders, texts=texts, digests=digests, chrome=encoded(order.chrome))


def _stage_all(
    pending: Sequence[Pending], setting: Setting, order: Order, survey: Survey, workers: Workers
) -> tuple[list[Change], list[Diagnostic]]:
    """Make every pending file and put those that differ from what is there where they wait."""
    if not pending:
        return [], []
    staging = write.prepare(order.output)
    changes: list[Change] = []
    found: list[Diagnostic] = []
    for number, (item, made) in enumerate(_made(pending, setting, order, workers)):
        if made.diagnostic is not None:
            found.append(made.diagnostic)
        else:
            changes.append(_stage(staging, number, item, made, order.output, survey))
    return changes, found


def _collisions(artifacts: Sequence[Artifact]) -> list[Diagnostic]:
    """Return SG802 for paths that occur twice among `artifacts`, which are in order of path."""
    return [
        SAME_PATH.found(path=this.path).at(_source(this) or _source(following) or "content")
        for this, following in pairwise(artifacts)
        if this.path == following.path
    ]


def _source(artifact: Artifact) -> str:
    """Return the file that an editor can rename to free the path of `artifact`; empty for what nobody wrote."""
    return f"content/{artifact.record}.md" if artifact.record else ""


def _sort_out(
    order: Order, keys: Keys, written: Mapping[str, Written], survey: Survey
) -> tuple[list[Pending], dict[str, bytes]]:
    """Return what has to be made, and the digests of what stays as it is."""
    pending: list[Pending] = []
    kept: dict[str, bytes] = {}
    for artifact in order.artifacts:
        view = encoded(artifact.view) if artifact.view is not None else b""
        key = keys.key(artifact, view)
        if write.is_unchanged(artifact.path, key, written, survey.present):
            kept[artifact.path] = written[artifact.path].digest
        else:
            pending.append(Pending(artifact, key, view))
    return pending, kept


def _made(
    pending: Sequence[Pending], setting: Setting, order: Order, workers: Workers
) -> Iterator[tuple[Pending, Rendered]]:
    """Give each pending artifact with its bytes; copies come without, they are taken from their files."""
    to_render = [item for item in pending if item.artifact.copy_of is None]
    rendered = workers.each(partial(render_all, setting), _jobs(to_render, order), len(to_render))
    for item in pending:
        yield item, next(rendered) if item.artifact.copy_of is None else Rendered(path=item.artifact.path)


def _jobs(pending: Sequence[Pending], order: Order) -> Iterator[Job]:
    """Give the jobs, with the texts that they need, a batch of which is in memory at a time."""
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        texts = order.texts([item.artifact.record for item in batch if item.artifact.record])
        yield from (_job(item, texts) for item in batch)


def _job(item: Pending, texts: Mapping[str, bytes]) -> Job:
    artifact = item.artifact
    return Job(
        path=artifact.path,
        template=artifact.template,
        view=item.view,
        body=texts[artifact.record] if artifact.record else b"",
        targets=artifact.targets,
    )


def _stage(staging: Path, number: int, item: Pending, made: Rendered, output: Path, survey: Survey) -> Change:
    source = item.artifact.copy_of
    if source is not None:
        return write.put_copy(staging, number, item.artifact.path, source)
    if write.same_bytes(output, made.path, made.data, survey.present):
        return write.unmoved(made.path, made.data)
    return write.put(staging, number, made.path, made.data)


def _written(output: Path, change: Change, keys: Mapping[str, bytes]) -> Written:
    state = write.stat_of(output, change.path)
    return Written(keys[change.path], change.digest, state.size, state.modified)


def _commit(
    order: Order, survey: Survey, changes: Sequence[Change], gone: Sequence[str], paths: Set[str], after: bytes
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
