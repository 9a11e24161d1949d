"""`sitegen coverage`: what the standard catalogues demand, how much of it is published, and a verdict for CI."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from sitegen.cli.project import as_of_option, open_project, project_option
from sitegen.cli.reading import read_site
from sitegen.reporting import coverage_forms
from sitegen.views.coverage import CoverageData
from sitegen.views.make_dues import coverage_data
from sitegen.views.shelf import make_shelf

HELP = """列出标准目录要求公开的事项和公开情况：各领域已公开多少，哪些还没有公开。

site.yaml 里写了“覆盖率要求: 60”的，公开的事项不到百分之六十时以 1 退出，可以用在自动检查里。
"""
WHOLE_BYTES = ("xlsx",)


@click.command(help=HELP)
@project_option
@as_of_option
@click.option("--format", "form", type=click.Choice(coverage_forms.FORMS), default="text", help="输出的形式")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="写到这个文件（xlsx 必须写）")
def coverage(project: Path | None, as_of: date | None, form: str, output: Path | None) -> None:
    """Print the coverage and leave with 1 where it is below what the site demands of itself."""
    if form in WHOLE_BYTES and output is None:
        raise click.UsageError(
            f"{form} 不能显示在屏幕上，请用 --output 写明文件，例如 --output fugai.{form}。"
        )
    site = read_site(open_project(project, as_of))
    data, wanted = coverage_data(make_shelf(site)), site.config.coverage_required
    shown = _shown(data, form, wanted)
    if output is None:
        click.echo(shown, nl=False)
    else:
        output.write_bytes(shown)
    if wanted is not None and not coverage_forms.reaches(data, wanted):
        if form != "text" or output is not None:
            click.echo(coverage_forms.verdict(data, wanted), err=True)
        sys.exit(1)


def _shown(data: CoverageData, form: str, wanted: int | None) -> bytes:
    match form:
        case "json":
            return coverage_forms.as_json(data)
        case "csv":
            return coverage_forms.as_csv(data)
        case "xlsx":
            return coverage_forms.as_xlsx(data)
        case _:
            return coverage_forms.as_text(data, wanted).encode()
