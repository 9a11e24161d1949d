"""`sitegen check`: say everything that is wrong, write nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli import git
from sitegen.cli.forms import form_options, give, report_of, write
from sitegen.cli.leaving import no_more_collecting
from sitegen.cli.project import (
    as_of_option,
    open_memory,
    open_project,
    project_option,
    workers_option,
)
from sitegen.cli.since import findings_since
from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.pipeline import Checked, Project
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch


@click.command(help="检查全部内容，列出所有问题，不生成网页。")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@project_option
@as_of_option
@workers_option
@click.option(
    "--since",
    default="",
    metavar="REF",
    help="和 git 的这个分支、标签或者提交对照：公开过的不能不见；只列改动的文件和提到它们的文件的问题",
)
@form_options
@click.option("--output", type=click.Path(path_type=Path), default=None, help="把结果写到这个文件")
def check(
    paths: tuple[Path, ...],
    project: Path | None,
    as_of: date | None,
    workers: int | None,
    since: str,
    form: str,
    also: tuple[tuple[str, Path], ...],
    output: Path | None,
) -> None:
    """Check and leave with 1 where errors were found; `paths` and `since` narrow what is shown."""
    no_more_collecting()
    opened = open_project(project, as_of)
    memory, team = open_memory(opened), Workers(workers or processors())
    try:
        checked = pipeline.check(opened, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()
    found = in_order(_below(paths, opened.folder, _since(opened, checked, since)))
    report = report_of(opened, checked.site, found, checked.aside)
    give(opened, report, form, output)
    write(report, also)
    sys.exit(1 if has_errors(found) else 0)


def _since(project: Project, checked: Checked, ref: str) -> tuple[Diagnostic, ...]:
    """Return all findings, or those that changes since `ref` concern; before the first commit everything is new."""
    if not ref or not git.has_commits(git.open_repository(project.folder)):
        return checked.diagnostics
    return findings_since(project, checked, ref)


def _below(paths: tuple[Path, ...], folder: Path, found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Return the findings in files that `paths` name or hold; all of them where there are none."""
    if not paths:
        return found
    wanted = [path.resolve() for path in paths]
    return (
        each for each in found if any((folder / each.path).resolve().is_relative_to(path) for path in wanted)
    )
