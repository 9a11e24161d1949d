"""How far a run has come: a bar with counts on a terminal, nothing elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

import msgspec

STAGES = {
    "load": "读取文件",
    "settings": "读取设置",
    "parse": "检查每个文件",
    "link": "核对相互关系",
    "rules": "按规则检查",
    "grade": "分轻重",
    "compare": "与上次公开的对照",
    "plan": "安排网页",
    "search": "做全文索引",
    "publish": "生成网页",
}
"""The stages of a run in an editor's words."""


class Shown(msgspec.Struct, frozen=True):
    """Where a run tells how far it is: the name of each stage as it begins, and items done of how many."""

    announce: Callable[[str], None]
    advance: Callable[[int, int], None]


@contextlib.contextmanager
def progress() -> Iterator[Shown]:
    """Show a bar for the block where a terminal looks on."""
    if not sys.stderr.isatty():
        yield Shown(lambda _stage: None, lambda _done, _total: None)
        return
    # A tenth of a second, which runs that nobody watches need not spend.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # No refreshing thread: worker processes are forked, and that is safe only from a process of one thread.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=None)

        def announce(stage: str) -> None:
            bar.reset(task, total=None, description=STAGES.get(stage, stage))
            bar.refresh()

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)
            bar.refresh()

        yield Shown(announce, advance)
