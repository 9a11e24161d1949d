"""Tables of Word documents, from the raw XML: merged cells, ticks of symbol fonts, check boxes; no deleted text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sitegen.importing.archives import parse_xml, unpacked
from sitegen.importing.sheet import MOST_COLUMNS, MOST_ROWS, Area, Sheet, UnreadableError
from sitegen.importing.symbols import is_symbol_font, symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_READ = frozenset(W + name for name in ("del", "moveFrom", "instrText", "delText", "tbl", "txbxContent"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OUTER = (W + "tbl", _FALLBACK)
"""What holds tables that are read with it, and what repeats for older programs what stands beside it."""
_LINE_BREAKS = frozenset(W + name for name in ("br", "cr"))
_CHECKED = ("1", "true", "on", None)
_MOST_LINES = 12
"""Lines before a table that may say what it is."""


def read_docx(data: bytes) -> tuple[Sheet, ...]:
    """Return the tables of a document in order, nested ones after the table in which they stand."""
    members = unpacked(data)
    if "word/document.xml" not in members:
        raise UnreadableError("文件已经损坏，或者没有传完整")
    body = parse_xml(members["word/document.xml"])
    sheets: list[Sheet] = []
    above: list[str] = []
    for element in _blocks(body):
        if element.tag == W + "p":
            above += [_paragraph(element)]
            continue
        for table in (element, *element.iterdescendants(W + "tbl")):
            sheets.append(_table(table, f"表{len(sheets) + 1}", tuple(filter(None, above[-_MOST_LINES:]))))
        above = []
    return tuple(sheets)


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Give the paragraphs and tables that stand in no other table."""
    for element in body.iter(W + "p", W + "tbl"):
        if not any(parent.tag in _OUTER for parent in element.iterancestors()):
            yield element


def _table(table: etree._Element, name: str, above: tuple[str, ...]) -> Sheet:
    rows: list[tuple[str, ...]] = []
    areas: dict[tuple[int, int], Area] = {}
    open_areas: dict[int, tuple[int, int]] = {}
    for row in _children(table, "tr"):
        if len(rows) >= MOST_ROWS:
            raise UnreadableError(f"有表格超过 {MOST_ROWS} 行，不像是目录")
        rows.append(_row(row, len(rows), areas, open_areas))
    return Sheet(name=name, rows=tuple(rows), merged=tuple(areas.values()), above=above)


def _row(
    row: etree._Element,
    number: int,
    areas: dict[tuple[int, int], Area],
    open_areas: dict[int, tuple[int, int]],
) -> tuple[str, ...]:
    """Return the texts of a row; `areas` and `open_areas` (columns whose cell may go on below) are brought forward."""
    texts = [""] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in _children(row, "tc"):
        left, span = len(texts), _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merge is not None and merge.get(W + "val") != "restart"
        texts += [_text(cell), *[""] * (span - 1)]
        if len(texts) > MOST_COLUMNS:
            raise UnreadableError(f"有表格超过 {MOST_COLUMNS} 列，不像是目录")
        origin = open_areas.get(left, (number, left)) if goes_on else (number, left)
        open_areas[left] = origin
        right = max(left + span - 1, areas[origin].right if origin in areas else 0)
        if origin != (number, left) or span > 1:
            areas[origin] = Area(*origin, number, right)
    return tuple(texts)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the rows or cells of a table, also those within content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _children(child, name)


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), MOST_COLUMNS + 1) if value.isascii() and value.isdigit() else otherwise


def _text(cell: etree._Element) -> str:
    lines: list[str] = []
    for paragraph in _inside(cell):
        listed = "● " if paragraph.find(f"{W}pPr/{W}numPr") is not None else ""
        text = _paragraph(paragraph)
        lines += [listed + text] if text.strip() else []
    return "\n".join(lines)


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == W + "p":
            yield child
        elif child.tag not in _NOT_READ:
            yield from _inside(child)


def _paragraph(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph, ""))


def _pieces(element: etree._Element, font: str) -> Iterator[str]:
    for child in element:
        if child.tag == W + "r":
            fonts = child.find(f"{W}rPr/{W}rFonts")
            yield from _pieces(child, fonts.get(W + "ascii", "") if fonts is not None else "")
        elif child.tag == W + "t":
            yield _shown(child.text or "", font)
        elif child.tag == W + "sym":
            yield _symbol(child)
        elif child.tag in _LINE_BREAKS:
            yield "\n"
        elif child.tag == W + "tab":
            yield " "
        elif child.tag == W + "fldChar":
            yield from _check_box(child)
        elif isinstance(child.tag, str) and child.tag not in _NOT_READ and child.tag != W + "rPr":
            yield from _pieces(child, font)


def _shown(text: str, font: str) -> str:
    return "".join(symbol(font, ord(sign)) for sign in text) if is_symbol_font(font) else text


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
        return symbol(element.get(W + "font", ""), code)
    except (ValueError, OverflowError):
        return "\ufffd"


def _check_box(field: etree._Element) -> Iterator[str]:
    """Give the sign of a form's check box, as it is or as it was made."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = next(
            (found for name in ("checked", "default") if (found := box.find(W + name)) is not None), None
        )
        yield "☑" if state is not None and state.get(W + "val") in _CHECKED else "□"
