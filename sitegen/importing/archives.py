"""Archives of office programs, opened so that they cannot do harm.

An archive may say that it is small and unpack to terabytes. Members are unpacked here, within limits, into an archive
of their own; other readers see only that.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from sitegen.importing.sheet import UnreadableError

MOST_UNPACKED = 150_000_000
MOST_MEMBERS = 2_000
_STEP = 1 << 20
_READ = (".xml", ".rels")
"""Pictures, fonts and macros are left behind."""
_DAMAGED = "文件已经损坏，或者没有传完整"


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the XML members of an archive by name. Raises `UnreadableError` for what is too large or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise UnreadableError("压缩包里的文件太多，不像是表格或者文档")
            return _members(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise UnreadableError(_DAMAGED) from error
    except RuntimeError as error:  # how zipfile says that a password is needed
        raise UnreadableError("文件有密码") from error


def _members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    whole: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for member in members:
        if member.filename.endswith(_READ) and member.filename not in whole:
            whole[member.filename] = _limited(archive, member, left)
            left -= len(whole[member.filename])
    return whole


def _limited(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    pieces: list[bytes] = []
    with archive.open(member) as stream:
        while piece := stream.read(_STEP):
            pieces.append(piece)
            most -= len(piece)
            if most < 0:
                raise UnreadableError("解压以后太大，像是压缩炸弹，没有打开")
    return b"".join(pieces)


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
