"""The column held against a commit: what was public then, and which findings the changes since then concern."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from sitegen import urls
from sitegen.cli import git
from sitegen.cli.git import Commit, FileChange, FileStatus, Repository
from sitegen.diagnostics import Diagnostic
from sitegen.disclosure.publication import publication
from sitegen.grading import baseline
from sitegen.model.records import AnyRecord, Document
from sitegen.model.site_config import Body, Column
from sitegen.pipeline import Checked
from sitegen.project import Project
from sitegen.reading import FALLBACK_KIND, Job, Stored, default_kind, lists_of, read_some
from sitegen.rules.vanished import vanished
from sitegen.site import Site
from sitegen.stages import settings
from sitegen.stages.link import Content
from sitegen.stages.parse import parse_yaml
from sitegen.views.make_register import register_of
from sitegen.views.register import Register

REFERENCES = frozenset({"SG301", "SG303", "SG304", "SG305", "SG306", "SG307", "SG308", "SG310"})
"""Findings that name what they refer to, where that is not there or not public."""


def findings_since(project: Project, checked: Checked, ref: str) -> tuple[Diagnostic, ...]:
    """Return the findings of `checked` that concern what has changed since the commit `ref`, and SG331–SG338."""
    repository = git.open_repository(project.folder)
    commit = git.merge_base(repository, git.commit_of(repository, ref))
    changes = git.changes_since(repository, commit)
    site = checked.site
    if site is None:
        return checked.diagnostics
    changed = {change.path for change in changes}
    before = [change.path for change in changes if change.status is not FileStatus.ADDED]
    then = _then(git.files_at(repository, commit, before), changed, site)
    last = _register(then, commit, site)
    lost = (each for each in vanished(site, last) if each.path.removeprefix("content/") not in checked.unread)
    concerned = _concerned(changed, site)
    gone = _gone_names(then, site)
    mine = (each for each in checked.diagnostics if _speaks_of(each, concerned) or _misses(each, gone))
    return (*lost, *mine)


class _Then(msgspec.Struct, frozen=True, kw_only=True):
    """The column as it was in a commit; `files` and `changed` are those files and records that have changed since."""

    records: tuple[AnyRecord, ...]
    columns: tuple[Column, ...]
    bodies: tuple[Body, ...]
    changed: tuple[AnyRecord, ...]
    files: frozenset[str]


def _then(files: Mapping[str, bytes], changed: Collection[str], site: Site) -> _Then:
    """Return the column as it was: what has changed is read from the commit's `files`, the rest is as it is."""
    here = (*site.records, *site.held.values(), *site.tombstones.values())
    records = [record for record in (*here, *site.translations.values()) if record.source not in changed]
    columns = [column for column in site.columns.values() if column.source not in changed]
    bodies = [body for body in site.bodies.values() if body.source not in changed]
    columns += _columns(files)
    bodies += _bodies(files)
    read = tuple(_records(files, {column.path: column for column in columns}, site))
    return _Then(
        records=(*records, *read),
        columns=tuple(columns),
        bodies=tuple(bodies),
        changed=read,
        files=frozenset(files),
    )


def content_at(
    repository: Repository, commit: Commit, changes: Collection[FileChange], site: Site
) -> Content:
    """Return what the project held in `commit`: what has changed is read there, the rest is as it is.

    Settings and catalogues are those of today; a file that could not be read then is left out.
    """
    before = [change.path for change in changes if change.status is not FileStatus.ADDED]
    then = _then(git.files_at(repository, commit, before), {change.path for change in changes}, site)
    return Content(
        config=site.config,
        catalogues=site.catalogues,
        columns=then.columns,
        bodies=then.bodies,
        records=then.records,
        files=site.files,
    )


def _register(then: _Then, commit: Commit, site: Site) -> Register:
    """Return what was public in `commit` on the site's day."""
    public = publication(then.records, site.as_of)
    return register_of(public, then.columns, then.bodies, site.config, commit.on)


def _gone_names(then: _Then, site: Site) -> frozenset[str]:
    """Return the names by which others may refer to what is not there any more: numbers of documents, file names."""
    here = (*site.records, *site.held.values(), *site.tombstones.values())
    sources = {record.source for record in here} | {f"content/{path}" for path in site.files}
    numbers = {record.document_number for record in here if isinstance(record, Document)}
    was = {record.document_number for record in then.changed if isinstance(record, Document)}
    names = {path.rpartition("/")[2] for path in then.files - sources}
    return frozenset((was - numbers - {""}) | names | {name.removesuffix(".md") for name in names})


def _misses(found: Diagnostic, gone: Collection[str]) -> bool:
    """Tell whether a finding is a reference to something that is gone."""
    return found.id in REFERENCES and any(name in found.message for name in gone)


def _records(files: Mapping[str, bytes], columns: Mapping[str, Column], site: Site) -> Iterator[AnyRecord]:
    """Give the records of old files; one that could not be read then was not public either."""
    lists = lists_of(site.catalogues, site.config)
    jobs = []
    for path, data in files.items():
        if path.endswith(".md"):
            record_path = path.removeprefix("content/").removesuffix(".md")
            kind = default_kind(record_path, columns)
            jobs.append(Job(path=record_path, data=data, default_kind=kind))
    for _, stored, _ in read_some(lists, jobs):
        record = msgspec.msgpack.decode(stored, type=Stored).record
        if record is not None:
            yield record


def _columns(files: Mapping[str, bytes]) -> Iterator[Column]:
    for path, data in files.items():
        folder, _, name = path.removeprefix("content/").rpartition("/")
        if name == "_column.yaml":
            column, _ = settings.column(folder, parse_yaml(data, "栏目"), FALLBACK_KIND)
            yield column if column is not None else settings.unread_column(folder, FALLBACK_KIND)


def _bodies(files: Mapping[str, bytes]) -> Iterator[Body]:
    for path, data in files.items():
        name = path.removeprefix("content/")
        if name.startswith("jigou/") and name.endswith(".yaml") and not name.endswith("_column.yaml"):
            body, _ = settings.body(name.removesuffix(".yaml"), parse_yaml(data, "机构"))
            if body is not None:
                yield body


def _concerned(changed: Collection[str], site: Site) -> frozenset[str] | None:
    """Return the files that have changed and those that refer to them; None where all are concerned."""
    if "content/site.yaml" in changed:
        return None
    found = {*changed, *_owners(changed, site)}
    for column in site.columns.values():
        if column.source in changed:
            found.update(record.source for record in site.members.get(column.path, ()))
    names = {body.title for body in site.bodies.values() if body.source in changed}
    pages = {urls.page_of(path) for path in _record_paths(found)}
    for record in site.records:
        cited = {citation.target for citation in site.acts.get(record.path, ())}
        linked = {target.path.partition("#")[0] for target in site.targets.get(record.path, ()) if target}
        if record.publisher in names or pages & linked or pages & {urls.page_of(path) for path in cited}:
            found.add(record.source)
    return frozenset(found)


def _owners(changed: Iterable[str], site: Site) -> Iterator[str]:
    """Give the files of the records that changed attachments belong to."""
    for path in changed:
        folder = path.removeprefix("content/").rpartition("/")[0]
        while folder:
            if folder in site.by_path or folder in site.held:
                yield f"content/{folder}.md"
            folder = folder.rpartition("/")[0]


def _record_paths(files: Iterable[str]) -> Iterator[str]:
    return (path.removeprefix("content/").removesuffix(".md") for path in files if path.endswith(".md"))


def _speaks_of(found: Diagnostic, concerned: frozenset[str] | None) -> bool:
    if concerned is None or found.path in concerned or found.path == baseline.PATH:
        return True
    return any(place.path in concerned for place in found.related)
