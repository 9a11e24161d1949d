"""The rows of a table → what each says of an item: names of items are settled here."""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.formats.quoting import shown
from sitegen.importing import headings as h
from sitegen.importing.above import Above, Cells
from sitegen.importing.domain_names import DomainNames
from sitegen.importing.kinds import NO_DOMAIN, STRANGE_ROW, at_cell
from sitegen.importing.reading import Choices, Vocabularies, choices_of, damage, elements_of, row_number
from sitegen.importing.sheet import Cell
from sitegen.importing.tables import Row, Table
from sitegen.importing.texts import name_of, names_of_bodies, one_line, references
from sitegen.importing.words import Words

_TEXTS = (h.ELEMENTS, h.BASIS, h.LIMIT, h.PUBLISHER)
_CHOICES = (h.CHANNELS, h.AUDIENCE, h.METHOD, h.LEVELS)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says. `origin` is the cell of the name: rows that share it are one item; `continues` marks rows
    without a name of their own.
    """

    path: str
    row: int
    origin: Cell
    domain: str
    number: str = ""
    code: str = ""
    category: str = ""
    title: str = ""
    third: str = ""
    elements: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    limit: str = ""
    limit_cell: Cell | None = None
    working: bool = False
    publisher: str = ""
    channels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    audience_note: str = ""
    method: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    continues: bool = False


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What reading rows needs to know besides the table."""

    words: Words
    names: DomainNames
    choices: Vocabularies
    fill_down: bool = False
    wished: str = ""
    """The domain to which all rows belong, whatever they say."""


class _Names(msgspec.Struct, frozen=True, kw_only=True):
    domain: str
    category: str
    title: str
    third: str
    origin: Cell
    continues: bool = False
    reading: str = ""


def read_rows(table: Table, domain: str, context: Context) -> tuple[tuple[Said, ...], tuple[Diagnostic, ...]]:
    """Return what the rows of a table say; `domain` is the table's, empty where only its rows name one."""
    reader = _Reader(table, domain, context)
    said = tuple(each for row in table.rows if (each := reader.read(row)) is not None)
    return said, (*damage(table), *reader.found, *reader.above.remarks())


class _Reader:
    """Reads rows one after another: what a row without a name means stands in the rows above."""

    def __init__(self, table: Table, domain: str, context: Context) -> None:
        self.table, self.domain, self.context = table, domain, context
        self.path = table.grid.path
        self.above = Above(table, context.words, fill_down=context.fill_down)
        self.found = self.above.found
        self.named: _Names | None = None

    def read(self, row: Row) -> Said | None:
        """Return what a row says of an item, None where it says nothing that can be used."""
        cells = self.above.resolved(row)
        names = self._names(row, cells)
        if names is None:
            return None
        self.named = names
        texts = {field: self.above.text(cells, field) for field in _TEXTS}
        chosen = {field: self._choices(row, cells, field) for field in _CHOICES}
        elements, unclear = elements_of(*texts[h.ELEMENTS], self.path)
        self.found += unclear
        self.above.go_on(cells)
        return Said(
            path=self.path,
            row=row.number,
            origin=names.origin,
            domain=names.domain,
            number=row_number(self.above.text(cells, h.NUMBER)[0]),
            code="".join(self.above.own_text(cells, h.CODE).split()),
            category=names.category,
            title=names.title,
            third=names.third,
            elements=elements,
            basis=references(texts[h.BASIS][0]),
            limit=texts[h.LIMIT][0],
            limit_cell=texts[h.LIMIT][1],
            working=any(
                "工作日" in self.above.column(number).heading for number in self.above.columns(h.LIMIT)
            ),
            publisher=names_of_bodies(texts[h.PUBLISHER][0]),
            channels=chosen[h.CHANNELS].values,
            audience=chosen[h.AUDIENCE].values,
            audience_note=chosen[h.AUDIENCE].note,
            method=chosen[h.METHOD].values,
            levels=chosen[h.LEVELS].values,
            continues=names.continues,
        )

    def _choices(self, row: Row, cells: Cells, field: str) -> Choices:
        self.above.fill_choices(row, cells, field)
        filled = [column for column in self.above.columns(field) if cells[column].text]
        wanted = dict.fromkeys((self.above.column(column), cells[column]) for column in filled)
        choices, found = choices_of(
            self.table, field, tuple(wanted), self.context.words, self.context.choices
        )
        self.found += found
        return choices

    def _names(self, row: Row, cells: Cells) -> _Names | None:
        """Return the names of a row's item; a row without any goes on with the item above it."""
        category, category_cell = self.above.upper(row, cells, h.CATEGORY)
        domain, domain_cell = self.above.upper(row, cells, h.DOMAIN)
        if self._is_a_sort(domain):
            category, category_cell = self._sort(category, category_cell, domain, domain_cell)
            domain = ""
        title, cell = self.above.own(cells, h.TITLE)
        third, third_cell = self.above.own(cells, h.THIRD)
        if not title and not third:
            return self._unnamed(row, cells, category, category_cell)
        if not title and self.named is not None:
            title, cell = self.named.title, self.named.origin
        if category_cell == cell:  # one name over both columns
            category = ""
        names = _Names(
            domain=self._domain(domain, domain_cell),
            category=category or name_of(row.section),
            title=title or third,
            third=third if title and third != title else "",
            origin=cell if title else third_cell,
        )
        return self._below_domain(names, category_cell)

    def _is_a_sort(self, domain: str) -> bool:
        """Tell whether the column 领域 names a sort of affairs: all rows are known to belong to one domain."""
        return bool(domain and self.context.wished) and not self.context.names.named(domain)

    def _sort(self, category: str, category_cell: Cell, sort: str, cell: Cell) -> tuple[str, Cell]:
        """Return the category of a row whose column 领域 names a sort of affairs."""
        if self.above.columns(h.CATEGORY):
            self.above.take(f"领域一栏写的“{shown(sort)}”不是领域，没有读入", cell)
            return category, category_cell
        self.above.take(f"领域一栏写的“{shown(sort)}”不是领域，当作一级事项", cell)
        return sort, cell

    def _unnamed(self, row: Row, cells: Cells, category: str, cell: Cell) -> _Names | None:
        """Settle a row without 二级事项: its category is its name, or it goes on with the row above."""
        columns = self.above.columns(h.CATEGORY)
        own = bool(columns) and bool(row.cells[columns[0]].text) and cell.row == row.number
        more = any(cells[each].text for field in (h.ELEMENTS, h.LIMIT) for each in self.above.columns(field))
        if category and own and more:
            self.above.take("没有二级事项，当作一级事项本身就是事项", cell)
            domain = self._domain(*self.above.upper(row, cells, h.DOMAIN))
            return _Names(domain=domain, category="", title=category, third="", origin=cell)
        numbered = any(
            row.cells[each].row == row.number and cells[each].text for each in self.above.columns(h.NUMBER)
        )
        first = next((each for each in row.cells if each.text), row.cells[0])
        if self.named is not None and more and not numbered and self.named.category in ("", category):
            self.above.take("没有写事项名称，并入上面一项", Cell("", row.number, first.column))
            return msgspec.structs.replace(self.named, continues=True)
        problem = f"没有二级事项的名称（{first.name} 写着“{shown(one_line(first.text), 20)}”）"
        self.found.append(at_cell(STRANGE_ROW, self.path, row.number, first.column, problem=problem))
        return None

    def _domain(self, text: str, cell: Cell) -> str:
        """Return the domain that a row names, else the table's."""
        if not text:
            return self.domain
        known = self.context.names.named(text)
        if not known:
            seen = f"（写着“{shown(text)}”）"
            self.found.append(at_cell(NO_DOMAIN, self.path, cell.row, cell.column, seen=seen))
        return known

    def _below_domain(self, names: _Names, cell: Cell) -> _Names:
        """Bring names up by one level where the first of them is the domain's."""
        domain = self.context.names.named(names.category) if names.category else ""
        printed_so = self.domain == domain and not names.third  # as the table of 财政预决算 has it
        if not domain or printed_so or self.domain not in ("", domain):
            return names
        self.above.take(f"一级事项一栏写的是领域“{domain}”，没有当作一级事项", cell)
        if names.third:
            return msgspec.structs.replace(
                names, domain=domain, category=names.title, title=names.third, third=""
            )
        return msgspec.structs.replace(names, domain=domain, category="")
