"""The sorts of value that a field may have: texts, numbers, choices, lists.

Dates are in `field_dates`, paths and addresses in `field_places`, groups of fields in `fields`. A type is
a small record of what is allowed; words and limits come in as data.
"""

from __future__ import annotations

import decimal
import re
from collections.abc import Mapping as Lookup
from typing import Generic, TypeVar

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.formats import field_kinds as kinds
from sitegen.formats.field_values import FieldType, half_width, text_of
from sitegen.formats.nodes import Broken, Node, Scalar, Sequence
from sitegen.formats.quoting import shown
from sitegen.formats.suggestions import did_you_mean

Value = TypeVar("Value")
_FOLDED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
_LABELS_SHOWN = 12
_BRACKETS = ("【】", "［］", "〔〕", "「」", "（）", "｛｝")
"""Brackets that are no brackets of YAML, round values that were meant as a list."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One line of text. `placeholders` (in small letters) stand for “nothing yet” and are refused."""

    longest: int | None = None
    placeholders: frozenset[str] = frozenset()

    def convert(self, node: Node) -> tuple[str | None, tuple[Fault, ...]]:
        """Return the text."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        lines = _lines(node, text)
        if lines > 1:
            return None, (kinds.SEVERAL_LINES.found(node.span, lines=lines),)
        return _checked(text, node.span, self.longest, self.placeholders)


class Prose(msgspec.Struct, frozen=True, kw_only=True):
    """Text of any number of lines; `longest` counts characters."""

    longest: int | None = None
    placeholders: frozenset[str] = frozenset()

    def convert(self, node: Node) -> tuple[str | None, tuple[Fault, ...]]:
        """Return the text; where YAML folded Chinese lines into one, without the spaces that it put in."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        if isinstance(node, Scalar) and not node.block and node.span.line != node.span.end_line:
            text = _FOLDED.sub("", text)
        return _checked(text, node.span, self.longest, self.placeholders)


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """A whole number, not negative, of at most 15 digits."""

    def convert(self, node: Node) -> tuple[int | None, tuple[Fault, ...]]:
        """Return the number."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        if _WHOLE.fullmatch(text):
            return int(text), ()
        bare = re.sub(r"[,\s+]", "", half_width(text)).lstrip("0")
        advice = f"改成：{bare}" if _WHOLE.fullmatch(bare) else "只写阿拉伯数字，最多 15 位，例如：12"
        return None, (kinds.NOT_WHOLE.found(node.span, text=shown(text), advice=advice),)


class Decimal(msgspec.Struct, frozen=True, kw_only=True):
    """A number with or without decimals, exact."""

    def convert(self, node: Node) -> tuple[decimal.Decimal | None, tuple[Fault, ...]]:
        """Return the number."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        if _DECIMAL.fullmatch(text):
            return decimal.Decimal(text), ()
        bare = re.sub(r"[,\s+]", "", half_width(text))
        advice = f"改成：{bare}" if _DECIMAL.fullmatch(bare) else "只写阿拉伯数字和小数点，例如：12.5"
        return None, (kinds.NOT_DECIMAL.found(node.span, text=shown(text), advice=advice),)


class Choice(msgspec.Struct, Generic[Value], frozen=True, kw_only=True):
    """One of a few values. `labels` are the documented Chinese words, `codes` what may stand for them."""

    labels: Lookup[str, Value]
    codes: Lookup[str, Value] = msgspec.field(default_factory=dict)

    def convert(self, node: Node) -> tuple[Value | None, tuple[Fault, ...]]:
        """Return the value that the word stands for."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        if text in self.labels:
            return self.labels[text], ()
        if text in self.codes:
            return self.codes[text], ()
        return None, (kinds.NOT_A_CHOICE.found(node.span, text=shown(text), advice=self._advice(text)),)

    def _advice(self, text: str) -> str:
        labels = list(self.labels)
        listed = "、".join(labels[:_LABELS_SHOWN]) + (" 等" if len(labels) > _LABELS_SHOWN else "")
        return f"{did_you_mean(text, (*labels, *self.codes))}可以写：{listed}。"


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """是 or 否 (true or false)."""

    def convert(self, node: Node) -> tuple[bool | None, tuple[Fault, ...]]:
        """Return the truth value."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        if text in ("是", "true", "否", "false"):
            return text in ("是", "true"), ()
        return None, (kinds.NOT_A_FLAG.found(node.span, text=shown(text)),)


class Reference(msgspec.Struct, frozen=True):
    """The name of something else (a document number, a path, a body) and where it is written."""

    text: str
    span: Span


class ReferenceType(msgspec.Struct, frozen=True, kw_only=True):
    """The name of something that is looked up later."""

    longest: int = 200

    def convert(self, node: Node) -> tuple[Reference | None, tuple[Fault, ...]]:
        """Return the name with its place."""
        text, faults = Text(longest=self.longest).convert(node)
        return (Reference(text, node.span) if text else None), faults


class ListOf(msgspec.Struct, Generic[Value], frozen=True, kw_only=True):
    """Any number of values of one type; a single value is a list of one.

    `separators` are signs by which clerks join several values in one text (、，): found in an item, a fault.
    """

    item: FieldType[Value]
    most: int | None = None
    separators: str = ""

    def convert(self, node: Node) -> tuple[tuple[Value, ...] | None, tuple[Fault, ...]]:
        """Return the good items without the faulty ones; None where none is good."""
        if isinstance(node, Broken):
            return None, ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values: list[Value] = []
        faults: list[Fault] = []
        seen: set[str] = set()
        for each in nodes:
            value, found = self.item.convert(each)
            faults += found or self._about_item(each, seen)
            if value is not None:
                values.append(value)
        if self.most is not None and len(nodes) > self.most:
            faults.append(kinds.TOO_MANY_ITEMS.found(node.span, count=len(nodes), most=self.most))
        return (tuple(values) if values or not nodes else None), tuple(faults)

    def _about_item(self, node: Node, seen: set[str]) -> tuple[Fault, ...]:
        if not isinstance(node, Scalar):
            return ()
        text = node.text.strip()
        if text in seen:
            return (kinds.REPEATED_ITEM.found(node.span, text=shown(text)),)
        seen.add(text)
        if self.separators and not node.quoted and any(sign in text for sign in self.separators):
            bare = text[1:-1] if text[0] + text[-1] in _BRACKETS else text
            parts = [part.strip() for part in re.split(f"[{re.escape(self.separators)}]", bare)]
            listed = shown("[" + ", ".join(part for part in parts if part) + "]", 60)
            return (kinds.JOINED_VALUES.found(node.span, text=shown(text), listed=listed),)
        return ()


def _lines(node: Node, text: str) -> int:
    """Return over how many lines a text is written."""
    if isinstance(node, Scalar) and not node.block and node.span.line != node.span.end_line:
        return node.span.end_line - node.span.line + 1
    return text.count("\n") + 1


def _checked(
    text: str, span: Span, longest: int | None, placeholders: frozenset[str]
) -> tuple[str | None, tuple[Fault, ...]]:
    if text in placeholders or (placeholders and text.casefold() in placeholders):
        return None, (kinds.PLACEHOLDER.found(span, text=shown(text)),)
    if longest is not None and len(text) > longest:
        surplus = len(text) - longest
        return None, (kinds.TOO_LONG.found(span, length=len(text), longest=longest, surplus=surplus),)
    return text, ()
