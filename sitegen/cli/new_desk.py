"""Looking at the project before a manuscript is begun, and at the manuscript before it is written."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click
import msgspec

from sitegen import pipeline
from sitegen.cli.project import open_memory, report, source_text
from sitegen.formats.suggestions import did_you_mean
from sitegen.pipeline import Project
from sitegen.reading import lists_of
from sitegen.scaffolding.desk import Desk, columns_for, find_column, paths_in_use, records_of
from sitegen.scaffolding.interview import Answers, Wish, problem_with
from sitegen.scaffolding.manuscripts import Manuscript
from sitegen.scaffolding.page_names import TAKEN_BY_LISTS
from sitegen.stages.link.places import ANYWHERE
from sitegen.stages.parse import parse
from sitegen.stages.validate import EMPTY_BODY, REVIEW_INCOMPLETE, validate
from sitegen.stages.workers import Workers, processors
from sitegen.stages.write import MANIFEST, Manifest
from sitegen.stopwatch import Stopwatch
from sitegen.urls import PAGE_NAME

STILL_TO_COME = frozenset({EMPTY_BODY.id, REVIEW_INCOMPLETE.id})
"""What a new file lacks by nature: its text, and the names of those who are to review and release it."""


def look_around(project: Project) -> Desk:
    """Return what the project holds; where it cannot even be read, show its findings and leave with 1."""
    memory, team = open_memory(project), Workers(processors())
    try:
        checked = pipeline.check(project, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()
    site, reading = checked.site, checked.reading
    if site is None or reading is None:
        click.echo(report(project, checked.diagnostics), nl=False)
        sys.exit(1)
    records = records_of(site)
    unread = sorted(set(reading.keys) - {record.path for record in records})
    texts = [source_text(project, f"content/{path}.md") or "" for path in unread]
    built = project.folder / "build"
    return Desk(
        site=site,
        numbers=(*(record.index_number for record in records), *texts, _text(built / "data/documents.json")),
        taken=paths_in_use(site, unread),
        published=frozenset(page.removesuffix(".html") for page in _pages(built)),
        anywhere=ANYWHERE,
        vocabulary=frozenset(site.catalogues.title_words),
    )


def wrong_use(wish: Wish, desk: Desk) -> list[str]:
    """Return what is wrong with what was said on the command line."""
    said = ((name, texts) for name, texts in wish.given.items())
    found = [problem for name, texts in said if (problem := problem_with(name, texts, wish.kind, desk))]
    columns = columns_for(desk, wish.kind.id)
    column = find_column(columns, wish.column)
    if wish.column and column is None:
        names = [column.path for column in columns]
        advice = did_you_mean(wish.column.removeprefix("content/").strip("/"), names)
        listed = "、".join(names) or "还没有"
        found.append(f"“{wish.column}”不是收“{wish.kind.title}”的栏目。{advice}收它的栏目：{listed}。")
    if wish.name and not PAGE_NAME.match(wish.name):
        found.append(
            f"“{wish.name}”不能作文件名：只能用小写英文字母、数字和连字符，例如 linshi-jiuzhu-banfa。"
        )
    if TAKEN_BY_LISTS.match(wish.name):
        found.append(f"“{wish.name}”是栏目自己的网页的名称，请换一个文件名。")
    if column is not None and f"{column.path}/{wish.name}" in desk.taken:
        found.append(f"“{column.path}/{wish.name}”已经有了，请换一个文件名。")
    return found


def unnumbered(wish: Wish, answers: Answers) -> list[str]:
    """Say so where a manuscript needs an 索引号 and the body has no code to make one from."""
    if wish.draft or "index_number" not in wish.kind.required or "index_number" in answers.values:
        return []
    source = answers.body.source if answers.body else "content/jigou/"
    return [f"{source} 里没有写“代码”，编不出索引号。先补上机构的代码，或者用 --set 索引号=…… 写明。"]


def complaints(made: Manuscript, default_kind: str, desk: Desk) -> list[str]:
    """Return what `check` would say of the new file, beside what is still to come."""
    parsed = parse(made.text.encode())
    faults = parsed.faults
    if parsed.draft is not None:
        lists = lists_of(desk.site.catalogues, desk.site.config)
        faults += validate(made.path, parsed.draft.header, parsed.draft.body, default_kind, lists).faults
    return [f"{fault.message}{fault.help}" for fault in faults if fault.id not in STILL_TO_COME]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _pages(built: Path) -> tuple[str, ...]:
    """Return the site paths of the last build; none where there was none, or its manifest is damaged."""
    try:
        return tuple(msgspec.json.decode((built / MANIFEST).read_bytes(), type=Manifest).files)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ()
