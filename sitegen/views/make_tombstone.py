"""The views of withdrawn addresses (撤下说明): the statement, and nothing of what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen import urls
from sitegen.model.records import Tombstone
from sitegen.views.common import Fact, Link, Run
from sitegen.views.make_pages import phone_fact
from sitegen.views.service_pages import TombstonePage
from sitegen.views.shelf import Shelf, record_tags


def tombstone_pages(shelf: Shelf) -> Iterator[TombstonePage]:
    """Give the page of each withdrawn address; the record's old addresses answer the same."""
    for record in shelf.site.tombstones.values():
        old = (urls.old_path(alias, shelf.site.config.base_path) for alias in record.aliases)
        for path in (urls.page_of(record.path), *old):
            yield _page(path, record, shelf)


def _page(path: str, record: Tombstone, shelf: Shelf) -> TombstonePage:
    own = urls.page_of(record.path)
    body = shelf.site.bodies_by_name.get(record.publisher)
    return TombstonePage(
        path=path,
        root=urls.root_of(path),
        title=record.title,
        column_tags=record_tags(record, shelf),
        part=shelf.parts.get(own.split("/", 1)[0], ""),
        column=urls.index_of(record.column),
        crumbs=shelf.crumbs.get(record.column, ()),
        canonical=shelf.base + own,
        withdrawn_on=record.withdrawn_on or date.min,
        reason=record.reason,
        body=Link(title=record.publisher, path=urls.page_of(body.path) if body is not None else ""),
        number=record.document_number,
        basis=(Run(text=record.withdrawal_basis),) if record.withdrawal_basis else (),
        replaced_by=_instead(record, shelf),
        contact=_contact(record, shelf),
    )


def _instead(record: Tombstone, shelf: Shelf) -> Link | None:
    """Return the record to read instead, if it is published."""
    found = (
        shelf.site.by_path[citation.target]
        for citation in shelf.site.acts.get(record.path, ())
        if citation.relation == "see_instead" and citation.target
    )
    target = next(found, None)
    return Link(title=target.title, path=urls.page_of(target.path)) if target is not None else None


def _contact(record: Tombstone, shelf: Shelf) -> tuple[Fact, ...]:
    """Return whom to ask: as the statement says, and the telephone of the body that withdrew."""
    body = shelf.site.bodies_by_name.get(record.publisher)
    phone = (phone_fact(f"{body.short_title or body.title}电话", body.phone),) if body and body.phone else ()
    return (Fact(label="联系", value=record.contact), *phone)
