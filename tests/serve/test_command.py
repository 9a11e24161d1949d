"""The command itself, in a process of its own."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import sitegen
from tests.serve.preview import PATIENCE
from tests.world import World, record

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(sitegen.__file__).parent.parent), "PYTHONUTF8": "1"}
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"


@pytest.fixture
def place(world: Callable[..., World]) -> World:
    return world({NOTICE: record()})


@pytest.fixture
def command(place: World) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return a starter of `sitegen serve` in a small world; what still runs at the end is ended."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> subprocess.Popen[str]:
        line = [
            sys.executable,
            "-m",
            "sitegen",
            "serve",
            "--project",
            str(place.folder),
            *options,
        ]
        running = subprocess.Popen(line, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        running.place = place  # type: ignore[attr-defined]
        started.append(running)
        return running

    yield start
    for running in started:
        if running.poll() is None:
            running.kill()
        running.communicate()


@pytest.mark.parametrize(("end", "workers"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "2")])
def test_it_says_what_it_does_and_ends_cleanly(command, place, end, workers):
    running = command("--port", "0", "--workers", workers)
    first = running.stderr.readline()
    assert "按 Ctrl-C 结束" in first
    port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", first)[1])
    assert "公开 1 篇信息" in running.stderr.readline()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/__sitegen/events?page=index.html&build=0")
    assert connection.getresponse().status == 200
    place.write({NOTICE: record("改过。\n", 标题="")})
    assert "1 个错误" in running.stderr.readline()
    running.send_signal(end)
    rest = running.communicate(timeout=PATIENCE)[1]
    connection.close()
    assert running.returncode == 0
    assert rest.rstrip().endswith("预览结束。")
    assert "Traceback" not in rest


def test_port_that_is_taken(command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = command("--port", str(port))
        said = running.communicate(timeout=PATIENCE)[1]
    assert running.returncode == 2
    assert f"端口 {port} 用不了，已经有程序在用，可能另一个预览正开着。换一个，例如 --port" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.9", "example.org"])  # noqa: S104 - what may not be
def test_other_hosts_are_refused(command, host):
    running = command("--host", host)
    said = running.communicate(timeout=PATIENCE)[1]
    assert running.returncode == 2
    assert f"不能监听“{host}”" in said
