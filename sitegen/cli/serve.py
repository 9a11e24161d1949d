"""`sitegen serve`: build, show in the browser, and do so again after each change."""

from __future__ import annotations

import contextlib
import errno
import signal
import time
import webbrowser
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import FrameType

import click

from sitegen.cli.project import (
    CHINA,
    as_of_option,
    open_memory,
    open_project,
    project_option,
    source_text,
    today,
    workers_option,
)
from sitegen.pipeline import Project
from sitegen.serve.making import Plan
from sitegen.serve.outcome import Outcome, told
from sitegen.serve.server import Listening, Setting, is_loopback, listen, session
from sitegen.stages.workers import processors

UNUSABLE = {
    errno.EADDRINUSE: "，已经有程序在用，可能另一个预览正开着",
    errno.EACCES: "，系统不许用这个端口",
}
"""Why nobody can listen at a port, by the number of the system's error."""
PREVIEW = Path(".cache") / "sitegen" / "preview"


@click.command(help="在本机预览栏目：保存文件后自动检查、生成，浏览器里的网页自己更新。")
@project_option
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址，只能是本机")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="端口（0：任意空闲的）"
)
@as_of_option
@workers_option
@click.option("--open", "open_browser", is_flag=True, help="生成好以后打开浏览器")
@click.option("--poll", is_flag=True, help="每秒看一次文件有没有改动（文件在网络盘上时用）")
def serve(
    project: Path | None,
    host: str,
    port: int,
    as_of: date | None,
    workers: int | None,
    open_browser: bool,
    poll: bool,
) -> None:
    """Serve until Ctrl-C, and leave with 0."""
    if not is_loopback(host):
        raise click.UsageError(f"预览里有没公开的内容，只给本机看，不能监听“{host}”。请去掉 --host。")
    opened = open_project(project, as_of)
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    setting = Setting(
        plan=_plan(opened, as_of, workers or processors()),
        read_source=lambda path: source_text(opened, path),
        told=_Telling(address if open_browser else ""),
        say=_say,
        poll=poll,
    )
    signal.signal(signal.SIGTERM, _end)
    _say(f"预览地址：{address}　按 Ctrl-C 结束。")
    with contextlib.suppress(KeyboardInterrupt), session(setting, port) as server:
        server.run(sockets=[listening])
    _say("预览结束。")


def _listen(host: str, port: int) -> Listening:
    try:
        return listen(host, port)
    except OSError as error:
        reason = UNUSABLE.get(error.errno or 0, "")
        other = port % 65535 + 1 if error.errno != errno.EACCES else 8000
        raise click.UsageError(f"端口 {port} 用不了{reason}。换一个，例如 --port {other}。") from error


def _plan(opened: Project, as_of: date | None, workers: int) -> Plan:
    return Plan(
        folder=opened.folder,
        output=opened.folder / PREVIEW,
        today=partial(_day, as_of) if as_of is not None else today,
        clock=time.perf_counter,
        open_memory=partial(open_memory, opened),
        workers=workers,
    )


def _day(day: date) -> date:
    return day


class _Telling:
    """Tells each outcome on a line, and opens `address` in the browser after the first one, unless it is empty."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __call__(self, outcome: Outcome) -> None:
        _say(told(outcome))
        if self._address and outcome.number == 1:
            webbrowser.open(self._address)


def _say(text: str) -> None:
    click.echo(f"{datetime.now(CHINA):%H:%M:%S}　{text}", err=True)


def _end(number: int, frame: FrameType | None) -> None:
    """End as Ctrl-C does; uvicorn raises the signal again once it has ended."""
    del number, frame
    raise KeyboardInterrupt
