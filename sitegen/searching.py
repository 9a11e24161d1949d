"""The full-text index through memory: it is made only when titles or texts have changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen import urls
from sitegen.cache import Memory
from sitegen.model.records import AnyRecord
from sitegen.site import Site
from sitegen.stages.full_text import (
    PAGEFIND,
    IndexedPage,
    PagefindError,
    digest_of,
    encoded_pages,
    make_index,
)
from sitegen.stages.workers import Workers
from sitegen.views.artifact import Artifact
from sitegen.views.make_search import search_heads

SITE_FOLDER = "pagefind"
"""Where the column has the index."""
CACHE_FOLDER = Path(".cache") / "sitegen" / "full-text"
"""Where a project has the indexes that were made last, each in a folder named for what it was made from."""
KEPT = 3
"""Indexes that stay: a preview may still read one while a build makes the next."""
BATCH = 256
"""Texts that are in memory at one time."""

__all__ = ["CACHE_FOLDER", "ELSEWHERE", "NO_INDEX", "SITE_FOLDER", "Indexing", "PagefindError", "in_folder"]
Texts = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Gives the encoded bodies of records by record path."""
Head = tuple[AnyRecord, tuple[str, ...]]


class Indexing(msgspec.Struct, frozen=True, kw_only=True):
    """Whether pages search full texts, and who makes the index.

    `path` is the folder where the search page finds it, empty where there is none; `files` gives what to publish there.
    """

    path: str
    files: Callable[[Site, Texts, Memory, Workers], tuple[Artifact, ...]]


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of the last index: the digests of the files and of the words that it was made from.

    `files` has the SHA-256 of each of its own files in hexadecimal.
    """

    sources: str
    words: str
    files: dict[str, str]


def _nothing(_site: Site, _texts: Texts, _memory: Memory, _workers: Workers) -> tuple[Artifact, ...]:
    return ()


NO_INDEX = Indexing(path="", files=_nothing)
"""The search page looks at titles, numbers and names of bodies only."""
ELSEWHERE = Indexing(path=f"{SITE_FOLDER}/", files=_nothing)
"""The search page asks for an index that is not published: the preview makes it when it is asked."""


def in_folder(folder: Path) -> Indexing:
    """Return the way of indexing that keeps what it made in `folder`. Its `files` may raise `PagefindError`."""
    return Indexing(path=f"{SITE_FOLDER}/", files=partial(_made, folder))


def _made(
    folder: Path, site: Site, texts: Texts, memory: Memory, workers: Workers
) -> tuple[Artifact, ...]:
    """Return the files of the index of `site`, made anew unless the last one was made from the same.

    Equal files have equal texts. Where files differ, it may be in what is not searched: then the texts are compared.
    """
    heads = list(search_heads(site))
    program = f"{PAGEFIND} {memory.version}"
    sources = _digest(program, ((record.path, head, record.body_digest) for record, head in heads))
    name = f"full text {folder.resolve()}"
    found = memory.fact(name)
    known = msgspec.json.decode(found, type=_Known) if found else None
    if known is None or known.sources != sources or not _is_intact(folder / known.words, known.files):
        words = _digest(program, ((page.path, page.head, page.body) for page in _pages(heads, texts)))
        is_same = known is not None and known.words == words and _is_intact(folder / words, known.files)
        files = known.files if known is not None and is_same else _make(folder / words, heads, texts, workers)
        known = _Known(sources=sources, words=words, files=files)
        memory.remember_fact(name, msgspec.json.encode(known).decode())
    place = folder / known.words
    return tuple(
        Artifact(path=f"{SITE_FOLDER}/{file}", copy_of=place / file, digest=bytes.fromhex(digest))
        for file, digest in sorted(known.files.items())
    )


def _digest(program: str, parts: Iterable[tuple[str, tuple[str, ...], bytes]]) -> str:
    """Return the digest of what the index is made from; `program` names the versions that read texts and index them."""
    digest = sha256(program.encode())
    for part in parts:
        digest.update(msgspec.msgpack.encode(part))
    return digest.hexdigest()[:32]


def _make(place: Path, heads: Sequence[Head], texts: Texts, workers: Workers) -> dict[str, str]:
    """Make the index in a folder beside its place, and move it there whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    waiting = place.with_name(f"{place.name}.new")
    for old in (waiting, place):
        shutil.rmtree(old, ignore_errors=True)
    waiting.mkdir()
    files = make_index(workers.each(encoded_pages, _pages(heads, texts), len(heads)), waiting)
    waiting.rename(place)
    _forget_old(place.parent)
    return files


def _pages(heads: Sequence[Head], texts: Texts) -> Iterator[IndexedPage]:
    for start in range(0, len(heads), BATCH):
        batch = heads[start : start + BATCH]
        bodies = texts([record.path for record, _ in batch])
        for record, head in batch:
            yield IndexedPage(path=urls.page_of(record.path), head=head, body=bodies[record.path])


def _is_intact(place: Path, files: Mapping[str, str]) -> bool:
    return all((place / name).is_file() and digest_of(place / name) == files[name] for name in files)


def _forget_old(folder: Path) -> None:
    """Remove all indexes but those made last."""
    made = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime_ns)
    for entry in made[:-KEPT]:
        shutil.rmtree(entry, ignore_errors=True)
