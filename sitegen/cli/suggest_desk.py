"""What `suggest` works on: the files it was given, the project around them, the documents that may be meant."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click
import msgspec

from sitegen import pipeline
from sitegen.cli.project import open_memory, open_project
from sitegen.disclosure.statements import Statements, TermEnding, first_publication, read_statements
from sitegen.formats import encoding
from sitegen.model.records import AnyRecord, Document
from sitegen.reading import FALLBACK_KIND, lists_of
from sitegen.site import Site
from sitegen.stages.parse import Draft, parse
from sitegen.stages.validate import Lists, validate
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch
from sitegen.suggesting.library import Known, Library, known_of
from sitegen.suggesting.pages import PlainPage, read_page
from sitegen.suggesting.web_pages import is_web_page, read_web_page

WEB_PAGES = (".html", ".htm")
SUFFIXES = (".md", ".txt", *WEB_PAGES)
UNREADABLE = "文件开头的信息有错误，读不出来；先运行 sitegen check 查看并改好。"
NO_LISTS = Lists(themes=frozenset(), genres=frozenset())


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """The project around the files: its folder, its records by their files; None and nothing where there is none."""

    folder: Path | None
    records: Mapping[Path, AnyRecord]
    term_ending: TermEnding
    site: Site | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One file, read. `record` and `text` are there for Markdown with front matter, else there is nothing to write.

    `acting` is the file as a document among others, `published_on` the day that a page gives; `problem` says in
    Chinese why nothing was read.
    """

    file: Path
    shown: str
    acting: Known
    statements: Statements | None = None
    published_on: date | None = None
    record: AnyRecord | None = None
    text: str = ""
    problem: str = ""


def files_of(paths: Iterable[Path], suffixes: tuple[str, ...] = SUFFIXES) -> tuple[Path, ...]:
    """Return the files that paths name, those in folders in order and with `suffixes`; hidden ones are left out."""
    files: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            hidden = path.is_dir() and any(part.startswith(".") for part in file.relative_to(path).parts)
            if file.is_file() and not hidden and (file.suffix.lower() in suffixes or file == path):
                files[file] = None
    if not files:
        raise click.UsageError("这里没有 .md、.txt 或者 .html 文件。")
    return tuple(files)


def surroundings(files: tuple[Path, ...], project: Path | None, as_of: date | None) -> Surroundings:
    """Return the project that was named, or the one around the first file."""
    folder = project or next(
        (each for each in files[0].resolve().parents if (each / "content" / "site.yaml").is_file()), None
    )
    if folder is None:
        return Surroundings(folder=None, records={}, term_ending=TermEnding.DAY_BEFORE)
    opened = open_project(folder, as_of)
    memory, team = open_memory(opened), Workers(processors())
    try:
        checked = pipeline.check(opened, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()
    if checked.site is None or checked.reading is None:
        raise click.UsageError("这个项目的设置有错误，先运行 sitegen check 查看并改好。")
    root = opened.folder.resolve()
    return Surroundings(
        folder=root,
        records={root / record.source: record for record in checked.reading.records},
        term_ending=lists_of(checked.site.catalogues, checked.site.config).term_ending,
        site=checked.site,
    )


def read_file(file: Path, around: Surroundings) -> Reading:
    """Read one file: a record of the project, Markdown with front matter from elsewhere, or a plain page."""
    data = file.read_bytes()
    text, faults = encoding.decode(data)
    shown = shown_path(file, around)
    if file.suffix.lower() == ".md" and text.lstrip().startswith("---"):
        parsed = parse(data)
        if parsed.draft is None:
            return Reading(file=file, shown=shown, acting=_nobody(shown), problem=UNREADABLE)
        return _record(file, shown, parsed.draft, data, around)
    if faults and not text.strip():
        return Reading(file=file, shown=shown, acting=_nobody(shown), problem=faults[0].message)
    return _page(file, shown, text, around)


def _record(file: Path, shown: str, draft: Draft, data: bytes, around: Surroundings) -> Reading:
    record = around.records.get(file.resolve())
    if record is None:
        record = validate(file.stem, draft.header, draft.body, FALLBACK_KIND, NO_LISTS).record
    published = (
        record.published_at.date() if record and record.published_at and not record.backfilled else None
    )
    statements = read_statements(
        draft.body.plain.replace("\t", "|"),
        title=record.title if record else "",
        document_number=record.document_number if isinstance(record, Document) else "",
        written_on=record.written_on if record else None,
        published_on=published,
        term_ending=around.term_ending,
    )
    acting = _with_text(record, statements) or _nobody(record.path if record else shown)
    text = data.decode("utf-8", "replace")
    return Reading(
        file=file,
        shown=shown,
        acting=acting,
        statements=statements,
        published_on=published,
        record=record,
        text=text,
    )


def _with_text(record: AnyRecord | None, statements: Statements) -> Known | None:
    """Return a record as a document that may be meant, with what only its text says of its number and day."""
    known = known_of(record) if record else None
    if known is None or record is None:
        return known
    return msgspec.structs.replace(
        known,
        number=known.number or statements.document_number,
        written_on=record.written_on or statements.written_on or known.written_on,
        numbered=known.number != "",
    )


def _page(file: Path, shown: str, text: str, around: Surroundings) -> Reading:
    page = page_of(file, text)
    statements = read_statements(
        page.text,
        title=page.title,
        document_number=page.number,
        written_on=page.written_on,
        published_on=page.published_on,
        term_ending=around.term_ending,
    )
    issued = first_publication(statements.enactment_note)
    number = statements.document_number or page.number or (issued.number if issued else "")
    issued_on = issued.date if issued else None
    written = statements.written_on or page.written_on or issued_on or page.published_on
    acting = Known(path=shown, title=statements.title, number=number, written_on=written)
    published = page.published_on or statements.published_on or issued_on
    return Reading(file=file, shown=shown, acting=acting, statements=statements, published_on=published)


def page_of(file: Path, text: str) -> PlainPage:
    """Take a file apart that is no Markdown of a project: a page as it stands on the web, or a plain text."""
    return read_web_page(text) if file.suffix.lower() in WEB_PAGES or is_web_page(text) else read_page(text)


def library_of(readings: Iterable[Reading], around: Surroundings) -> Library:
    """Return the documents that may be meant: the project's, the files' own, and those that only texts name."""
    known = (known_of(record) for record in around.records.values())
    by_path = {each.path: each for each in known if each is not None}
    read = list(readings)
    by_path |= {each.acting.path: each.acting for each in read if each.statements}
    documents = list(by_path.values())
    library = Library(documents)
    cited = {
        ("" if library.bears_another_title(act.number, act.title) else act.number, act.title)
        for each in read
        if each.statements
        for act in each.statements.acts
        if act.number
        and act.title
        and library.find(act.number, act.title, each.acting, act.issued_on) is None
    }
    named = (Known(path="", title=title, number=number) for number, title in sorted(cited))
    return Library([*documents, *named])


def _nobody(path: str) -> Known:
    return Known(path=path, title="", number="")


def shown_path(file: Path, around: Surroundings) -> str:
    """Return how a file is named: relative to the project, else as it was given."""
    resolved = file.resolve()
    if around.folder is not None and resolved.is_relative_to(around.folder):
        return resolved.relative_to(around.folder).as_posix()
    return file.as_posix()
