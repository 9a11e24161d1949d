"""Drive the language server behind VS Code's YAML extension over a project, as the editor does.

    python bench/editor_session.py PROJECT -- yaml-language-server --stdio

The server (npm: yaml-language-server) gets the project's `.vscode/settings.json` and opens files as an editor would:
what is offered, what is told over a name, what is underlined. Prints one line a question and leaves with 1 where an
answer is not the one that docs/editor.md promises. A record's front matter is asked for as YAML: VS Code itself never
sends the head of a Markdown file to this server.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from select import select
from typing import Any

MOST_RECORDS = 4
QUIET = 0.6
"""Seconds without a word after which the server has said everything."""
SCHEMAS = ".vscode/schemas"
RECORD = "类型: 行政规范性文件\n标题: 青岚区临时救助实施办法\n"


class Server:
    """A language server that runs over one project; messages go both ways on its standard input and output."""

    def __init__(self, command: list[str], project: Path) -> None:
        self.project = project.resolve()
        self.settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        assert self.process.stdout is not None
        self.output = self.process.stdout
        self.number = 0
        self.told: dict[str, list[Any]] = {}
        folder = {"uri": self.project.as_uri(), "name": "project"}
        about = {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": ABILITIES}
        self.about = self.ask("initialize", {**about, "locale": "zh-cn"})
        self.say("initialized", {})
        self.say("workspace/didChangeConfiguration", {"settings": {"yaml": self.of_yaml()}})

    def of_yaml(self) -> dict[str, Any]:
        """Return what the settings say to the extension, with what it does where they are silent."""
        own = {name.removeprefix("yaml."): value for name, value in self.settings.items() if name.startswith("yaml.")}
        return {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}, **own}

    def open(self, path: str, text: str) -> str:
        """Open a file with this text, whether or not it is there, and return its address."""
        uri = (self.project / path).as_uri()
        self.say("textDocument/didClose", {"textDocument": {"uri": uri}})
        self.until_quiet()
        self.told.pop(uri, None)
        self.number += 1
        version = self.number  # a document of the same version is not read again
        document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
        self.say("textDocument/didOpen", {"textDocument": document})
        return uri

    def faults(self, uri: str) -> list[Any]:
        """Return what is underlined in an open file."""
        while uri not in self.told:
            self.read()
        self.until_quiet()
        return self.told[uri]

    def until_quiet(self) -> None:
        """Read on until the server has nothing more to say: it looks at a file a moment after it was opened."""
        while select([self.output], [], [], QUIET)[0]:
            self.read()

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == number and "method" not in message:
                return message.get("result")

    def at(self, method: str, uri: str, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position})

    def say(self, method: str, params: dict[str, Any]) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """Return the next message; questions of the server are answered on the way."""
        size, data = 0, b""
        while (line := self.output.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        if not size:
            raise SystemExit("the server is gone")
        while len(data) < size:
            data += self.output.read(size - len(data))
        message: dict[str, Any] = json.loads(data)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            sections = {"yaml": self.of_yaml(), "http": {}, "[yaml]": {}, "editor": {}, "files": {}}
            answers = [sections.get(item.get("section"), {}) for item in message["params"]["items"]]
            self.send({"id": message["id"], "result": answers})
        elif "id" in message and "method" in message:
            self.send({"id": message["id"], "result": None})
        return message


ABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True, "didChangeConfiguration": {}},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


def head(name: str, path: str) -> str:
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{SCHEMAS}/{name}\n"


def offered(server: Server, path: str, text: str) -> list[str]:
    """Return what is offered at the end of a text."""
    uri = server.open(path, text)
    found = server.at("completion", uri, text.count("\n"), len(text.rpartition("\n")[2]))
    items = found["items"] if isinstance(found, dict) else found or []
    return [item["label"] for item in items]


def hovered(server: Server, path: str, text: str, word: str) -> str:
    uri = server.open(path, text)
    before = text[: text.index(word)]
    found = server.at("hover", uri, before.count("\n"), len(before.rpartition("\n")[2]) + 1)
    return str(found["contents"]["value"]) if found else ""


def underlined(server: Server, path: str, text: str) -> list[str]:
    faults = server.faults(server.open(path, text))
    return [f"{fault['range']['start']['line'] + 1}: {fault['message']}" for fault in faults]


SITE, COLUMN, BODY = "content/site.yaml", "content/zhengce/_column.yaml", "content/jigou/xin.yaml"
RECORD_FILE = "content/zhengce/xin.yaml"


def session(server: Server) -> Iterator[tuple[str, object, bool]]:
    """Yield each question, what came, and whether it will do."""
    project = server.project
    for path, names, value, values, wrong in (
        (SITE, {"名称", "网站标识码", "门户", "层级"}, "层级: ", {"省级", "县级"}, "层级: 村级\n"),
        (COLUMN, {"收录", "栏目类型", "更新周期"}, "收录:\n  - ", {"行政规范性文件", "政府公报"}, "更新周期: 三十天\n"),
        (BODY, {"代码", "类别", "联系电话"}, "类别: ", {"政府部门", "乡镇人民政府"}, "更新日期: 2026年3月\n"),
    ):
        found = offered(server, path, "")
        yield f"{path}: names offered", sorted(names & {*found}), names <= {*found}
        found = offered(server, path, value)
        yield f"{path}: values after “{value.strip()}”", sorted(values & {*found}), values <= {*found}
        word = value.partition(":")[0]
        help = hovered(server, path, f"{value}{next(iter(sorted(values)))}\n", word)
        yield f"{path}: told over {word}", help[:60], any("一" <= sign <= "鿿" for sign in help.replace(word, ""))
        faults = underlined(server, path, wrong)
        yield f"{path}: {wrong.strip()}", faults, any(fault.startswith("1: ") for fault in faults)
        faults = underlined(server, path, "没有这一项: 甲\n")
        yield f"{path}: a name that does not exist", faults, len(faults) > 0
        if (project / path).is_file():
            faults = underlined(server, path, (project / path).read_text(encoding="utf-8"))
            yield f"{path}: the file as it is", faults, faults == []
    yield from record(server)


def record(server: Server) -> Iterator[tuple[str, object, bool]]:
    """Yield the questions about a record's front matter, which carries its schema in its first line."""
    start = head("front-matter.schema.json", RECORD_FILE) + RECORD
    found = offered(server, RECORD_FILE, start)
    wanted = {"文号", "施行日期", "有效期至", "废止", "审核"}
    yield "front matter: names offered", sorted(wanted & {*found}), wanted <= {*found}
    found = offered(server, RECORD_FILE, f"{start}公开属性: ")
    wanted = {"主动公开", "依申请公开", "不予公开"}
    yield "front matter: values after 公开属性", sorted(wanted & {*found}), wanted <= {*found}
    help = hovered(server, RECORD_FILE, f"{start}文号: 青政规〔2023〕4号\n", "文号")
    yield "front matter: told over 文号", help[:60], "发文字号" in help
    for line in ("公开属性: 公开\n", "发布日期: 2026年3月2日\n", "施行日期: 明年\n", "文件号: 甲\n"):
        faults = underlined(server, RECORD_FILE, start + line)
        yield f"front matter: {line.strip().splitlines()[0]}", faults, any(fault.startswith("4: ") for fault in faults)


    for file in sorted((server.project / "content/zhengce").rglob("*.md"))[:MOST_RECORDS]:
        header = file.read_text(encoding="utf-8").split("---\n")[1]
        kind = "" if "类型: " in header else kind_of(file)
        start = head("front-matter.schema.json", RECORD_FILE) + kind
        faults = underlined(server, RECORD_FILE, start + header)
        yield f"front matter of {file.name} as it is", faults, faults == []


def kind_of(file: Path) -> str:
    """Return the line that names the kind which a record takes from its column."""
    column = (file.parent / "_column.yaml").read_text(encoding="utf-8")
    return f"类型: {column.partition('收录: [')[2].partition(']')[0].split(',')[0]}\n"


def main() -> int:
    """Run the session and print it."""
    project, command = Path(sys.argv[1]), sys.argv[sys.argv.index("--") + 1 :]
    started = time.monotonic()
    server = Server(command, project)
    failed = 0
    for question, answer, right in session(server):
        failed += not right
        print(f"{'ok  ' if right else 'FAIL'} {question} → {answer}")
    server.process.terminate()
    print(f"{failed} wrong, {time.monotonic() - started:.1f} s; {server.about.get('serverInfo', '')}")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
