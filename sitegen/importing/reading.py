"""One row of a table → what it says of an item; every cell that is not understood is reported with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import cn2an
import msgspec

from sitegen.diagnostics import Diagnostic, Kind
from sitegen.formats.quoting import shown
from sitegen.formats.suggestions import did_you_mean
from sitegen.importing import headings as h
from sitegen.importing.kinds import DAMAGED_CELL, LINES_UNCLEAR, NEAR_CHANNEL, READ_AS, STRANGE_MARK, at_cell
from sitegen.importing.marks import OTHER, Token, Vocabulary, chosen, is_tick, vocabulary
from sitegen.importing.points import cuts_a_word, points
from sitegen.importing.sheet import Cell
from sitegen.importing.tables import Table
from sitegen.importing.texts import key_of, one_line
from sitegen.importing.words import Words

GROUP = "特定群体"
_BROKEN_NUMBER = re.compile(r"[〔\[（(]\d{5,}号|[〔\[]\d{4}号")
_CIRCLED = {chr(0x2460 + number): str(number + 1) for number in range(20)}
_OUTSIDE_NUMBER = "（）()【】[]、.．。第 "


class Vocabularies(msgspec.Struct, frozen=True, kw_only=True):
    """The names that may be chosen, by field."""

    by_field: dict[str, Vocabulary]


def vocabularies(words: Words) -> Vocabularies:
    """Return the vocabularies of channels, audience, method and levels."""
    known = {h.CHANNELS: vocabulary(tuple(words.channels.items()), words, open_ended=True)}
    for field in (h.AUDIENCE, h.METHOD, h.LEVELS):
        names = [
            (name, "、".join(choice.values))
            for name, choices in words.choices.items()
            for choice in choices
            if choice.field == field
        ]
        known[field] = vocabulary(tuple(names), words)
    return Vocabularies(by_field=known)


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a row chooses in one field, with words that go with it (who the group is)."""

    values: tuple[str, ...] = ()
    note: str = ""


def row_number(text: str) -> str:
    """Return 序号 in digits: （一）, 1., ① and 0101 all say a number; what is none stays as it is."""
    plain = one_line(text).strip(_OUTSIDE_NUMBER)
    if plain in _CIRCLED:
        return _CIRCLED[plain]
    if plain and set(plain) <= set("〇零一二三四五六七八九十百"):
        try:
            return str(int(cn2an.cn2an(plain.replace("〇", "零"), "smart")))
        except ValueError:
            return plain
    return plain


def elements_of(text: str, cell: Cell, path: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the points of 公开内容, and SG653 where line breaks left it unclear which they are."""
    found, unclear = points(text)
    if not unclear:
        return found, ()
    listed = "、".join(f"“{shown(point, 12)}”" for point in found[:3]) + ("……" if len(found) > 3 else "")
    said = at_cell(LINES_UNCLEAR, path, cell.row, cell.column, count=len(found), points=listed)
    return found, (said,)


def choices_of(
    table: Table, field: str, cells: tuple[tuple[h.Column, Cell], ...], words: Words, names: Vocabularies
) -> tuple[Choices, tuple[Diagnostic, ...]]:
    """Return what the cells of one field choose: columns of ticks, or one cell that names what is chosen."""
    values: list[str] = []
    notes: list[str] = []
    found: list[Diagnostic] = []
    for column, cell in cells:
        if column.values:
            part, said = _ticked(table, column, cell, words)
        else:
            part, said = _chosen(table, field, cell, names.by_field[field])
        values += part.values
        notes += [part.note] if part.note else []
        found += said
    values = list(dict.fromkeys(values))
    if field in (h.AUDIENCE, h.METHOD) and len(values) > 1:
        _, cell = cells[-1]
        problem = f"同时选了{'和'.join(values)}，照样写下"
        found.append(_strange(STRANGE_MARK, table, cell, problem))
    return Choices(values=tuple(values), note="、".join(notes)), tuple(found)


def _ticked(table: Table, column: h.Column, cell: Cell, words: Words) -> tuple[Choices, list[Diagnostic]]:
    ticked = is_tick(cell.text, words)
    if ticked is not None:
        return Choices(values=column.values if ticked else ()), []
    named = [
        choice.values for choice in words.choices.get(key_of(cell.text), ()) if choice.field == column.field
    ]
    if column.values in named or words.channels.get(one_line(cell.text), "-") in column.values:
        return Choices(values=column.values), []
    if column.values == (OTHER,):
        return Choices(values=(f"{OTHER}：{one_line(cell.text)}",)), []
    if column.values == (GROUP,):
        return Choices(values=column.values, note=one_line(cell.text).strip("√■☑R ")), []
    return Choices(), [_strange(STRANGE_MARK, table, cell, f"看不出“{column.heading}”选了没有，没有读入")]


def _chosen(table: Table, field: str, cell: Cell, names: Vocabulary) -> tuple[Choices, list[Diagnostic]]:
    result = chosen(cell.text, names)
    found = [_strange(STRANGE_MARK, table, cell, problem) for problem in result.problems]
    if field == h.CHANNELS:
        values = [_channel(token) for token in result.tokens]
        found += [said for token in result.tokens for said in _about_channel(table, cell, token, names)]
        return Choices(values=tuple(dict.fromkeys(values))), found
    known = [value for token in result.tokens if token.known for value in token.known.split("、")]
    others = [token.name for token in result.tokens if not token.known]
    details = [token.detail.strip("（()）") for token in result.tokens if token.detail]
    if field == h.AUDIENCE and GROUP in known:
        return Choices(values=tuple(known), note="、".join(details + others)), found
    found += [_strange(STRANGE_MARK, table, cell, f"不认得“{shown(name)}”，没有读入") for name in others]
    found += [_detail(table, cell, token) for token in result.tokens if token.detail]
    return Choices(values=tuple(known)), found


def _channel(token: Token) -> str:
    if token.known == OTHER:
        return f"{OTHER}：{token.detail}" if token.detail else OTHER
    return token.known or f"{OTHER}：{token.name}"


def _about_channel(table: Table, cell: Cell, token: Token, names: Vocabulary) -> Iterator[Diagnostic]:
    if token.known and token.known != OTHER and token.detail:
        yield _detail(table, cell, token)
    suggestion = "" if token.known else did_you_mean(token.name, [*dict.fromkeys(names.titles.values())])
    if suggestion:
        yield at_cell(
            NEAR_CHANNEL,
            table.grid.path,
            cell.row,
            cell.column,
            name=shown(token.name),
            suggestion=suggestion,
        )


def _detail(table: Table, cell: Cell, token: Token) -> Diagnostic:
    reading = f"“{token.name}”后面的“{shown(token.detail)}”没有读入"
    return at_cell(READ_AS, table.grid.path, cell.row, cell.column, reading=reading)


def _strange(kind: Kind, table: Table, cell: Cell, problem: str) -> Diagnostic:
    text = shown(one_line(cell.text))
    return at_cell(kind, table.grid.path, cell.row, cell.column, text=text, problem=problem)


def damage(table: Table) -> Iterator[Diagnostic]:
    """Yield SG654 for cells of a table whose text was lost or changed before it came here."""
    remarks = {(remark.row, remark.column): remark.words for remark in table.grid.remarks}
    seen: set[Cell] = set()
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            known = table.header.columns.get(column)
            if known is None or known.field == h.NUMBER or cell in seen:
                continue
            seen.add(cell)
            problem = remarks.get((cell.row, cell.column), "") or _lost(cell.text)
            if problem:
                yield _strange(DAMAGED_CELL, table, cell, problem)
    yield from _cut_names(table)


def _cut_names(table: Table) -> Iterator[Diagnostic]:
    """Yield SG654 for the name of a category that a page break cut in two: 城镇燃 and, in the row below, 气管理."""
    for number, column in table.header.columns.items():
        if column.field != h.CATEGORY:
            continue
        names = [cell for cell in dict.fromkeys(row.cells[number] for row in table.rows) if len(cell.text) > 1]
        for cell, below in pairwise(names):
            if cuts_a_word(cell.text, below.text):
                problem = f"像是和下面的“{shown(one_line(below.text))}”是一个名称，被换页断开了"
                yield _strange(DAMAGED_CELL, table, cell, problem)


def _lost(text: str) -> str:
    if "\ufffd" in text:
        return "有丢失的字（�）"
    if re.search("[\ue000-\uf8ff]", text):
        return "有显示不出来的自造字"
    broken = _BROKEN_NUMBER.search(one_line(text))
    return f"“{broken[0]}”像是文号，括号可能丢了" if broken else ""
