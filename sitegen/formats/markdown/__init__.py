"""Markdown as officials write it. The only place that knows markdown-it and nh3."""

from __future__ import annotations

from sitegen.formats.markdown import blocks, footnotes, headings, links, paragraphs, raw_html
from sitegen.formats.markdown.convert import convert
from sitegen.formats.markdown.filling import fill
from sitegen.formats.markdown.records import UNRESOLVED_FORMS, Heading, Link, LinkForm, Markdown, Target

KINDS = links.KINDS + headings.KINDS + blocks.KINDS + paragraphs.KINDS + footnotes.KINDS + raw_html.KINDS

__all__ = [
    "KINDS",
    "UNRESOLVED_FORMS",
    "Heading",
    "Link",
    "LinkForm",
    "Markdown",
    "Target",
    "convert",
    "fill",
]
