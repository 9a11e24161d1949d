"""The server: what an editor asks on standard input is answered from the desk; the column is looked at elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from sitegen import __version__
from sitegen.diagnostics import Diagnostic
from sitegen.language_server import forms
from sitegen.language_server.completing import Page, proposed
from sitegen.language_server.desk import NOTHING, Desk, Sheet, State, folders_in, heaviest, text_at
from sitegen.language_server.hovering import told
from sitegen.language_server.known import Opening, acquaint, look
from sitegen.language_server.looking import away, end_all, new_process
from sitegen.language_server.text import Text

PAUSE = 0.08
"""Seconds without a key before an open file is checked."""
BREATH = 0.3
"""Seconds without a saved or changed file before the column is looked at."""
TRIGGERS = [" ", "[", "{", ","]


class Server(LanguageServer):
    """A language server for the front matter and the YAML files of columns."""

    def __init__(self, opening: Opening) -> None:
        super().__init__("sitegen", __version__, types.TextDocumentSyncKind.Full)
        self.opening = opening
        self.desk = Desk()
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._looking: dict[Path, asyncio.Task[None]] = {}
        self._again: set[Path] = set()
        self._one_at_a_time = asyncio.Lock()
        self.options: object = None

    def option(self, name: str) -> str:
        """Return what the editor's side said when it began; empty where it said nothing."""
        return str(self.options.get(name, "")) if isinstance(self.options, dict) else ""

    def write_down(self, uri: str, source: str) -> None:
        """Take in the text of an open file, and check it when no key has been pressed for a moment."""
        if self._lay(uri, source) is not None:
            self._later(uri, PAUSE, partial(self._check, uri))

    def lay_out(self, uri: str, source: str) -> None:
        """Take in a file that is opened: what the last look found in it counts, and without one there is one now."""
        sheet = self._lay(uri, source)
        if sheet is None:
            return
        if not self.desk.recall(sheet):
            self.look_at(sheet.folder)
        self._check(uri)

    def _lay(self, uri: str, source: str) -> Sheet | None:
        name = to_fs_path(uri) if uri.startswith("file:") else None
        return self.desk.lay(uri, Path(name), source) if name else None

    def look_at(self, folder: Path) -> None:
        """Have the whole column looked at, once more if it is being looked at just now."""
        if folder in self._looking:
            self._again.add(folder)
        else:
            self._looking[folder] = asyncio.get_running_loop().create_task(self._look(folder))

    def putaway(self, uri: str) -> None:
        """Let go of a file that is closed: what the last look found in it is still told."""
        sheet = self.desk.sheets.pop(uri, None)
        if sheet is not None:
            state = self.desk.projects[sheet.folder]
            found = state.looked.findings.get(sheet.path, ()) if state.looked is not None else ()
            self._tell(sheet.folder, uri, found, text_at(sheet.folder, sheet.path))

    def _later(self, name: str, seconds: float, do: Callable[[], None]) -> None:
        if before := self._waiting.pop(name, None):
            before.cancel()
        self._waiting[name] = asyncio.get_running_loop().create_task(_after(seconds, do))

    def _check(self, uri: str) -> None:
        sheet = self.desk.sheets.get(uri)
        if sheet is not None and self.desk.projects[sheet.folder].known is not None:
            self._tell(sheet.folder, uri, self.desk.findings_of(sheet), sheet.text)

    async def _look(self, folder: Path) -> None:
        """Look at a project, and once more if something was saved meanwhile."""
        try:
            await asyncio.sleep(BREATH)
            async with self._one_at_a_time:
                self._again.discard(folder)
                await self._look_now(folder)
        except Exception as error:  # whatever it is, writing goes on without; it stands in the editor's log
            text = f"{type(error).__name__}: {error}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, text))
        finally:
            del self._looking[folder]
        if folder in self._again:
            self._again.discard(folder)
            self.look_at(folder)

    async def _look_now(self, folder: Path) -> None:
        """Look at a project in a process of its own, which ends afterwards and gives back its memory."""
        if not any(folders_in([folder])):
            self._forget(folder)
            return
        pool = new_process()
        try:
            known = await away(pool, partial(acquaint, self.opening, folder))
            self.desk.projects[folder].known = known or self.desk.projects[folder].known
            self._check_open(folder)
            self.desk.take(folder, known, await away(pool, partial(look, self.opening, folder)))
            self._check_open(folder)
            self._tell_closed(folder)
        finally:
            pool.shutdown(wait=False)

    def _forget(self, folder: Path) -> None:
        """Take back what was told of a project that was deleted or renamed while it was open."""
        gone = self.desk.projects[folder].told | {sheet.path for sheet in self.desk.of(folder)}
        self.desk.projects[folder] = State()
        for path in sorted(gone):
            self._tell(folder, _uri(folder, path), (), NOTHING)

    def _check_open(self, folder: Path) -> None:
        for sheet in self.desk.of(folder):
            self._check(sheet.uri)

    def _tell_closed(self, folder: Path) -> None:
        """Tell what is wrong in files that are not open, and that nothing is wrong any more in others."""
        state, closed = self.desk.projects[folder], self.desk.closed(folder)
        opened = {sheet.path for sheet in self.desk.of(folder)}
        for path in (state.told - closed.keys()) - opened:
            self._tell(folder, _uri(folder, path), (), NOTHING)
        for path, found in closed.items():
            self._tell(folder, _uri(folder, path), found, text_at(folder, path))
        state.told = set(closed)

    def _tell(
        self, folder: Path, uri: str, found: tuple[Diagnostic, ...] | list[Diagnostic], text: Text
    ) -> None:
        known = self.desk.projects[folder].known
        docs = known.config.rule_docs if known is not None else ""
        uri_of, at = partial(_uri, folder), partial(text_at, folder)
        items = [forms.diagnostic(each, text, docs, uri_of, at) for each in heaviest(found)]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items))


def serve(opening: Opening) -> None:
    """Answer an editor on standard input and output until it says good-bye."""
    server = Server(opening)
    _listen(server)
    _answer(server)
    try:
        server.start_io()
    finally:
        end_all()


def _listen(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def begin(params: types.InitializeParams) -> None:
        server.options = params.initialization_options

    @server.feature(types.INITIALIZED)
    def begun(_: types.InitializedParams) -> None:
        roots = [to_fs_path(uri) for uri in server.workspace.folders]
        for folder in folders_in(Path(root) for root in roots if root):
            server.desk.projects.setdefault(folder, State())
            server.look_at(folder)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.lay_out(params.text_document.uri, params.text_document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.write_down(uri, server.workspace.get_text_document(uri).source)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        sheet = server.desk.sheets.get(params.text_document.uri)
        if sheet is not None:
            server.look_at(sheet.folder)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.putaway(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def moved(params: types.DidChangeWatchedFilesParams) -> None:
        files = [Path(to_fs_path(change.uri) or "") for change in params.changes]
        for folder in server.desk.projects:
            if any(file.is_relative_to(folder) for file in files):
                server.look_at(folder)


def _answer(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    def complete(params: types.CompletionParams) -> types.CompletionList | None:
        asked = _asked(server, params)
        if asked is None:
            return None
        sheet, page, line, column = asked
        found = proposed(page, line, column)
        if found is None:
            return None
        again = server.option("again")
        return forms.completion(found, sheet.text, line, snippets=_takes_snippets(server), again=again)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        asked = _asked(server, params)
        if asked is None:
            return None
        sheet, page, line, column = asked
        found = told(page, line, column)
        return forms.hover(found, sheet.text) if found is not None else None

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix])
    )
    def mend(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        sheet = server.desk.sheets.get(params.text_document.uri)
        if sheet is None:
            return None
        first, last = params.range.start.line + 1, params.range.end.line + 1
        found = [
            each
            for each in server.desk.findings_of(sheet)
            if each.span is not None and first <= each.span.end_line and each.span.line <= last
        ]
        return forms.fixes(found, sheet.text, sheet.uri)


def _asked(
    server: Server, params: types.CompletionParams | types.HoverParams
) -> tuple[Sheet, Page, int, int] | None:
    """Return the open file that is asked about, what helps to write it, and the line and column in it."""
    sheet, place = server.desk.sheets.get(params.text_document.uri), params.position
    page = server.desk.page_of(sheet) if sheet is not None else None
    if sheet is None or page is None:
        return None
    return sheet, page, place.line, sheet.text.column_of(place.line, place.character)


def _takes_snippets(server: Server) -> bool:
    of_text = server.client_capabilities.text_document
    completion = of_text.completion if of_text is not None else None
    item = completion.completion_item if completion is not None else None
    return bool(item is not None and item.snippet_support)


async def _after(seconds: float, do: Callable[[], None]) -> None:
    await asyncio.sleep(seconds)
    do()


def _uri(folder: Path, path: str) -> str:
    return from_fs_path(str(folder / path)) or ""
