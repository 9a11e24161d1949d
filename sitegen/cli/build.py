"""`sitegen build`: check the project and build the column."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from datetime import date
from pathlib import Path

import click
import msgspec

from sitegen import pipeline, searching
from sitegen.cli.forms import TEXT, form_options, give, report_of, write
from sitegen.cli.leaving import no_more_collecting
from sitegen.cli.progress import STAGES, progress
from sitegen.cli.project import (
    as_of_option,
    open_memory,
    open_project,
    project_option,
    workers_option,
)
from sitegen.cli.project import report as text_report
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Built, Project
from sitegen.reporting import aside_text
from sitegen.reporting.run_report import run_report
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch

FAULT_OF_THE_PROGRAM = 3
NOTES = 5
"""Notes of one sort that a build tells in full: `check` tells all."""
NO_FULL_TEXT = "全文索引没有做成，没有生成网页（{error}）。可以先用 sitegen build --no-search，搜索页只查标题和文号。"


@click.command(help="检查并生成栏目。有错误时不写任何文件。")
@project_option
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, help="输出文件夹（默认：项目里的 build）"
)
@as_of_option
@workers_option
@click.option("--clean", is_flag=True, help="先忘掉上次的结果，全部重新生成")
@click.option("--no-search", is_flag=True, help="不做全文索引，搜索页只查标题、文号和机关名称")
@form_options
@click.option(
    "--report", "report_file", type=click.Path(path_type=Path), default=None, help="把结果写成 JSON 文件"
)
def build(
    project: Path | None,
    output: Path | None,
    as_of: date | None,
    workers: int | None,
    clean: bool,
    no_search: bool,
    form: str,
    also: tuple[tuple[str, Path], ...],
    report_file: Path | None,
) -> None:
    """Build the column and leave with 1 where errors were found."""
    no_more_collecting()
    opened = open_project(project, as_of)
    target = output or opened.folder / "build"
    if clean:
        shutil.rmtree(opened.folder / ".cache" / "sitegen", ignore_errors=True)
    folder = opened.folder / searching.CACHE_FOLDER
    indexing = searching.NO_INDEX if no_search else searching.in_folder(folder)
    memory = open_memory(opened)
    with progress() as shown, contextlib.closing(memory):
        watch = Stopwatch(time.perf_counter, shown.announce)
        with contextlib.closing(Workers(workers or processors(), shown.advance)) as team:
            try:
                built = pipeline.build(opened, target, memory, team, watch, indexing)
            except searching.PagefindError as error:
                click.echo(NO_FULL_TEXT.format(error=error), err=True)
                sys.exit(FAULT_OF_THE_PROGRAM)
    _tell(opened, built, form, also)
    click.echo(summary(built, watch), err=True)
    if report_file is not None:
        run = run_report(msgspec.structs.asdict(built.counts), watch.laps, built.diagnostics)
        report_file.write_bytes(msgspec.json.format(msgspec.json.encode(run), indent=1) + b"\n")
    sys.exit(1 if has_errors(built.diagnostics) else 0)


def _tell(project: Project, built: Built, form: str, also: tuple[tuple[str, Path], ...]) -> None:
    """Give the findings; as text only where there is something to tell."""
    report = report_of(project, built.site, built.diagnostics, built.aside)
    if form != TEXT:
        give(project, report, form, None)
    elif built.diagnostics or built.aside.passed:
        told = text_report(project, built.diagnostics, NOTES) + aside_text.render(built.aside)
        click.echo(told, nl=False)
    write(report, also)


def summary(built: Built, watch: Stopwatch) -> str:
    """Return what was done, in two lines."""
    times = "，".join(f"{STAGES.get(lap.stage, lap.stage)} {lap.seconds:.2f} 秒" for lap in watch.laps)
    if has_errors(built.diagnostics):
        return f"有错误，没有生成网页。用时：{times}。"
    counts = built.counts
    return (
        f"公开 {counts.documents} 篇信息，共 {counts.artifacts} 个文件：新写 {counts.written} 个，"
        f"不变 {counts.unchanged} 个，移除 {counts.removed} 个。\n用时：{times}。"
    )
