"""Work that is shared between copies of a process gives what one process gives."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager

from sitegen import judging, left_behind, publishing
from sitegen.diagnostics import has_errors
from sitegen.stages import plan
from sitegen.stages.workers import Workers
from tests.town import NOTICES, notice
from tests.world import BASE, World


@contextmanager
def second_thread():
    """Have a second thread for the block: a process with two cannot be copied."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_all_runs_here_where_a_copy_would_not_work():
    assert set(Workers(1).beside([os.getpid, os.getpid], (1, 1))) == {os.getpid()}
    with second_thread():
        assert set(Workers(2).beside([os.getpid, os.getpid], (1, 1))) == {os.getpid()}


def test_the_first_build_is_the_same_from_copies_and_from_worker_processes(tmp_path):
    files = {f"{NOTICES}/t{number:02}.md": notice(number) for number in range(60)}
    world = World(tmp_path, {**BASE, **files})
    world.build(output="copies", workers=2)
    with second_thread():
        world.build(output="workers", workers=2)
    world.build(output="alone")
    assert world.tree("copies") == world.tree("workers") == world.tree("alone")


def test_a_large_column_is_the_same_from_one_process_and_from_two(tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "LARGE", 1)
    monkeypatch.setattr(plan, "FEWEST", 10)
    monkeypatch.setattr(judging, "MANY", 1)
    monkeypatch.setattr(left_behind, "MANY", 1)
    files = {f"{NOTICES}/t{number:02}.md": notice(number) for number in range(60)}
    world = World(tmp_path, {**BASE, **files})
    assert not has_errors(world.build(workers=2).diagnostics)
    world.write({f"{NOTICES}/t30.md": notice(30, 标题="关于检查供水的通知")})
    built = world.build(workers=2)
    assert 0 < built.counts.rendered == len(built.changed) < 20
    world.build(output="clean")
    assert world.tree() == world.tree("clean")
