"""`sitegen language-server`: what VS Code and other editors start to be told of errors and values while writing."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli.project import open_memory, open_project
from sitegen.language_server.known import Opening
from sitegen.language_server.server import serve
from sitegen.pipeline import Project

HELP = """给编辑器用（LSP）：写文件头的时候补全、说明、画红线。

由编辑器启动，在标准输入、输出上说话，不监听网络；人不用直接运行。VS Code 怎样用，见 docs/editor.md。
"""


@click.command("language-server", help=HELP)
@click.option("--stdio", is_flag=True, hidden=True, expose_value=False, help="有的编辑器会加上这一项；不加也一样")
def language_server() -> None:
    """Serve until the editor says good-bye."""
    serve(Opening(project=_project, memory=open_memory))


def _project(folder: Path) -> Project:
    return open_project(folder, None)
