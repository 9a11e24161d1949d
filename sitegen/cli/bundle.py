"""`sitegen bundle`: the column as one zip, for offices without a network."""

from __future__ import annotations

import contextlib
import sys
import time
from datetime import date
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli.progress import progress
from sitegen.cli.project import (
    as_of_option,
    open_memory,
    open_project,
    project_option,
    report,
    workers_option,
)
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Built, Project
from sitegen.stages.bundle import bundle as pack
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch

FOLDER = Path(".cache") / "sitegen" / "bundle"
"""Where the column is built for packing: without the full-text index, which needs a web server."""
MEGABYTE = 1024 * 1024


@click.command(help="把整个栏目打成一个压缩包，解开就能看，不需要联网。")
@project_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="压缩包的文件名（默认：项目里的 zfxxgk-日期.zip）",
)
@as_of_option
@workers_option
def bundle(project: Path | None, output: Path | None, as_of: date | None, workers: int | None) -> None:
    """Build the column, pack it, and leave with 1 where errors were found."""
    opened = open_project(project, as_of)
    target = output or opened.folder / f"zfxxgk-{opened.as_of.isoformat()}.zip"
    if target.suffix.lower() != ".zip":
        raise click.UsageError(f"“{target.name}”要以 .zip 结尾。")
    if not target.parent.is_dir():
        raise click.UsageError(f"没有文件夹“{target.parent}”。")
    built = _build(opened, workers)
    if built.diagnostics:
        click.echo(report(opened, built.diagnostics), nl=False)
    if has_errors(built.diagnostics):
        click.echo("有错误，没有打包。", err=True)
        sys.exit(1)
    made = pack(opened.folder / FOLDER, target, opened.as_of)
    click.echo(f"{made.sha256}  {target.name}")
    click.echo(f"已经打包 {made.files} 个文件，{made.size / MEGABYTE:.1f} MB：{target}", err=True)


def _build(project: Project, workers: int | None) -> Built:
    """Build the column into a folder of its own."""
    memory = open_memory(project)
    with progress() as shown, contextlib.closing(memory):
        watch = Stopwatch(time.perf_counter, shown.announce)
        with contextlib.closing(Workers(workers or processors(), shown.advance)) as team:
            return pipeline.preview(project, project.folder / FOLDER, memory, team, watch)
