"""Copies of a process: each case runs in a process of one thread, for no other can be copied."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import sitegen
from sitegen.left_behind import left_in
from tests.world import World, record

ROOT = Path(sitegen.__file__).parent.parent


def told(script: str, *arguments: str) -> list[str]:
    """Return the lines that a script prints, in a process of its own, of which no child is left."""
    end = "\nimport multiprocessing\nprint(len(multiprocessing.active_children()))\n"
    line = [sys.executable, "-W", "error", "-c", script + end, *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    ran = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60)
    assert ran.stderr == ""
    *lines, left_over = ran.stdout.splitlines()
    assert left_over == "0"
    return lines


def test_results_stand_in_the_order_of_the_functions_and_the_first_runs_here() -> None:
    lines = told(
        "import os, time\n"
        "from functools import partial\n"
        "from sitegen.stages.workers import Workers\n"
        "def work(number):\n"
        "    time.sleep(0.2 if number in (0, 3) else 0)\n"
        "    return number, os.getpid()\n"
        "done = Workers(3).beside([partial(work, number) for number in range(7)], range(7))\n"
        "print([number for number, _ in done])\n"
        "print(done[0][1] == os.getpid(), len({process for _, process in done}) > 1)"
    )
    assert lines == [str(list(range(7))), "True True"]


def test_what_fails_in_a_copy_fails_here() -> None:
    lines = told(
        "import os\n"
        "from sitegen.stages.workers import Workers\n"
        "here = os.getpid()\n"
        "def well(): return 'well'\n"
        "def fails_in_copies():\n"
        "    if os.getpid() != here: raise ValueError('in a copy')\n"
        "    return 'here'\n"
        "def dies_in_copies():\n"
        "    if os.getpid() != here: os._exit(9)\n"
        "    return 'alive'\n"
        "def fails():\n"
        "    raise ValueError('everywhere')\n"
        "print(Workers(2).beside([well, fails_in_copies, well, dies_in_copies, well], [1] * 5))\n"
        "try: Workers(2).beside([well, fails, well], [1] * 3)\n"
        "except ValueError as error: print(error)\n"
        "try: Workers(2).beside([fails, well, well], [1] * 3)\n"
        "except ValueError as error: print(error)"
    )
    assert lines == ["['well', 'here', 'well', 'alive', 'well']", "everywhere", "everywhere"]


def test_work_ahead_is_done_meanwhile_or_when_it_is_asked_for_or_not_at_all() -> None:
    lines = told(
        "import os, time\n"
        "from sitegen.stages.workers import Workers\n"
        "here = os.getpid()\n"
        "def where(): return b'here' if os.getpid() == here else b'there'\n"
        "def dies():\n"
        "    if os.getpid() != here: os._exit(9)\n"
        "    return b'after all'\n"
        "with Workers(2).ahead(where) as result: print(result())\n"
        "with Workers(1).ahead(where) as result: print(result())\n"
        "with Workers(2).ahead(dies) as result: print(result())\n"
        "with Workers(2).ahead(lambda: time.sleep(60)) as result: print('nobody asks')"
    )
    assert lines == ["b'there'", "b'here'", "b'after all'", "nobody asks"]


def test_a_copy_that_is_killed_while_it_speaks_is_done_without() -> None:
    lines = told(
        "import os, threading, time\n"
        "from sitegen.stages.workers import Workers\n"
        "here = os.getpid()\n"
        "def dies_speaking():\n"
        "    if os.getpid() == here: return b'here'\n"
        "    threading.Timer(0.3, lambda: os._exit(9)).start()\n"
        "    return bytes(1_000_000)\n"
        "with Workers(2).ahead(dies_speaking) as result:\n"
        "    time.sleep(0.6)\n"
        "    print(result())"
    )
    assert lines == ["b'here'"]


def test_what_killed_worker_processes_leave_is_done_here() -> None:
    lines = told(
        "import os\n"
        "from sitegen.stages.workers import Workers\n"
        "here = os.getpid()\n"
        "def work(numbers):\n"
        "    if 200 in numbers and os.getpid() != here: os._exit(9)\n"
        "    return [-number for number in numbers]\n"
        "team = Workers(2)\n"
        "for _ in range(2): print([*team.each(work, range(999), 999)] == [-number for number in range(999)])\n"
        "team.close()"
    )
    assert lines == ["True", "True"]


def test_a_copy_ends_with_the_process_it_was_made_from() -> None:
    script = (
        "import os, time\n"
        "from sitegen.stages.workers import Workers\n"
        "def work():\n"
        "    print('begun', flush=True)\n"
        "    time.sleep(60)\n"
        "with Workers(2).ahead(work) as result:\n"
        "    time.sleep(0.5)\n"
        "    os._exit(9)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=environment, timeout=30)
    assert (ran.returncode, ran.stdout) == (9, "begun\n")


def test_what_a_large_column_left_is_gathered_in_another_process(world: Callable[..., World]) -> None:
    site = world({"content/fdzdgknr/tongzhi/gongnuan.md": record()})
    site.build()
    output, memory = site.folder / "build", site.memory()
    assert left_in(output, memory).written
    memory.close()
    lines = told(
        "import sys\n"
        "from pathlib import Path\n"
        "from sitegen.cache import Memory\n"
        "from sitegen.left_behind import MANY, left_ahead, left_in\n"
        "from sitegen.stages.workers import Workers\n"
        "output, file, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]\n"
        "memory = Memory(file, version)\n"
        "with left_ahead(output, MANY, memory, Workers(2)) as left: print(left() == left_in(output, memory))\n"
        "memory.close()",
        str(output),
        str(memory.file),
        memory.version,
    )
    assert lines == ["True"]
