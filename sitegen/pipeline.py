"""The stages in order: the only place where it is written. Read this file and you know the program.

    load → settings → parse, validate → link → rules ─ any error: report, write nothing ─ plan → render → write

Everything is gathered before anything is written. `serve` calls `build` again and again: there is no second
way through the program.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen import config, publishing
from sitegen.cache import Memory
from sitegen.collector import paused
from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.model.site_config import Body, Column
from sitegen.publishing import Counts, Order
from sitegen.reading import FALLBACK_KIND, Reading, bodies, lists_of, read_records
from sitegen.rules import check_rules
from sitegen.site import FileFacts, Site
from sitegen.stages import settings
from sitegen.stages.link import Content, link
from sitegen.stages.load import Source, SourceKind, Sources, load
from sitegen.stages.parse import parse_yaml
from sitegen.stages.plan import plan
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from sitegen.theme import Theme

SITE = "site.yaml"


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with `content/`, and the date for which everything is computed."""

    folder: Path
    as_of: date

    @property
    def content(self) -> Path:
        """The folder that editors write in."""
        return self.folder / "content"


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. `site` is None where there is not even a site to look at."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    reading: Reading | None = None


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build found and did; with an error among `diagnostics` nothing was written.

    `site` is None where it could not be read, and where nothing has changed since the last build.
    """

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts = Counts()
    changed: tuple[str, ...] = ()


class LastBuild(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of the last build into a folder: the digests of inputs and manifest, and the outcome."""

    inputs: str
    manifest: str
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts


@paused()
def check(project: Project, memory: Memory, workers: Workers, watch: Stopwatch) -> Checked:
    """Read the whole project and return everything that is wrong with it, and the linked site."""
    with watch.stage("load"):
        sources = _load(project, memory)
    return _check(project, sources, memory, workers, watch)


@paused()
def build(project: Project, output: Path, memory: Memory, workers: Workers, watch: Stopwatch) -> Built:
    """Check the project and, if nothing is wrong with it, bring `output` to what it says.

    The column is a pure function of its inputs. Where none of them differs from the last build into the same
    folder, and nobody has touched what that build left, there is nothing to do.
    """
    with watch.stage("load"):
        sources = _load(project, memory)
        theme = Theme.load(config.theme_folders(project.folder))
        inputs = _inputs(project, sources, theme)
        last = _last_build(output, memory)
        if last is not None and last.inputs == inputs and publishing.is_intact(output, memory, last.manifest):
            return Built(site=None, diagnostics=last.diagnostics, counts=last.counts)
    checked = _check(project, sources, memory, workers, watch)
    site, reading = checked.site, checked.reading
    if site is None or reading is None or has_errors(checked.diagnostics):
        return Built(site=site, diagnostics=checked.diagnostics)
    with watch.stage("plan"):
        chrome, artifacts = plan(site, theme.static_files(), project.content)
    with watch.stage("publish"):
        lists = lists_of(site.catalogues, site.config)
        order = Order(
            artifacts=artifacts,
            chrome=chrome,
            theme=theme,
            folders=tuple(config.theme_folders(project.folder)),
            output=output,
            as_of=project.as_of.isoformat(),
            texts=partial(bodies, project.content, keys=reading.keys, lists=lists, memory=memory),
        )
        published = publishing.publish(order, memory, workers)
        diagnostics = in_order((*checked.diagnostics, *published.diagnostics))
        counts = msgspec.structs.replace(published.counts, documents=len(site.records))
        if not has_errors(diagnostics):
            manifest = published.manifest
            last = LastBuild(inputs=inputs, manifest=manifest, diagnostics=diagnostics, counts=counts)
            _remember(last, output, memory)
    return Built(site=site, diagnostics=diagnostics, counts=counts, changed=published.changed)


def _check(project: Project, sources: Sources, memory: Memory, workers: Workers, watch: Stopwatch) -> Checked:
    found = [*sources.diagnostics]
    with watch.stage("settings"):
        content, more = _settings(project, sources, memory)
        found += more
    if content is None:
        return Checked(site=None, diagnostics=in_order(found))
    with watch.stage("parse"):
        columns = {column.path: column for column in content.columns}
        records = [source for source in sources.files if source.kind is SourceKind.RECORD]
        lists = lists_of(content.catalogues, content.config)
        reading = read_records(project.content, records, columns, lists, memory, workers)
        found += (each for each in reading.diagnostics if not _in_unread_column(each.path, content.unread))
        content = msgspec.structs.replace(content, unread=content.unread | reading.unread)
    with watch.stage("link"):
        site, more = link(msgspec.structs.replace(content, records=reading.records), project.as_of)
        found += (each for each in more if each.path.removeprefix("content/") not in content.unread)
    with watch.stage("rules"):
        more = check_rules(site)
        found += (each for each in more if each.path.removeprefix("content/") not in content.unread)
    return Checked(site=site, diagnostics=in_order(found), reading=reading)


def _in_unread_column(path: str, unread: frozenset[str]) -> bool:
    """Tell whether a record lies in a column whose file could not be read, so that its kind is not known."""
    return f"{path.removeprefix('content/').rpartition('/')[0]}/_column.yaml" in unread


def _inputs(project: Project, sources: Sources, theme: Theme) -> str:
    """Return the digest of everything that the column is made from, beside the program itself."""
    digest = sha256(project.as_of.isoformat().encode())
    digest.update(config.find_catalogues(project.folder).digest)
    digest.update(theme.texts_digest())
    for file in theme.static_files():
        digest.update(file.path.encode() + b"\0" + file.digest)
    for source in sources.files:
        digest.update(source.path.encode() + b"\0" + source.digest)
    digest.update(msgspec.msgpack.encode(sources.diagnostics))
    return digest.hexdigest()


def _last_build(output: Path, memory: Memory) -> LastBuild | None:
    found = memory.fact(f"built {output.resolve()}")
    return msgspec.json.decode(found, type=LastBuild) if found else None


def _remember(last: LastBuild, output: Path, memory: Memory) -> None:
    """Keep the outcome of a build for the next one, which will have had nothing to write."""
    counts = msgspec.structs.replace(
        last.counts, rendered=0, written=0, removed=0, unchanged=last.counts.artifacts
    )
    last = msgspec.structs.replace(last, counts=counts)
    memory.remember_fact(f"built {output.resolve()}", msgspec.json.encode(last).decode())


def _load(project: Project, memory: Memory) -> Sources:
    """Read the content folder, with the help of what is remembered of its files."""
    known = memory.files()
    sources = load(project.content, known, memory.started)
    changed = [
        (source.path, source.stat, source.digest)
        for source in sources.files
        if source.data is not None or known.get(source.path) != (source.stat, source.digest)
    ]
    gone = known.keys() - {source.path for source in sources.files}
    if changed or gone:
        memory.remember_files(changed, gone, time.time_ns())
    return sources


def _settings(
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
    loaded_bodies, more = _bodies(by_kind[SourceKind.BODY], unread)
    found += more
    columns, more = _columns(by_kind[SourceKind.COLUMN], unread)
    found += more
    files = {s.path: FileFacts(s.stat.size, s.digest) for s in by_kind[SourceKind.FILE]}
    content = Content(
        config=site,
        catalogues=catalogues,
        columns=columns,
        bodies=loaded_bodies,
        records=(),
        files=files,
        unread=frozenset(unread),
    )
    return content, found


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
