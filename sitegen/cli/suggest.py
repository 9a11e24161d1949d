"""`sitegen suggest`: read out of texts what they say of validity, and write it into their front matter."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import click
import msgspec

from sitegen.cli.project import as_of_option, project_option
from sitegen.cli.suggest_desk import (
    Reading,
    Surroundings,
    files_of,
    library_of,
    read_file,
    surroundings,
)
from sitegen.cli.suggest_items import suggest_items
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import Document
from sitegen.suggesting.answer import Answer, as_data, as_lines
from sitegen.suggesting.header_edits import write_into
from sitegen.suggesting.library import Library
from sitegen.suggesting.proposal import Proposal, propose, resolve

NOT_A_DOCUMENT = "这一类信息（{kind}）没有施行、废止这些项目，没有可写的。"
ONLY_SUGGESTED = "标准目录的事项要由人来定，--catalog 只建议，不能和 --apply 一起用。"
BY_HAND = "“{key}”这样写不进去，请自己加上：{value}"


@click.command(
    help="读出正文里写的施行日期、有效期和废止、修改的文件，建议怎样填写；用 --catalog 建议属于标准目录的哪一项。"
    "PATH 是文件或者文件夹，可以是项目里的 Markdown，也可以是别处的 .txt、.md 文本和存下来的网页（.html）。"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@project_option
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的形式")
@click.option("--apply", "write", is_flag=True, help="写进文件开头的信息；已经填写的不改动，正文不改动")
@click.option("--catalog", is_flag=True, help="建议属于标准目录的哪些事项；只建议，不写进文件")
def suggest(
    paths: tuple[Path, ...], project: Path | None, as_of: date | None, form: str, write: bool, catalog: bool
) -> None:
    """Read, propose, and write where that is wanted."""
    if catalog and write:
        raise click.UsageError(ONLY_SUGGESTED)
    files = files_of(paths)
    around = surroundings(files, project, as_of)
    if catalog:
        suggest_items(files, around, form)
    else:
        suggest_validity(files, around, form, write)


def suggest_validity(files: tuple[Path, ...], around: Surroundings, form: str, write: bool) -> None:
    """Say what the texts say of their own force and of other documents; write it where that is wanted."""
    readings = [read_file(file, around) for file in files]
    library = library_of(readings, around)
    answers = [answer_of(reading, library) for reading in readings]
    if write:
        answers = [_applied(reading, answer) for reading, answer in zip(readings, answers, strict=True)]
    if form == "json":
        click.echo(json.dumps([as_data(answer) for answer in answers], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join("\n".join(as_lines(answer)) for answer in answers))
    click.echo(_summary(answers, write), err=True)


def answer_of(reading: Reading, library: Library) -> Answer:
    """Return what was read out of a file and what its front matter should become."""
    statements = reading.statements
    if statements is None:
        return Answer(path=reading.shown, problem=reading.problem)
    acts = resolve(statements, reading.acting, library)
    written = statements.written_on or reading.acting.written_on
    answer = Answer(
        path=reading.shown,
        title=reading.acting.title or statements.title,
        number=statements.document_number or reading.acting.number,
        date=str(written) if written else "",
        statements=statements,
        acts=acts,
        before=reading.text,
        after=reading.text,
    )
    if reading.record is None:
        return answer
    if not isinstance(reading.record, Document):
        kind = BY_NAME[reading.record.kind].title
        problem = NOT_A_DOCUMENT.format(kind=kind) if acts else ""
        return msgspec.structs.replace(answer, problem=problem)
    proposal = propose(reading.record, statements, acts, reading.acting, library)
    return _edited(answer, proposal, reading.record)


def _edited(answer: Answer, proposal: Proposal, record: Document) -> Answer:
    edited = write_into(answer.before, proposal.additions, BY_NAME[record.kind].fields)
    by_hand = tuple(
        BY_HAND.format(key=each.key, value=each.value or "、".join(each.items))
        for each in proposal.additions
        if each.key in edited.refused
    )
    kept = tuple(each for each in proposal.additions if each.key not in edited.refused)
    whole = Proposal(additions=kept, remarks=(*proposal.remarks, *by_hand))
    return msgspec.structs.replace(answer, proposal=whole, after=edited.text)


def _applied(reading: Reading, answer: Answer) -> Answer:
    """Write a file whose front matter changes; a killed program leaves the old file or the new one."""
    if answer.after == answer.before:
        return answer
    beside = reading.file.with_name(f".{reading.file.name}.suggest")
    beside.write_bytes(answer.after.encode("utf-8"))
    shutil.copymode(reading.file, beside)
    beside.replace(reading.file)
    return msgspec.structs.replace(answer, written=True)


def _summary(answers: list[Answer], write: bool) -> str:
    changed = sum(answer.before != answer.after for answer in answers)
    remarks = sum(len(answer.proposal.remarks) for answer in answers)
    done = f"写了 {changed} 个" if write else f"其中 {changed} 个有建议"
    return f"读了 {len(answers)} 个文件，{done}，{remarks} 处请人看一看。"
