"""full text: records and their texts → the files of a Pagefind index, in a folder of their own.

Every character that counts is a word of the index (`formats.search_text`), so a quoted phrase of spaced characters
finds exactly the texts that hold it; Pagefind's own division into words is never asked. Pages go to its service one by
one in a fixed order: when it reads a folder by itself, their order, and every byte with it, depends on the file system.
"""

from __future__ import annotations

import base64
import gzip
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

import msgspec
import pagefind_bin

from sitegen.formats.html_text import lines_of
from sitegen.formats.search_text import BREAK, spaced, spaced_words
from sitegen.views.page import Body

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
    """One page: its site path, the lines that stand above its text (title, numbers, names), its encoded body.

    `by_words` tells that its language is written in words.
    """

    path: str
    head: tuple[str, ...]
    body: bytes
    by_words: bool = False


class PagefindError(RuntimeError):
    """Pagefind did not do its work: no memory, no space, a broken installation."""


def make_index(pages: Iterable[bytes], folder: Path) -> dict[str, str]:
    """Write the index of `pages`, messages of `encoded_pages` in order of path, into the empty `folder`.

    Return the SHA-256 of each file in hexadecimal by its name; nothing where there are no pages.
    """
    count, files = _run(pages, folder)
    if not count:
        return {}
    names = _page_names(files)
    if len(names) != count:
        raise PagefindError(f"{count} pages were indexed as {len(names)}")
    found = {name: data for name, data in files.items() if any(fnmatch(name, part) for part in PARTS)}
    found[PAGES] = msgspec.json.encode([names[path] for path in sorted(names)]) + b"\n"
    for name, data in found.items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(data)
    return {name: sha256(found[name]).hexdigest() for name in sorted(found)}


def encoded_pages(pages: Sequence[IndexedPage]) -> list[bytes]:
    """Return the message to Pagefind about each page. Runs in any process."""
    return [_message(_page_record(page)) for page in pages]


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(file.read_bytes()).hexdigest()


def _page_record(page: IndexedPage) -> Message:
    html = msgspec.msgpack.decode(page.body, type=Body).html if page.body else ""
    lines = (*page.head, *(cell for line in lines_of(html) for cell in line.split("\t")))
    content = f" {BREAK} ".join(filter(None, map(spaced_words if page.by_words else spaced, lines)))
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


def _run(pages: Iterable[bytes], folder: Path) -> tuple[int, dict[str, bytes]]:
    """Let Pagefind index `pages`; return how many there were and its files by name.

    They are asked for, not written by Pagefind: it says that it has written them before it has.
    """
    config = {"force_language": LANGUAGE, "keep_index_url": True}
    count = 0
    with _Service(folder) as service:
        service.ask([_message({"type": "NewIndex", "config": config})])
        for batch in _batches(pages):
            service.ask(batch)
            count += len(batch)
        (answer,) = service.ask([_message({"type": "GetFiles", "index_id": 0})])
    return count, {file.path: file.content for file in answer.files}


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

    def ask(self, messages: Sequence[bytes]) -> list[_Answer]:
        """Send messages and return the answer to each. Raises `PagefindError` where one is an error, or none comes."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise PagefindError("the service has no pipes")
        try:
            _write(process.stdin.fileno(), b"".join(messages))
        except BrokenPipeError as error:
            raise PagefindError("the service ended") from error
        texts = _answers(process.stdout.fileno(), len(messages))
        answers = [msgspec.json.decode(base64.b64decode(text), type=_Envelope).payload for text in texts]
        for answer in answers:
            if answer.type == "Error":
                raise PagefindError(answer.message)
        return answers


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _answers(pipe: int, count: int) -> list[bytes]:
    """Return the next `count` answers: each is Base64 and ends with a comma."""
    pieces: list[bytes] = []
    while count:
        piece = os.read(pipe, 1 << 20)
        if not piece:
            raise PagefindError("the service ended")
        pieces.append(piece)
        count -= piece.count(b",")
    return b"".join(pieces).split(b",")[:-1]


def _page_names(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return Pagefind's name of each page, without the language before it, by site path."""
    found: dict[str, str] = {}
    for name, data in files.items():
        if name.startswith("fragment/"):
            text = gzip.decompress(data).removeprefix(FRAGMENT_MARK)
            path = msgspec.json.decode(text, type=_Fragment).url.removeprefix("/")
            found[path] = Path(name).stem.removeprefix(f"{LANGUAGE}_")
    return found


class _Fragment(msgspec.Struct):
    url: str


class _File(msgspec.Struct):
    path: str
    content: bytes


class _Answer(msgspec.Struct):
    type: str
    message: str = ""
    files: tuple[_File, ...] = ()


class _Envelope(msgspec.Struct):
    payload: _Answer
