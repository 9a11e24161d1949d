"""What the commands about catalogues share: the domains in use, the codes that the content names, careful writing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli.project import open_memory
from sitegen.config import CatalogueFiles
from sitegen.importing.catalogue_file import Plain, read_catalogue, text_of
from sitegen.importing.imported import Known
from sitegen.model.records import AnyRecord
from sitegen.pipeline import Project
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch

DOMAINS = "domains/"


def known_domains(project: Path, found: CatalogueFiles) -> tuple[Known, ...]:
    """Return the domains in use: the site's own files, and those that sitegen ships."""
    known: list[Known] = []
    for name in sorted(name for name in found.files if name.startswith(DOMAINS)):
        own = (project / "catalogs" / name).is_file()
        catalogue = read_catalogue(found.files[name])
        if catalogue is None:
            raise click.UsageError(f"目录文件 catalogs/{name} 有错误，先运行 sitegen check 查看并改好。")
        known.append(_known(name, catalogue, own))
    return tuple(known)


def _known(name: str, catalogue: Plain, own: bool) -> Known:
    facts = catalogue.get("领域")
    head = facts if isinstance(facts, dict) else {}
    number = text_of(head, "编号")
    return Known(
        number=int(number) if number.isascii() and number.isdigit() else 0,
        code=text_of(head, "代码"),
        title=text_of(head, "名称"),
        full_title=text_of(head, "标题"),
        file=name,
        catalogue=catalogue,
        own=own,
    )


def records_of(project: Project) -> tuple[AnyRecord, ...]:
    """Return all records of the content that can be read."""
    memory, team = open_memory(project), Workers(processors())
    try:
        checked = pipeline.check(project, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()
    if checked.reading is None:
        raise click.UsageError("这个项目的设置有错误，先运行 sitegen check 查看并改好。")
    return checked.reading.records


def used_codes(records: Iterable[AnyRecord]) -> frozenset[str]:
    """Return the codes of items that records name."""
    return frozenset(code for record in records for code in record.catalogue_items)


def replace_file(file: Path, data: bytes) -> None:
    """Write a file so that a killed program leaves the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.sitegen")
    beside.write_bytes(data)
    if file.exists():
        shutil.copymode(file, beside)
    beside.replace(file)
