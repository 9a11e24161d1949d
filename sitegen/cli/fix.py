"""`sitegen fix`: mend what is certain, after showing what would change."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from sitegen.cli import git
from sitegen.cli.project import open_project, project_option
from sitegen.pipeline import Project
from sitegen.repairing.repair import Repair, repair

HELP = """修好有把握的小毛病，不改意思：文号的括号、日期的写法、中文冒号、行尾空格、全角半角、CRLF、BOM、GBK 编码。

只列出要改什么；加 --apply 才写进文件。不写 PATH，看 git 管着的全部内容；写了，看这些文件和文件夹。不是文章意思的
问题它不管，改完再运行 sitegen check。
"""
SUFFIXES = (".md", ".yaml")


@click.command(help=HELP)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@project_option
@click.option("--apply", "write", is_flag=True, help="写进文件")
def fix(paths: tuple[Path, ...], project: Path | None, write: bool) -> None:
    """Print the repairs as a unified diff, and write them where that is wanted."""
    opened = open_project(project, None)
    found = 0
    for path in _files(opened, paths):
        file = opened.folder / path
        mended = repair(path, file.read_bytes())
        if mended is not None:
            found += 1
            click.echo(difference(path, mended), nl=False)
            if write:
                _write(file, mended.data)
    click.echo(_summary(found, write), err=True)


def difference(path: str, mended: Repair) -> str:
    """Return a repair as a unified diff, headed by what no line shows."""
    lines = difflib.unified_diff(
        mended.before.splitlines(keepends=True),
        mended.after.splitlines(keepends=True),
        f"a/{path}",
        f"b/{path}",
    )
    shown = [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
    return "".join([*(f"# {path}：{note}\n" for note in mended.notes), *shown])


def _files(project: Project, paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the files to look at, relative to the project: those that are given, else those that git knows."""
    if not paths:
        try:
            known = git.known_files(git.open_repository(project.folder))
        except git.GitError as error:
            advice = "没有用 git 的，请写明要修的文件或者文件夹，例如：sitegen fix content"
            raise click.UsageError(f"{error.message}{advice}") from error
        return tuple(path for path in known if path.endswith(SUFFIXES))
    return tuple(dict.fromkeys(path for given in paths for path in _below(project, given)))


def _below(project: Project, given: Path) -> Iterator[str]:
    content = project.content.resolve()
    files = sorted(given.rglob("*")) if given.is_dir() else [given]
    for file in files:
        inside = file.resolve().is_relative_to(content)
        if not given.is_dir() and (not inside or file.suffix not in SUFFIXES):
            raise click.UsageError(f"“{file}”不是 {project.content} 里的 .md 或者 .yaml 文件，没有改动。")
        if inside and file.suffix in SUFFIXES and file.is_file() and not file.is_symlink():
            yield (Path("content") / file.resolve().relative_to(content)).as_posix()


def _write(file: Path, data: bytes) -> None:
    """Replace a file; a killed program leaves the old one or the new one."""
    beside = file.with_name(f".{file.name}.fix")
    beside.write_bytes(data)
    shutil.copymode(file, beside)
    beside.replace(file)


def _summary(found: int, written: bool) -> str:
    if not found:
        return "没有要修的。"
    return f"修好了 {found} 个文件。" if written else f"有 {found} 个文件可以修，没有改动；加 --apply 写进文件。"
