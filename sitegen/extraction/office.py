"""What DOCX, XLSX and PPTX have in common: properties, macros, embedded files, data that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.extraction.archives import Archive
from sitegen.extraction.kinds import MACROS
from sitegen.extraction.records import Extract, Piece, Trouble
from sitegen.extraction.xml_events import walk, words_of

PROPERTIES = r"docProps/(?:core|app|custom)\.xml"
_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager"})
_MACROS = r".*vbaProject\.bin"
EMBEDDED = r".*/embeddings/.+"
_UNSEEN_DATA = (
    (r"customXml/item\d+\.xml", "自定义数据"),
    (r"xl/externalLinks/externalLink\d+\.xml", "外部链接的数据"),
    (r"xl/drawings/drawing\d+\.xml", "文本框"),
    (r"(?:word|xl|ppt)/charts/chart\d+\.xml", "图表的数据"),
    (r"(?:word|xl|ppt)/diagrams/data\d+\.xml", "图示"),
)
_CACHES = r"xl/pivotCache/pivotCache(?:Definition|Records)\d+\.xml"


def read_common(archive: Archive) -> Extract:
    """Return properties and hidden data of an office file; SG729 for macros."""
    found = Extract()
    for name in archive.matching(PROPERTIES):
        found += _properties(archive.read(name))
    for pattern, label in _UNSEEN_DATA:
        for name in archive.matching(pattern):
            text = "\n".join(words_of(archive.read(name)))
            found += Extract(pieces=(Piece(text=text, where=label),) if text else ())
    for name in archive.matching(_CACHES):
        found += Extract(pieces=(Piece(text=_cached(archive.read(name)), where="数据透视表里存着的数据"),))
    if next(archive.matching(_MACROS), None) is not None:
        found += Extract(troubles=(Trouble(kind=MACROS),))
    return found


def embedded(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield the files that are embedded in an office file: their names and bytes."""
    for name in archive.matching(EMBEDDED):
        yield name.rpartition("/")[2], archive.read(name)


def _properties(data: bytes) -> Extract:
    people: list[str] = []
    texts: list[str] = []
    open_elements: list[str] = []

    def words(text: str) -> None:
        if text.strip():
            texts.append(text.strip())
            if _PEOPLE.intersection(open_elements[-1:]):
                people.append(text.strip())

    walk(data, lambda name, _: open_elements.append(name), lambda _: open_elements.pop(), words)
    pieces = (Piece(text="\n".join(texts), where="文件属性"),) if texts else ()
    names = tuple(name for each in people for name in re.split(r"[;；,，]", each) if name.strip())
    return Extract(pieces=pieces, people=names)


def _cached(data: bytes) -> str:
    """Return the values that a pivot table keeps of the table it was made from."""
    values: list[str] = []

    def start(name: str, given: Mapping[str, str]) -> None:
        if name in ("s", "n") and "v" in given:
            values.append(given["v"])

    walk(data, start, lambda _: None, lambda _: None)
    return "\n".join(values)
