"""full text: records and their texts → the files of a Pagefind index, in a folder of their own.

Every character that counts is a word of the index (`formats.search_text`), so a quoted phrase of spaced characters
finds exactly the texts that hold it; Pagefind's own division into words is never asked. Pages go to its service one by
one in a fixed order: when it reads a folder by itself, their order, and every byte with it, depends on the file system.
"""

from __future__ import annotations

import base64
import gzip
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import msgspec
import pagefind_bin

from sitegen.formats.html_text import lines_of
from sitegen.formats.search_text import BREAK, spaced
from sitegen.views.page import Body

PAGEFIND = f"pagefind {version('pagefind-bin')}"
PAGES = "pages.json"
"""Our own file beside Pagefind's: its names of all pages, in the order of their site paths."""
PARTS = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.*.pagefind",
    "*.pf_meta",
    "index/*",
)
"""What a search needs of what Pagefind writes; not its user interface, and not the texts it keeps for excerpts."""
LANGUAGE = "zh-cn"
FRAGMENT_MARK = b"pagefind_dcd"
"""How Pagefind begins each of its packed files."""
AHEAD = 64
"""Pages that are sent before their receipts are read: those fit into the pipe."""
Message = Mapping[str, object]


class IndexedPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page: its site path, the lines that stand above its text (title, numbers, names), its encoded body."""

    path: str
    head: tuple[str, ...]
    body: bytes


class PagefindError(RuntimeError):
    """Pagefind did not do its work: no memory, no space, a broken installation."""


def make_index(pages: Iterable[bytes], folder: Path) -> dict[str, str]:
    """Write the index of `pages`, messages of `encoded_pages` in order of path, into the empty `folder`.

    Return the SHA-256 of each file in hexadecimal by its name; nothing where there are no pages.
    """
    raw = folder / "raw"
    count = _run(pages, raw.resolve())
    if not count:
        return {}
    names = _page_names(raw / "fragment")
    if len(names) != count:
        raise PagefindError(f"{count} pages were indexed as {len(names)}")
    for file in [file for pattern in PARTS for file in raw.glob(pattern)]:
        target = folder / file.relative_to(raw)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
    (folder / PAGES).write_bytes(msgspec.json.encode([names[path] for path in sorted(names)]) + b"\n")
    shutil.rmtree(raw)
    return {file.relative_to(folder).as_posix(): digest_of(file) for file in _files(folder)}


def encoded_pages(pages: Sequence[IndexedPage]) -> list[bytes]:
    """Return the message to Pagefind about each page. Runs in any process."""
    return [_message(_page_record(page)) for page in pages]


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(file.read_bytes()).hexdigest()


def _page_record(page: IndexedPage) -> Message:
    html = msgspec.msgpack.decode(page.body, type=Body).html if page.body else ""
    lines = (*page.head, *(cell for line in lines_of(html) for cell in line.split("\t")))
    content = f" {BREAK} ".join(filter(None, map(spaced, lines)))
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": f"/{page.path}",
        "content": content,
        "language": LANGUAGE,
        "meta": {},
    }


def _message(payload: Message) -> bytes:
    return base64.b64encode(msgspec.json.encode({"message_id": 1, "payload": payload})) + b","


def _run(pages: Iterable[bytes], output: Path) -> int:
    """Let Pagefind index `pages` and write its files to `output`; return how many pages there were."""
    config = {"force_language": LANGUAGE, "keep_index_url": True}
    count = 0
    with _Service(output.parent) as service:
        service.ask([_message({"type": "NewIndex", "config": config})])
        for batch in _batches(pages):
            service.ask(batch)
            count += len(batch)
        if count:
            service.ask([_message({"type": "WriteFiles", "index_id": 0, "output_path": str(output)})])
    return count


def _batches(pages: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for page in pages:
        batch.append(page)
        if len(batch) == AHEAD:
            yield batch
            batch = []
    if batch:
        yield batch


class _Service:
    """Pagefind as a process that is told of one page after another."""

    def __init__(self, folder: Path) -> None:
        """Start in `folder`, where no pagefind.toml changes its ways."""
        pipe = subprocess.PIPE
        command = [str(pagefind_bin.get_executable()), "--service"]
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=folder, bufsize=0)

    def __enter__(self) -> _Service:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, messages: Sequence[bytes]) -> None:
        """Send messages and read the receipt of each. Raises `PagefindError` where one is an error, or none comes."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise PagefindError("the service has no pipes")
        try:
            _write(process.stdin.fileno(), b"".join(messages))
        except BrokenPipeError as error:
            raise PagefindError("the service ended") from error
        for receipt in _receipts(process.stdout.fileno(), len(messages)):
            payload = msgspec.json.decode(base64.b64decode(receipt))["payload"]
            if payload["type"] == "Error":
                raise PagefindError(payload["message"])


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _receipts(pipe: int, count: int) -> list[bytes]:
    text = b""
    while text.count(b",") < count:
        piece = os.read(pipe, 1 << 16)
        if not piece:
            raise PagefindError("the service ended")
        text += piece
    return text.split(b",")[:-1]


def _page_names(fragments: Path) -> dict[str, str]:
    """Return Pagefind's name of each page, without the language before it, by site path."""
    found: dict[str, str] = {}
    for file in fragments.glob("*.pf_fragment"):
        data = gzip.decompress(file.read_bytes()).removeprefix(FRAGMENT_MARK)
        path = msgspec.json.decode(data, type=_Fragment).url.removeprefix("/")
        found[path] = file.stem.removeprefix(f"{LANGUAGE}_")
    return found


class _Fragment(msgspec.Struct):
    url: str


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
