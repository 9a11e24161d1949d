"""`sitegen report`: how the column and each of its bodies stand, as pages, workbooks, data and calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sitegen.cli.project import as_of_option, open_project, project_option
from sitegen.cli.reading import read_checked
from sitegen.findings import BY_ID
from sitegen.reporting.inspection import inspection_report
from sitegen.reporting.inspection.files import files_of
from sitegen.reporting.inspection.forms import as_text
from sitegen.reporting.inspection.pages import COLUMN_PAGE

FOLDER = "report"
HELP = """写检查报告：整个专栏一份，每个机构一份，各有网页、表格（xlsx）、数据（json）和期限日历（ics）。

报告里有检查发现的问题、栏目更新还剩几天、空白栏目、缺少的解读、待反馈的征求意见、年报、没有公开的事项和快到的期限。
报告写在网站旁边的文件夹里，不会公开；site.yaml 写了“公开检查报告: 是”的，生成网站时另放一份在网站的 report/ 里。
有没有问题都以 0 退出；要让自动检查不通过，用 sitegen check。
"""


@click.command(help=HELP)
@project_option
@as_of_option
@click.option(
    "--output",
    "--out",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help=f"写到这个文件夹（默认：项目里的 {FOLDER}）",
)
@click.option(
    "--days", type=click.IntRange(min=1), default=180, show_default=True, help="列出多少天以内的期限"
)
def report(project: Path | None, as_of: date | None, out: Path | None, days: int) -> None:
    """Write the reports and print the summary of the column's."""
    opened = open_project(project, as_of)
    checked, site = read_checked(opened)
    names = {id: kind.name for id, kind in BY_ID.items()}
    whole = inspection_report(site, checked.diagnostics, checked.aside.passed, names, days)
    folder = out or opened.folder / FOLDER
    count = 0
    for name, data in files_of(whole, site.config.address):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        count += 1
    click.echo(as_text(whole), nl=False)
    click.echo(f"\n写了 {count} 个文件，从 {folder / COLUMN_PAGE}.html 看起。", err=True)
