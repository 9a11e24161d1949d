"""The stages in order: the only place where it is written. Read this file and you know the program.

    load → settings → parse, validate → link → rules → grade → compare with the last build
    ─ any error: report, write nothing ─ search → plan → render → write

Everything is gathered before anything is written. A large column that was built before is planned and rendered while
a copy of this process judges it: what is made waits until the verdict is there. `serve` calls `build` again and again:
there is no second way through the program.
"""

from __future__ import annotations

from collections.abc import Callable
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
from sitegen.grading import Aside
from sitegen.judging import (
    Compare,
    Linked,
    Verdict,
    against_last,
    judged_meanwhile,
    nothing_before,
    verdict_on,
    worth_a_copy,
)
from sitegen.last_build import LastBuild, common_of, inputs_of, last_build, remember_build
from sitegen.left_behind import Left, left_ahead
from sitegen.project import Project, load_sources
from sitegen.publishing import Counts, Order, Published
from sitegen.reading import Reading, bodies, lists_of, read_records
from sitegen.report_pages import report_pages
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

    `aside` are the findings that do not count: waived or frozen. `content` is what the site was linked from: `site_on`
    links it for another day.
    """

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    aside: Aside = Aside()
    reading: Reading | None = None
    content: Content | None = None

    @property
    def unread(self) -> frozenset[str]:
        """The paths below `content/` of files of which nothing could be made."""
        return self.content.unread if self.content is not None else frozenset()


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
    linked = _linked(project, sources, memory, workers, watch)
    verdict = verdict_on(linked, project, nothing_before, watch)
    return Checked(
        site=linked.site,
        diagnostics=verdict.diagnostics,
        aside=verdict.aside,
        reading=linked.reading,
        content=linked.content,
    )


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
    return _build(project, output, memory, workers, watch, indexing, partial(against_last, output=output))


def preview(
    project: Project,
    output: Path,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing = NO_INDEX,
) -> Built:
    """Do as `build` does, for looking at: nothing in `output` was ever published, so anything may go from it."""
    return _build(project, output, memory, workers, watch, indexing, nothing_before)


@paused()
def full_text(
    project: Project, memory: Memory, workers: Workers, watch: Stopwatch, indexing: Indexing
) -> tuple[Artifact, ...]:
    """Return the files of the full-text index alone, for a preview; none where the site cannot be read."""
    with watch.stage("load"):
        sources = load_sources(project, memory)
    return _index(project, _linked(project, sources, memory, workers, watch), memory, workers, watch, indexing)


@paused()
def _build(
    project: Project,
    output: Path,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing,
    compare: Compare,
) -> Built:
    """Check, hold the column against the last one with `compare`, and publish it.

    The column is a pure function of its inputs. Where none of them differs from the last build into the same
    folder, and nobody has touched what that build left, there is nothing to do.
    """
    last = last_build(output, memory)
    files = last.counts.artifacts if last is not None else 0
    with left_ahead(output, files, memory, workers) as left:
        with watch.stage("load"):
            sources = load_sources(project, memory)
            theme = Theme.load(config.theme_folders(project.folder))
            inputs = f"{inputs_of(project, sources, theme)} {indexing.path}"
            if last is not None and last.inputs == inputs and left().is_intact(output, last.manifest):
                return Built(site=None, diagnostics=last.diagnostics, aside=last.aside, counts=last.counts)
        linked = _linked(project, sources, memory, workers, watch)
        judge = partial(verdict_on, linked, project, compare)
        publish = partial(_publish, project, output, theme, linked, left, memory, workers, watch, indexing)
        if worth_a_copy(linked, files):
            verdict, published = judged_meanwhile(judge, publish, workers, watch)
        else:
            verdict = judge(watch)
            published = None if verdict.refuses else publish(lambda: verdict)
    if linked.site is None or published is None or verdict.refuses:
        return Built(site=linked.site, diagnostics=verdict.found, aside=verdict.aside)
    counts = msgspec.structs.replace(published.counts, documents=len(linked.site.records))
    if not has_errors(published.diagnostics):
        _remember(inputs, published, verdict, counts, output, memory)
    return Built(
        site=linked.site,
        diagnostics=in_order((*verdict.found, *published.diagnostics)),
        aside=verdict.aside,
        counts=counts,
        changed=published.changed,
    )


def _remember(
    inputs: str, done: Published, verdict: Verdict, counts: Counts, output: Path, memory: Memory
) -> None:
    """Keep what a build of the same `inputs` would come to; beside this build itself, nothing has vanished."""
    told = in_order((*verdict.diagnostics, *done.diagnostics))
    last = LastBuild(inputs=inputs, manifest=done.manifest, diagnostics=told, aside=verdict.aside, counts=counts)
    remember_build(last, output, memory)


def _publish(
    project: Project,
    output: Path,
    theme: Theme,
    linked: Linked,
    left: Callable[[], Left],
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing,
    verdict: Callable[[], Verdict],
) -> Published:
    """Bring `output` to what the linked column says, unless the verdict, asked as late as possible, refuses it."""
    site, reading = linked.site, linked.reading
    if site is None or reading is None:
        return Published()
    index = _index(project, linked, memory, workers, watch, indexing)
    with watch.stage("plan"):
        full_text = FullText(path=indexing.path, files=(*index, *_report(project, site, verdict)))
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
            common=linked.common,
        )
        return publishing.publish(order, left, lambda: not verdict().refuses, memory, workers)


def _report(project: Project, site: Site, verdict: Callable[[], Verdict]) -> tuple[Artifact, ...]:
    """Return the files of the inspection report, where `site.yaml` wants it to be published (公开检查报告)."""
    if not site.config.publish_report:
        return ()
    names = {id: kind.name for id, kind in BY_ID.items()}
    return report_pages(project.folder, site, verdict().diagnostics, verdict().aside.passed, names)


def _texts(project: Project, site: Site, reading: Reading, memory: Memory) -> Texts:
    lists = lists_of(site.catalogues, site.config)
    return partial(bodies, project.content, keys=reading.keys, lists=lists, memory=memory)


def _index(
    project: Project,
    linked: Linked,
    memory: Memory,
    workers: Workers,
    watch: Stopwatch,
    indexing: Indexing,
) -> tuple[Artifact, ...]:
    """Return the files of the full-text index, made only if titles or texts have changed."""
    site, reading = linked.site, linked.reading
    if site is None or reading is None:
        return ()
    with watch.stage("search"):
        return indexing.files(site, _texts(project, site, reading, memory), memory, workers)


def _linked(project: Project, sources: Sources, memory: Memory, workers: Workers, watch: Stopwatch) -> Linked:
    found = [*sources.diagnostics]
    with watch.stage("settings"):
        content, more = read_settings(project, sources, memory)
        found += more
    if content is None:
        return Linked(found=tuple(found))
    with watch.stage("parse"):
        columns = {column.path: column for column in content.columns}
        records = [source for source in sources.files if source.kind is SourceKind.RECORD]
        lists = lists_of(content.catalogues, content.config)
        reading = read_records(project.content, records, columns, lists, memory, workers)
        signed, more = sign(reading.records, content.config, project.signatures)
        reading = msgspec.structs.replace(reading, records=signed)
        found += more
        found += reading.findings_beside(content.unread)
        privacy = lists.standards.privacy
        found += examine(project.content, sources.files, reading.records, privacy, memory, workers)
        content = msgspec.structs.replace(content, unread=content.unread | reading.unread)
    with watch.stage("link"):
        content = msgspec.structs.replace(content, records=reading.records)
        site, more = link(content, project.as_of)
        found += (each for each in more if each.path.removeprefix("content/") not in content.unread)
    common = common_of(project, sources)
    return Linked(found=tuple(found), site=site, reading=reading, content=content, common=common)
