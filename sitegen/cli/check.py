"""`sitegen check`: say everything that is wrong, write nothing."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli.project import (
    as_of_option,
    open_memory,
    open_project,
    project_option,
    report,
    workers_option,
)
from sitegen.diagnostics import has_errors
from sitegen.reporting import json_form
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch


@click.command(help="检查全部内容，列出所有问题，不生成网页。")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@project_option
@as_of_option
@workers_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的形式")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="写到这个文件")
def check(
    paths: tuple[Path, ...],
    project: Path | None,
    as_of: date | None,
    workers: int | None,
    form: str,
    output: Path | None,
) -> None:
    """Check and leave with 1 where errors were found; `paths` narrow what is shown."""
    opened = open_project(project, as_of)
    memory, team = open_memory(opened), Workers(workers or processors())
    try:
        checked = pipeline.check(opened, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()
    found = checked.diagnostics
    if paths:
        wanted = [path.resolve() for path in paths]
        found = tuple(
            each
            for each in found
            if any((opened.folder / each.path).resolve().is_relative_to(path) for path in wanted)
        )
    shown = report(opened, found) if form == "text" else json_form.render(found)
    if output is None:
        click.echo(shown, nl=False)
    else:
        output.write_text(shown, encoding="utf-8", newline="\n")
    sys.exit(1 if has_errors(found) else 0)
