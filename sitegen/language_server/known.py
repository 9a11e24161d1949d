"""What the server knows of a project beside the open files: its settings, its words, the findings of the last look.

All of it is found out in another process, so that typing never waits for it and its memory is given back.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic
from sitegen.grading.baseline import Baseline
from sitegen.model.catalogues import Catalogues
from sitegen.model.site_config import Body, Column, SiteConfig
from sitegen.project import Project, load_sources, read_baseline
from sitegen.reading import lists_of
from sitegen.schemas.names import Names, names_of
from sitegen.site_files import read_settings
from sitegen.stages.link import Content
from sitegen.stages.validate import Lists
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """How a project and its memory are opened: the ways of the command line, which alone asks for the date."""

    project: Callable[[Path], Project]
    memory: Callable[[Project], Memory]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a project that one file of it is held against.

    `unread` are paths below `content/` of which nothing could be made; `told` says what a word of a list stands for.
    """

    project: Project
    config: SiteConfig
    lists: Lists
    columns: Mapping[str, Column]
    bodies: tuple[Body, ...]
    unread: frozenset[str]
    baseline: Baseline | None
    names: Names
    told: Mapping[str, str]


class Named(msgspec.Struct, frozen=True, array_like=True):
    """A document that others may name: its 文号 (may be empty), its title, its record path."""

    number: str
    title: str
    path: str


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at the whole column found: findings by file, and the documents that may be named."""

    findings: Mapping[str, tuple[Diagnostic, ...]]
    documents: tuple[Named, ...]


def acquaint(opening: Opening, folder: Path) -> Known | None:
    """Read the settings of the project in `folder`; None where they cannot be read."""
    project = opening.project(folder)
    memory = opening.memory(project)
    try:
        content, _ = read_settings(project, load_sources(project, memory), memory)
    finally:
        memory.close()
    return known_of(project, content) if content is not None else None


def look(opening: Opening, folder: Path) -> Looked:
    """Check the whole project as `sitegen check` does."""
    project = opening.project(folder)
    memory, team = opening.memory(project), Workers(processors())
    try:
        checked = pipeline.check(project, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()
    by_path: dict[str, list[Diagnostic]] = {}
    for each in checked.diagnostics:
        by_path.setdefault(each.path, []).append(each)
    records = checked.reading.records if checked.reading is not None else ()
    documents = (
        Named(str(getattr(record, "document_number", "")), record.title, record.path) for record in records
    )
    return Looked(
        findings={path: tuple(found) for path, found in by_path.items()}, documents=tuple(documents)
    )


def known_of(project: Project, content: Content) -> Known:
    """Return what the settings of a project say, as read for a check."""
    lists = lists_of(content.catalogues, content.config)
    return Known(
        project=project,
        config=content.config,
        lists=lists,
        columns={column.path: column for column in content.columns},
        bodies=tuple(content.bodies),
        unread=content.unread,
        baseline=read_baseline(project)[0],
        names=names_of(content.catalogues, lists, content.bodies, ()),
        told=dict(_told(content.catalogues, content.bodies)),
    )


def _told(catalogues: Catalogues, bodies: Iterable[Body]) -> Iterator[tuple[str, str]]:
    """Give what the words of lists stand for: codes of items, names of bodies."""
    layout = catalogues.layout
    for statutory in (*layout.article_20, *(item for more in layout.article_21 for item in more.items)):
        yield statutory.code, statutory.text
    for domain in catalogues.domains:
        for item in domain.items:
            yield item.code, "、".join(item.elements) or item.title
    for body in bodies:
        yield body.title, "，".join(part for part in (body.short_title, body.sort, body.code) if part)
