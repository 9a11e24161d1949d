"""Bytes of a file → its text, where it is certain what the bytes mean."""

from __future__ import annotations

from sitegen.diagnostics import Fault
from sitegen.formats import encoding, merge_conflicts

GBK_NOTE, BOM_NOTE, CRLF_NOTE = "编码由 GBK 改为 UTF-8", "去掉开头看不见的 BOM", "换行由 CRLF 改为 LF"
_BOM = b"\xef\xbb\xbf"
_OTHER_LETTERS = frozenset("锟斤拷烫屯鈥")
"""What is seen where a text went through the wrong encoding once before."""


def read(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return the text with line feeds only, and what was changed to get it; None where that is not certain.

    GBK is certain where every byte belongs to a character, the text can be written back to the same bytes, and
    nearly all of it is what Chinese officials write. What was damaged before, or not merged, is left for a person.
    """
    text, faults = encoding.decode(data)
    ids = {fault.id for fault in faults}
    notes: list[str] = []
    if encoding.GBK_ENCODING.id in ids:
        if not _is_gbk(data):
            return None
        notes.append(GBK_NOTE)
    if _damaged(faults) or merge_conflicts.is_unmerged(text):
        return None
    if data.startswith(_BOM):
        notes.append(BOM_NOTE)
    if b"\r" in data:
        notes.append(CRLF_NOTE)
    return text, tuple(notes)


def _is_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gbk")
    except UnicodeDecodeError:
        return False
    return text.encode("gbk") == data and not _OTHER_LETTERS & set(text)


def _damaged(faults: tuple[Fault, ...]) -> bool:
    kept = {encoding.GBK_ENCODING.id, encoding.INVISIBLE_CHARACTER.id}
    return any(fault.id not in kept for fault in faults)
