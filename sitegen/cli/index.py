"""`sitegen index`: every document known with its state, or what differs between two days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sitegen.cli.index_files import entries_of_files
from sitegen.cli.project import AsOf, as_of_option, open_project, project_option, today
from sitegen.cli.reading import read_days, read_site
from sitegen.pipeline import Project
from sitegen.reporting import ledger_changes, ledger_forms
from sitegen.views.ledger import DocumentLedger, LedgerEntry
from sitegen.views.make_ledger import entries_by_key

HELP = """列出知道的全部文件和它们的效力状态，栏目里没有、只在别的文件里提到的也在内。

写了 PATH，就列出这些文件（.md、.txt、存下来的网页，不必是项目里的），施行、期满、废止按正文推算。
csv、xlsx 是台账的全部列。用 --from 和 --to 列出两天之间的变化：新增、状态变化、有效期变化。
"""
WHOLE_BYTES = ("xlsx",)


@click.command(help=HELP)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@project_option
@as_of_option
@click.option("--from", "start", type=AsOf(), default=None, help="与哪一天比较")
@click.option("--to", "end", type=AsOf(), default=None, help="比较到哪一天（默认：--as-of 的那天）")
@click.option("--format", "form", type=click.Choice(ledger_forms.FORMS), default="text", help="输出的形式")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="写到这个文件（xlsx 必须写）")
def index(
    paths: tuple[Path, ...],
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
    if paths and start is not None:
        raise click.UsageError("写了文件或者文件夹，就不能用 --from 比较。")
    if paths:
        day = as_of or today()
        _show(_listed(entries_of_files(paths, project, day), "文件台账", day, form), output)
        return
    opened = open_project(project, end or as_of)
    if start is not None and start > opened.as_of:
        raise click.UsageError(f"--from 的日期 {start} 晚于比较到的日期 {opened.as_of}。")
    _show(_ledger(opened, form) if start is None else _changes(opened, start, form), output)


def _show(shown: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(shown, nl=False)
    else:
        output.write_bytes(shown)


def _ledger(project: Project, form: str) -> bytes:
    site = read_site(project)
    return _listed(tuple(entries_by_key(site).values()), f"{site.config.title}文件台账", site.as_of, form)


def _listed(entries: tuple[LedgerEntry, ...], title: str, as_of: date, form: str) -> bytes:
    ledger = DocumentLedger(title=title, as_of=as_of, count=len(entries), documents=entries)
    match form:
        case "json":
            return ledger_forms.as_json(entries)
        case "csv":
            return ledger_forms.as_csv(ledger)
        case "xlsx":
            return ledger_forms.as_xlsx(ledger)
        case _:
            return ledger_forms.as_text(entries, as_of).encode()


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
