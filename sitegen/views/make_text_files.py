"""Texts as files of their own, for the kinds of record that `site.yaml` names."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.model.records import AnyRecord, Document
from sitegen.views.common import File
from sitegen.views.make_card import shown
from sitegen.views.make_validity import note_of
from sitegen.views.shelf import Shelf
from sitegen.views.text_file import TextFile

FORMS = (("docx", "公文格式，可以编辑"), ("txt", "只有文字"))
"""Suffixes, and what readers are told of such a file."""


def forms_of(record: AnyRecord, shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Give the suffixes in which the text of a record is published, with a word on each."""
    chosen = shelf.site.config.downloads
    kinds = {"docx": chosen.docx, "txt": chosen.text}
    for suffix, note in FORMS:
        if record.kind in kinds[suffix]:
            yield suffix, note


def text_files(record: AnyRecord, shelf: Shelf) -> tuple[File, ...]:
    """Return the lines of 下载全文 on a record's page."""
    return tuple(
        File(title=record.title, path=f"{record.path}.{suffix}", type=suffix.upper(), size=0, note=note)
        for suffix, note in forms_of(record, shelf)
    )


def text_file(record: AnyRecord, shelf: Shelf) -> TextFile:
    """Return what goes with the text of a record in a file."""
    document = record if isinstance(record, Document) else None
    facts = (
        ("文号", document.document_number if document else ""),
        ("索引号", record.index_number),
        ("发布机构", "、".join(record.issuing_bodies) or record.publisher),
        ("成文日期", shown(record.written_on)),
        ("施行日期", shown(document.effective_on) if document else ""),
    )
    return TextFile(
        title=record.title,
        address=shelf.base + urls.page_of(record.path),
        note="".join(note_of(record, shelf)),
        facts=tuple((label, value) for label, value in facts if value),
    )
