"""The structure of all pages of the sample column, not only of one of each kind."""

from __future__ import annotations

import itertools

import pytest
from selectolax.lexbor import LexborHTMLParser

LANDMARKS = "body > header, main, body > footer"


@pytest.fixture(scope="module")
def pages(column):
    """Return every page, read."""
    files = sorted(column.rglob("*.html"))
    return {str(file.relative_to(column)): LexborHTMLParser(file.read_bytes()) for file in files}


def levels(page) -> list[int]:
    return [int(heading.tag[1]) for heading in page.css("h1, h2, h3, h4, h5, h6")]


def test_there_are_many(pages):
    assert len(pages) > 1000


def test_one_main_heading(pages):
    assert [path for path, page in pages.items() if len(page.css("h1")) != 1] == []


def test_headings_do_not_jump(pages):
    jumping = []
    for path, page in pages.items():
        found = levels(page)
        found = found[found.index(1) :]
        if any(level > before + 1 for before, level in itertools.pairwise(found)):
            jumping.append((path, found))
    assert jumping == []


def test_landmarks(pages):
    for path, page in pages.items():
        assert [one.tag for one in page.css(LANDMARKS)] == ["header", "main", "footer"], path
        navs = [nav.attributes for nav in page.css("nav")]
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in navs]
        assert all(names), path
        assert len(names) == len(set(names)), path


def test_the_language_is_said(pages):
    said = {page.css_first("html").attributes["lang"] for page in pages.values()}
    assert said == {"zh-CN", "zh-Hant", "en"}


def corner(head) -> bool:
    """Say whether a cell is the corner over heads of rows and beside heads of columns: it heads neither."""
    is_first = all(next(node.parent.iter()).mem_id == node.mem_id for node in (head, head.parent))
    return {"rowspan", "colspan"} <= head.attributes.keys() and is_first


def test_tables_have_captions_or_names_and_heads(pages):
    nameless = []
    for path, page in pages.items():
        for table in page.css("table"):
            region = table.parent
            named = table.css_first("caption") or (region and region.attributes.get("aria-label"))
            heads = table.css("th")
            if not named or not heads or not all(head.attributes.get("scope") or corner(head) for head in heads):
                nameless.append((path, (table.html or "")[:100]))
    assert nameless == []


def test_pictures_have_words(pages):
    silent = [path for path, page in pages.items() for image in page.css("img") if "alt" not in image.attributes]
    assert silent == []
