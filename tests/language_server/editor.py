"""An editor, as a language server sees one: messages in frames on standard input and output."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import NOW

PATIENCE = 60
"""Seconds after which a message that does not come is a fault: nothing is measured with it."""
ABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "publishDiagnostics": {"relatedInformation": True},
    }
}
Said = list[dict[str, Any]]


class Editor:
    """An editor with a project open, and the server that it started."""

    def __init__(self, folder: Path, abilities: dict[str, Any] = ABILITIES, workspace: bool = True) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "sitegen", "language-server", "--stdio"]
        self.process = subprocess.Popen(
            command,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "SOURCE_DATE_EPOCH": NOW},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self.told: dict[str, Said] = {}
        self.number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        root = folder.as_uri() if workspace else None
        folders = [{"uri": root, "name": "column"}] if workspace else None
        about = {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": abilities}
        self.about = self.ask("initialize", about | {"initializationOptions": {"again": "propose.again"}})
        self.say("initialized", {})

    def close(self) -> int:
        """End the server as editors do, and return its exit code."""
        self.ask("shutdown", None)
        self.say("exit", None)
        code = self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()
        return code

    def uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def open(self, path: str, text: str) -> str:
        return self.open_at(self.uri(path), text)

    def open_at(self, uri: str, text: str) -> str:
        self.told.pop(uri, None)
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        self.say("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri: str, text: str) -> None:
        self.told.pop(uri, None)
        document = {"uri": uri, "version": 2}
        self.say("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def save(self, uri: str) -> None:
        self.say("textDocument/didSave", {"textDocument": {"uri": uri}})

    def shut(self, uri: str) -> None:
        self.say("textDocument/didClose", {"textDocument": {"uri": uri}})

    def until(self, uri: str, wanted: Callable[[Said], bool] = lambda _: True) -> Said:
        """Wait until the findings of a file are as wanted, and return them."""
        while uri not in self.told or not wanted(self.told[uri]):
            self._take(self._next())
        return self.told[uri]

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place})

    def offered(self, uri: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """Return what is proposed at a place, by its label, in the order of the list."""
        found = self.at("completion", uri, line, character)
        return {item["label"]: item for item in found["items"]} if found else {}

    def ask(self, method: str, params: Any) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._take(message)

    def say(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        assert message["method"] == "textDocument/publishDiagnostics", message
        self.told[message["params"]["uri"]] = message["params"]["diagnostics"]

    def _next(self) -> dict[str, Any]:
        return self.messages.get(timeout=PATIENCE)

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        stream = self.process.stdout
        while head := stream.readline():
            size = int(head.partition(b":")[2])
            while stream.readline().strip():
                pass
            self.messages.put(json.loads(stream.read(size)))


def codes(said: Said) -> list[str]:
    """Return the ids of findings, sorted."""
    return sorted(each["code"] for each in said)
