"""The views of files for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Document
from sitegen.site import Citation
from sitegen.views.data import (
    FileData,
    ListedRecord,
    OpenSearch,
    Place,
    RecordData,
    RecordList,
    RelationData,
    SiteMap,
    SiteMapIndex,
)
from sitegen.views.make_text_files import forms_of
from sitegen.views.shelf import COLUMN_NAME, Shelf, term_of

SITE_MAP_SIZE = 50_000
"""Addresses in one file: the limit of the sitemap protocol."""


def record_data(record: AnyRecord, shelf: Shelf) -> RecordData:
    """Return one record as data."""
    state = shelf.states.get(record.path)
    document = record if isinstance(record, Document) else None
    return RecordData(
        path=record.path,
        address=shelf.base + urls.page_of(record.path),
        kind=record.kind,
        kind_title=BY_NAME[record.kind].title,
        title=record.title,
        index_number=record.index_number,
        document_number=document.document_number if document else "",
        registry_number=document.registry_number if document else "",
        publisher=record.publisher,
        issuing_bodies=record.issuing_bodies,
        responsible_body=record.responsible_body,
        written_on=record.written_on,
        published_at=record.published_at,
        effective_on=document.effective_on if document else None,
        valid_until=term_of(document, shelf.site) if document else None,
        state=state.code if state else "",
        state_title=state.word if state else "",
        state_since=state.since if state else None,
        state_next_on=state.next_on if state else None,
        state_next=state.next_code if state else "",
        state_as_of=shelf.site.as_of if state else None,
        theme=shelf.site.theme_of(record),
        genre=record.genre,
        keywords=record.keywords,
        summary=record.summary or record.excerpt,
        column=record.column,
        catalogue_items=record.catalogue_items,
        statutory_items=record.statutory_items or shelf.duties.get(record.column, ()),
        source=record.reprint_of.source if record.reprint_of else record.source_name or record.publisher,
        relations=tuple(_relations(record, shelf)),
        attachments=tuple(_files(record, shelf)),
        text_sha256=record.body_digest.hex(),
        texts=tuple(f"{shelf.base}{record.path}.{suffix}" for suffix, _ in forms_of(record, shelf)),
    )


def _relations(record: AnyRecord, shelf: Shelf) -> Iterator[RelationData]:
    for citation in shelf.site.acts.get(record.path, ()):
        yield _relation(citation, "acts", citation.target, shelf)
    for citation in shelf.site.cited_by.get(record.path, ()):
        actor = shelf.site.by_path[citation.actor]
        number = actor.document_number if isinstance(actor, Document) else ""
        yield RelationData(
            relation=citation.relation,
            direction="acted_on_by",
            address=shelf.base + urls.page_of(actor.path),
            number=number,
            title=actor.title,
            provision=citation.provision,
        )


def _relation(citation: Citation, direction: str, path: str, shelf: Shelf) -> RelationData:
    return RelationData(
        relation=citation.relation,
        direction=direction,
        address=shelf.base + urls.page_of(path) if path else "",
        number=citation.number,
        title=citation.title,
        provision=citation.provision,
    )


def _files(record: AnyRecord, shelf: Shelf) -> Iterator[FileData]:
    for attachment in record.attachments:
        path = f"{record.path}/{attachment.file}"
        facts = shelf.site.files.get(path)
        if facts is not None:
            yield FileData(
                name=attachment.name or attachment.file.rpartition("/")[2],
                address=shelf.base + urls.encoded(path),
                size=facts.size,
                sha256=facts.digest.hex(),
            )


def record_list(shelf: Shelf) -> RecordList:
    """Return the list of all published records."""
    return RecordList(
        title=f"{shelf.site.config.title}{COLUMN_NAME}",
        as_of=shelf.site.as_of,
        count=len(shelf.site.records),
        records=tuple(_listed(record, shelf) for record in shelf.site.records),
    )


def _listed(record: AnyRecord, shelf: Shelf) -> ListedRecord:
    state = shelf.states.get(record.path)
    document = record if isinstance(record, Document) else None
    return ListedRecord(
        index_number=record.index_number,
        title=record.title,
        document_number=document.document_number if document else "",
        publisher=record.publisher,
        written_on=record.written_on,
        published_at=record.published_at,
        effective_on=document.effective_on if document else None,
        valid_until=term_of(document, shelf.site) if document else None,
        state=state.word if state else "",
        kind=BY_NAME[record.kind].title,
        theme=shelf.site.theme_of(record),
        column=record.column,
        address=shelf.base + urls.page_of(record.path),
    )


def open_search(shelf: Shelf) -> OpenSearch:
    """Return how browsers search the column from their own search field."""
    title = shelf.site.config.title
    return OpenSearch(
        name=COLUMN_NAME,
        description=f"查找{title}{COLUMN_NAME}专栏的文件：标题、文号、机关",
        template=f"{shelf.base}{urls.SEARCH}?q={{searchTerms}}",
    )


def site_maps(pages: Iterable[tuple[str, str]], shelf: Shelf) -> Iterator[tuple[str, SiteMap | SiteMapIndex]]:
    """Give `sitemap.xml`, split at 50,000 addresses; `pages` are site paths with the day of their last change."""
    places = [
        Place(address=shelf.base + path.removesuffix("index.html"), modified=day) for path, day in pages
    ]
    if len(places) <= SITE_MAP_SIZE:
        yield "sitemap.xml", SiteMap(places=tuple(places))
        return
    names = []
    for number, start in enumerate(range(0, len(places), SITE_MAP_SIZE), 1):
        names.append(f"sitemap-{number}.xml")
        yield names[-1], SiteMap(places=tuple(places[start : start + SITE_MAP_SIZE]))
    yield "sitemap.xml", SiteMapIndex(addresses=tuple(shelf.base + name for name in names))
