"""`sitegen schema`: JSON Schemas of everything that is written, for VS Code and others."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli.project import open_memory, open_project, project_option
from sitegen.config import find_catalogues
from sitegen.pipeline import Project
from sitegen.project import load_sources
from sitegen.reading import lists_of
from sitegen.schemas.files import schema_files
from sitegen.schemas.names import Names, names_of
from sitegen.schemas.workspace import SUPERSEDED, workspace_files
from sitegen.site_files import read_settings

HELP = """写出 VS Code 要的文件：填写规则（JSON Schema）、设置，还有写信息时补全、说明、画红线的扩展。

不写 --output，写到项目的 .vscode/ 里；机构、名单变了，或者升级了 sitegen 以后，再运行一次。
写 --output，只把各个 .schema.json 写到那个文件夹，给别的程序用。
"""


@click.command(help=HELP)
@click.option(
    "--output",
    "--out",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="只写各个 schema，写到这里",
)
@project_option
def schema(out: Path | None, project: Path | None) -> None:
    """Write the files and leave with 0; with 1 where the settings cannot be read."""
    opened = open_project(project, None)
    names = project_names(opened)
    files = schema_files(names) if out else workspace_files(names)
    written = write_changed(out or opened.folder, files)
    if out is None:
        remove_superseded(opened.folder)
    click.echo(f"共 {len(files)} 个文件，更新了 {written} 个：{out or opened.folder / '.vscode'}", err=True)


def project_names(project: Project) -> Names:
    """Return the words of a project; ends the program where its settings cannot be read."""
    memory = open_memory(project)
    try:
        content, _ = read_settings(project, load_sources(project, memory), memory)
    finally:
        memory.close()
    if content is None:
        raise click.ClickException("站点的设置读不出来，先用 sitegen check 看看是什么问题。")
    lists = lists_of(content.catalogues, content.config)
    files = find_catalogues(project.folder).files
    profiles = (name.removeprefix("profiles/").removesuffix(".yaml") for name in files if "profiles/" in name)
    return names_of(content.catalogues, lists, content.bodies, sorted(profiles))


def remove_superseded(folder: Path) -> None:
    """Remove what older versions wrote into a project and this one does not."""
    for name in SUPERSEDED:
        (folder / name).unlink(missing_ok=True)


def write_changed(folder: Path, files: dict[str, str]) -> int:
    """Write the files that are not so yet; return how many."""
    changed = 0
    for name, text in files.items():
        file = folder / name
        if file.is_file() and file.read_text(encoding="utf-8") == text:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        changed += 1
    return changed
