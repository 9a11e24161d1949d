"""What YAML says, as values with positions. Nothing is interpreted: a scalar is the text as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec

from sitegen.diagnostics import Span


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A single value, as text. `quoted`: it stood in quotes; `block`: it was written with `|` or `>`."""

    text: str
    span: Span
    quoted: bool = False
    block: bool = False


class Broken(msgspec.Struct, frozen=True, gc=False):
    """Something whose fault has been reported already: readers pass over it in silence."""

    span: Span


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Entry(msgspec.Struct, frozen=True):
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


class Mapping(msgspec.Struct, frozen=True):
    """Names with values, in the order of the text; no name occurs twice."""

    entries: tuple[Entry, ...]
    span: Span


Node: TypeAlias = Scalar | Sequence | Mapping | Broken


def plain(node: Node) -> object:
    """Return a node as plain lists, dictionaries and text; None for what is broken."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return None


def node_at(node: Node, steps: Iterable[str | int]) -> Node:
    """Return the node that keys and positions lead to from `node`, as far as they lead."""
    for step in steps:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = next((entry.value for entry in node.entries if entry.key.text == step), node)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def spans_of(node: Node, path: str = "") -> Iterator[tuple[str, Span]]:
    """Give the place of every text below `node`, by the keys and positions that lead there (`事项/0/代码`)."""
    if isinstance(node, Scalar):
        yield path, node.span
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from spans_of(item, f"{path}/{position}" if path else str(position))
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from spans_of(entry.value, f"{path}/{entry.key.text}" if path else entry.key.text)
