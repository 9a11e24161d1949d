"""What `convert` gives back, as plain data."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from sitegen.diagnostics import Fault, Span


class LinkForm(StrEnum):
    """How a link names its target."""

    FILE = "file"  # a path, relative to the file that holds the text: pages and attachments
    IMAGE = "image"  # the path of a picture
    NUMBER = "number"  # a document number that the writer marked: [[青政规〔2023〕4号]]
    CITATION = "citation"  # a document number found in running text: 《…》（青政规〔2023〕4号）
    EXTERNAL = "external"  # an address outside the site, mail and telephone among them
    ANCHOR = "anchor"  # a place in the same text: #第十二条


#: The forms whose addresses only the site knows; `fill` puts them in.
UNRESOLVED_FORMS = frozenset({LinkForm.FILE, LinkForm.IMAGE, LinkForm.NUMBER, LinkForm.CITATION})


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a text.

    `target` is the path without percent escapes and without its fragment, the document number as
    written, or the whole external address. `text` is what a reader clicks on; for a picture it is the
    alternative text, for a citation the title between 《 and 》. `span` covers the whole source.
    """

    form: LinkForm
    target: str
    fragment: str
    text: str
    span: Span


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading: `level` as rendered (2 to 6), its words, its id in the page and its line in the file."""

    level: int
    text: str
    anchor: str
    line: int


class Markdown(msgspec.Struct, frozen=True, kw_only=True):
    """A converted text.

    `html` is safe to print and lacks only the addresses of links whose form is in `UNRESOLVED_FORMS`;
    `links` stand in the order in which they end in the HTML. `anchors` are all ids in `html`. `plain` is the text as a
    reader sees it: a paragraph a line, a table row a line with tabs between its cells.
    """

    html: str
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    links: tuple[Link, ...]
    plain: str
    faults: tuple[Fault, ...]


class Target(msgspec.Struct, frozen=True):
    """Where a link leads: the complete address with its fragment, a tooltip and a CSS class.

    `width` and `height` are those of a picture in pixels, 0 where they are not known.
    """

    href: str
    title: str = ""
    css_class: str = ""
    width: int = 0
    height: int = 0
