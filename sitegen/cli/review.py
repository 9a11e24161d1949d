"""`sitegen review`: what one change makes public, on a sheet for the person who signs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from sitegen.cli import git
from sitegen.cli.git import Commit, FileChange, FileStatus, Repository
from sitegen.cli.project import as_of_option, open_project, project_option, source_text
from sitegen.cli.reading import read_checked
from sitegen.cli.since import content_at, findings_since
from sitegen.disclosure.phrases import chinese_date
from sitegen.formats import encoding, front_matter
from sitegen.model.values import REVIEW_TRAILERS
from sitegen.pipeline import Project
from sitegen.reviewing.forms import as_html, as_text
from sitegen.reviewing.review import Change, Line, sheet_of
from sitegen.stages.link import link

HELP = """审核单：和 git 的一个分支、标签或者提交对照，这次改动公开什么、改了什么、哪些文件的效力状态变了、
哪些网址新增、移动或者打不开、完成了哪些公开义务，连同检查结果。给签发的人看。

直接显示在屏幕上；写 --output shenhe.html 得到一页可以打印的网页（A4）。合并请求里用 --since origin/main。
有没有问题都以 0 退出，要让自动检查不通过，用 sitegen check。
"""


@click.command(help=HELP)
@click.option("--since", required=True, metavar="REF", help="和这个分支、标签或者提交对照")
@project_option
@as_of_option
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), default=None, help="写成网页，写到这个文件")
def review(since: str, project: Path | None, as_of: date | None, output: Path | None) -> None:
    """Print the sheet, or write it as a page."""
    opened = open_project(project, as_of)
    repository = git.open_repository(opened.folder)
    commit = git.merge_base(repository, git.commit_of(repository, since))
    checked, after = read_checked(opened)
    changes = git.changes_since(repository, commit)
    before, _ = link(content_at(repository, commit, changes, after), after.as_of)
    change = Change(
        before=before,
        after=after,
        texts=frozenset(_other_texts(opened, repository, commit, changes)),
        commits=tuple(_commits(repository, commit)),
    )
    named = f"{since}（{commit.id[:8]}，{chinese_date(commit.on)}）"
    sheet = sheet_of(change, named, findings_since(opened, checked, since))
    if output is None:
        click.echo(as_text(sheet, lambda path: source_text(opened, path)), nl=False)
    else:
        output.write_text(as_html(sheet, lambda path: source_text(opened, path)), encoding="utf-8", newline="\n")
        click.echo(f"审核单写好了：{output}", err=True)


def _other_texts(
    project: Project, repository: Repository, commit: Commit, changes: tuple[FileChange, ...]
) -> Iterator[str]:
    """Give the record paths of files whose text below the front matter is another than it was."""
    changed = [each.path for each in changes if each.status is FileStatus.CHANGED and each.path.endswith(".md")]
    before = git.files_at(repository, commit, changed)
    for path, data in before.items():
        file = project.folder / path
        if file.is_file() and _text(data) != _text(file.read_bytes()):
            yield path.removeprefix("content/").removesuffix(".md")


def _text(data: bytes) -> str:
    return front_matter.split(encoding.decode(data)[0])[0].body


def _commits(repository: Repository, since: Commit) -> Iterator[Line]:
    """Give the commits that touched content, with what their last lines say of who drafted, reviewed and released."""
    for note in git.notes_since(repository, since):
        facts = tuple(f"{REVIEW_TRAILERS.get(name.lower(), name)}：{value}" for name, value in note.trailers)
        yield Line(name=note.subject, facts=(f"{note.author}，{chinese_date(note.on)}", *facts), place=note.id[:8])
