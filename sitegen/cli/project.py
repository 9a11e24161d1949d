"""What all commands share: finding the project, the as-of date, the memory, printing a report."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import click

from sitegen.cache import Memory
from sitegen.cli.signatures import signatures_of
from sitegen.diagnostics import Diagnostic
from sitegen.formats import encoding
from sitegen.pipeline import Project
from sitegen.reporting import text
from sitegen.reporting.palette import ANSI, PLAIN
from sitegen.version import program_version

CHINA = timezone(timedelta(hours=8))
DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
MEMORY = Path(".cache") / "sitegen" / "memory.sqlite"
Command = TypeVar("Command", bound=Callable[..., object])


class AsOf(click.ParamType[date]):
    """A date given as 2026-11-21."""

    name = "日期"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date; wrong use (exit code 2) for anything else."""
        if isinstance(value, date):
            return value
        if DATE.match(str(value)):
            try:
                return date.fromisoformat(str(value))
            except ValueError:
                pass
        return self.fail(f"“{value}”不是日期，请写成 2026-11-21 的样子", param, ctx)


def project_option(command: Command) -> Command:
    """Add `--project`."""
    return click.option(
        "--project",
        type=click.Path(path_type=Path, file_okay=False),
        default=None,
        help="项目文件夹（默认：当前文件夹，或者上级中最近的有 content/site.yaml 的文件夹）",
    )(command)


def as_of_option(command: Command) -> Command:
    """Add `--as-of`."""
    return click.option("--as-of", type=AsOf(), default=None, help="按哪一天计算（默认：今天）")(command)


def workers_option(command: Command) -> Command:
    """Add `--workers`."""
    return click.option(
        "--workers", type=click.IntRange(min=1), default=None, help="用几个进程（默认：处理器的个数）"
    )(command)


def open_project(folder: Path | None, as_of: date | None) -> Project:
    """Return the project in `folder`, or the nearest one around the current folder."""
    if folder is None:
        here = Path.cwd()
        folder = next((f for f in (here, *here.parents) if (f / "content" / "site.yaml").is_file()), here)
    if not (folder / "content").is_dir():
        raise click.UsageError(
            f"“{folder}”里没有 content 文件夹。用 sitegen init 新建一个栏目，或者用 --project 指明。"
        )
    return Project(folder=folder, as_of=as_of or today(), signatures=signatures_of(folder))


def now() -> datetime:
    """Return the time in China without a zone, or the moment that SOURCE_DATE_EPOCH names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (epoch.isascii() and epoch.isdigit()):
        return datetime.now(CHINA).replace(tzinfo=None)
    try:
        return datetime.fromtimestamp(int(epoch), CHINA).replace(tzinfo=None)
    except (OverflowError, ValueError, OSError) as error:
        raise click.UsageError(f"环境变量 SOURCE_DATE_EPOCH 的值“{epoch[:30]}”不是一个时刻。") from error


def today() -> date:
    """Return today in China, or the day that SOURCE_DATE_EPOCH names."""
    return now().date()


def open_memory(project: Project) -> Memory:
    """Open the memory of the project."""
    return Memory(project.folder / MEMORY, program_version())


def report(project: Project, diagnostics: Iterable[Diagnostic], notes: int = sys.maxsize) -> str:
    """Return the findings in the human form, in colours on a terminal; of each sort of note the first `notes`."""
    colour = ANSI if sys.stdout.isatty() and "NO_COLOR" not in os.environ else PLAIN
    return text.render(diagnostics, lambda path: source_text(project, path), colour=colour, notes=notes)


def source_text(project: Project, path: str) -> str | None:
    """Return the text of a file of the project, for showing the line that a finding speaks of."""
    file = project.folder / path
    if not file.is_file() or file.suffix not in (".md", ".yaml", ".html"):
        return None
    return encoding.decode(file.read_bytes())[0]
