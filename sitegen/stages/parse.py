"""parse: one source's bytes → a draft. Bytes to text, front matter to nodes, Markdown to HTML with markers."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from sitegen.diagnostics import Fault
from sitegen.formats import encoding, field_kinds, fields, front_matter, merge_conflicts, yaml_nodes
from sitegen.formats.markdown import Markdown, convert
from sitegen.formats.nodes import Mapping


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A Markdown file taken apart: its front matter as nodes with places, its body, and the body's source.

    `source` begins in the line `first_line` of the file; `text` is the whole of it.
    """

    header: Mapping
    body: Markdown
    source: str = ""
    first_line: int = 1
    text: str = ""


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one file. `draft` is None where the front matter could not be read at all."""

    draft: Draft | None
    faults: tuple[Fault, ...]


def parse(data: bytes) -> Parsed:
    """Take a record's file apart; the faults of all its layers at once."""
    text, faults = encoding.decode(data)
    if not text and faults:
        return Parsed(draft=None, faults=faults)
    text, unmerged = merge_conflicts.chosen(text)
    parts, more = front_matter.split(text)
    faults += unmerged + more
    node, more = yaml_nodes.compose(parts.header, first_line=parts.header_line)
    header, even_more = fields.entries_of(node, subject="文件开头")
    body = convert(parts.body, first_line=parts.body_line)
    faults += more + even_more + body.faults
    if header is None:
        return Parsed(draft=None, faults=faults)
    draft = Draft(header=header, body=body, source=parts.body, first_line=parts.body_line, text=text)
    return Parsed(draft=draft, faults=faults)


@lru_cache(maxsize=1024)
def parse_yaml(data: bytes, subject: str) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """Take one of the site's YAML files apart; `subject` says in Chinese what it describes.

    A preview reads the same files again and again, so the last answers are kept.
    """
    text, faults = encoding.decode(data)
    if not text.strip() and faults:
        return None, faults
    text, unmerged = merge_conflicts.chosen(text)
    faults += unmerged
    node, more = yaml_nodes.compose(text)
    mapping, even_more = fields.entries_of(node, subject=subject)
    if node is None and not more:
        even_more += (field_kinds.NOT_ENTRIES.found(None, subject=subject, found="空的"),)
    return mapping, faults + more + even_more
