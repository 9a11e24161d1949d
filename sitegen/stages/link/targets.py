"""Finding what a reference means: a path below content/, a 文号, or a title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sitegen import urls
from sitegen.disclosure.clean_numbers import number_of
from sitegen.model.records import AnyRecord, Document
from sitegen.model.site_config import Body, Column
from sitegen.site import FileFacts


class Targets(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of the site that something else can point at.

    `numbers` maps a normalised 文号 to the record that bears it, `titles` a title without marks to the record.
    """

    published: Mapping[str, AnyRecord]
    held: Mapping[str, AnyRecord]
    columns: Mapping[str, Column]
    bodies: Mapping[str, Body]
    files: Mapping[str, FileFacts]
    numbers: Mapping[str, AnyRecord]
    titles: Mapping[str, AnyRecord]


def numbers_of(records: Iterable[AnyRecord]) -> dict[str, AnyRecord]:
    """Return the records that bear a 文号, by its normal form; of two with one number the later path wins."""
    return {
        number_of(record.document_number): record
        for record in records
        if isinstance(record, Document) and record.document_number
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
    if is_path(target):
        path = target.removeprefix("content/").removesuffix(".md").removesuffix(".html").strip("/")
        near = urls.resolve(folder, path) if folder else None
        for candidate in (path, near):
            if candidate is not None:
                record = targets.published.get(candidate) or targets.held.get(candidate)
                if record is not None:
                    return record
        return None
    return targets.numbers.get(number_of(target))
