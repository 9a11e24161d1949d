"""Which reader a file needs, by what is in it rather than by its name; files inside files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sitegen.extraction.archives import Archive
from sitegen.extraction.kinds import DAMAGED, TOO_MUCH, UNKNOWN_FORMAT
from sitegen.extraction.office import embedded, read_common
from sitegen.extraction.old_office import read_old_office, read_workbook
from sitegen.extraction.pdf import PdfParts
from sitegen.extraction.plain import read_layout, read_open, read_rtf, read_table, read_text
from sitegen.extraction.records import Allowance, Extract, Piece, Trouble, UnreadableError
from sitegen.extraction.sheets import read_sheets
from sitegen.extraction.slides import read_slides
from sitegen.extraction.word import read_word
from sitegen.model.privacy import Unpacking

_ZIP, _OLE, _PDF, _RTF = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF", b"{\\rtf"
_HEAD = 1024
"""Bytes in which the mark of a PDF may stand."""
_OFFICE = ("doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "pptm", "wps", "et", "dps", "ofd", "odt", "ods")
_TEXTS: Mapping[str, Callable[[bytes], Extract]] = {
    **dict.fromkeys(("txt", "md", "html", "htm", "mht", "xml", "json", "yaml", "yml", "svg"), read_text),
    **dict.fromkeys(("csv", "tsv"), read_table),
}
_PACKED = {
    "rar": "RAR 压缩包",
    "7z": "7Z 压缩包",
    "tar": "TAR 压缩包",
    "gz": "GZ 压缩包",
    "tgz": "GZ 压缩包",
    "bz2": "BZ2 压缩包",
    "xz": "XZ 压缩包",
    "caj": "CAJ 文档",
    "gd": "书生文档",
    "gw": "书生公文",
    "ceb": "方正文档",
    "sep": "书生文档",
    "dwg": "CAD 图纸",
    "exe": "程序",
    "msi": "程序",
    "bat": "程序",
    "apk": "程序",
}
_MAINS = (
    ("word/document.xml", read_word),
    ("xl/workbook.xml", read_sheets),
    ("ppt/presentation.xml", read_slides),
    ("OFD.xml", read_layout),
)


def extract(name: str, data: bytes, limits: Unpacking) -> Extract:
    """Return all that a file says and what is wrong with it; `name` is its own name, `limits` how much is read.

    Pictures, sound and films say nothing here. Returns SG720–SG729 as troubles.
    """
    allowance = Allowance(limits, TOO_MUCH)
    try:
        return _extract(name, data, allowance, limits.levels)
    except UnreadableError as error:
        return Extract(troubles=(error.trouble,))
    except (ValueError, KeyError, IndexError, OverflowError):
        # what a file says of itself (numbers of columns, names of parts) does not hold
        return Extract(troubles=(Trouble(kind=DAMAGED, detail="里面的数据互相矛盾"),))


def _extract(name: str, data: bytes, allowance: Allowance, levels: int) -> Extract:
    ending = name.rpartition(".")[2].lower()
    if data.startswith(_ZIP):
        return _packed(data, allowance, levels)
    if data.startswith(_OLE):
        return read_old_office(data)
    if _PDF in data[:_HEAD]:
        return _pdf(data, allowance, levels)
    if data.startswith(_RTF):
        return read_rtf(data)
    if ending in _PACKED:
        return Extract(troubles=(Trouble(kind=UNKNOWN_FORMAT, detail=_PACKED[ending]),))
    if ending in _TEXTS:
        return _TEXTS[ending](data)
    if ending in _OFFICE or ending in ("pdf", "zip", "rtf"):
        return _misnamed(ending, data)
    return Extract()


def _misnamed(ending: str, data: bytes) -> Extract:
    """Return a text that calls itself an office file, as many systems export tables; else it is damaged."""
    if data.lstrip()[:1] == b"<":
        return read_text(data)
    raise UnreadableError(DAMAGED, f"内容不是 {ending.upper()} 格式" if data else "是空的")


def _pdf(data: bytes, allowance: Allowance, levels: int) -> Extract:
    parts = PdfParts(data, allowance)
    try:
        return parts.extract() + _inner(parts.files(), "附在里面的", allowance, levels)
    finally:
        parts.close()


def _packed(data: bytes, allowance: Allowance, levels: int) -> Extract:
    archive = Archive(data, allowance)
    for main, read in _MAINS:
        if main in archive.names:
            return read(archive) + read_common(archive) + _inner(embedded(archive), "嵌在里面的", allowance, levels)
    if "xl/workbook.bin" in archive.names:
        return read_workbook(data) + read_common(archive)
    if "content.xml" in archive.names and "mimetype" in archive.names:
        return read_open(archive)
    return _members(archive, allowance, levels)


def _members(archive: Archive, allowance: Allowance, levels: int) -> Extract:
    comment = (Piece(text=archive.comment, where="压缩包的注释"),) if archive.comment else ()
    found = Extract(pieces=comment, troubles=tuple(archive.troubles()), names=archive.names)
    if levels < 1:
        return found + Extract(troubles=(Trouble(kind=TOO_MUCH, detail="压缩包里套着压缩包，层数太多"),))
    for name in archive.names:
        try:
            inner = _extract(name, archive.read(name), allowance, levels - 1)
        except UnreadableError as error:
            inner = Extract(troubles=(error.trouble,))
            if error.trouble.kind is TOO_MUCH:
                return found + inner.within(f"压缩包里的“{name}”")
        found += inner.within(f"压缩包里的“{name}”")
    return found


def _inner(files: Iterable[tuple[str, bytes]], how: str, allowance: Allowance, levels: int) -> Extract:
    """Return what files say that are embedded in another; pictures of objects and the like say nothing."""
    found = Extract()
    for name, data in files:
        try:
            inner = _extract(name, data, allowance, levels - 1) if levels > 0 else Extract()
        except UnreadableError as error:
            inner = Extract(troubles=(error.trouble,)) if error.trouble.kind is not DAMAGED else Extract()
        found += inner.within(f"{how}“{name}”")
    return found
