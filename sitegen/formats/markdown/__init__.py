"""Markdown as officials write it. The only place that knows markdown-it and nh3."""

from __future__ import annotations

from sitegen.formats.markdown.filling import fill
from sitegen.formats.markdown.kinds import KINDS
from sitegen.formats.markdown.records import UNRESOLVED_FORMS, Heading, Link, LinkForm, Markdown, Target

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


def convert(text: str, *, first_line: int = 1) -> Markdown:
    """Convert a Markdown text; `first_line` is the number of its first line in the file. Never raises."""
    from sitegen.formats.markdown import conversion  # here, as it loads the parser

    return conversion.convert(text, first_line=first_line)
