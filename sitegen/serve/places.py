"""Which file of the project a page is written in, and the other way round."""

from __future__ import annotations

import re

from sitegen import urls

COLUMN = "/_column.yaml"
LIST_PAGE = re.compile(r"(?:(.*)/)?(?:index|page-\d+)\.html")


def source_of(page: str) -> str:
    """Return the file whose text the page at site path `page` shows; generated lists have their column's file."""
    listed = LIST_PAGE.fullmatch(page)
    if listed:
        return f"content/{listed[1]}{COLUMN}" if listed[1] else "content/site.yaml"
    name = page.removesuffix(".html")
    return f"content/{name}.yaml" if name.startswith("jigou/") else f"content/{name}.md"


def page_of(source: str) -> str:
    """Return the site path of the page that shows the file `source` of the project; "" where there is none."""
    path = source.removeprefix("content/")
    if path == source:
        return ""
    if path == "site.yaml":
        return urls.index_of("")
    if path.endswith(COLUMN):
        return urls.index_of(path.removesuffix(COLUMN))
    if path.endswith(".md"):
        return urls.page_of(path.removesuffix(".md"))
    if path.endswith(".yaml") and path.startswith("jigou/"):
        return urls.page_of(path.removesuffix(".yaml"))
    return ""


def belongs(source: str, finding_path: str) -> bool:
    """Tell whether a finding in `finding_path` concerns the page written in `source`: the file or its attachments."""
    folder = source.removesuffix(".md").removesuffix(".yaml")
    return finding_path == source or finding_path.startswith(f"{folder}/")
