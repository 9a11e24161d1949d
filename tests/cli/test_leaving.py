"""The program ends at once where nothing is under way: what it said is heard all the same, and its code is told."""

from __future__ import annotations

import subprocess
import sys

import pytest


def ended(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, encoding="utf-8", timeout=60
    )


@pytest.mark.parametrize("code", [0, 1, 3])
def test_all_that_was_said_is_heard(code):
    done = ended(
        "import sys\nfrom sitegen.cli.leaving import leave\n"
        f"print('说' * 100_000); print('完', file=sys.stderr); leave({code})\n"
    )
    assert (done.returncode, len(done.stdout.strip()), done.stderr.strip()) == (code, 100_000, "完")


def test_a_thread_that_is_still_at_work_is_waited_for():
    done = ended(
        "import threading, time\nfrom sitegen.cli.leaving import leave\n"
        "threading.Thread(target=lambda: (time.sleep(0.3), print('做完了'))).start(); leave(1)\n"
    )
    assert (done.returncode, done.stdout.strip()) == (1, "做完了")


def test_a_process_that_is_still_at_work_is_waited_for():
    done = ended(
        "import multiprocessing, time\nfrom sitegen.cli.leaving import leave\n"
        "def work():\n    time.sleep(0.3); print('做完了', flush=True)\n"
        "multiprocessing.get_context('fork').Process(target=work).start(); leave(1)\n"
    )
    assert (done.returncode, done.stdout.strip()) == (1, "做完了")


def test_nobody_listening_is_no_reason_to_go_on():
    program = "from sitegen.cli.leaving import leave\nprint('说' * 100_000); leave(1)\n"
    speaker = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert speaker.stdout is not None
    speaker.stdout.close()
    assert speaker.wait(timeout=60) != 0
