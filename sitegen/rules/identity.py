"""What must be unique in the whole site: 索引号 (R74) and 文号 (R78)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Leeway, Place
from sitegen.disclosure.clean_numbers import number_of
from sitegen.model.records import AnyRecord, Document
from sitegen.site import Site

SAME_INDEX_NUMBER = Kind(
    id="SG322",
    name="索引号重复",
    message="索引号“{number}”已经给了《{title}》。",
    why="索引号是每条信息唯一不变的标识（R74）。",
    help="先公开的保留原号，这一条改用新号；sitegen new 会自动编下一个号。",
    leeway=Leeway.OLD,
)
SAME_DOCUMENT_NUMBER = Kind(
    id="SG323",
    name="文号重复",
    message="文号“{number}”已经是《{title}》的文号。",
    why="一个文号只属于一个文件（R78）。",
    help="核对两个文件的文号，改正写错的一个；同一文件重复发布的，删去一份并在另一份写“旧地址”。",
    leeway=Leeway.OLD,
)
KINDS = (SAME_INDEX_NUMBER, SAME_DOCUMENT_NUMBER)


def same_index_number(site: Site) -> Iterator[Diagnostic]:
    """Yield SG322 for every record whose 索引号 an earlier one has."""
    first: dict[str, AnyRecord] = {}
    for record in _oldest_first(site):
        if record.index_number:
            other = first.setdefault(record.index_number, record)
            if other is not record:
                related = (
                    Place(path=other.source, span=other.place("index_number"), note="先用了这个索引号"),
                )
                problem = SAME_INDEX_NUMBER.found(
                    record.place("index_number"), number=record.index_number, title=other.title
                )
                yield problem.at(record.source, related)


def same_document_number(site: Site) -> Iterator[Diagnostic]:
    """Yield SG323 for every document whose 文号 an earlier one has; reprints may repeat one."""
    first: dict[str, AnyRecord] = {}
    for record in _oldest_first(site):
        if isinstance(record, Document) and record.document_number and record.reprint_of is None:
            other = first.setdefault(number_of(record.document_number), record)
            if other is not record:
                related = (
                    Place(path=other.source, span=other.place("document_number"), note="先用了这个文号"),
                )
                problem = SAME_DOCUMENT_NUMBER.found(
                    record.place("document_number"), number=record.document_number, title=other.title
                )
                yield problem.at(record.source, related)


def _oldest_first(site: Site) -> Iterator[AnyRecord]:
    yield from reversed(site.records)
    yield from site.held.values()
    yield from site.tombstones.values()
