"""The views of plain texts: 说明页, and a column that is one text, as the guide is."""

from __future__ import annotations

from sitegen import urls
from sitegen.model.records import AnyRecord
from sitegen.views.common import Link
from sitegen.views.make_document import article_tags
from sitegen.views.service_pages import PlainPage
from sitegen.views.shelf import Shelf, published_on, record_tags

ONE_TEXT = frozenset({"guide"})
"""Kinds whose column is the text itself where there is only one."""


def plain_page(record: AnyRecord, shelf: Shelf) -> PlainPage:
    """Return the page of a 说明页."""
    return _page(record, urls.page_of(record.path), record.title, shelf.crumbs.get(record.column, ()), shelf)


def text_of_column(path: str, shelf: Shelf) -> PlainPage | None:
    """Return the page of a column that is one text; None for any other column."""
    members = shelf.site.members.get(path, ())
    if len(members) != 1 or members[0].kind not in ONE_TEXT:
        return None
    title = shelf.site.columns[path].title
    return _page(members[0], urls.index_of(path), title, shelf.crumbs[path][:-1], shelf)


def _page(record: AnyRecord, path: str, title: str, crumbs: tuple[Link, ...], shelf: Shelf) -> PlainPage:
    own = urls.page_of(record.path)
    return PlainPage(
        path=path,
        root=urls.root_of(path),
        title=title,
        column_tags=record_tags(record, shelf),
        part=shelf.parts.get(path.split("/", 1)[0], ""),
        column=urls.index_of(record.column),
        crumbs=crumbs,
        article_tags=article_tags(record, shelf, own),
        canonical=shelf.base + own,
        updated_on=published_on(record).date(),
        contents=True,
    )
