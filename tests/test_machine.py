"""What machines do to a build: a pipe in the way, somebody else's build, a full disk, a missing right."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli.machine_faults import told_of_machine
from sitegen.stages.claim import claimed
from sitegen.stages.waiting import STAGING
from sitegen.views import register
from tests.world import World, record

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, locks of folders, limits")


def built(place: World, *program: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, *program, "build", "--no-search", "--project", str(place.folder)]
    root = Path(__file__).parents[1]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=root, timeout=60)


@posix
def test_a_folder_that_another_build_holds_is_left_alone(world):
    place = world()
    output = place.folder / "build"
    output.mkdir()
    with claimed(output) as is_ours:
        assert is_ours
        assert [found.id for found in place.build().diagnostics] == ["SG803"]
        assert place.tree() == {}
    assert place.build().diagnostics == ()


@posix
@pytest.mark.parametrize("way", ["file", "link", "pipe"])
@pytest.mark.parametrize("name", [STAGING, "manifest.json"])
def test_what_stands_in_the_place_of_our_own_files_goes(world, name, way):
    place = world()
    place.build()
    before, mine = place.tree(), place.folder / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    target = place.folder / "build" / name
    target.unlink(missing_ok=True)
    make = {"file": target.touch, "link": lambda: target.symlink_to(mine), "pipe": lambda: os.mkfifo(target)}
    make[way]()
    assert place.build().diagnostics == ()
    assert place.tree() == before
    assert mine.read_text(encoding="utf-8") == "mine"


@posix
def test_nothing_is_removed_behind_a_link(world):
    place = world({"content/fdzdgknr/tongzhi/gongnuan.md": record()})
    assert place.build().diagnostics == ()
    ours, theirs = place.folder / "build/fdzdgknr/tongzhi", place.folder / "theirs"
    ours.rename(theirs)
    ours.symlink_to(theirs)
    place.remove("content/fdzdgknr/tongzhi/gongnuan.md", "content/fdzdgknr/tongzhi/_column.yaml")
    (place.folder / "build" / register.PATH).unlink()  # so that nothing is known to have vanished
    assert place.build().diagnostics == ()
    assert "fdzdgknr/tongzhi/gongnuan.html" not in place.page("manifest.json")
    assert (theirs / "gongnuan.html").is_file()


@posix
def test_a_disk_that_takes_no_more_is_named_and_nothing_is_left_waiting(world):
    place = world()
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); "
    ran = built(place, "-c", f"{limited}from sitegen.cli import main; main()")
    assert ran.returncode == 3
    assert STAGING in ran.stderr
    assert "读不了或者写不了：文件太大。" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (place.folder / "build").exists()
    assert place.build().diagnostics == ()


def test_the_command_says_what_is_in_its_way(world):
    place = world()
    (place.folder / "build").write_text("a file", encoding="utf-8")
    ran = built(place, "-m", "sitegen")
    assert ran.returncode == 3
    assert "build”读不了或者写不了：那里已经有同名的文件或者链接。" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "有文件读不了或者写不了：磁盘满了。"),
        (PermissionError(errno.EACCES, "Permission denied", "build"), "“build”读不了或者写不了：没有权限。"),
        (OSError(errno.EEXIST, "File exists", Path("a"), None, "b"), "“a”、“b”"),
        (FileNotFoundError(errno.ENOENT, "No such file"), ""),
        (OSError(errno.EBADF, "Bad file descriptor"), ""),
        (ValueError("ours"), ""),
    ],
)
def test_what_the_machine_refuses_is_said_in_chinese(error, words):
    told = told_of_machine(error)
    assert told.startswith(words)
    assert bool(told) == bool(words)
