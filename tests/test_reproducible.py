"""Equal inputs, equal bytes: whatever the machine, the order of files, the number of processes."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import has_errors
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.town import NOTICES, notice, town
from tests.world import AS_OF, World

MACHINES: tuple[Mapping[str, str], ...] = (
    {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "umask": "022", "folder": "a"},
    {"TZ": "America/New_York", "PYTHONHASHSEED": "4242", "LC_ALL": "C", "umask": "077", "folder": "乙 b/深/c"},
)


def tree_digest(folder: Path) -> str:
    """Return one digest of all names, modes and bytes below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        mode = path.stat().st_mode
        digest.update(f"{path.relative_to(folder).as_posix()}\0{mode:o}\0".encode())
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def built_on(machine: Mapping[str, str], folder: Path) -> Path:
    """Build the town with the command line as on another machine; return the output folder."""
    project = folder / machine["folder"]
    os.umask(int(machine["umask"], 8))
    World(project, town())
    command = [sys.executable, "-m", "sitegen", "build", "--project", str(project), "--output", str(project / "aus")]
    settings = {name: value for name, value in machine.items() if name.isupper() or name == "TZ"}
    done = subprocess.run(
        [*command, "--as-of", AS_OF.isoformat()],
        env=os.environ | settings,
        cwd=project,
        umask=int(machine["umask"], 8),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return project / "aus"


@pytest.fixture
def own_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("own_umask")
def test_two_machines_make_the_same_tree(tmp_path) -> None:
    one, other = (built_on(machine, tmp_path) for machine in MACHINES)
    assert len(list(one.rglob("*.html"))) > 100
    assert tree_digest(one) == tree_digest(other)
    assert (one.stat().st_mode, other.stat().st_mode) == (0o40755, 0o40755)


def build(place: World, workers: int, output: str) -> dict[str, bytes]:
    """Build without memory of earlier builds and return the tree."""
    memory, team = Memory(None, "test"), Workers(workers)
    watch = Stopwatch(time.perf_counter, lambda _: None)
    built = pipeline.build(place.project(AS_OF), place.folder / output, memory, team, watch)
    team.close()
    memory.close()
    assert not has_errors(built.diagnostics)
    return place.tree(output)


def test_number_of_processes_changes_nothing(tmp_path) -> None:
    place = World(tmp_path / "project", town())
    one, two, three = (build(place, count, f"build{count}") for count in (1, 2, 3))
    assert one == two
    assert one == three


def test_order_in_which_files_were_made_changes_nothing(tmp_path) -> None:
    files = list(town().items())
    one = World(tmp_path / "one", dict(files))
    random.Random(20260105).shuffle(files)
    other = World(tmp_path / "other", dict(files))
    assert build(one, 1, "build") == build(other, 1, "build")


def test_order_of_findings_is_that_of_files(tmp_path) -> None:
    """Faults in many files: told in one order, with memory and without, by one process and by three."""
    faulty = {f"{NOTICES}/t{number:02}.md": notice(number, 责任部门=f"青岚区第{number}局") for number in range(4, 41)}
    files = list({**town(), **faulty}.items())
    random.Random(7).shuffle(files)
    place = World(tmp_path / "project", dict(files))
    first = place.check().diagnostics
    assert [found.path for found in first] == sorted(faulty)
    place.write({f"{NOTICES}/t05.md": faulty[f"{NOTICES}/t05.md"].replace("正文", "内容")})
    assert place.check().diagnostics == first
    assert place.build(workers=3).diagnostics == first


def test_second_build_touches_nothing(tmp_path) -> None:
    place = World(tmp_path / "project", town())
    place.build(workers=2)
    before = facts(place.folder / "build")
    for _ in range(2):
        counts = place.build(workers=2).counts
        assert (counts.rendered, counts.written, counts.removed) == (0, 0, 0)
        assert facts(place.folder / "build") == before


def facts(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return for each file and folder which one it is, and when it and its name were last changed."""
    found = {path: path.stat() for path in sorted(folder.rglob("*"))}
    return {str(path): (state.st_ino, state.st_mtime_ns, state.st_ctime_ns) for path, state in found.items()}
