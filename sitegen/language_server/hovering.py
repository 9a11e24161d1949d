"""What is told where the mouse rests: a field's meaning over its name, what a word stands for over a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sitegen.diagnostics import Span
from sitegen.findings import BY_ID
from sitegen.formats import yaml_nodes
from sitegen.formats.nodes import Mapping, Node, Scalar
from sitegen.formats.nodes import Sequence as List
from sitegen.language_server.completing import Page
from sitegen.language_server.grammar import Grammar, Target, grammar_of, header_of, target_of
from sitegen.schemas.field_help import help_of


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Words about a piece of the text: a heading, and lines below it."""

    heading: str
    lines: Sequence[str]
    span: Span


class _Place(msgspec.Struct, frozen=True):
    """A name or a value in the tree, and the keys that lead to it; of a name, the last is its own."""

    keys: tuple[str, ...]
    scalar: Scalar
    is_key: bool


def told(page: Page, line: int, column: int) -> Told | None:
    """Return what is known of the word at a place (from 0); None where there is nothing to say."""
    first, end = header_of(page.path, page.lines)
    grammar = grammar_of(page.path, page.lines, page.known.columns)
    if grammar is None or not first <= line < end:
        return None
    node, _ = yaml_nodes.compose("\n".join(page.lines[first:end]), first_line=first + 1)
    place = next(_at(node, (), line + 1, column + 1), None) if node is not None else None
    if place is None:
        return None
    target = target_of(grammar, place.keys)
    if target is None or target.field is None:
        return None
    words = "" if place.is_key else _of_value(page, place.scalar.text.strip())
    if words:
        return Told(heading=place.scalar.text.strip(), lines=[words], span=place.scalar.span)
    return _of_field(grammar, target, place)


def _of_field(grammar: Grammar, target: Target, place: _Place) -> Told | None:
    field = target.field
    if field is None:
        return None
    within = target_of(grammar, place.keys[:-1]) if len(place.keys) > 1 else None
    required = (within.below if within is not None else grammar).required
    subject = (within.below if within is not None else grammar).subject
    lines = help_of(field).split("\n")
    if field.attribute in required:
        lines.append(f"“{subject}”必填")
    if field.source:
        lines.append(f"依据：{field.source}")
    return Told(heading=f"{field.key}（{field.english}）", lines=lines, span=place.scalar.span)


def _of_value(page: Page, word: str) -> str:
    if word in page.known.told:
        return page.known.told[word]
    if word in BY_ID:
        return BY_ID[word].name
    named = (each for each in page.documents if word in (each.number, each.path, f"{each.path}.md"))
    return next((each.title for each in named if word), "")


def _at(node: Node, keys: tuple[str, ...], line: int, column: int) -> Iterator[_Place]:
    if isinstance(node, Scalar):
        if keys and _holds(node.span, line, column):
            yield _Place(keys, node, is_key=False)
    elif isinstance(node, List):
        for item in node.items:
            yield from _at(item, keys, line, column)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            here = (*keys, entry.key.text)
            if _holds(entry.key.span, line, column):
                yield _Place(here, entry.key, is_key=True)
            yield from _at(entry.value, here, line, column)


def _holds(span: Span, line: int, column: int) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)
