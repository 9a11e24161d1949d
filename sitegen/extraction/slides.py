"""PPTX: slides, notes, comments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.extraction.archives import Archive
from sitegen.extraction.kinds import COMMENTS, HIDDEN
from sitegen.extraction.records import Extract, Piece, Trouble
from sitegen.extraction.xml_events import walk, words_of

_PARTS = (
    (r"ppt/slides/slide\d+\.xml", "第{number}张幻灯片"),
    (r"ppt/notesSlides/notesSlide\d+\.xml", "第{number}张幻灯片的备注"),
)
_COMMENTS = r"ppt/comments/.+\.xml"


def read_slides(archive: Archive) -> Extract:
    """Return all that a PPTX says (SG727, SG728)."""
    found = Extract()
    for pattern, label in _PARTS:
        for name in archive.matching(pattern):
            where = label.format(number=re.findall(r"\d+", name)[-1])
            text, hidden = _slide(archive.read(name))
            found += Extract(pieces=(Piece(text=text, where=where, tops=(0,)),))
            if hidden:
                found += Extract(troubles=(Trouble(kind=HIDDEN, detail=f"隐藏的{where}"),))
    comments = 0
    for name in archive.matching(_COMMENTS):
        words = tuple(words_of(archive.read(name)))
        comments += bool(words)
        found += Extract(pieces=(Piece(text="\n".join(words), where="批注"),))
    if comments:
        found += Extract(troubles=(Trouble(kind=COMMENTS, detail=str(comments)),))
    return found


def _slide(data: bytes) -> tuple[str, bool]:
    """Return the words of a slide, a paragraph a line and cells between tabs, and whether it is hidden."""
    words: list[str] = []
    inside: list[str] = []
    hidden = False

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal hidden
        inside.append(name)
        hidden = hidden or (name == "sld" and given.get("show") == "0")
        if name == "br":
            words.append("\n")

    def end(name: str) -> None:
        inside.pop()
        if name == "p":
            words.append(" " if "tc" in inside else "\n")
        elif name in ("tc", "tr"):
            words.append("\t" if name == "tc" else "\n")

    def hear(text: str) -> None:
        if inside[-1:] == ["t"]:
            words.append(text)

    walk(data, start, end, hear)
    return "".join(words), hidden
