"""The views of pages that serve the reader beside the records."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.model.records import AnyRecord
from sitegen.views.common import Figure, Link
from sitegen.views.make_bodies import DIRECTORY
from sitegen.views.make_index import TITLE as INDEX_TITLE
from sitegen.views.make_pages import children_of
from sitegen.views.service_pages import (
    MovedPage,
    Node,
    NotFoundPage,
    SitemapPage,
)
from sitegen.views.shelf import COLUMN_NAME, HOME, Shelf, record_tags, site_tags


def sitemap_page(shelf: Shelf) -> SitemapPage:
    """Return 站点地图: every column in its place."""
    parts = [part.folder for part in shelf.site.catalogues.layout.parts_of(shelf.site.config.layout)]
    tops = [path for path in parts if path in shelf.site.columns]
    tops += [path for path in sorted(shelf.site.columns) if "/" not in path and path not in tops]
    nodes = [Node(title=COLUMN_NAME, path=urls.HOME)]
    nodes += [_node(path, shelf) for path in tops if path != "jigou"]
    bodies = sorted(shelf.site.bodies.values(), key=lambda body: (body.order, body.path))
    children = tuple(Node(title=body.title, path=urls.page_of(body.path)) for body in bodies)
    nodes.append(Node(title=INDEX_TITLE, path=urls.INDEX))
    nodes.append(Node(title=DIRECTORY.title, path=DIRECTORY.path, children=children))
    return SitemapPage(
        path=urls.SITE_MAP,
        root="",
        title="站点地图",
        column_tags=site_tags(shelf.site),
        crumbs=(HOME,),
        canonical=shelf.base + urls.SITE_MAP,
        nodes=tuple(nodes),
    )


def _node(path: str, shelf: Shelf) -> Node:
    children = tuple(_node(child.path, shelf) for child in children_of(path, shelf))
    return Node(title=shelf.site.columns[path].title, path=urls.index_of(path), children=children)


def not_found_page(shelf: Shelf) -> NotFoundPage:
    """Return the page that the server answers for an address that never was."""
    config = shelf.site.config
    base_path = f"/{config.base_path.strip('/')}/".replace("//", "/")
    parts = shelf.site.catalogues.layout.parts_of(config.layout)
    ways = [
        Figure(
            title=part.title,
            path=urls.index_of(part.folder),
            figure=f"{len(shelf.below.get(part.folder, ())):,}",
        )
        for part in parts
        if part.folder in shelf.site.columns
    ]
    return NotFoundPage(
        path="404.html",
        root=base_path,
        title="没有找到这个网页",
        column_tags=site_tags(shelf.site),
        ways=tuple(ways),
        report_href=config.portal.report_errors,
        telephone=config.phone,
    )


def moved_pages(old_paths: Iterator[tuple[str, AnyRecord]], shelf: Shelf) -> Iterator[MovedPage]:
    """Give the page that each old address answers."""
    for path, record in old_paths:
        target = urls.page_of(record.path)
        yield MovedPage(
            path=path,
            root=urls.root_of(path),
            title=record.title,
            column_tags=record_tags(record, shelf),
            part=shelf.parts.get(target.split("/", 1)[0], ""),
            canonical=shelf.base + target,
            target=Link(title=record.title, path=target),
        )
