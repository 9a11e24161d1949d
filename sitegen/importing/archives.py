"""Office files: the XML in their archives, unpacked within limits; other readers see only an archive made of that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from sitegen.formats.zip_files import ArchiveError, Reason, open_archive, read_member
from sitegen.importing.sheet import UnreadableError

MOST_UNPACKED = 150_000_000
MOST_MEMBERS = 2_000
_READ = (".xml", ".rels")
"""Pictures, fonts and macros are left behind."""
_DAMAGED = "文件已经损坏，或者没有传完整"
_WORDS = {
    Reason.DAMAGED: _DAMAGED,
    Reason.LOCKED: "文件有密码",
    Reason.TOO_LARGE: "解压以后太大，像是压缩炸弹，没有打开",
}


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the XML members of an archive by name. Raises `UnreadableError` for what is too large or damaged."""
    try:
        with open_archive(data) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise UnreadableError("压缩包里的文件太多，不像是表格或者文档")
            return _members(archive, members)
    except ArchiveError as error:
        raise UnreadableError(_WORDS[error.reason]) from error


def _members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    whole: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for member in members:
        if member.filename.endswith(_READ) and member.filename not in whole:
            whole[member.filename] = read_member(archive, member, left)
            left -= len(whole[member.filename])
    return whole


def repacked(members: dict[str, bytes]) -> io.BytesIO:
    """Return an archive of `members` whose sizes are what it says they are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    data.seek(0)
    return data


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML text; entities are not resolved, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(_DAMAGED) from error


def elements(data: bytes, tag: str) -> Iterator[etree._Element]:
    """Give the elements of one name one after another; each is emptied once it was looked at."""
    walk = etree.iterparse(
        io.BytesIO(data), tag=tag, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for _, element in walk:
            yield element
            element.clear()
    except etree.XMLSyntaxError as error:
        raise UnreadableError(_DAMAGED) from error
