"""How heavy a page is, and what of it is needed before anything is shown."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.column import BASE_PATH


class Weight(NamedTuple):
    """Bytes of gzip: the page with all its style sheets and scripts, and what its first paint waits for.

    The first paint waits for the HTML, for style sheets that are not for paper only, and for scripts that are neither
    deferred nor asynchronous.
    """

    whole: int
    first_paint: int


def weigh(build: Path, path: str) -> Weight:
    """Weigh the page at `path` of a built column."""
    page = build / path
    parts = list(_parts(LexborHTMLParser(page.read_bytes())))
    sizes = [(_gzipped(_file(build, page, href)), blocks) for href, blocks in parts]
    html = _gzipped(page)
    return Weight(
        whole=html + sum(size for size, _ in sizes),
        first_paint=html + sum(size for size, blocks in sizes if blocks),
    )


def _parts(page: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Yield the address of each style sheet and script, and whether the first paint waits for it."""
    for link in page.css("link[rel=stylesheet]"):
        yield link.attributes["href"] or "", link.attributes.get("media") != "print"
    for script in page.css("script[src]"):
        yield script.attributes["src"] or "", not _waits(script)


def _waits(script: LexborNode) -> bool:
    return bool({"defer", "async"} & script.attributes.keys())


def _file(build: Path, page: Path, href: str) -> Path:
    path = urlsplit(href).path
    return build / path.removeprefix(BASE_PATH) if path.startswith("/") else page.parent / path


@cache
def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
