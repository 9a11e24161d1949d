"""The stages in order: the only place where it is written. Read this file and you know the program.

    load → settings → parse, validate → link → rules → grade → compare with the last build
    ─ any error: report, write nothing ─ search → plan → render → write

Everything is gathered before anything is written. `serve` calls `build` again and again: there is no second
way through the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from sitegen import config, publishing
from sitegen.attachments import examine
from sitegen.cache import Memory
from sitegen.collector import paused
from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.findings import BY_ID
from sitegen.grading import Aside, grade, terms_of
from sitegen.last_build import LastBuild, common_of, inputs_of, last_build, last_register, remember_build
from sitegen.left_behind import Left, left_ahead
from sitegen.model.site_config import Body, Column
from sitegen.project import Project, load_sources, read_baseline
from sitegen.publishing import Counts, Order, Published
from sitegen.reading import Reading, bodies, lists_of, read_records
from sitegen.report_pages import report_pages
from sitegen.rules import check_rules
from sitegen.rules.vanished import vanished
from sitegen.searching import NO_INDEX, Indexing, Texts
from sitegen.signing import sign
from sitegen.site import Site
from sitegen.site_files import read_settings
from sitegen.stages.link import Content, link
from sitegen.stages.load import SourceKind, Sources
from sitegen.stages.plan import FullText, plan
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from sitegen.theme import Theme
from sitegen.views.artifact import Artifact

__all__ = ["Built", "Checked", "Project", "build", "check", "full_text", "preview", "site_on"]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. `site` is None where there is not even a site to look at.

    `aside` are the findings that do not count: waived or frozen. `common` is the digest of what all files of the
    column share. `content` is what the site was linked from: `site_on` links it for another day.
    """

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    aside: Aside = Aside()
    reading: Reading | None = None
    unread: frozenset[str] = frozenset()
    common: bytes = b""
    content: Content | None = None


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build found and did; with an error among `diagnostics` nothing was written.

    `site` is None where it could not be read, and where nothing has changed since the last build.
    """

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    aside: Aside = Aside()
    counts: Counts = Counts()
    changed: tuple[str, ...] = ()


@paused()
def check(project: Project, memory: Memory, workers: Workers, watch: Stopwatch) -> Checked:
    """Read the whole project and return everything that is wrong with it, and the linked site."""
    with watch.stage("load"):
        sources = load_sources(project, memory)
    return _check(project, sources, memory, workers, watch)


@paused()
def site_on(content: Content, day: date) -> Site:
    """Return the site as of another day than it was read for; no file is read again."""
    return link(content, day)[0]


def build(
    project: Project,
    output: Path,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing = NO_INDEX,
) -> Built:
    """Check the project and, if nothing is wrong with it, bring `output` to what it says.

    Nothing that the last build into `output` published may vanish from it (SG331–SG339). `indexing` says how full
    texts are searched.
    """
    return _build(project, output, memory, workers, watch, indexing, _against_last)


def preview(
    project: Project,
    output: Path,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing = NO_INDEX,
) -> Built:
    """Do as `build` does, for looking at: nothing in `output` was ever published, so anything may go from it."""
    return _build(project, output, memory, workers, watch, indexing, lambda _checked, _output: ())


@paused()
def full_text(
    project: Project, memory: Memory, workers: Workers, watch: Stopwatch, indexing: Indexing
) -> tuple[Artifact, ...]:
    """Return the files of the full-text index alone, for a preview; none where the site cannot be read."""
    with watch.stage("load"):
        sources = load_sources(project, memory)
    return _index(project, _check(project, sources, memory, workers, watch), memory, workers, watch, indexing)


@paused()
def _build(
    project: Project,
    output: Path,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing,
    compare: Callable[[Checked, Path], Iterable[Diagnostic]],
) -> Built:
    """Check, hold the column against the last one with `compare`, and publish it.

    The column is a pure function of its inputs. Where none of them differs from the last build into the same
    folder, and nobody has touched what that build left, there is nothing to do.
    """
    with watch.stage("load"):
        sources = load_sources(project, memory)
        theme = Theme.load(config.theme_folders(project.folder))
        inputs = f"{inputs_of(project, sources, theme)} {indexing.path}"
        last = last_build(output, memory)
        if last is not None and last.inputs == inputs and publishing.is_intact(output, memory, last.manifest):
            return Built(site=None, diagnostics=last.diagnostics, aside=last.aside, counts=last.counts)
    files = last.counts.artifacts if last is not None else 0
    with left_ahead(output, files, memory, workers) as left:
        checked = _check(project, sources, memory, workers, watch)
        with watch.stage("compare"):
            found = in_order((*checked.diagnostics, *compare(checked, output)))
        if checked.site is None or has_errors(found):
            return Built(site=checked.site, diagnostics=found, aside=checked.aside)
        published = _publish(project, output, theme, checked, left, memory, workers, watch, indexing)
    counts = msgspec.structs.replace(published.counts, documents=len(checked.site.records))
    if not has_errors(published.diagnostics):
        told = in_order((*checked.diagnostics, *published.diagnostics))
        manifest = published.manifest
        done = LastBuild(inputs=inputs, manifest=manifest, diagnostics=told, aside=checked.aside, counts=counts)
        remember_build(done, output, memory)
    return Built(
        site=checked.site,
        diagnostics=in_order((*found, *published.diagnostics)),
        aside=checked.aside,
        counts=counts,
        changed=published.changed,
    )


def _publish(
    project: Project,
    output: Path,
    theme: Theme,
    checked: Checked,
    left: Callable[[], Left],
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing,
) -> Published:
    site, reading = checked.site, checked.reading
    if site is None or reading is None:
        return Published()
    index = _index(project, checked, memory, workers, watch, indexing)
    with watch.stage("plan"):
        full_text = FullText(path=indexing.path, files=(*index, *_report(project, checked)))
        chromes, shares = plan(site, theme.static_files(), project.content, full_text)
    with watch.stage("publish"):
        order = Order(
            shares=shares,
            chromes=chromes,
            theme=theme,
            content=project.content,
            folders=tuple(config.theme_folders(project.folder)),
            output=output,
            as_of=project.as_of.isoformat(),
            texts=_texts(project, site, reading, memory),
            corrections=tuple(site.catalogues.traditional.corrections.items()),
            minified=site.config.minified,
            common=checked.common,
        )
        return publishing.publish(order, left, memory, workers)


def _report(project: Project, checked: Checked) -> tuple[Artifact, ...]:
    if checked.site is None:
        return ()
    names = {id: kind.name for id, kind in BY_ID.items()}
    return report_pages(project.folder, checked.site, checked.diagnostics, checked.aside.passed, names)


def _texts(project: Project, site: Site, reading: Reading, memory: Memory) -> Texts:
    lists = lists_of(site.catalogues, site.config)
    return partial(bodies, project.content, keys=reading.keys, lists=lists, memory=memory)


def _index(
    project: Project,
    checked: Checked,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing,
) -> tuple[Artifact, ...]:
    """Return the files of the full-text index, made only if titles or texts have changed."""
    site, reading = checked.site, checked.reading
    if site is None or reading is None:
        return ()
    with watch.stage("search"):
        return indexing.files(site, _texts(project, site, reading, memory), memory, workers)


def _against_last(checked: Checked, output: Path) -> Iterator[Diagnostic]:
    """Yield what the last build into `output` published and is not there any more."""
    last, found = last_register(output)
    yield from found
    if last is not None and checked.site is not None:
        for each in vanished(checked.site, last):
            if each.path.removeprefix("content/") not in checked.unread:
                yield each


def _check(project: Project, sources: Sources, memory: Memory, workers: Workers, watch: Stopwatch) -> Checked:
    found = [*sources.diagnostics]
    with watch.stage("settings"):
        content, more = read_settings(project, sources, memory)
        found += more
    if content is None:
        return Checked(site=None, diagnostics=in_order(found))
    with watch.stage("parse"):
        columns = {column.path: column for column in content.columns}
        records = [source for source in sources.files if source.kind is SourceKind.RECORD]
        lists = lists_of(content.catalogues, content.config)
        reading = read_records(project.content, records, columns, lists, memory, workers)
        signed, more = sign(reading.records, content.config, project.signatures)
        reading = msgspec.structs.replace(reading, records=signed)
        found += more
        found += (each for each in reading.diagnostics if not _in_unread_column(each.path, content.unread))
        privacy = lists.standards.privacy
        found += examine(project.content, sources.files, reading.records, privacy, memory, workers)
        content = msgspec.structs.replace(content, unread=content.unread | reading.unread)
    with watch.stage("link"):
        content = msgspec.structs.replace(content, records=reading.records)
        site, more = link(content, project.as_of)
        found += (each for each in more if each.path.removeprefix("content/") not in content.unread)
    with watch.stage("rules"):
        more = check_rules(site)
        found += (each for each in more if each.path.removeprefix("content/") not in content.unread)
    with watch.stage("grade"):
        baseline, more = read_baseline(project)
        others: tuple[Column | Body, ...] = (*content.columns, *content.bodies)
        terms = terms_of(content.config, reading.records, others, baseline, project.as_of)
        graded = grade((*found, *more), terms, BY_ID)
    return Checked(
        site=site,
        diagnostics=graded.diagnostics,
        aside=graded.aside,
        reading=reading,
        unread=content.unread,
        common=common_of(project, sources),
        content=content,
    )


def _in_unread_column(path: str, unread: frozenset[str]) -> bool:
    """Tell whether a record lies in a column whose file could not be read, so that its kind is not known."""
    return f"{path.removeprefix('content/').rpartition('/')[0]}/_column.yaml" in unread
