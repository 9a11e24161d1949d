"""The views of the pages that lay two texts side by side (对照)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.model.records import Document
from sitegen.views.common import Link
from sitegen.views.comparisons import Comparison
from sitegen.views.document import Related
from sitegen.views.redline import RedlinePage
from sitegen.views.shelf import Shelf, record_tags

WORDS = {"amends": "修改", "replaces": "替代"}
AMENDED_NOTE = "“修改后”按修改决定的文字排出，供对照阅读；条文以公布的文本为准。"


def redline_pages(shelf: Shelf) -> Iterator[tuple[RedlinePage, Comparison]]:
    """Give the page of each comparison."""
    for comparison in shelf.comparisons.values():
        yield _page(comparison, shelf), comparison


def _page(comparison: Comparison, shelf: Shelf) -> RedlinePage:
    actor, target = shelf.site.by_path[comparison.actor], shelf.site.by_path[comparison.target]
    own = urls.page_of(actor.path)
    home = Link(title=actor.title, path=own)
    amending = bool(comparison.rewrites)
    return RedlinePage(
        path=comparison.path,
        root=urls.root_of(comparison.path),
        title=f"{WORDS[comparison.relation]}对照：{target.title}",
        column_tags=record_tags(actor, shelf),
        part=shelf.parts.get(own.split("/", 1)[0], ""),
        column=urls.index_of(actor.column),
        crumbs=(*shelf.crumbs.get(actor.column, ()), home),
        canonical=shelf.base + comparison.path,
        word=WORDS[comparison.relation],
        old=_related(comparison.target, shelf),
        new=_related(comparison.actor, shelf),
        old_head="修改前" if amending else "旧文本",
        new_head="修改后" if amending else "新文本",
        on=comparison.on,
        note=AMENDED_NOTE if amending else "",
        back=home,
        rewrites=comparison.rewrites,
        earlier=comparison.earlier,
    )


def _related(path: str, shelf: Shelf) -> Related:
    record = shelf.site.by_path[path]
    return Related(
        title=record.title,
        path=urls.page_of(path),
        detail=record.document_number if isinstance(record, Document) else "",
        state=shelf.states.get(path),
    )
