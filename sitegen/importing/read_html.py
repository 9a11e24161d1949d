"""Tables of web pages, also those that spreadsheets save under the name .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.formats import encoding
from sitegen.importing.sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Area, Sheet, UnreadableError

_BLOCKS = frozenset(
    ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "dd", "dt"]
)
_SKIPPED = frozenset(["script", "style", "template", "noscript", "head", "del"])
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST_LINES = 12


def read_html(data: bytes) -> tuple[Sheet, ...]:
    """Return the tables of a page in order, nested ones after the table in which they stand."""
    text, _ = encoding.decode(data)
    root = LexborHTMLParser(text).root
    if root is None:
        return ()
    sheets: list[Sheet] = []
    above: list[str] = []
    for piece in _outside(root):
        if isinstance(piece, str):
            above += piece.split("\n")
        else:
            lines = tuple(line for line in above if line.strip())[-_MOST_LINES:]
            sheets.append(_table(piece, f"表{len(sheets) + 1}", lines))
            above = []
    return tuple(sheets)


def _outside(node: LexborNode) -> Iterator[str | LexborNode]:
    """Give the tables in their order, and the text between them."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield _SPACE.sub(" ", child.text_content or "")
        elif child.tag == "table":
            yield child
            yield from _nested(child)
        elif child.tag not in _SKIPPED:
            if child.tag in _BLOCKS or child.tag == "br":
                yield "\n"
            yield from _outside(child)


def _nested(table: LexborNode) -> Iterator[LexborNode]:
    yield from (each for each in table.css("table") if each.mem_id != table.mem_id)


def _table(table: LexborNode, name: str, above: tuple[str, ...]) -> Sheet:
    places: dict[tuple[int, int], str] = {}
    areas: list[Area] = []
    rows = [row for row in _rows(table) if not _is_hidden(row)]
    if len(rows) > MOST_ROWS:
        raise UnreadableError(f"有表格超过 {MOST_ROWS} 行，不像是目录")
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iter():
            if cell.tag not in ("td", "th") or _is_hidden(cell):
                continue
            while (number, column) in places:
                column += 1
            down, across = _span(cell, "rowspan", len(rows) - number), _span(cell, "colspan", MOST_COLUMNS)
            _lay(places, number, column, down, across, _text(cell))
            if down > 1 or across > 1:
                areas.append(Area(number, column, number + down - 1, column + across - 1))
            column += across
    caption = tuple(_text(each) for each in table.iter() if each.tag == "caption")
    return Sheet(name=name, rows=_lines(places, len(rows)), merged=tuple(areas), above=above + caption)


def _lay(places: dict[tuple[int, int], str], top: int, left: int, down: int, across: int, text: str) -> None:
    """Put a text at its place and keep all places that its cell covers."""
    if left + across > MOST_COLUMNS or len(places) + down * across > MOST_CELLS:
        raise UnreadableError("有表格太大，不像是目录")
    for row in range(top, top + down):
        for column in range(left, left + across):
            places.setdefault((row, column), "")
    places[top, left] = text


def _lines(places: dict[tuple[int, int], str], height: int) -> tuple[tuple[str, ...], ...]:
    width = max((column for _, column in places), default=-1) + 1
    return tuple(tuple(places.get((row, column), "") for column in range(width)) for row in range(height))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _span(cell: LexborNode, name: str, most: int) -> int:
    """Return how far a cell reaches; 0 rows mean to the end."""
    written = (cell.attributes.get(name) or "1").strip()
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    return min(number, most) if number else most if name == "rowspan" else 1


def _is_hidden(node: LexborNode) -> bool:
    return bool(_HIDDEN.search(node.attributes.get("style") or ""))


def _text(cell: LexborNode) -> str:
    lines = "".join(_pieces(cell)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _pieces(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield _SPACE.sub(" ", child.text_content or "")
        elif child.tag == "br":
            yield "\n"
        elif child.tag == "input":
            yield from _check_box(child)
        elif child.tag != "table" and child.tag not in _SKIPPED and not _is_hidden(child):
            around = "\n" if child.tag in _BLOCKS else ""
            yield around
            yield from _pieces(child)
            yield around


def _check_box(field: LexborNode) -> Iterator[str]:
    if (field.attributes.get("type") or "").lower() in ("checkbox", "radio"):
        yield "☑" if "checked" in field.attributes else "□"
