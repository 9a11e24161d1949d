"""Finding what a reference means: a path below content/, a 文号, or a title."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Set

import msgspec

from sitegen import urls
from sitegen.disclosure.clean_numbers import number_of
from sitegen.model.records import AnyRecord, Document, Tombstone
from sitegen.model.site_config import Body, Column
from sitegen.site import FileFacts


class Targets(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of the site that something else can point at.

    `numbers` maps a normalised 文号 to the record that bears it, `titles` a title without marks to the record.
    Records in `withdrawn` are among those held, but their pages answer with a statement (撤下说明).
    `unread` are the paths below `content/` of files that could not be read: pointing at them is no second fault.
    """

    published: Mapping[str, AnyRecord]
    held: Mapping[str, AnyRecord]
    columns: Mapping[str, Column]
    bodies: Mapping[str, Body]
    files: Mapping[str, FileFacts]
    numbers: Mapping[str, AnyRecord]
    titles: Mapping[str, AnyRecord]
    withdrawn: Set[str]
    unread: frozenset[str]


def numbers_of(records: Iterable[AnyRecord]) -> dict[str, AnyRecord]:
    """Return the records that bear a 文号, by its normal form; of two with one number the later path wins."""
    return {
        number_of(record.document_number): record
        for record in records
        if isinstance(record, Document | Tombstone) and record.document_number
    }


def bare_title(title: str) -> str:
    """Return a title without 《》 and white space, as references are compared."""
    return title.strip("《》").replace(" ", "").replace("\u3000", "")


def titles_of(records: Iterable[AnyRecord]) -> dict[str, AnyRecord]:
    """Return documents by title, for references that give no number; equal titles lead nowhere."""
    found: dict[str, AnyRecord] = {}
    twice: set[str] = set()
    for record in records:
        if isinstance(record, Document):
            title = bare_title(record.title)
            if title in found:
                twice.add(title)
            found[title] = record
    for title in twice:
        del found[title]
    return found


def is_path(target: str) -> bool:
    """Tell whether a reference is written as a path rather than as a 文号."""
    return "/" in target or target.endswith(".md")


def find_record(targets: Targets, target: str, folder: str = "") -> AnyRecord | None:
    """Return the record (published or held) that a 文号 or path means; paths also count from `folder`."""
    if not is_path(target):
        return targets.numbers.get(number_of(target))
    found = (targets.published.get(path) or targets.held.get(path) for path in _paths(target, folder))
    return next((record for record in found if record is not None), None)


def means_unread(targets: Targets, target: str, folder: str) -> bool:
    """Tell whether a path means a file that is there and could not be read."""
    return is_path(target) and any(f"{path}.md" in targets.unread for path in _paths(target, folder))


def owner_of(path: str, records: Container[str]) -> str:
    """Return the path of the record in whose folder a file lies; folders may lie in folders. Empty for none."""
    folder = path.rpartition("/")[0]
    while folder and folder not in records:
        folder = folder.rpartition("/")[0]
    return folder


def _paths(target: str, folder: str) -> Iterator[str]:
    path = target.removeprefix("content/").removesuffix(".md").removesuffix(".html").strip("/")
    yield path
    near = urls.resolve(folder, path) if folder else None
    if near is not None:
        yield near
