"""The change log of the documents that have a validity, from one look at the history of git."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from sitegen.cli import git
from sitegen.cli.git import FileChange, FileStatus, Revision
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Document
from sitegen.site import Site


class DocumentChange(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a governed document was added, changed, moved or removed on the day `on`.

    `path` is the record path at that time and `former` the one before a move. `title` and `number` are those
    of today, empty where the document is no longer there.
    """

    on: date
    status: FileStatus
    path: str
    former: str = ""
    title: str = ""
    number: str = ""
    commit: str


def document_changes(repository: git.Repository, site: Site, since: str = "") -> tuple[DocumentChange, ...]:
    """Return the changes of governed documents, newest first; `since` (a branch, tag, commit) leaves out older ones."""
    start = git.commit_of(repository, since) if since else None
    return of_revisions(git.revisions(repository, start), site)


def of_revisions(revisions: Iterable[Revision], site: Site) -> tuple[DocumentChange, ...]:
    """Return what `revisions`, newest first, did to the documents of `site`; a moved document keeps its history."""
    found: list[DocumentChange] = []
    today: dict[str, str] = {}
    for revision in revisions:
        for file in revision.files:
            path = _record_path(file.path)
            if path and _governed(today.get(path, path), site):
                found.append(_change(revision, file, today.get(path, path), site))
        for file in revision.files:
            if file.former:
                today[_record_path(file.former)] = today.get(_record_path(file.path), _record_path(file.path))
    return tuple(found)


def _change(revision: Revision, file: FileChange, path: str, site: Site) -> DocumentChange:
    record = _record(path, site)
    return DocumentChange(
        on=revision.commit.on,
        status=file.status,
        path=_record_path(file.path),
        former=_record_path(file.former),
        title=record.title if record is not None else "",
        number=record.document_number if isinstance(record, Document) else "",
        commit=revision.commit.id,
    )


def _record(path: str, site: Site) -> AnyRecord | None:
    return site.by_path.get(path) or site.held.get(path)


def _governed(path: str, site: Site) -> bool:
    """Tell whether a record has a validity; of one that is gone, whether its column takes such records first."""
    record = _record(path, site)
    if record is not None:
        return BY_NAME[record.kind].governed
    column = site.columns.get(path.rpartition("/")[0])
    return column is not None and BY_NAME[column.accepts[0]].governed


def _record_path(path: str) -> str:
    """Return the record path of a file of the project; empty for what is no record."""
    folder = f"{git.CONTENT}/"
    return (
        path.removeprefix(folder).removesuffix(".md")
        if path.startswith(folder) and path.endswith(".md")
        else ""
    )
