"""`sitegen index PATH …`: documents that lie in files of any kind, with their states as their own texts tell them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from sitegen.cli.suggest_desk import Reading, files_of, library_of, read_file, surroundings
from sitegen.disclosure.states import NAMES
from sitegen.model.records import Document
from sitegen.suggesting.chronicle import Text, courses_of
from sitegen.views.ledger import LedgerEntry
from sitegen.views.make_ledger import entry_among


def entries_of_files(paths: tuple[Path, ...], project: Path | None, as_of: date) -> tuple[LedgerEntry, ...]:
    """Return an entry for every file, by path, then one for every document that they only act on."""
    files = files_of(paths)
    around = surroundings(files, project, as_of)
    readings = [read_file(file, around) for file in files]
    texts = [text for reading in readings for text in _texts(reading)]
    rules = around.site.catalogues.profile.term if around.site is not None else None
    courses = courses_of(texts, library_of(readings, around), rules)
    own = {text.acting.path for text in texts}
    ordered = sorted(courses.values(), key=lambda course: (course.key not in own, course.key))
    names = around.site.state_names if around.site is not None else NAMES
    entries = (entry_among(course, courses, as_of, names=names) for course in ordered)
    return tuple(
        msgspec.structs.replace(entry, path=course.key) if course.key in own else entry
        for course, entry in zip(ordered, entries, strict=True)
    )


def _texts(reading: Reading) -> tuple[Text, ...]:
    if reading.statements is None:
        return ()
    record = reading.record if isinstance(reading.record, Document) else None
    return (
        Text(
            acting=reading.acting,
            statements=reading.statements,
            published_on=reading.published_on,
            record=record,
        ),
    )
