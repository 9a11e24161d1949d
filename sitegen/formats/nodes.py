"""What YAML says, as values with positions. Nothing is interpreted: a scalar is the text as written."""

from __future__ import annotations

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
