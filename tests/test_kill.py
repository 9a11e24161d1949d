"""A build may be killed at any moment: no page is ever torn, and the next build mends everything.

Run as a program this file is a small server that forks a process for each build and kills it after a while:
starting Python two hundred times would take longer than the builds.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sitegen import config, pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Project
from sitegen.stages.workers import Workers
from sitegen.stages.write import STAGING
from sitegen.stopwatch import Stopwatch
from sitegen.theme import Theme
from tests.town import NOTICES, notice, town
from tests.world import AS_OF, World

KILLS = 200
FOREIGN = {"BingSiteAuth.xml": b"<users/>", ".well-known/security.txt": b"Contact: mailto:a@b.cn\n"}
"""What somebody else keeps in the output folder."""


# --- the server


def serve(project: Path) -> None:
    """Answer each line `SECONDS` with what became of a build that was killed after so long; 0 lets it end."""
    place = World(project, {})
    theme = _with_compiled_theme(place, b"")
    _answer("ready")
    for line in sys.stdin:
        seconds = float(line)
        theme = _with_compiled_theme(place, theme)
        started = time.perf_counter()
        child = os.fork()
        if child == 0:
            _build_and_leave(project)
        if seconds:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        _answer(f"{os.waitstatus_to_exitcode(status)} {time.perf_counter() - started}")


def _with_compiled_theme(place: World, compiled: bytes) -> bytes:
    """Have all builds that follow find the templates compiled; return the digest of the theme."""
    theme = Theme.load(config.theme_folders(place.folder)).texts_digest()
    if theme != compiled:
        clean_tree(place)
    return theme


def _answer(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _build_and_leave(project: Path) -> None:
    memory = Memory(project / ".cache" / "sitegen" / "memory.sqlite", "test")
    watch = Stopwatch(time.perf_counter, lambda _: None)
    code = 1
    try:
        built = pipeline.preview(
            Project(folder=project, as_of=AS_OF), project / "build", memory, Workers(1), watch
        )
        memory.close()
        code = 2 if has_errors(built.diagnostics) else 0
    finally:
        os._exit(code)


class Outcome(NamedTuple):
    """The exit code of a build (negative: killed) and how many seconds it took."""

    code: int
    seconds: float


class Server:
    """The other end of `serve`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self._answer() == "ready"

    def build(self, kill_after: float = 0.0) -> Outcome:
        assert self._process.stdin is not None
        print(kill_after, file=self._process.stdin, flush=True)
        code, seconds = self._answer().split()
        return Outcome(int(code), float(seconds))

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def server(project: Path) -> Iterator[Server]:
    command = [sys.executable, "-m", "tests.test_kill", str(project)]
    root = Path(__file__).parents[1]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        yield Server(process)
        assert process.stdin is not None
        process.stdin.close()


# --- the test


class Changes:
    """Makes the next state of a column of a hundred documents, for ever."""

    def __init__(self, place: World, chance: random.Random) -> None:
        self._place, self._chance = place, chance
        self._numbers = list(range(41, 81))
        self._round = 0
        place.write({f"{NOTICES}/t{number:02}.md": notice(number) for number in self._numbers})

    def make(self) -> None:
        """Change a few words and titles, remove one document, add another; now and then change the theme."""
        self._round += 1
        for number in self._chance.sample(self._numbers, 3):
            self._write(number, f"第{self._round}次修改。\n")
        for number in self._chance.sample(self._numbers, 2):
            self._write(number, 标题=f"关于第{self._round}轮检查的通知")
        gone = self._numbers.pop(self._chance.randrange(len(self._numbers)))
        (self._place.folder / f"{NOTICES}/t{gone:02}.md").unlink()
        self._numbers.append(80 + self._round)
        self._write(80 + self._round)
        if self._round % 25 == 0:
            self._place.write({"themes/default/templates/footer.html": f"<footer>{self._round}</footer>\n"})

    def _write(self, number: int, body: str = "", **fields: str) -> None:
        self._place.write({f"{NOTICES}/t{number:02}.md": notice(number, body, **fields)})


def tree(output: Path) -> dict[str, bytes]:
    """Return the published files: all but those that wait."""
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file() and STAGING not in file.parts
    }


def assert_not_torn(old: dict[str, bytes], left: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Hold what a killed build left against the builds before and after it."""
    if "manifest.json" in left:
        assert json.loads(left["manifest.json"])["generator"]
    for path, data in left.items():
        assert path == "manifest.json" or data in (old.get(path), new.get(path)), f"{path} is torn"
    missing = (old.keys() & new.keys()) - left.keys()
    assert not missing, f"{missing} were there before and after, but not in between"


def clean_tree(place: World) -> dict[str, bytes]:
    memory = Memory(None, "test")
    output = place.folder / "clean"
    watch = Stopwatch(time.perf_counter, lambda _: None)
    built = pipeline.preview(place.project(AS_OF), output, memory, Workers(1), watch)
    assert not has_errors(built.diagnostics)
    memory.close()
    found = tree(output)
    shutil.rmtree(output)
    return found


def test_killed_builds_tear_nothing_and_are_mended(tmp_path) -> None:
    chance = random.Random(20261120)
    place = World(tmp_path / "project", town())
    changes, output = Changes(place, chance), place.folder / "build"
    with server(place.folder) as builds:
        assert builds.build().code == 0
        place.write({f"build/{name}": data for name, data in FOREIGN.items()})
        old, whole, kills = tree(output), 0.1, 0
        while kills < KILLS:
            changes.make()
            killed = builds.build(kill_after=0.001 + whole * (1 - chance.random() ** 2))
            assert killed.code in (0, -signal.SIGKILL)
            kills += killed.code != 0
            left = tree(output)
            mended = builds.build()
            assert mended.code == 0
            new = tree(output)
            assert_not_torn(old, left, new)
            assert {name: new[name] for name in FOREIGN} == FOREIGN
            assert not (output / STAGING).exists()
            whole += (mended.seconds - whole) / 8
            if kills % 40 == 0:
                assert {name: data for name, data in new.items() if name not in FOREIGN} == clean_tree(place)
            old = new


def test_a_killed_first_build_is_mended(tmp_path) -> None:
    """Killed at twelve moments of the very first build: nothing was there before, nothing torn is there after."""
    place = World(tmp_path / "project", town())
    wanted = clean_tree(place)
    with server(place.folder) as builds:
        whole = builds.build().seconds
        for twelfth in range(1, 13):
            shutil.rmtree(place.folder / "build")
            shutil.rmtree(place.folder / ".cache")
            builds.build(kill_after=whole * twelfth / 12)
            left = tree(place.folder / "build")
            assert builds.build().code == 0
            assert tree(place.folder / "build") == wanted
            assert_not_torn({}, left, wanted)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
