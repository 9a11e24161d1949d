"""XLSX: every sheet, hidden ones, hidden rows and columns, heads and feet, comments, defined names.

The XML is read itself: numbers keep all their digits there, which spreadsheet libraries turn into floats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

import msgspec

from sitegen.extraction.archives import Archive
from sitegen.extraction.kinds import COMMENTS, HIDDEN
from sitegen.extraction.records import Extract, Piece, Trouble
from sitegen.extraction.xml_events import walk, words_of

_COMMENTS = r"xl/(?:threadedComments/threadedComment|comments/comment|comments)\d*\.xml"
_LETTERS = re.compile(r"[A-Z]+")
_ASIDE = frozenset(
    f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
) | {"formula1", "formula2"}
"""Elements beside the cells: heads and feet of printed pages, what may be chosen in a cell."""
_SHOWN = 5
"""Hidden rows that a message names."""


class Sheet(msgspec.Struct, frozen=True):
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    hidden: bool


def read_sheets(archive: Archive) -> Extract:
    """Return all that an XLSX says (SG727, SG728)."""
    shared = _shared(archive)
    sheets, names = _workbook(archive.read("xl/workbook.xml"))
    files = _files(archive)
    found = Extract(pieces=(Piece(text="\n".join(names), where="定义的名称"),) if names else ())
    for sheet in sheets:
        file = files.get(sheet.relation, "")
        if file in archive.names:
            found += _read(archive.read(file), sheet, shared)
    for name in archive.matching(_COMMENTS):
        words = words_of(archive.read(name), frozenset({"t", "text"}))
        found += Extract(pieces=(Piece(text="\n".join(words), where="批注"),))
    count = _comments(archive)
    return found + Extract(troubles=(Trouble(kind=COMMENTS, detail=str(count)),) if count else ())


def _read(data: bytes, sheet: Sheet, shared: tuple[str, ...]) -> Extract:
    part = SheetPart(shared)
    walk(data, part.start, part.end, part.words)
    where = f"{'隐藏的' if sheet.hidden else ''}工作表“{sheet.name}”"
    piece = Piece(text="".join(part.text), where=where, marks=tuple(part.marks), tops=(0,))
    aside = Piece(text="\n".join(part.aside), where=f"{where}的页眉、页脚和下拉列表")
    troubles: list[Trouble] = []
    if sheet.hidden and piece.text.strip():
        troubles.append(Trouble(kind=HIDDEN, detail=f"隐藏的工作表“{sheet.name}”"))
    if part.hidden:
        shown = "、".join(list(dict.fromkeys(part.hidden))[:_SHOWN])
        more = "等" if len(set(part.hidden)) > _SHOWN else ""
        troubles.append(Trouble(kind=HIDDEN, detail=f"隐藏的{shown}{more}", where=f"工作表“{sheet.name}”"))
    return Extract(pieces=(piece, aside) if part.aside else (piece,), troubles=tuple(troubles))


class SheetPart:
    """Listens to the XML of one sheet: a row a line, cells between tabs, a mark for each cell."""

    def __init__(self, shared: tuple[str, ...]) -> None:
        self.text: list[str] = []
        self.marks: list[tuple[int, str]] = []
        self.hidden: list[str] = []
        self.aside: list[str] = []
        self._shared = shared
        self._length = 0
        self._columns: list[tuple[int, int]] = []
        self._row_hidden = False
        self._type = self._reference = ""
        self._value: list[str] = []
        self._inside = ""

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Hear an element begin."""
        if name == "c":
            self._type, self._reference, self._value = given.get("t", "n"), given.get("r", ""), []
        elif name in ("v", "t"):
            self._inside = name
        elif name in _ASIDE:
            self._inside, self._value = name, []
        elif name == "row":
            self._row_hidden = given.get("hidden", "0") in ("1", "true")
        elif name == "col" and given.get("hidden", "0") in ("1", "true"):
            self._columns.append((int(given.get("min", "0")), int(given.get("max", "0"))))

    def end(self, name: str) -> None:
        """Hear an element end."""
        if name == "c":
            self._cell()
        elif name in ("v", "t"):
            self._inside = ""
        elif name in _ASIDE:
            self._inside = ""
            self.aside.append("".join(self._value))
        elif name == "row":
            self._add("\n")

    def words(self, text: str) -> None:
        """Hear words."""
        if self._inside:
            self._value.append(text)

    def _cell(self) -> None:
        value = _value_of("".join(self._value), self._type, self._shared)
        if value:
            self.marks.append((self._length, f"{self._reference}单元格"))
            self._note_hidden()
            self._add(" ".join(value.split("\n")))
        self._add("\t")

    def _note_hidden(self) -> None:
        letters = _LETTERS.match(self._reference)
        number = _number_of(letters[0]) if letters else 0
        if self._row_hidden:
            self.hidden.append(f"第{self._reference[letters.end() if letters else 0 :]}行")
        elif any(first <= number <= last for first, last in self._columns):
            self.hidden.append(f"{letters[0] if letters else ''}列")

    def _add(self, text: str) -> None:
        self.text.append(text)
        self._length += len(text)


def _value_of(text: str, kind: str, shared: tuple[str, ...]) -> str:
    """Return what a cell shows; long numbers without exponent."""
    if kind == "s":
        number = int(text) if text.isdecimal() else -1
        return shared[number] if 0 <= number < len(shared) else ""
    if kind == "n" and "E" in text.upper():
        try:
            value = Decimal(text)
        except InvalidOperation:
            return text
        return f"{value:f}" if value.adjusted() < 30 else text
    return text


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _shared(archive: Archive) -> tuple[str, ...]:
    """Return the texts that cells refer to by number; the reading of characters (rPh) is left out."""
    if "xl/sharedStrings.xml" not in archive.names:
        return ()
    texts: list[str] = []
    words: list[str] = []
    inside: list[str] = []

    def end(name: str) -> None:
        inside.pop()
        if name == "si":
            texts.append("".join(words))
            words.clear()

    def hear(text: str) -> None:
        if inside and inside[-1] == "t" and "rPh" not in inside:
            words.append(text)

    walk(archive.read("xl/sharedStrings.xml"), lambda name, _: inside.append(name), end, hear)
    return tuple(texts)


def _workbook(data: bytes) -> tuple[list[Sheet], list[str]]:
    sheets: list[Sheet] = []
    names: list[str] = []
    inside: list[str] = []

    def start(name: str, given: Mapping[str, str]) -> None:
        inside.append(name)
        if name == "sheet":
            hidden = given.get("state", "visible") != "visible"
            sheets.append(Sheet(given.get("name", ""), given.get("id", ""), hidden))

    def hear(text: str) -> None:
        if inside[-1:] == ["definedName"] and text.strip():
            names.append(text.strip())

    walk(data, start, lambda _: inside.pop(), hear)
    return sheets, names


def _files(archive: Archive) -> dict[str, str]:
    """Return the file of each sheet by the id of its relation."""
    found: dict[str, str] = {}

    def start(name: str, given: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = given.get("Target", "")
            found[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    if "xl/_rels/workbook.xml.rels" in archive.names:
        walk(archive.read("xl/_rels/workbook.xml.rels"), start, lambda _: None, lambda _: None)
    return found


def _comments(archive: Archive) -> int:
    count = 0

    def start(name: str, _given: Mapping[str, str]) -> None:
        nonlocal count
        count += name in ("comment", "threadedComment")

    for name in archive.matching(_COMMENTS):
        walk(archive.read(name), start, lambda _: None, lambda _: None)
    return count


def rows_of(rows: Iterable[Sequence[object]], where: str) -> Piece:
    """Return a sheet that another library has read, from its first row on."""
    lines: list[str] = []
    marks: list[tuple[int, str]] = []
    at = 0
    for number, row in enumerate(rows, 1):
        marks.append((at, f"第{number}行"))
        lines.append("\t".join(_plain(value) for value in row) + "\n")
        at += len(lines[-1])
    return Piece(text="".join(lines), where=where, marks=tuple(marks), tops=(0,))


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\n", " ")
