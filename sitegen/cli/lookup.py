"""Which document somebody means: a file, a record path, an address of the site, a 文号 however typed, a title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen import urls
from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.events import Paper
from sitegen.disclosure.loose_numbers import typed_number
from sitegen.formats.suggestions import nearest
from sitegen.model.records import AnyRecord, Document
from sitegen.site import Site

FEW = 6
"""Documents that an answer names at most."""
LONG_ENOUGH = 4
"""Characters of a title from which on a part of it may stand for the whole."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a text means: the keys of papers of the site, or a record that is not public or no document.

    Neither: `suggestions` are what it may have been meant to be.
    """

    keys: tuple[str, ...] = ()
    record: AnyRecord | None = None
    suggestions: tuple[str, ...] = ()


def look_up(text: str, site: Site, content: Path) -> Found:
    """Return what `text` means in `site`; relative files are looked for from the current folder."""
    wanted = text.strip()
    path = _path(wanted, site, content)
    record = site.by_path.get(path) or site.held.get(path) or _by_name(path, site)
    if record is not None:
        has_state = record.path in site.by_path and record.path in site.courses
        return Found(keys=(record.path,)) if has_state else Found(record=record)
    papers = [course.paper for course in site.courses.values()]
    keys = tuple(_by_number(wanted, papers)) or tuple(_by_title(wanted, papers))
    if keys:
        return Found(keys=keys[:FEW])
    held = _held(wanted, site)
    if held is not None:
        return Found(record=held)
    return Found(suggestions=_suggestions(wanted, papers, site))


def _path(text: str, site: Site, content: Path) -> str:
    """Return the record path that a text may be: a file, an address of the site, or a path below content/."""
    base = urls.base_address(site.config.address, site.config.base_path)
    inner = text.removeprefix(base).split("#")[0].split("?")[0]
    file = Path(inner).resolve()
    if file.suffix == ".md" and file.is_relative_to(content.resolve()):
        inner = file.relative_to(content.resolve()).as_posix()
    return (
        inner.removeprefix("./").removeprefix("content/").removesuffix(".md").removesuffix(".html").strip("/")
    )


def _by_name(name: str, site: Site) -> AnyRecord | None:
    """Return the only record whose file has this name, in whatever folder."""
    if "/" in name or not name.isascii():
        return None
    records = (*site.records, *site.held.values())
    named = [record for record in records if record.path.rpartition("/")[2] == name]
    return named[0] if len(named) == 1 else None


def _by_number(text: str, papers: list[Paper]) -> Iterator[str]:
    """Give the papers with the number: as it is written, else as it may have been meant."""
    number = number_of(text)
    exact = [paper.key for paper in papers if paper.number and number_of(paper.number) == number]
    if exact:
        yield from exact
        return
    typed = typed_number(text)
    if typed is not None:
        year = str(typed.year) if typed.year else ""
        yield from (
            p.key for p in papers if year in p.number and p.number and typed_number(p.number) == typed
        )


def _by_title(text: str, papers: list[Paper]) -> Iterator[str]:
    """Give the papers with the title, else those whose titles contain it."""
    title = _bare(text)
    exact = [paper.key for paper in papers if _bare(paper.title) == title]
    if exact:
        yield from exact
    elif len(title) >= LONG_ENOUGH:
        yield from (paper.key for paper in papers if title in _bare(paper.title))


def _held(text: str, site: Site) -> AnyRecord | None:
    title, number = _bare(text), number_of(text)
    for record in site.held.values():
        own = number_of(record.document_number) if isinstance(record, Document) else ""
        if _bare(record.title) == title or (own and own == number):
            return record
    return None


def _suggestions(text: str, papers: list[Paper], site: Site) -> tuple[str, ...]:
    if "/" in text:
        return nearest(_path(text, site, Path("content")), [*site.by_path], 3)
    return nearest(_bare(text), [name for paper in papers for name in (paper.number, paper.title) if name], 3)


def _bare(title: str) -> str:
    return "".join(title.split()).strip("《》")
