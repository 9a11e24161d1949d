"""`sitegen log`: when which document that has a validity was added, changed, moved or removed."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import click
import msgspec

from sitegen import pipeline
from sitegen.cli import git
from sitegen.cli.git import FileStatus
from sitegen.cli.history import DocumentChange, document_changes
from sitegen.cli.project import as_of_option, open_memory, open_project, project_option, workers_option
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch

WORDS = {
    FileStatus.ADDED: "新增",
    FileStatus.CHANGED: "修改",
    FileStatus.MOVED: "移动",
    FileStatus.REMOVED: "移除",
}


@click.command(help="列出规章、行政规范性文件的文件在 git 里的变动：哪一天新增、修改、移动、移除了哪一个。")
@project_option
@as_of_option
@workers_option
@click.option("--since", default="", metavar="REF", help="只列这个分支、标签或者提交以后的")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的形式")
def log(project: Path | None, as_of: date | None, workers: int | None, since: str, form: str) -> None:
    """Print the change log, newest first."""
    opened = open_project(project, as_of)
    repository = git.open_repository(opened.folder)
    memory, team = open_memory(opened), Workers(workers or processors())
    try:
        site = pipeline.check(opened, memory, team, Stopwatch(time.perf_counter, lambda _: None)).site
    finally:
        team.close()
        memory.close()
    if site is None:
        raise click.ClickException("站点的设置读不出来，先用 sitegen check 看看是什么问题。")
    changes = document_changes(repository, site, since)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(changes), indent=1))
    else:
        click.echo("".join(f"{line_of(change)}\n" for change in changes), nl=False)


def line_of(change: DocumentChange) -> str:
    """Return a change on one line: 2026-11-20　修改　青政规〔2023〕4号《……》（content/….md）."""
    named = f"{change.number}《{change.title}》" if change.title else "已不在栏目里的文件"
    moved = f"，原来是 content/{change.former}.md" if change.former else ""
    return f"{change.on}　{WORDS[change.status]}　{named}（content/{change.path}.md{moved}）"
