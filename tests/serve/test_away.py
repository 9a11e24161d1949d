"""A preview whose builds run in a process of their own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

from tests.serve.preview import BASE
from tests.world import record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
PAGE = "fdzdgknr/tongzhi/gongnuan.html"


def builders() -> list[int]:
    """Return the processes that were begun here."""
    return [process.pid or 0 for process in multiprocessing.active_children()]


def test_builds_run_in_another_process_that_ends_with_the_session(preview):
    before = set(threading.enumerate())
    shown = preview({NOTICE: record("正文在此。\n")}, workers=2)
    assert shown.first.is_good
    assert builders()
    assert "正文在此。" in shown.get(BASE + PAGE).text
    assert shown.save(NOTICE, record("后来。\n")).is_good
    assert "后来。" in shown.get(BASE + PAGE).text
    outcome = shown.save(NOTICE, record(成文日期="2026-02-30"))
    assert [found.path for found in outcome.diagnostics] == [NOTICE]
    shown.__exit__()
    assert builders() == []
    assert [thread.name for thread in set(threading.enumerate()) - before if "builder" in thread.name] == []


def test_lost_process_is_said_and_begun_anew(preview):
    shown = preview({NOTICE: record("正文在此。\n")}, workers=2)
    for lost in builders():
        os.kill(lost, signal.SIGKILL)
    outcome = shown.save(NOTICE, record("后来。\n"))
    assert outcome.trouble is not None
    assert "生成网页的进程中断了" in shown.get(BASE + PAGE).text
    assert "正文在此。" in shown.get(BASE + PAGE).text
    assert shown.save(NOTICE, record("再后来。\n")).is_good
    assert "再后来。" in shown.get(BASE + PAGE).text
