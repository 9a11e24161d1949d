"""Artifacts through memory: what the last build wrote with the same key is neither rendered nor written again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

import msgspec

from sitegen import __version__
from sitegen.cache import Memory, Written
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.languages import BY_CODE
from sitegen.left_behind import Left
from sitegen.sorting import Last, Sorted, collisions_of, last_of, sort_out, together
from sitegen.stages import waiting, write
from sitegen.stages.claim import claimed
from sitegen.stages.plan import Share
from sitegen.stages.render import TRANSLATED, Keys, setting_of
from sitegen.stages.workers import Workers
from sitegen.stages.write import MANIFEST, Manifest, Survey
from sitegen.staging import Made, Place, Staged, Texts, sort_and_stage, stage_all, staged_together
from sitegen.theme import Theme, ThemeError
from sitegen.theme_words import untranslated
from sitegen.views.chrome import Chrome

LARGE = 2500
"""Files of the last build from which on several processes sort out what has to be made."""


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
    texts: Texts
    corrections: tuple[tuple[str, str], ...] = ()
    minified: bool = False
    common: bytes = b""


def publish(
    order: Order, left: Callable[[], Left], may_go: Callable[[], bool], memory: Memory, workers: Workers
) -> Published:
    """Bring the output folder to what `order` says; SG801–SG803 and the theme's findings leave it as it was.

    `left` gives what the last build left there. `may_go` is asked when all is made: where it says no, nothing of it
    goes into place.
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
    except ThemeError as error:
        return Published(diagnostics=(error.diagnostic,))
    order.output.mkdir(parents=True, exist_ok=True)
    with claimed(order.output) as is_ours:
        if not is_ours or write.has_moved_on(order.output, survey):
            return Published(diagnostics=(write.IN_USE.found(folder=survey.name).at(survey.name),))
        waiting.prepare(order.output)
        try:
            place = Place(setting=setting, output=order.output)
            todo, staged = _staged(order, place, last_of(written, survey), workers)
            found = [*collisions_of(todo, survey), *staged.diagnostics]
            if found or not may_go():
                return Published(diagnostics=in_order(found))
            return _commit_all(order, memory, written, survey, todo, staged.made)
        finally:
            waiting.discard(order.output)


def _staged(order: Order, place: Place, last: Last, workers: Workers) -> tuple[Sorted, Staged]:
    """Sort out what has to be made, and make it.

    At the first build and in a large column copies of this process take shares of both. Elsewhere sorting out is soon
    done here; what has to be made goes to worker processes where it is much.
    """
    keys = Keys(place.setting, order.common)
    if workers.may_copy() and (not last.written or len(last.written) >= LARGE):
        work = partial(sort_and_stage, keys=keys, last=last, texts=order.texts, place=place)
        sizes = [share.documents for share in order.shares]
        parts = workers.beside([partial(work, share) for share in order.shares], sizes)
    else:
        parts = [(sort_out(share, keys, last), Staged()) for share in order.shares]
    todo = together(todo for todo, _ in parts)
    rest = stage_all(todo.pending, order.texts, place, workers)
    return todo, staged_together((*(staged for _, staged in parts), rest))


def _commit_all(
    order: Order,
    memory: Memory,
    written: Mapping[str, Written],
    survey: Survey,
    todo: Sorted,
    made: Sequence[Made],
) -> Published:
    """Move everything into place and remember it."""
    moved = [each.path for each in made if each.waits]
    digests = {**todo.kept, **{each.path: each.written.digest for each in made}}
    gone = sorted(survey.ours - digests.keys() - {MANIFEST})
    manifest = _manifest(order, {path: digests[path].hex() for path in sorted(digests)}, complete=True)
    changed = _commit(order, survey, moved, gone, digests.keys(), manifest)
    if made or gone or todo.rekeyed:
        fresh = ((each.path, each.written) for each in made)
        memory.remember_written(str(order.output.resolve()), chain(fresh, _rekeyed(todo, written)), gone)
    counts = Counts(
        artifacts=len(todo.sources),
        rendered=len(made),
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


def _rekeyed(todo: Sorted, written: Mapping[str, Written]) -> Iterator[tuple[str, Written]]:
    for path, bundle in todo.rekeyed:
        file = written[path]
        yield path, Written(file.key, file.digest, file.size, file.modified, bundle.key, bundle.count)


def _commit(
    order: Order,
    survey: Survey,
    moved: Sequence[str],
    gone: Sequence[str],
    paths: Set[str],
    after: bytes,
) -> tuple[str, ...]:
    """Move everything into place, with the manifest `after`, and return the site paths that changed."""
    if not moved and not gone and write.same_bytes(order.output, MANIFEST, after, survey.present):
        return ()
    old_and_new = dict.fromkeys(sorted(survey.ours | paths), "")
    before = _manifest(order, old_and_new, complete=False)
    write.commit(order.output, moved, gone, before, after)
    return (*moved, *gone)


def _manifest(order: Order, files: dict[str, str], *, complete: bool) -> bytes:
    manifest = Manifest(generator=f"sitegen {__version__}", as_of=order.as_of, complete=complete, files=files)
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
