"""How soon an editor is told: from a key pressed to the findings, and how much memory the language server holds.

    python bench/language_server.py PROJECT [-- sitegen language-server]

Opens the longest document of the project, presses keys in it one after another as fast as answers come, asks for
completion and hovering, saves, and prints medians and the resident memory. The project's files are not changed.
"""

from __future__ import annotations

import json
import queue
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

KEYS = 40
PATIENCE = 60


class Server:
    """A language server over one project."""

    def __init__(self, command: list[str], project: Path) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self.number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        root = project.resolve().as_uri()
        folders = [{"uri": root, "name": "column"}]
        self.ask("initialize", {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": {}})
        self.say("initialized", {})

    def ask(self, method: str, params: Any) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        number = self.number
        return self.until(lambda message: message.get("id") == number)["result"]

    def say(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not wanted(message := self.messages.get(timeout=PATIENCE)):
            pass
        return message

    def findings(self, uri: str, wanted: Callable[[list[Any]], bool] = lambda _: True) -> None:
        def told(message: dict[str, Any]) -> bool:
            about = message.get("params", {})
            return message.get("method") == "textDocument/publishDiagnostics" and about["uri"] == uri and wanted(
                about["diagnostics"]
            )

        self.until(told)

    def memory(self) -> float:
        """Return the resident memory in MiB, now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * 4096 / 2**20

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        while head := self.process.stdout.readline():
            size = int(head.partition(b":")[2])
            while self.process.stdout.readline().strip():
                pass
            self.messages.put(json.loads(self.process.stdout.read(size)))


def typing(server: Server, uri: str, text: str) -> list[float]:
    """Return the milliseconds from each key to the findings of the text with it."""
    times = []
    for key in range(1, KEYS + 1):
        now = text.replace("---\n", f"---\n{'x' * key}: 1\n", 1)
        start = time.perf_counter()
        document = {"uri": uri, "version": key}
        server.say("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": now}]})
        name = f"“{'x' * min(key, 29)}"
        server.findings(uri, lambda told, name=name: any(name in each["message"] for each in told))
        times.append((time.perf_counter() - start) * 1000)
    return times


def asking(server: Server, method: str, uri: str) -> list[float]:
    times = []
    for _ in range(KEYS):
        start = time.perf_counter()
        server.ask(method, {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 0}})
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    project = Path(sys.argv[1])
    command = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else ["sitegen", "language-server"]
    file = max((project / "content").rglob("*.md"), key=lambda file: file.stat().st_size)
    text, uri = file.read_text(encoding="utf-8"), file.resolve().as_uri()
    start = time.perf_counter()
    server = Server(command, project)
    print(f"answers after {time.perf_counter() - start:.2f} s; the longest document has {len(text):,} characters")
    document = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    server.say("textDocument/didOpen", {"textDocument": document})
    server.findings(uri)
    print(f"first findings after {time.perf_counter() - start:.2f} s")
    server.findings(uri)
    print(f"findings of the whole column after {time.perf_counter() - start:.2f} s; {server.memory():.0f} MiB")
    for name, times in (
        ("a key", typing(server, uri, text)),
        ("completion", asking(server, "textDocument/completion", uri)),
        ("hovering", asking(server, "textDocument/hover", uri)),
    ):
        print(f"{name}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")
    start = time.perf_counter()
    server.say("textDocument/didSave", {"textDocument": {"uri": uri}})
    server.findings(uri)
    server.findings(uri)
    print(f"findings of the whole column after a save: {time.perf_counter() - start:.2f} s; {server.memory():.0f} MiB")
    server.ask("shutdown", None)
    server.say("exit", None)
    server.process.wait(PATIENCE)


if __name__ == "__main__":
    main()
