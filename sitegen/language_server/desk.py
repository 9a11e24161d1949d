"""The open files of an editor and the projects that they belong to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.formats import encoding
from sitegen.language_server.checking import LARGEST, LOST, Beyond, all_findings, as_stored, beyond
from sitegen.language_server.completing import Page
from sitegen.language_server.known import Known, Looked
from sitegen.language_server.text import Text, text_of

MOST = 1000
"""Findings in one open file, and in all that are not open: the rest is left to `sitegen check`."""
WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
NOTHING = text_of("")


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """An open file: its address at the editor, its project's folder, its path below that, its text."""

    uri: str
    folder: Path
    path: str
    text: Text


class State(msgspec.Struct, kw_only=True):
    """What is known of one project, and of which files the editor holds findings."""

    known: Known | None = None
    looked: Looked | None = None
    beyond: dict[str, Beyond] = {}
    told: set[str] = set()


class Desk:
    """All open files, and the projects by their folders."""

    def __init__(self) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.projects: dict[Path, State] = {}

    def lay(self, uri: str, file: Path, source: str) -> Sheet | None:
        """Take in an open or changed file; None where it belongs to no project, or is nothing that is read there."""
        file = Path(os.path.normpath(file))
        folder = folder_of(file)
        if folder is None or _is_linked(file, folder) or _is_attached(file, folder / "content"):
            self.sheets.pop(uri, None)
            return None
        self.projects.setdefault(folder, State())
        path = file.relative_to(folder).as_posix()
        self.sheets[uri] = Sheet(uri=uri, folder=folder, path=path, text=text_of(source))
        return self.sheets[uri]

    def page_of(self, sheet: Sheet) -> Page | None:
        """Return an open file with what helps to write it; None before its project is known."""
        state = self.projects[sheet.folder]
        if state.known is None:
            return None
        beside = sheet.folder / sheet.path.removesuffix(".md")
        return Page(
            path=sheet.path,
            lines=sheet.text.lines,
            known=state.known,
            documents=state.looked.documents if state.looked is not None else (),
            files=lambda: () if _is_linked(beside, sheet.folder) else names_in(beside),
        )

    def findings_of(self, sheet: Sheet) -> tuple[Diagnostic, ...]:
        """Return all findings of an open file as it is now."""
        state = self.projects[sheet.folder]
        rest = state.beyond.get(sheet.path, Beyond())
        found = all_findings(sheet.path, sheet.text.source, state.known, rest)
        if LOST not in sheet.text.source:
            return found
        data = data_at(sheet.folder, sheet.path)
        return as_stored(sheet.path, data, found) if len(data) <= LARGEST else found

    def take(self, folder: Path, known: Known | None, looked: Looked) -> None:
        """Take in what a look at a project found."""
        state = self.projects.setdefault(folder, State())
        state.known = known or state.known
        state.looked = looked
        state.beyond = {}
        for sheet in self.of(folder):
            self.recall(sheet)

    def recall(self, sheet: Sheet) -> bool:
        """Bring to an open file what the last look found in it beside what it tells itself; False without a look."""
        state = self.projects[sheet.folder]
        if state.looked is None:
            return False
        found = state.looked.findings.get(sheet.path, ())
        text = text_at(sheet.folder, sheet.path).source
        rest = Beyond(findings=found, lines=text.split("\n"))
        state.beyond[sheet.path] = beyond(found, sheet.path, text, state.known) if state.known else rest
        return True

    def of(self, folder: Path) -> list[Sheet]:
        """Return the open files of a project."""
        return [sheet for sheet in self.sheets.values() if sheet.folder == folder]

    def closed(self, folder: Path) -> dict[str, list[Diagnostic]]:
        """Return the findings of the last look in files that are not open, the heaviest first, at most `MOST`."""
        state = self.projects[folder]
        open_paths = {sheet.path for sheet in self.of(folder)}
        everything = state.looked.findings if state.looked is not None else {}
        found = [each for path, group in everything.items() if path not in open_paths for each in group]
        by_path: dict[str, list[Diagnostic]] = {}
        for each in heaviest(found):
            by_path.setdefault(each.path, []).append(each)
        return by_path


def folder_of(file: Path) -> Path | None:
    """Return the project that a file lies in: the nearest folder around it with `content/site.yaml`."""
    return next((folder for folder in file.parents if (folder / "content" / "site.yaml").is_file()), None)


def _is_attached(file: Path, content: Path) -> bool:
    """Tell whether a file lies in the folder of a document, which holds its attachments."""
    above = (folder for folder in file.parents if folder.is_relative_to(content) and folder != content)
    return any(
        folder.with_name(f"{folder.name}.md").is_file() and not (folder / "_column.yaml").is_file()
        for folder in above
    )


def heaviest(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the heaviest of findings, at most `MOST`; those of the same weight in their order."""
    return sorted(found, key=lambda each: WEIGHTS[each.severity])[:MOST]


def _is_linked(file: Path, folder: Path) -> bool:
    """Tell whether the way to a file below `folder` leads over a link, which may lead out of the project."""
    return any(part.is_symlink() for part in (file, *file.parents) if part.is_relative_to(folder) and part != folder)


def folders_in(roots: Iterable[Path]) -> Iterator[Path]:
    """Give the projects that the folders of a workspace are."""
    return (root for root in roots if (root / "content" / "site.yaml").is_file())


def text_at(folder: Path, path: str) -> Text:
    """Return the text of a file of a project as it lies there; nothing of what is no text or cannot be read."""
    return text_of(encoding.decode(data_at(folder, path))[0])


def data_at(folder: Path, path: str) -> bytes:
    """Return what lies in a file of a project; nothing of what is no text or cannot be read."""
    file = Path(os.path.normpath(folder / path))
    if file.suffix not in (".md", ".yaml") or not file.is_relative_to(folder) or _is_linked(file, folder):
        return b""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def names_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder, if there is one."""
    try:
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
    except OSError:
        return []
