"""Markdown text in, a page's HTML and everything the site needs to know about it out."""

from __future__ import annotations

import re
from typing import Any

from sitegen.diagnostics import Fault
from sitegen.formats.markdown import kinds
from sitegen.formats.markdown.blocks import Writer
from sitegen.formats.markdown.filling import BEGIN, END
from sitegen.formats.markdown.letter import lay_out
from sitegen.formats.markdown.page import Page
from sitegen.formats.markdown.parser import FOOTNOTE_DEFINITIONS, parser
from sitegen.formats.markdown.positions import Source
from sitegen.formats.markdown.raw_html import balanced
from sitegen.formats.markdown.records import Markdown

_LINE_ENDS = re.compile(r"\r\n?")
# To the eye a line of full-width spaces is blank; to CommonMark it is a line of the paragraph.
_FULL_WIDTH_BLANK = re.compile(r"^[ \t\u3000\xa0]+$", re.MULTILINE)
_NOT_IN_TEXTS = str.maketrans({BEGIN: "\ufffd", END: "\ufffd", "\0": "\ufffd"})


def convert(text: str, *, first_line: int = 1) -> Markdown:
    """Convert a Markdown text; `first_line` is the number of its first line in the file. Never raises."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    if BEGIN in text or END in text or "\0" in text:
        text = text.translate(_NOT_IN_TEXTS)
    if "\u3000\n" in text or "\xa0\n" in text:
        text = _FULL_WIDTH_BLANK.sub("", text)
    environment: dict[str, Any] = {}
    tokens = parser().parse(text, environment)
    page = Page(Source(text, first_line))
    Writer(page).write(tokens)
    html = "".join(page.html)
    faults = page.faults + _definition_faults(page.source, environment)
    return Markdown(
        html=lay_out(balanced(html) if page.has_raw_html else html),
        headings=tuple(page.headings),
        anchors=page.ids.all(),
        links=tuple(page.links),
        plain="\n".join(page.plain),
        faults=tuple(sorted(faults, key=_place)),
    )


def _definition_faults(source: Source, environment: dict[str, Any]) -> list[Fault]:
    """Return what is wrong with the definitions of references and footnotes."""
    faults = [
        kinds.DUPLICATE_REFERENCE.found(source.line(reference["map"][0]), label=reference["label"].lower())
        for reference in environment.get("duplicate_refs", ())
    ]
    defined = environment.get(FOOTNOTE_DEFINITIONS, ())
    if not defined:
        return faults
    used = {note.get("label") for note in environment["footnotes"]["list"].values()}
    seen: set[str] = set()
    for label, line in defined:
        if label in seen:
            faults.append(kinds.DUPLICATE_NOTE.found(source.line(line), label=label))
        elif label not in used:
            faults.append(kinds.UNUSED_NOTE.found(source.line(line), label=label))
        seen.add(label)
    return faults


def _place(fault: Fault) -> tuple[int, int, str]:
    return (fault.span.line, fault.span.column, fault.id) if fault.span else (0, 0, fault.id)
