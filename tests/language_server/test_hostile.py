"""Whatever an editor, a file or a user does: an answer, no process left behind, nothing read outside the project."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.language_server.desk import Desk, text_at
from tests.language_server.editor import PATIENCE, Editor, codes
from tests.world import BASE, World, document

PLACE = "content/zhengce/xzgfxwj/刚 写的.md"
GBK = "content/zhengce/xzgfxwj/gbk.md"
DAMAGED = "content/zhengce/xzgfxwj/sunhuai.md"
TEXT = "---\n类型: 行政规范性文件\n标题: 甲\n---\n\n正文。\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> World:
    folder = tmp_path_factory.mktemp("column") / "专 栏"
    folder.mkdir()
    bad = document(标题="青岚区养老办法").encode()
    stored = {GBK: document(标题="青岚区救助办法").encode("gb18030"), DAMAGED: bad + b"\xff\n"}
    return World(folder, {**BASE, **stored})


@pytest.fixture(scope="module")
def editor(place) -> Iterator[Editor]:
    editor = Editor(place.folder)
    yield editor
    assert editor.close() == 0


def test_of_a_file_in_another_encoding_only_that_is_told(editor, place):
    uri = editor.open(GBK, (place.folder / GBK).read_bytes().decode("utf-8", "replace"))
    assert codes(editor.until(uri, lambda told: len(told) > 0)) == ["SG102"]
    editor.change(uri, TEXT.replace("甲", "\ufffd"))
    assert codes(editor.until(uri)) == ["SG102"]
    editor.shut(uri)


def test_damaged_bytes_are_told_once(editor, place):
    uri = editor.open(DAMAGED, (place.folder / DAMAGED).read_bytes().decode("utf-8", "replace"))
    told = codes(editor.until(uri, lambda told: "SG103" in codes(told)))
    assert "SG109" not in told
    editor.shut(uri)


LARGE = [
    f"---\n审核: {{{'拟稿: 甲, ' * 20_000}}}\n---\n",
    f"{TEXT}{'甲' * 1_000_000}\n",
    f"{TEXT}{'[' * 3_000_000}\n",
    "---\n" + "甲: 1\n" * 20_000,
    "\0" * 300_000,
]


@pytest.mark.parametrize("text", LARGE, ids=["line", "paragraph", "3 MB", "no end", "binary"])
def test_what_is_too_large_is_answered(editor, text):
    uri = editor.open(PLACE, text)
    assert len(editor.until(uri)) <= 1000
    editor.offered(uri, 1, 9_000)
    editor.at("hover", uri, 1, 9_000)
    editor.shut(uri)


def test_many_quick_edits_are_one_check_and_one_look(editor):
    uri = editor.open(PLACE, TEXT)
    editor.until(uri)
    for number in range(500):
        editor.change(uri, TEXT.replace("甲", f"甲{number}\n文件号: 1"))
        editor.save(uri)
        if number % 50 == 0:
            assert len(_descendants(editor.process.pid, "spawn_main(", deep=False)) <= 1
    assert "SG170" in codes(editor.until(uri, lambda told: "SG170" in codes(told)))
    editor.shut(uri)


RUBBISH = [b"{not json", b"[]", b"null", b"\xff\xfe\x00", b'{"jsonrpc":"2.0","method":"$/x","params":0}']
ADDRESSES = ["", "untitled:1", "git:/a.md?x", "http://a/b.md", "file://", "file:///%00.md", "file:///%FF.md"]


class Patient(Editor):
    """An editor that is told of its own faults."""

    def _take(self, message: dict[str, Any]) -> None:
        if message.get("method") != "window/showMessage":
            super()._take(message)


def test_rubbish_does_not_end_it(place):
    editor = Patient(place.folder)
    assert editor.process.stdin is not None
    for data in RUBBISH:
        editor.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
    editor.process.stdin.write(b"Content-Length: -5\r\n\r\nrubbish\r\n\r\n")
    editor.process.stdin.flush()
    for uri in ADDRESSES:
        editor.open_at(uri, TEXT)
        editor.save(uri)
        assert editor.offered(uri, 2**31 - 1, 2**31 - 1) == {}
        editor.shut(uri)
    uri = editor.open(PLACE, TEXT)
    editor.until(uri)
    editor.process.stdin.write(b"Content-Length: 100\r\n\r\n{half")
    editor.process.stdin.close()
    assert editor.process.wait(PATIENCE) == 0
    assert editor.process.stdout is not None
    editor.process.stdout.close()


def test_nothing_is_read_outside_the_project(tmp_path):
    place = World(tmp_path / "a", BASE)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("---\n---\n", encoding="utf-8")
    (place.folder / "content/zhengce/link").symlink_to(outside)
    (place.folder / "content/zhengce/link.md").symlink_to(outside / "secret.md")
    desk = Desk()
    for path in ("content/../../outside/secret.md", "content/zhengce/link/secret.md", "content/zhengce/link.md"):
        assert desk.lay("file:///x", place.folder / path, "") is None
        assert text_at(place.folder, path).source == ""
    sheet = desk.lay("file:///x", place.folder / "content/zhengce/../site.yaml", "")
    assert sheet is not None
    assert (sheet.folder, sheet.path) == (place.folder, "content/site.yaml")


def test_a_project_that_goes_takes_its_findings_along_and_may_come_back(tmp_path):
    place = World(tmp_path / "a", {**BASE, PLACE: TEXT})
    editor = Editor(place.folder)
    editor.until(editor.uri(PLACE), lambda told: len(told) > 0)
    shutil.move(place.folder / "content", tmp_path / "moved")
    change = {"uri": editor.uri("content"), "type": 3}
    editor.say("workspace/didChangeWatchedFiles", {"changes": [change]})
    assert editor.until(editor.uri(PLACE), lambda told: told == []) == []
    shutil.move(tmp_path / "moved", place.folder / "content")
    editor.say("workspace/didChangeWatchedFiles", {"changes": [change | {"type": 1}]})
    editor.until(editor.uri(PLACE), lambda told: len(told) > 0)
    assert editor.close() == 0


@pytest.mark.parametrize("how", [signal.SIGKILL, None], ids=["killed", "end of input"])
def test_no_process_is_left_of_a_look(place, how):
    shutil.rmtree(place.folder / ".cache", ignore_errors=True)
    editor = Editor(place.folder)
    until = time.monotonic() + 20
    while not (looks := _descendants(editor.process.pid, "spawn_main(")) and time.monotonic() < until:
        time.sleep(0.01)
    assert looks
    assert editor.process.stdin is not None
    if how is None:
        editor.process.stdin.close()
    else:
        os.kill(editor.process.pid, how)
    editor.process.wait(PATIENCE)
    while any(_lives(pid) for pid in looks) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in looks if _lives(pid)]
    with contextlib.suppress(BrokenPipeError):
        editor.process.stdin.close()
    assert editor.process.stdout is not None
    editor.process.stdout.close()


def _descendants(pid: int, what: str, *, deep: bool = True) -> list[int]:
    """Return the processes below one whose command holds `what`."""
    command = ["ps", "-ww", "-eo", "pid,ppid,args"]
    listed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
    found, above = [], {pid}
    for own, parent, command in ((int(row[0]), int(row[1]), row[2]) for row in rows):
        if parent in above:
            found += [own] * (what in command)
            above |= {own} if deep else set()
    return found


def _lives(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
