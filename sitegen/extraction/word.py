"""DOCX: text, headers, notes, comments, deleted and hidden words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.extraction.archives import Archive
from sitegen.extraction.kinds import CHANGES, COMMENTS, HIDDEN
from sitegen.extraction.records import Extract, Piece, Trouble
from sitegen.extraction.xml_events import walk

MAIN = r"word/document\d*\.xml"
PARTS = (
    (MAIN, ""),
    (r"word/header\d*\.xml", "页眉"),
    (r"word/footer\d*\.xml", "页脚"),
    (r"word/footnotes\.xml", "脚注"),
    (r"word/endnotes\.xml", "尾注"),
    (r"word/comments\.xml", "批注"),
    (r"word/glossary/document\.xml", "构建基块"),
)
_OFF = ("0", "false", "off")
_INSIDE_ONLY = frozenset({"Fallback"})
"""The second form of a drawing, for old programs: it says everything twice."""


def read_word(archive: Archive) -> Extract:
    """Return all that a DOCX says, comments and deleted words included (SG726–SG728)."""
    found = Extract()
    changes = 0
    for pattern, label in PARTS:
        for name in archive.matching(pattern):
            part = WordPart()
            walk(archive.read(name), part.start, part.end, part.words)
            changes += part.changes
            found += Extract(pieces=tuple(part.pieces(label)), troubles=tuple(part.troubles(label)))
    if changes:
        found += Extract(troubles=(Trouble(kind=CHANGES, detail=str(changes)),))
    return found


class WordPart:
    """Listens to the XML of one part. Cells stand between tabs; every paragraph and table row has a mark."""

    def __init__(self) -> None:
        self.changes = 0
        self._text: list[str] = []
        self._length = 0
        self._marks: list[tuple[int, str]] = []
        self._deleted: list[str] = []
        self._hidden = 0
        self._comments = 0
        self._open: list[str] = []
        self._paragraphs = self._tables = self._rows = 0
        self._vanished = False

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Hear an element begin."""
        self._open.append(name)
        if name == "p" and "tc" not in self._open:
            self._paragraphs += 1
            self._marks.append((self._length, f"第{self._paragraphs}段"))
        elif name == "tbl":
            self._tables, self._rows = self._tables + 1, 0
        elif name == "tr":
            self._rows += 1
            self._marks.append((self._length, f"第{self._tables}个表格第{self._rows}行"))
        elif name == "r":
            self._vanished = False
        elif name == "vanish" and self._open[-3:-1] == ["r", "rPr"]:
            self._vanished = given.get("val", "1") not in _OFF
        elif name in ("ins", "del", "moveFrom", "moveTo") and "author" in given:
            self.changes += 1
        elif name == "comment":
            self._comments += 1
        elif name in ("tab", "br", "cr") and "r" in self._open:
            self._add("\t" if name == "tab" else "\n")

    def end(self, name: str) -> None:
        """Hear an element end."""
        self._open.pop()
        if name == "p":
            self._add(" " if "tc" in self._open else "\n")
        elif name == "tc":
            self._add("\t")
        elif name == "tr":
            self._add("\n")

    def words(self, text: str) -> None:
        """Hear words."""
        within = self._open[-1] if self._open else ""
        if within == "delText":
            self._deleted.append(text)
        elif within == "t" and not _INSIDE_ONLY.intersection(self._open):
            self._hidden += len(text.strip()) if self._vanished else 0
            self._add(text)

    def pieces(self, label: str) -> Iterator[Piece]:
        """Yield the texts of the part, whose name is `label`."""
        yield Piece(text="".join(self._text), where=label, marks=tuple(self._marks), tops=(0,))
        if self._deleted:
            yield Piece(text="\n".join(self._deleted), where=f"{label}已删除而留有修订痕迹的文字")

    def troubles(self, label: str) -> Iterator[Trouble]:
        """Yield what the page does not show."""
        if self._comments:
            yield Trouble(kind=COMMENTS, detail=str(self._comments))
        if self._hidden:
            yield Trouble(kind=HIDDEN, detail=f"{label}隐藏的文字 {self._hidden} 个字")

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
