"""Checks of what is YAML but was meant otherwise: each returns what was meant, and the fault if there is one."""

from __future__ import annotations

import re

from sitegen.diagnostics import Fault, Span
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats.nodes import Scalar
from sitegen.formats.quoting import shown
from sitegen.formats.yaml_text import (
    bare_key,
    begins_unspaced_item,
    full_width_entry,
    in_quotes,
    list_line,
    quote_trouble,
    unspaced_entry,
)

OPENING_QUOTES = "“‘＂＇"
_UNSPACED_COMMENT = re.compile(r"[ \t]+(#[^\s#].*?)(?=\s*$)")


def split_entry(key: Scalar, value: Scalar) -> tuple[Scalar, Scalar, Fault | None]:
    """Take `{拟稿：张}` and `{拟稿:张}` apart: YAML takes all of it for the key."""
    kind, meant = kinds.FULL_WIDTH_COLON, full_width_entry(key.text)
    if meant is None:
        kind, meant = kinds.NO_SPACE_AFTER_COLON, unspaced_entry(key.text)
    if meant is None or key.quoted:
        return key, value, None
    line, column = key.span.line, key.span.column + meant.colon
    right = shown(f"{meant.key}: {meant.value}".strip(), 60)
    fault = kind.found(Span(line, column, line, column + 1), key=shown(meant.key), line=right)
    return Scalar(meant.key, key.span), Scalar(meant.value, key.span), fault


def unquoted_key(text: str, span: Span) -> tuple[str, Fault | None]:
    """Return a key without Chinese quotes round it."""
    bare = bare_key(text)
    if bare == text:
        return text, None
    return bare, kinds.FULL_WIDTH_QUOTES.found(span, text=shown(text), advice=f"去掉引号：{bare}: …")


def unquoted_value(text: str, span: Span, last_line: str) -> tuple[str, Fault | None]:
    """Return a value without Chinese quotes that were meant as those of YAML; `last_line` is its last line."""
    trouble = quote_trouble(text, last_line[span.end_column - 1 :])
    if trouble is None:
        return text, None
    return trouble.meant, kinds.FULL_WIDTH_QUOTES.found(span, text=shown(text), advice=trouble.advice)


def cut_short(text: str, span: Span, last_line: str) -> Fault | None:
    """Return the fault of words that follow a value behind ` #`, which made them a comment: `关于 #1楼的通知`."""
    found = _UNSPACED_COMMENT.match(last_line, span.end_column - 1)
    if found is None:
        return None
    line, column = span.end_line, found.start(1) + 1
    place = Span(line, column, line, column + len(found[1]))
    return kinds.CUT_SHORT.found(place, text=shown(found[1]), quoted=shown(in_quotes(f"{text}{found[0]}"), 60))


def swallowed_list(text: str, span: Span, lines: list[str]) -> Fault | None:
    """Return the fault of list items that YAML took for a piece of text; `lines` are those of the value."""
    if begins_unspaced_item(text) and lines[0].lstrip()[:1] == "-":
        return kinds.DASH_WITHOUT_SPACE.found(span, text=shown(text.split(" ")[0]))
    place = list_line(lines)
    if place is None:
        return None
    item = lines[place].strip()
    line, column = span.line + place, lines[place].index(item) + 1
    return kinds.SWALLOWED_LINE.found(Span(line, column, line, column + len(item)), text=shown(item))


def duplicate(first: Scalar, second: Scalar) -> Fault:
    """Return the fault of a key that stands twice in one mapping."""
    places = f"第 {first.span.line} 行一次，第 {second.span.line} 行又一次"
    if first.span.line == second.span.line:
        places = f"都在第 {first.span.line} 行"
    return kinds.DUPLICATE_KEY.found(second.span, key=shown(second.text), places=places)
