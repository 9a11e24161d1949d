"""The full-text index through memory: it is made only when titles or texts have changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen.cache import Memory
from sitegen.languages import BY_CODE
from sitegen.site import Site
from sitegen.stages.full_text import (
    IndexedPage,
    PagefindError,
    digest_of,
    encoded_pages,
    make_index,
)
from sitegen.stages.workers import Workers
from sitegen.views.artifact import Artifact
from sitegen.views.make_search import Searched, searched_records
from sitegen.views.make_translated_search import searched_translations

SITE_FOLDER = "pagefind"
"""Where the column, and the tree of a second language, have their index."""
TRANSLATED = "translated"
"""What the folder of the second language's indexes has more in its name."""
CACHE_FOLDER = Path(".cache") / "sitegen" / "full-text"
"""Where a project has the indexes that were made last, each in a folder named for what it was made from."""
KEPT = 3
"""Indexes that stay: a preview may still read one while a build makes the next."""
BATCH = 256
"""Texts that are in memory at one time."""

__all__ = [
    "CACHE_FOLDER",
    "ELSEWHERE",
    "NO_INDEX",
    "SITE_FOLDER",
    "Indexing",
    "PagefindError",
    "in_folder",
    "is_index_file",
]
Texts = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Gives the encoded bodies of records by record path."""


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """An index of its own: all pages of one language.

    `folder` is where the indexes made last are kept, `site_folder` where the column has the index.
    """

    folder: Path
    site_folder: str
    pages: tuple[Searched, ...]
    by_words: bool = False


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


def is_index_file(path: str) -> bool:
    """Tell whether a site path is that of a file of an index."""
    folders = ("", *(language.folder for language in BY_CODE.values()))
    return path.startswith(tuple(f"{folder}{SITE_FOLDER}/" for folder in folders))


def _made(
    folder: Path, site: Site, texts: Texts, memory: Memory, workers: Workers
) -> tuple[Artifact, ...]:
    """Return the files of the indexes of `site`, one for each language: nobody finds what he cannot read."""
    chinese = _Part(folder=folder, site_folder=SITE_FOLDER, pages=searched_records(site))
    translated = _Part(
        folder=folder.with_name(f"{folder.name}-{TRANSLATED}"),
        site_folder=f"{site.config.second.folder}{SITE_FOLDER}",
        pages=searched_translations(site),
        by_words=True,
    )
    parts = (chinese, translated) if translated.pages else (chinese,)
    return tuple(file for part in parts for file in _made_part(part, texts, memory, workers))


def _made_part(part: _Part, texts: Texts, memory: Memory, workers: Workers) -> Iterator[Artifact]:
    """Give the files of an index, made anew unless the last one was made from the same.

    Equal files have equal texts. Where files differ, it may be in what is not searched: then the texts are compared.
    """
    folder = part.folder
    program = memory.version
    sources = _digest(program, ((each.record.path, each.head, each.record.body_digest) for each in part.pages))
    name = f"full text {folder.resolve()}"
    found = memory.fact(name)
    known = msgspec.json.decode(found, type=_Known) if found else None
    if known is None or known.sources != sources or not _is_intact(folder / known.words, known.files):
        words = _digest(program, ((page.path, page.head, page.body) for page in _pages(part, texts)))
        is_same = known is not None and known.words == words and _is_intact(folder / words, known.files)
        files = known.files if known is not None and is_same else _make(folder / words, part, texts, workers)
        known = _Known(sources=sources, words=words, files=files)
        memory.remember_fact(name, msgspec.json.encode(known).decode())
    place = folder / known.words
    for file, digest in sorted(known.files.items()):
        path = f"{part.site_folder}/{file}"
        yield Artifact(path=path, copy_of=place / file, digest=bytes.fromhex(digest))


def _digest(program: str, parts: Iterable[tuple[str, tuple[str, ...], bytes]]) -> str:
    """Return the digest of what the index is made from; `program` names the versions that read texts and index them."""
    digest = sha256(program.encode())
    for part in parts:
        digest.update(msgspec.msgpack.encode(part))
    return digest.hexdigest()[:32]


def _make(place: Path, part: _Part, texts: Texts, workers: Workers) -> dict[str, str]:
    """Make the index in a folder beside its place, and move it there whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    waiting = place.with_name(f"{place.name}.new")
    for old in (waiting, place):
        shutil.rmtree(old, ignore_errors=True)
    waiting.mkdir()
    files = make_index(workers.each(encoded_pages, _pages(part, texts), len(part.pages)), waiting)
    waiting.rename(place)
    _forget_old(place.parent)
    return files


def _pages(part: _Part, texts: Texts) -> Iterator[IndexedPage]:
    for start in range(0, len(part.pages), BATCH):
        batch = part.pages[start : start + BATCH]
        bodies = texts([each.record.path for each in batch])
        for each in batch:
            yield IndexedPage(
                path=each.page, head=each.head, body=bodies[each.record.path], by_words=part.by_words
            )


def _is_intact(place: Path, files: Mapping[str, str]) -> bool:
    return all((place / name).is_file() and digest_of(place / name) == files[name] for name in files)


def _forget_old(folder: Path) -> None:
    """Remove all indexes but those made last."""
    made = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime_ns)
    for entry in made[:-KEPT]:
        shutil.rmtree(entry, ignore_errors=True)
