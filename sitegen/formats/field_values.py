"""The text of a node, and how a text looks with half-width digits: what all types of field begin with."""

from __future__ import annotations

from typing import Protocol, TypeVar

from sitegen.diagnostics import Fault
from sitegen.formats import field_kinds as kinds
from sitegen.formats.nodes import Mapping, Node, Scalar, Sequence

Value_co = TypeVar("Value_co", covariant=True)
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)} | {ord("\u3000"): " "}


class FieldType(Protocol[Value_co]):
    """Turns a node into a value of one sort. Without a value there is a fault, or one was reported before."""

    def convert(self, node: Node) -> tuple[Value_co | None, tuple[Fault, ...]]:
        """Return the value, or None, and the faults found."""
        ...


def text_of(node: Node) -> tuple[str, tuple[Fault, ...]]:
    """Return the text of a single value without white space around it; an empty text comes with its fault."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        return text, () if text else (kinds.EMPTY_ITEM.found(node.span),)
    if isinstance(node, Sequence | Mapping):
        return "", (kinds.NOT_SINGLE.found(node.span, found=shape(node)),)
    return "", ()


def shape(node: Node | None) -> str:
    """Return what a clerk would call the form of `node`."""
    if isinstance(node, Sequence):
        return "列表"
    return "几个小项" if isinstance(node, Mapping) else "一段文字"


def half_width(text: str) -> str:
    """Return `text` with full-width letters, digits and signs made half-width."""
    return text.translate(_HALF_WIDTH)
