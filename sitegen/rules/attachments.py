"""附件: in forms that people can open, not too heavy, under names that travel (R108)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.model.records import AnyRecord
from sitegen.model.values import Attachment
from sitegen.rules.scope import origin_of
from sitegen.site import Site

ODD_FORMAT = Kind(
    id="SG555",
    name="附件格式不常用",
    message="附件“{file}”的格式不在允许的格式里。",
    why="附件要能下载、能打开；程序和网页文件还会带来安全问题（R108）。",
    help="换成这些格式之一：{formats}。{origin}",
    severity=Severity.WARNING,
)
TOO_HEAVY = Kind(
    id="SG556",
    name="附件太大",
    message="附件“{file}”有 {size} 兆字节，超过 {limit} 兆字节。",
    why="附件太大，读者下载不了，网站也会变慢（R108）。",
    help="压缩图片和扫描件，或者分成几个文件。{origin}",
    severity=Severity.WARNING,
)
ODD_NAME = Kind(
    id="SG557",
    name="附件的文件名不合适",
    message="附件的文件名“{file}”有空格、汉字或者特殊符号。",
    why="文件名就是网址的一部分，要稳定、易读，在哪里都能打开（R108）。",
    help="改成字母、数字和连字符，例如 shenqingbiao.docx；给读者看的名称写在“名称”里。{origin}",
    severity=Severity.WARNING,
)
KINDS = (ODD_FORMAT, TOO_HEAVY, ODD_NAME)

MEGABYTE = 1_000_000


def attachments(site: Site) -> Iterator[Diagnostic]:
    """Yield SG555–SG557 for the attachments of published records."""
    for record in site.records:
        for attachment in record.attachments:
            yield from _of(record, attachment, site)


def _of(record: AnyRecord, attachment: Attachment, site: Site) -> Iterator[Diagnostic]:
    rules, file = site.catalogues.profile.attachment, attachment.file
    facts = site.files.get(f"{record.path}/{file}")
    if facts is None:
        return
    suffix = file.rpartition(".")[2].lower() if "." in file else ""
    if suffix not in rules.formats.value and rules.formats.holds_for(record.dated_on):
        odd = ODD_FORMAT.found(
            attachment.span,
            file=file,
            formats="、".join(rules.formats.value),
            origin=origin_of(rules.formats),
        )
        yield odd.at(record.source)
    size = facts.size / MEGABYTE
    if size > rules.megabytes.value and rules.megabytes.holds_for(record.dated_on):
        heavy = TOO_HEAVY.found(
            attachment.span,
            file=file,
            size=f"{size:.1f}",
            limit=rules.megabytes.value,
            origin=origin_of(rules.megabytes),
        )
        yield heavy.at(record.source)
    wrong = not all(re.match(rules.name.value, piece) for piece in file.split("/"))
    if wrong and rules.name.holds_for(record.dated_on):
        yield ODD_NAME.found(attachment.span, file=file, origin=origin_of(rules.name)).at(record.source)
