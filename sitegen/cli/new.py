"""`sitegen new`: begin a manuscript, with its numbers, dates and file name filled in."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from sitegen.cli.asking import Nobody, Terminal
from sitegen.cli.new_desk import complaints, look_around, unnumbered, wrong_use
from sitegen.cli.new_options import add_value_options, given_values, named_kind
from sitegen.cli.project import now, open_project, project_option
from sitegen.scaffolding.interview import Wish, interview
from sitegen.scaffolding.manuscripts import Manuscript, manuscript


@click.command(
    help="新建一篇信息：问清必填的项目，编好索引号、文号和文件名。KIND 写种类，例如：行政规范性文件。"
)
@click.argument("kind", required=False, default="")
@add_value_options
@click.option("--column", default="", help="栏目：放在哪个文件夹，写路径或者栏目的标题")
@click.option("--name", default="", help="文件名（默认：按标题的拼音）")
@click.option("--set", "others", multiple=True, metavar="名称=内容", help="再填别的项目；可以写几次")
@click.option("--draft", is_flag=True, help="作为草稿：可以不完整，不会公开")
@project_option
def new(
    kind: str,
    column: str,
    name: str,
    others: tuple[str, ...],
    draft: bool,
    project: Path | None,
    **values: str | tuple[str, ...] | None,
) -> None:
    """Write the file and leave with 0; with 2 where something is missing or will not do."""
    chosen = named_kind(kind)
    given = given_values(chosen, values, others)
    wish = Wish(kind=chosen, given=given, now=now(), column=column, name=name, draft=draft)
    opened = open_project(project, None)
    desk = look_around(opened)
    _refuse(wrong_use(wish, desk))
    nobody = Nobody()
    answers = interview(wish, desk, Terminal() if sys.stdin.isatty() else nobody)
    _refuse((f"{each.option}（{each.key}：{each.help}）" for each in nobody.missing), "还要写明：")
    _refuse(unnumbered(wish, answers))
    made = manuscript(wish, answers, desk)
    if made is None or answers.column is None:
        raise click.UsageError(f"没有收“{chosen.title}”的栏目。先在一个 _column.yaml 的“收录”里加上它。")
    _refuse(complaints(made, answers.column.accepts[0], desk))
    _write(opened.content, made)
    click.echo(f"content/{made.path}.md")
    click.echo(_advice(made), err=True)


def _refuse(problems: Iterable[str], heading: str = "") -> None:
    """Leave with 2 where there are problems."""
    lines = [heading, *problems] if heading else [*problems]
    if lines[bool(heading) :]:
        raise click.UsageError("\n".join(lines))


def _write(content: Path, made: Manuscript) -> None:
    """Write the new file; one that is there already is never touched."""
    file = content / f"{made.path}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(made.text)
    except FileExistsError as error:
        raise click.UsageError(
            f"content/{made.path}.md 已经有了，没有改动它。请用 --name 换一个文件名。"
        ) from error


def _advice(made: Manuscript) -> str:
    """Return what was proposed and has to be looked over, and what to do next."""
    shown = "".join(f"  {key}：{value}\n" for key, value in made.shown)
    return (
        f"已经写好这个文件。自动填写的项目，请核对：\n{shown}"
        "接下来：\n"
        "  1. 打开文件，在第二个“---”下面写正文；行首有“#”的项目，用得到的去掉“#”填上。\n"
        f"  2. 附件放进文件夹 content/{made.path}/，并写进“附件”。\n"
        "  3. 运行 sitegen check 检查，运行 sitegen serve 看网页的样子。"
    )
