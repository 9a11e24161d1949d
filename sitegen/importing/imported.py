"""Files in, catalogue files out: the whole import as one function from values to values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Fault, Severity
from sitegen.formats.pinyin import latin_words
from sitegen.importing.catalogue_file import Plain, catalogue_text, mappings_of, text_of
from sitegen.importing.domain_names import domain_names
from sitegen.importing.files import read_tables
from sitegen.importing.items import Draft, gather
from sitegen.importing.keyed import keyed_table
from sitegen.importing.kinds import NEW_DOMAIN, NO_DOMAIN, NO_TABLE, READ_AS, UNREADABLE
from sitegen.importing.merging import base_of, merge
from sitegen.importing.reading import vocabularies
from sitegen.importing.rows import Context, Said, read_rows
from sitegen.importing.sheet import Grid, UnreadableError, flatten
from sitegen.importing.table_domains import domain_of, stem, title_of, without_domain
from sitegen.importing.tables import Table, part
from sitegen.importing.words import Words

_NO_HEADINGS = "没有一行同时写着“公开内容”“公开时限”“公开主体”一类的表头"
_NO_ITEMS = "有表头，没有一行写着事项的名称"
FIRST_OF_ITS_OWN = 27
"""Numbers up to 26 are the national catalogues' (R88)."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A domain that there is: its head, its file below `catalogs/`, what that says; `own`: it is the site's."""

    number: int
    code: str
    title: str
    full_title: str = ""
    file: str
    catalogue: Plain
    own: bool = False


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the editor says beside the files: the domain of all tables, domains that are new, the new file's head."""

    domain: str = ""
    new_domains: tuple[str, ...] = ()
    fill_down: bool = False
    version: str = ""
    effective_on: str = ""
    issuer: str = ""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A file with its name as findings show it."""

    name: str
    data: bytes


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What the tables of a file say: rows that belong to a domain, and the titles of the tables by domain."""

    rows: tuple[Said, ...] = ()
    titles: Mapping[str, str] = {}
    found: tuple[Diagnostic, ...] = ()


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A catalogue file to write: its name below `catalogs/`, its text, and how many items it has in use and retired."""

    title: str
    file: str
    text: str
    items: int
    retired: int


def import_tables(
    files: Iterable[Given],
    known: Sequence[Known],
    words: Words,
    wishes: Wishes,
    used: frozenset[str],
    day: date,
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Return the catalogue files that tables make, and all that was not understood (SG640–SG659).

    `used` are the codes that the content names, `day` the one from which items that are gone are retired. Nothing is
    returned to write where anything is an error.
    """
    names = domain_names([each.title for each in known] + list(wishes.new_domains), words.other_names)
    context = Context(
        words=words,
        names=names,
        choices=vocabularies(words),
        fill_down=wishes.fill_down,
        wished=wishes.domain,
    )
    read = [(file.name, _read(file, context, wishes)) for file in files]
    drafts, disagreements = gather(said for _, each in read for said in each.rows)
    found = [*(one for _, each in read for one in each.found), *disagreements]
    written: list[Written] = []
    numbers = {each.number for each in known}
    for domain in dict.fromkeys(draft.domain for draft in drafts):
        place = next((each for each in known if each.title == domain), None) or _new(domain, numbers)
        numbers.add(place.number)
        mine = [draft for draft in drafts if draft.domain == domain]
        sources = [name for name, each in read if any(said.domain == domain for said in each.rows)]
        title = next((each.titles[domain] for _, each in read if domain in each.titles), place.full_title)
        file_written, more = _write(place, title, mine, sources, wishes, used, day)
        written.append(file_written)
        found += more
    errors = any(each.severity is Severity.ERROR for each in found)
    return () if errors else tuple(written), tuple(found)


def _read(file: Given, context: Context, wishes: Wishes) -> Read:
    """Return what the rows of all tables of a file say."""
    try:
        grids = [flatten(sheet, file.name) for sheet in read_tables(file.data)]
    except UnreadableError as error:
        return Read(found=(UNREADABLE.found(problem=str(error)).at(file.name),))
    rows: list[Said] = []
    found: list[Diagnostic] = []
    titles: dict[str, str] = {}
    before, tables = "", 0
    for grid in grids:
        parted, between = _tables(grid, context)
        found += between
        for table in parted:
            domain, more = domain_of(table, before, file.name, context.names, wishes.domain)
            said, others = read_rows(table, domain, context)
            rows += [each for each in said if each.domain]
            found += [*more, *others]
            if not any(each.id == NO_DOMAIN.id for each in others):
                found += without_domain(table, said)
            title = title_of(table, domain, context.names, wishes.domain)
            if domain and title:
                titles.setdefault(domain, title)
            before = domain or before
            tables += 1
    if not rows and not any(each.severity is Severity.ERROR for each in found):
        found.append(NO_TABLE.found(problem=_NO_ITEMS if tables else _NO_HEADINGS).at(file.name))
    return Read(rows=tuple(rows), titles=titles, found=tuple(found))


def _tables(grid: Grid, context: Context) -> tuple[tuple[Table, ...], tuple[Diagnostic, ...]]:
    """Return the tables of a grid: rows below headings, or else names beside values."""
    parted, between = part(grid, context.words, context.names)
    if parted:
        return parted, between
    keyed, unknown = keyed_table(grid, context.words)
    return ((keyed,), unknown) if keyed is not None else ((), between)


def _new(title: str, numbers: Iterable[int]) -> Known:
    """Return a domain that is not there yet, with the next number of its own."""
    number = max([FIRST_OF_ITS_OWN - 1, *numbers]) + 1
    code = "-".join(latin_words(title, ())) or f"lingyu-{number}"
    return Known(number=number, code=code, title=title, file=f"domains/{number:02}-{code}.yaml", catalogue={})


def _write(
    place: Known,
    title: str,
    drafts: Sequence[Draft],
    sources: Sequence[str],
    wishes: Wishes,
    used: frozenset[str],
    day: date,
) -> tuple[Written, list[Diagnostic]]:
    base = base_of(place.catalogue, own=place.own, used=used)
    items, found = merge(f"catalogs/{place.file}", drafts, base, day)
    fresh = (
        [] if place.catalogue else [NEW_DOMAIN.found(name=place.title, number=place.number, file=place.file)]
    )
    processes, faults = _processes(
        place.catalogue, frozenset(text_of(item, "代码") for item in items if "停用" not in item)
    )
    title = title or f"{place.title}领域基层政务公开标准目录"
    catalogue = {**_head(place, title, sources, wishes), **processes, "事项": items}
    written = Written(
        title=place.title,
        file=place.file,
        text=catalogue_text(catalogue, title),
        items=len(drafts),
        retired=len(items) - len(drafts),
    )
    return written, [*(each.at(f"catalogs/{place.file}") for each in (*fresh, *faults)), *found]


def _processes(catalogue: Plain, codes: frozenset[str]) -> tuple[Plain, list[Fault]]:
    """Return the processes of the catalogue in use, without stages that are no items any more (SG651)."""
    kept: list[Plain] = []
    found: list[Fault] = []
    for process in mappings_of(catalogue, "流程"):
        stages = process.get("环节")
        named = [str(stage) for stage in stages] if isinstance(stages, list) else []
        gone = [stage for stage in named if stage not in codes]
        if gone:
            left = len(named) - len(gone) > 1
            reading = (
                f"{'' if left else '剩下的环节不到两个，整个流程去掉了；'}表里没有的环节：{'、'.join(gone)}"
            )
            found.append(READ_AS.found(cell=f"流程“{text_of(process, '名称')}”", reading=reading))
        if len(named) - len(gone) > 1:
            kept.append({**process, "环节": [stage for stage in named if stage in codes]})
    return ({"流程": kept} if kept else {}), found


def _head(place: Known, title: str, sources: Sequence[str], wishes: Wishes) -> Mapping[str, object]:
    """Return the head of the new file: facts of the domain, what was wished, what the site's own file says besides."""
    own = {
        key: value
        for key, value in place.catalogue.items()
        if place.own and key not in ("事项", "来源", "领域", "流程")
    }
    wished = {"版本": wishes.version, "生效日期": wishes.effective_on, "发文机关": wishes.issuer}
    facts = {"编号": place.number, "代码": place.code, "名称": place.title, "标题": title}
    named = [{"编号": f"f{number}", "名称": stem(name) or name} for number, name in enumerate(sources, 1)]
    values = {"版本": "1"} | own | {key: value for key, value in wished.items() if value}
    order = ("版本", "生效日期", "发文机关", "发文字号")
    ordered = {key: values[key] for key in (*order, *values) if key in values}
    return {"领域": facts, **ordered, "来源": named}
