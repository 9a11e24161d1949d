"""`sitegen catalog diff`: what differs between two catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from sitegen.cli.project import project_option
from sitegen.config import find_catalogues, shipped
from sitegen.formats.shapes import problem_of
from sitegen.importing.catalogue_file import read_catalogue
from sitegen.importing.differences import as_lines, counts, differences
from sitegen.model.catalogues import Domain

SHIPPED, OWN = "自带", "本站"
HELP = """比较两个目录：哪些事项新增、修改、移动、停用，哪些可能改了名称。

A 和 B 是目录文件（.yaml），或者放目录文件的文件夹，也可以写“自带”（sitegen 自带的）和“本站”（这个项目现在用的）。
"""


@click.command(help=HELP)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@project_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的形式")
def diff(before: str, after: str, project: Path | None, form: str) -> None:
    """Compare and print; that catalogues differ is no error."""
    old, new = _domains(before, project), _domains(after, project)
    if len(old) == 1 or len(new) == 1:
        old, new = _shared(old, new)
    changes = differences(old, new)
    summary = counts(changes)
    if form == "json":
        data = {"counts": summary, "changes": changes}
        click.echo(msgspec.json.format(msgspec.json.encode(data), indent=2).decode())
        return
    click.echo("\n".join(as_lines(changes)) if changes else "两个目录一样。")
    if changes:
        click.echo(
            "，".join(f"{sort} {count} 项" for sort, count in summary.items() if count) + "。", err=True
        )


def _domains(name: str, project: Path | None) -> list[Domain]:
    """Return the domains that an argument means, by their numbers."""
    if name == OWN:
        files = find_catalogues(project or Path.cwd()).files
        named = {f"catalogs/{each}": data for each, data in files.items() if each.startswith("domains/")}
    else:
        named = {str(file): file.read_bytes() for file in _files(name)}
    return sorted(
        (_domain(each, data) for each, data in named.items()), key=lambda domain: domain.facts.number
    )


def _files(name: str) -> Iterable[Path]:
    place = shipped("catalogs") / "domains" if name == SHIPPED else Path(name)
    if place.is_dir():
        inner = place / "domains" if (place / "domains").is_dir() else place
        found = sorted(inner.glob("*.yaml"))
        if found:
            return found
        raise click.UsageError(f"“{name}”里没有目录文件（.yaml）。")
    if not place.is_file():
        raise click.UsageError(f"没有“{name}”这个文件或者文件夹。")
    return [place]


def _domain(name: str, data: bytes) -> Domain:
    catalogue = read_catalogue(data)
    if catalogue is None:
        raise click.UsageError(f"“{name}”不是目录文件，或者写法有错误。")
    try:
        return msgspec.convert(catalogue, type=Domain, strict=False)
    except msgspec.ValidationError as error:
        problem, _ = problem_of(error)
        raise click.UsageError(f"“{name}”不合目录文件的格式：{problem}。") from error


def _shared(old: list[Domain], new: list[Domain]) -> tuple[list[Domain], list[Domain]]:
    """Keep of a whole set only the domain that a single file is about; two single files are compared as they are."""
    if len(old) == len(new) == 1 and old[0].facts.title != new[0].facts.title:
        raise click.UsageError(f"两个文件不是同一个领域：“{old[0].facts.title}”和“{new[0].facts.title}”。")
    titles = {domain.facts.title for domain in (old if len(old) == 1 else new)}
    return (
        [domain for domain in old if domain.facts.title in titles],
        [domain for domain in new if domain.facts.title in titles],
    )
