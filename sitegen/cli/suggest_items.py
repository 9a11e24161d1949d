"""`sitegen suggest --catalog`: which items of the standard catalogues texts may answer to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from sitegen.cli.suggest_desk import NO_LISTS, UNREADABLE, Surroundings, page_of, shown_path
from sitegen.config import find_catalogues, read_catalogues, read_words
from sitegen.diagnostics import Diagnostic
from sitegen.formats import encoding
from sitegen.model.catalogues import Domain
from sitegen.model.records import AnyRecord, Document
from sitegen.reading import FALLBACK_KIND
from sitegen.stages.parse import parse
from sitegen.stages.validate import validate
from sitegen.suggesting.catalogue_items import CatalogueSuggester, Suggested, Suggestions
from sitegen.suggesting.subject import Subject, subject_of

DEFAULT_PROFILE = "default"
NOTHING_FITS = "看不出属于哪个领域，没有建议。"
ONLY_DOMAIN = "{domain}（看不出是哪一项，目录里可能没有）"
WORTH_SHOWING = 0.05
UNSURE = "把握不大，请对照目录看一看。"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its title, the items it names already, what is suggested; `problem` says why nothing could be read."""

    path: str
    title: str = ""
    named: tuple[str, ...] = ()
    suggestions: Suggestions = Suggestions()
    problem: str = ""


def suggest_items(files: tuple[Path, ...], around: Surroundings, form: str) -> None:
    """Print for each file the items that it may answer to; both indexes are made once."""
    domains = _domains(around)
    words, item_words, faults = read_words(find_catalogues(around.folder or Path()))
    _stop_at(faults)
    suggester = CatalogueSuggester(domains, words, item_words)
    codes = {domain.facts.title: domain.facts.code for domain in domains}
    answers = [_answer(file, around, suggester, codes) for file in files]
    if form == "json":
        click.echo(json.dumps([_as_data(answer) for answer in answers], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join("\n".join(_as_lines(answer)) for answer in answers))
    found = sum(bool(answer.suggestions.items) for answer in answers)
    click.echo(f"读了 {len(answers)} 个文件，其中 {found} 个有建议。", err=True)


def _domains(around: Surroundings) -> tuple[Domain, ...]:
    """Return the catalogues of the project, else those that come with sitegen."""
    if around.site is not None:
        return around.site.catalogues.domains
    catalogues, faults = read_catalogues(find_catalogues(Path()), DEFAULT_PROFILE)
    _stop_at(faults)
    return catalogues.domains if catalogues else ()


def _stop_at(faults: tuple[Diagnostic, ...]) -> None:
    if faults:
        raise click.UsageError(f"{faults[0].path}：{faults[0].message}")


def _answer(
    file: Path, around: Surroundings, suggester: CatalogueSuggester, codes: dict[str, str]
) -> Answer:
    data = file.read_bytes()
    text, faults = encoding.decode(data)
    shown = shown_path(file, around)
    if file.suffix.lower() == ".md" and text.lstrip().startswith("---"):
        draft = parse(data).draft
        if draft is None:
            return Answer(path=shown, problem=UNREADABLE)
        record = around.records.get(file.resolve())
        record = record or validate(file.stem, draft.header, draft.body, FALLBACK_KIND, NO_LISTS).record
        if record is None:
            return Answer(path=shown, problem=UNREADABLE)
        subject = _of_record(record, draft.body.plain, around, codes)
        return Answer(
            path=shown,
            title=record.title,
            named=record.catalogue_items,
            suggestions=suggester.suggest(subject),
        )
    if faults and not text.strip():
        return Answer(path=shown, problem=faults[0].message)
    page = page_of(file, text)
    subject = subject_of(page.title, page.text, (page.publisher,), page.column)
    return Answer(path=shown, title=page.title, suggestions=suggester.suggest(subject))


def _of_record(record: AnyRecord, text: str, around: Surroundings, codes: dict[str, str]) -> Subject:
    column = around.site.columns.get(record.column) if around.site else None
    drafting = record.drafting_bodies if isinstance(record, Document) else ()
    domains = column.domains if column else ()
    return subject_of(
        record.title,
        text,
        (record.publisher, record.responsible_body, *record.issuing_bodies, *drafting),
        column.title if column else "",
        tuple(codes[title] for title in domains if title in codes),
    )


def _as_data(answer: Answer) -> dict[str, object]:
    return {
        "path": answer.path,
        "title": answer.title or None,
        "named": list(answer.named),
        "sure": answer.suggestions.sure,
        "suggestions": [_suggested(each) for each in answer.suggestions.items],
        "problem": answer.problem or None,
    }


def _suggested(each: Suggested) -> dict[str, object]:
    return {
        "score": each.score,
        "domain": each.domain.facts.title,
        "domain_code": each.domain.facts.code,
        "item": each.item.code,
        "item_told": each.told,
        "others": [other.code for other in each.others],
    }


def _as_lines(answer: Answer) -> Iterator[str]:
    yield answer.path
    if answer.title:
        yield f"  《{answer.title}》"
    if answer.problem:
        yield f"  {answer.problem}"
        return
    if answer.named:
        yield f"  已经写了：{'、'.join(answer.named)}"
    if not answer.suggestions.items:
        yield f"  {NOTHING_FITS}"
        return
    for rank, each in enumerate(answer.suggestions.items, 1):
        if rank > 1 and each.score < WORTH_SHOWING:
            break
        name = each.item.code if each.told else ONLY_DOMAIN.format(domain=each.domain.facts.title)
        yield f"  {rank}. {each.score:.2f}  {name}"
        if each.others:
            yield f"           同一领域还有：{'、'.join(other.code for other in each.others)}"
    if not answer.suggestions.sure:
        yield f"  {UNSURE}"
