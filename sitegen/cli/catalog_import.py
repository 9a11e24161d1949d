"""`sitegen catalog import`: the tables of a county → `catalogs/domains/` of the project."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from sitegen.cli.catalog_desk import known_domains, records_of, replace_file, used_codes
from sitegen.cli.project import AsOf, as_of_option, open_project, project_option, report
from sitegen.config import find_catalogues
from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.importing.imported import Given, Known, Wishes, Written, import_tables
from sitegen.importing.words import Words, read_words
from sitegen.reporting import json_form

HELP = """从表格导入本地的标准目录，写到 catalogs/domains/。

FILE 是 XLSX、XLS、DOCX、HTML、CSV 文件，可以写几个；一个文件里可以有几个领域。看不懂的每一格都会列出来，
不会猜。已经有这个领域的目录时，事项的代码不变，表里没有了的事项写“停用”，不删除。
"""


@click.command(name="import", help=HELP)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@project_option
@as_of_option
@click.option("--domain", default="", metavar="领域", help="文件里的表都是这个领域的，例如 社会救助")
@click.option(
    "--new-domain", "new_domains", multiple=True, metavar="领域", help="26 个领域以外的新领域（可以写几次）"
)
@click.option("--fill-down", is_flag=True, help="空着的格同上面一格（合并单元格已经丢失的 CSV 用）")
@click.option("--version", "version", default="", metavar="版本", help="写进目录文件的“版本”")
@click.option("--effective-on", type=AsOf(), default=None, help="写进目录文件的“生效日期”")
@click.option("--issuer", default="", metavar="机关", help="写进目录文件的“发文机关”")
@click.option("--dry-run", is_flag=True, help="只列出问题，不写文件")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="问题的输出形式")
def import_(
    files: tuple[Path, ...],
    project: Path | None,
    as_of: date | None,
    domain: str,
    new_domains: tuple[str, ...],
    fill_down: bool,
    version: str,
    effective_on: date | None,
    issuer: str,
    dry_run: bool,
    form: str,
) -> None:
    """Import, report, and leave with 1 where nothing could be written for an error."""
    opened = open_project(project, as_of)
    found = find_catalogues(opened.folder)
    known = known_domains(opened.folder, found)
    wishes = Wishes(
        domain=_wished(domain, known, new_domains),
        new_domains=tuple(name for name in new_domains if name not in {each.title for each in known}),
        fill_down=fill_down,
        version=version,
        effective_on=effective_on.isoformat() if effective_on else "",
        issuer=issuer,
    )
    given = [Given(name=_shown(file, opened.folder), data=file.read_bytes()) for file in files]
    used = used_codes(records_of(opened))
    written, diagnostics = import_tables(given, known, _words(found.files), wishes, used, opened.as_of)
    for each in () if dry_run else written:
        replace_file(opened.folder / "catalogs" / each.file, each.text.encode())
    ordered = in_order(diagnostics)
    click.echo(json_form.render(ordered) if form == "json" else report(opened, ordered), nl=False)
    click.echo(_summary(written, ordered, dry_run), err=True)
    sys.exit(1 if has_errors(ordered) else 0)


def _words(files: dict[str, bytes]) -> Words:
    try:
        return read_words(files)
    except ValueError as error:
        raise click.UsageError(f"用语文件有错误，读不了：{error}") from error


def _wished(domain: str, known: Sequence[Known], new_domains: Sequence[str]) -> str:
    """Return the title of the domain that was meant: its title, or its code."""
    for each in known:
        if domain and domain in (each.title, each.code):
            return each.title
    if domain and domain not in new_domains:
        names = "、".join(each.title for each in known)
        raise click.UsageError(
            f"没有“{domain}”这个领域。已有的是：{names}。新的领域，加上 --new-domain {domain}。"
        )
    return domain


def _shown(file: Path, folder: Path) -> str:
    """Return how a file is named: relative to the project where it lies in it, else by its name alone."""
    resolved, root = file.resolve(), folder.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else file.name


def _summary(written: Sequence[Written], found: Sequence[Diagnostic], dry_run: bool) -> str:
    if has_errors(found):
        return "有错误，没有写文件。"
    lines = [
        f"{'可以写' if dry_run else '写了'} catalogs/{each.file}：{each.title}，{each.items} 个事项"
        + (f"，另有停用的 {each.retired} 个" if each.retired else "")
        + "。"
        for each in written
    ]
    return "\n".join([*lines, "上面的提醒和说明请逐条看一看，再运行 sitegen check。"] if found else lines)
