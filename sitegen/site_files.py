"""The site's YAML files and its catalogues, put together: what the records will be checked against."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen import config
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic
from sitegen.model.site_config import Body, Column
from sitegen.project import Project
from sitegen.reading import FALLBACK_KIND
from sitegen.site import FileFacts
from sitegen.stages import settings
from sitegen.stages.link import Content
from sitegen.stages.load import Source, SourceKind, Sources
from sitegen.stages.parse import parse_yaml

SITE = "site.yaml"


def read_settings(
    project: Project, sources: Sources, memory: Memory
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Read the site's YAML files and the catalogues; None where one without which nothing goes on is faulty."""
    by_kind: dict[SourceKind, list[Source]] = {kind: [] for kind in SourceKind}
    for source in sources.files:
        by_kind[source.kind].append(source)
    if not by_kind[SourceKind.SITE]:
        return None, (settings.NO_SITE.found().at(f"content/{SITE}"),)
    site, found = settings.site_config(parse_yaml(by_kind[SourceKind.SITE][0].data or b"", "站点"))
    if site is None:
        return None, found
    catalogues, more = config.remembered_catalogues(project.folder, site.profile, memory)
    found += more
    if catalogues is None:
        return None, found
    unread = {each.path.removeprefix("content/") for each in sources.diagnostics}
    known_bodies, more = _bodies(by_kind[SourceKind.BODY], unread)
    columns, even_more = _columns(by_kind[SourceKind.COLUMN], unread)
    content = Content(
        config=site,
        catalogues=catalogues,
        columns=columns,
        bodies=known_bodies,
        records=(),
        files={file.path: FileFacts(file.stat.size, file.digest) for file in by_kind[SourceKind.FILE]},
        unread=frozenset(unread),
    )
    return content, found + more + even_more


def _bodies(sources: Iterable[Source], unread: set[str]) -> tuple[tuple[Body, ...], tuple[Diagnostic, ...]]:
    """Read the files of bodies; adds to `unread` those of which nothing can be made."""
    bodies: list[Body] = []
    found: tuple[Diagnostic, ...] = ()
    for source in sources:
        body, more = settings.body(source.path.removesuffix(".yaml"), parse_yaml(source.data or b"", "机构"))
        found += more
        if body is None:
            unread.add(source.path)
        else:
            bodies.append(body)
    return tuple(bodies), found


def _columns(
    sources: Iterable[Source], unread: set[str]
) -> tuple[tuple[Column, ...], tuple[Diagnostic, ...]]:
    """Read the files of columns; for those without sense, added to `unread`, a bare column stands in."""
    columns: list[Column] = []
    found: tuple[Diagnostic, ...] = ()
    for source in sources:
        path, parsed = source.path.rpartition("/")[0], parse_yaml(source.data or b"", "栏目")
        column, more = settings.column(path, parsed, FALLBACK_KIND)
        found += more
        if column is None:
            unread.add(source.path)
        columns.append(column or settings.unread_column(path, FALLBACK_KIND))
    return tuple(columns), found
