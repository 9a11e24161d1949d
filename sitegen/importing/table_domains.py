"""Which domain a table is about, told by what stands around it; and the title that it has (R88)."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.importing.domain_names import DomainNames, looks_like_a_title, names_a_domain
from sitegen.importing.headings import DOMAIN
from sitegen.importing.kinds import NO_DOMAIN, READ_AS, at_cell
from sitegen.importing.rows import Said
from sitegen.importing.tables import Table
from sitegen.importing.texts import name_of, one_line


def stem(file: str) -> str:
    """Return the name of a file without its folder and its ending."""
    return file.rpartition("/")[2].rpartition(".")[0]


def title_of(table: Table, domain: str, names: DomainNames, wished: str) -> str:
    """Return the title of a table about one domain; nothing where the title is about more, or there is none."""
    for text in _lines_above(table):
        line = name_of(text)
        if "目录" in line and looks_like_a_title(line) and (wished or names.found_in(line) == (domain,)):
            return line
    return ""


def domain_of(
    table: Table, before: str, file: str, names: DomainNames, wished: str
) -> tuple[str, list[Diagnostic]]:
    """Return the domain of a table: as wished, by its title, the lines above, its sheet, the table before, the file."""
    if wished:
        return wished, []
    for text in _lines_above(table):
        found = names.found_in(one_line(text))
        if len(found) == 1:
            return found[0], _elsewhere(table, found[0], names)
        if found or names_a_domain(one_line(text)):
            return "", []
    sheet = names.named(table.grid.sheet) or next(iter(names.found_in(table.grid.sheet)), "")
    titled = any(looks_like_a_title(one_line(text)) for text in _lines_above(table))
    if sheet or DOMAIN in table.header.fields():
        return sheet, []
    if before and not titled:
        reading = f"表的前面没有标题，当作接着上面的“{before}”"
        return before, [at_cell(READ_AS, table.grid.path, *table.begins.place, reading=reading)]
    by_file = names.found_in(stem(file))
    return (by_file[0], []) if len(by_file) == 1 else ("", [])


def _lines_above(table: Table) -> list[str]:
    """Return the lines that stand before a table, the nearest first."""
    return [*reversed(table.titles), *reversed(table.grid.above)]


def _elsewhere(table: Table, domain: str, names: DomainNames) -> list[Diagnostic]:
    """Say where the sheet's name names another domain than the title."""
    sheet = names.named(table.grid.sheet)
    if not sheet or sheet == domain:
        return []
    reading = f"标题写的领域是“{domain}”，工作表的名称是“{sheet}”，按标题读入"
    return [at_cell(READ_AS, table.grid.path, *table.begins.place, reading=reading)]


def without_domain(table: Table, rows: Sequence[Said]) -> list[Diagnostic]:
    """Say of a table, or of its first such row, that nothing tells the domain."""
    lost = [said for said in rows if not said.domain]
    if not lost:
        return []
    if len(lost) < len(rows):
        name = "/".join(filter(None, (lost[0].category, lost[0].title)))
        seen = f"（这一行写着“{shown(name)}”）"
        return [at_cell(NO_DOMAIN, lost[0].path, lost[0].row, 0, seen=seen)]
    title = next((text for text in _lines_above(table) if looks_like_a_title(one_line(text))), "")
    seen = f"（标题是“{shown(one_line(title))}”）" if title else ""
    return [at_cell(NO_DOMAIN, table.grid.path, *table.begins.place, seen=seen)]
