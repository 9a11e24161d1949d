"""`sitegen catalog upgrade`: content that names items which are gone gets the codes of today."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click
import msgspec

from sitegen.cli.catalog_desk import known_domains, records_of, replace_file
from sitegen.cli.project import as_of_option, open_project, project_option
from sitegen.config import find_catalogues
from sitegen.diagnostics import Span
from sitegen.importing.catalogue_file import items_of
from sitegen.importing.upgrade import Catalogue, Successor, catalogue_at, successor_of, with_codes
from sitegen.model.catalogues import Item
from sitegen.model.records import AnyRecord

HELP = """找出“标准目录”里写着停用的或者不存在的代码的文件，列出应当改成的代码。

目录写明“改为”的，名称和公开内容相同、只是换了一级事项的，加上 --apply 就改好，文件的其他内容一个字
也不动。只是同名或者相近的，只列出来，看过以后都可以的，再加上 --nearest。
"""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One code of one file that must change. `done` tells what became of it: 已改, or why it was not changed."""

    path: str
    line: int
    code: str
    successor: str
    ground: str
    done: str = ""


@click.command(help=HELP)
@project_option
@as_of_option
@click.option("--apply", "write", is_flag=True, help="把确定的写进文件")
@click.option("--nearest", "also_nearest", is_flag=True, help="和 --apply 一起用：名称相近的也写进文件")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的形式")
def upgrade(project: Path | None, as_of: date | None, write: bool, also_nearest: bool, form: str) -> None:
    """List what must change, change what is certain, and leave with 1 where something is left to do."""
    opened = open_project(project, as_of)
    found = find_catalogues(opened.folder)
    items = [
        msgspec.convert(item, type=Item, strict=False)
        for domain in known_domains(opened.folder, found)
        for item in items_of(domain.catalogue)
    ]
    catalogue = catalogue_at(items, opened.as_of)
    steps = [
        step
        for record in sorted(records_of(opened), key=lambda record: record.source)
        for step in _of_record(opened.folder, record, catalogue, write, also_nearest)
    ]
    if form == "json":
        click.echo(json.dumps([msgspec.to_builtins(step) for step in steps], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(steps)) if steps else "内容里的代码都是现在用的。")
    left = sum(step.done != "已改" for step in steps)
    if steps:
        click.echo(f"共 {len(steps)} 处，改好 {len(steps) - left} 处，还有 {left} 处。", err=True)
    sys.exit(1 if left else 0)


def _of_record(
    folder: Path, record: AnyRecord, catalogue: Catalogue, write: bool, also_nearest: bool
) -> Iterable[Step]:
    """Return the steps of one file, taken where that was asked for."""
    wanted = [
        (number, code, successor)
        for number, code in enumerate(record.catalogue_items)
        if (successor := successor_of(code, catalogue)) is not None
    ]
    if not wanted:
        return []
    places = {code: _place(record, number) for number, code, _ in wanted}
    done = {code: "" for _, code, _ in wanted}
    if write:
        done = _written(folder, record, wanted, places, also_nearest)
    return [
        Step(
            path=record.source,
            line=span.line if (span := places[code]) else 1,
            code=code,
            successor=successor.code,
            ground=successor.ground.value,
            done=done[code],
        )
        for _, code, successor in wanted
    ]


def _place(record: AnyRecord, number: int) -> Span | None:
    return record.place(f"catalogue_items/{number}") or record.place("catalogue_items")


def _written(
    folder: Path,
    record: AnyRecord,
    wanted: Sequence[tuple[int, str, Successor]],
    places: dict[str, Span | None],
    also_nearest: bool,
) -> dict[str, str]:
    """Write the new codes into a file; a code that would stand there twice is left for the editor."""
    file = folder / record.source
    there = set(record.catalogue_items)
    done: dict[str, str] = {}
    changes: list[tuple[Span, str, str]] = []
    for _, code, successor in wanted:
        span = places[code]
        if not (successor.is_certain or (also_nearest and successor.code)):
            done[code] = "没有改，请看过再定"
        elif successor.code in there:
            done[code] = "没有改：文件里已经有新的代码，请删去旧的"
        elif span is None:
            done[code] = "没有改：找不到写在哪里"
        else:
            there.add(successor.code)
            changes.append((span, code, successor.code))
            done[code] = "已改"
    text, refused = with_codes(file.read_bytes().decode("utf-8", "surrogateescape"), changes)
    done |= dict.fromkeys(refused, "没有改：这里的写法改不了，请自己改")
    if changes and len(refused) < len(changes):
        replace_file(file, text.encode("utf-8", "surrogateescape"))
    return done


def _lines(steps: Sequence[Step]) -> list[str]:
    lines: list[str] = []
    for step in steps:
        target = f"→ {step.successor}（{step.ground}）" if step.successor else f"（{step.ground}）"
        lines.append(
            f"{step.path}:{step.line}: {step.code} {target}" + (f"，{step.done}" if step.done else "")
        )
    return lines
