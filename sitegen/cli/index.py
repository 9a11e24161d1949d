"""`sitegen index`: every document known with its state, or what differs between two days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sitegen.cli.project import AsOf, as_of_option, open_project, project_option
from sitegen.cli.reading import read_days, read_site
from sitegen.pipeline import Project
from sitegen.reporting import ledger_changes, ledger_forms
from sitegen.views.ledger import DocumentLedger
from sitegen.views.make_ledger import entries_by_key

HELP = """列出知道的全部文件和它们的效力状态，栏目里没有、只在别的文件里提到的也在内。

csv、xlsx 是台账的全部列。用 --from 和 --to 列出两天之间的变化：新增、状态变化、有效期变化。
"""
WHOLE_BYTES = ("xlsx",)


@click.command(help=HELP)
@project_option
@as_of_option
@click.option("--from", "start", type=AsOf(), default=None, help="与哪一天比较")
@click.option("--to", "end", type=AsOf(), default=None, help="比较到哪一天（默认：--as-of 的那天）")
@click.option("--format", "form", type=click.Choice(ledger_forms.FORMS), default="text", help="输出的形式")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="写到这个文件（xlsx 必须写）")
def index(
    project: Path | None,
    as_of: date | None,
    start: date | None,
    end: date | None,
    form: str,
    output: Path | None,
) -> None:
    """Print the ledger, or the differences between two days."""
    if form in WHOLE_BYTES and output is None:
        raise click.UsageError(
            f"{form} 不能显示在屏幕上，请用 --output 写明文件，例如 --output taizhang.{form}。"
        )
    if end is not None and start is None:
        raise click.UsageError("写了 --to，还要写 --from。")
    opened = open_project(project, end or as_of)
    if start is not None and start > opened.as_of:
        raise click.UsageError(f"--from 的日期 {start} 晚于比较到的日期 {opened.as_of}。")
    shown = _ledger(opened, form) if start is None else _changes(opened, start, form)
    if output is None:
        click.echo(shown, nl=False)
    else:
        output.write_bytes(shown)


def _ledger(project: Project, form: str) -> bytes:
    site = read_site(project)
    entries = tuple(entries_by_key(site).values())
    ledger = DocumentLedger(
        title=f"{site.config.title}文件台账", as_of=site.as_of, count=len(entries), documents=entries
    )
    match form:
        case "json":
            return ledger_forms.as_json(entries)
        case "csv":
            return ledger_forms.as_csv(ledger)
        case "xlsx":
            return ledger_forms.as_xlsx(ledger)
        case _:
            return ledger_forms.as_text(entries, site.as_of).encode()


def _changes(project: Project, start: date, form: str) -> bytes:
    """Link the same files at both days: what was not public yet on the first is new on the second."""
    site, on = read_days(project)
    end = site.as_of
    found = ledger_changes.changes(entries_by_key(on(start)), entries_by_key(site))
    match form:
        case "json":
            return ledger_changes.as_json(found)
        case "csv":
            return ledger_changes.as_csv(found, start, end)
        case "xlsx":
            return ledger_changes.as_xlsx(found, start, end)
        case _:
            return ledger_changes.as_text(found, start, end).encode()
