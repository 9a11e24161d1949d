"""Texts in files of their own: TXT, CSV, HTML, JSON, RTF, in whatever encoding; and OFD and ODF."""

from __future__ import annotations

import codecs
import re

from sitegen.extraction.archives import Archive
from sitegen.extraction.records import Extract, Piece
from sitegen.extraction.xml_events import words_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_RTF = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})|\\u(?P<sign>-?\d+) ?\??|\\(?P<word>[a-z]+)-?\d* ?|\\(?P<escaped>[\\{}~])"
    r"|(?P<mark>[{}])|\r?\n"
)
_RTF_ENDS = {"par": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": "\t"}


def decoded(data: bytes) -> str:
    """Return a text, whatever its encoding: by its byte order mark, else UTF-8, UTF-16 or GB 18030."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _lines(data[len(mark) :].decode(codec, "replace"))
    if data[:200].count(0) > len(data[:200]) // 4:
        little = data[1:200:2].count(0) >= data[0:200:2].count(0)
        return _lines(data.decode("utf-16-le" if little else "utf-16-be", "replace"))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _lines(data.decode("gb18030", "replace"))


def read_text(data: bytes) -> Extract:
    """Return a text file, its lines marked; commas between cells become tabs in a CSV."""
    return Extract(pieces=(in_lines(decoded(data)),))


def read_table(data: bytes) -> Extract:
    """Return a CSV file with tabs between its cells."""
    return Extract(pieces=(in_lines(decoded(data).replace(",", "\t").replace('"', "")),))


def read_rtf(data: bytes) -> Extract:
    """Return the words of an RTF file."""
    source = data.decode("latin-1")
    found: list[str] = []
    pending = bytearray()

    def flush() -> None:
        found.append(pending.decode("gb18030", "replace"))
        pending.clear()

    at = 0
    for token in _RTF.finditer(source):
        if token.start() > at:
            flush()
            found.append(source[at : token.start()])
        at = token.end()
        if token["byte"]:
            pending.append(int(token["byte"], 16))
            continue
        flush()
        if token["sign"]:
            found.append(chr(int(token["sign"]) % 0x10000))
        elif token["word"]:
            found.append(_RTF_ENDS.get(token["word"], ""))
        elif token["escaped"]:
            found.append(token["escaped"].replace("~", " "))
    flush()
    found.append(source[at:])
    return Extract(pieces=(in_lines("".join(found)),))


def read_layout(archive: Archive) -> Extract:
    """Return the words of an OFD file (GB/T 33190) page by page, and its properties."""
    found = Extract()
    for number, name in enumerate(archive.matching(r".*/Pages/Page_\d+/Content\.xml"), 1):
        text = "\n".join(words_of(archive.read(name), frozenset({"TextCode"})))
        found += Extract(pieces=(Piece(text=text, where=f"第{number}页", tops=(0,)),))
    for name in archive.matching(r"OFD\.xml|.*/Annots?/.*\.xml|.*/Attachs?/.*\.xml"):
        found += Extract(pieces=(Piece(text="\n".join(words_of(archive.read(name))), where="文件属性和批注"),))
    return found


def read_open(archive: Archive) -> Extract:
    """Return the words of an ODF file (ODT, ODS, ODP) and its properties."""
    found = Extract()
    for name, where in (("content.xml", ""), ("styles.xml", "页眉页脚"), ("meta.xml", "文件属性")):
        if name in archive.names:
            text = "\n".join(words_of(archive.read(name)))
            found += Extract(pieces=(Piece(text=text, where=where, tops=(0,)),))
    return found


def in_lines(text: str) -> Piece:
    """Return a text with a mark for each line."""
    marks: list[tuple[int, str]] = []
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        marks.append((at, f"第{number}行"))
        at += len(line) + 1
    return Piece(text=text, marks=tuple(marks), tops=(0,))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
