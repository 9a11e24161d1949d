"""`sitegen init DIR`: a small column that builds without a finding, to start from."""

from __future__ import annotations

import re
from pathlib import Path

import click

from sitegen.cli.project import open_project, today
from sitegen.cli.schema import project_names, write_changed
from sitegen.config import shipped
from sitegen.scaffolding.starter import Beginning, starter_files
from sitegen.schemas.workspace import with_modeline, workspace_files
from sitegen.stages.settings import LEVELS

TITLE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（）·]{1,39}\Z")
ADDRESS = re.compile(r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?/?\Z")
MAY_BE_THERE = frozenset({".git"})
"""A new repository may have been made before the project in it."""


@click.command(help="新建一个栏目：DIR 写新文件夹的名称。建好以后就能检查、生成和预览。")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default="青岚区人民政府", show_default=True, help="主管栏目的政府或者部门的全称")
@click.option("--level", type=click.Choice(LEVELS), default="县级", show_default=True, help="政府的层级")
@click.option("--address", default="https://www.example.com", show_default=True, help="门户网站的网址")
def init(folder: Path, title: str, level: str, address: str) -> None:
    """Write the files and leave with 0; with 2 where the folder holds something already."""
    if not TITLE.match(title):
        raise click.UsageError(f"“{title}”不像机构的全称：2 到 40 个字，汉字开头，例如“青岚区人民政府”。")
    if not ADDRESS.match(address):
        raise click.UsageError(f"“{address}”不是网站的网址，请写成 https://www.example.com 的样子。")
    _refuse_if_used(folder)
    beginning = Beginning(title=title, level=level, address=address.rstrip("/"), today=today())
    layout = (shipped("catalogs") / "layout.yaml").read_text(encoding="utf-8")
    files = starter_files(beginning, layout)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(with_modeline(name, text))
    editor = workspace_files(project_names(open_project(folder, None)))
    write_changed(folder, editor)
    click.echo(
        f"新栏目建好了：{folder}（{len(files) + len(editor)} 个文件）。接下来：\n"
        f"  cd {folder}\n"
        "  sitegen serve     预览，浏览器里打开显示的网址\n"
        "  sitegen check     检查\n"
        "  sitegen build     生成网站，放在 build/\n"
        "示例里的网址、标识码、电话要换成真的，办法见 README.md。",
        err=True,
    )


def _refuse_if_used(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"“{folder}”是一个文件，请换一个名称。")
    found = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    found = [name for name in found if name not in MAY_BE_THERE]
    if found:
        raise click.UsageError(
            f"文件夹“{folder}”不是空的（例如有“{found[0]}”），没有改动。请换一个空文件夹。"
        )
