"""Footnotes: `[^注1]` in the text, `[^注1]: …` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

UNDEFINED = "undefined_note"
_NOTE = re.compile(r"\[\^([^\]\s]{1,60})\]")


def undefined_note(state: StateInline, silent: bool) -> bool:
    """Inline rule that never matches: leave a mark where a footnote has no text."""
    if silent or not state.src.startswith("[^", state.pos):
        return False
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if found and ":" + found[1] not in state.env.get("footnotes", {}).get("refs", {}):
        token = state.push(UNDEFINED, "", 0)
        token.meta = {"start": found.start(), "end": found.end(), "source": found[0]}
    return False


def definitions(tokens: Iterable[Token]) -> list[tuple[str, int]]:
    """Return label and line (from 0) of all footnotes that have a text, used or not."""
    return [
        (token.meta["label"], token.map[0] if token.map else 0)
        for token in tokens
        if token.type == "footnote_reference_open"
    ]


def reference(token: Token) -> tuple[str, str]:
    """Return the HTML of a footnote's mark in the text and the mark's id."""
    number, anchor = _number(token.meta), _reference_id(token.meta)
    return (
        f'<sup class="note-mark"><a id="{anchor}" href="#note-{number}"'
        f' role="doc-noteref" aria-label="注释{number}">[{number}]</a></sup>'
    ), anchor


def back_link(token: Token) -> tuple[str, str]:
    """Return the HTML of the way back from a footnote and the id of the mark that it leads to."""
    number, anchor = _number(token.meta), _reference_id(token.meta)
    times = token.meta.get("subId", 0)
    place = f"正文中注释{number}第{times + 1}次出现的位置" if times else f"正文中注释{number}的位置"
    link = f'<a class="note-back" href="#{anchor}" role="doc-backlink" aria-label="回到{place}">↩</a>'
    return " " + link, anchor


def note_id(token: Token) -> str:
    """Return the id of a footnote's text."""
    return f"note-{_number(token.meta)}"


def _number(meta: dict[Any, Any]) -> int:
    return int(meta["id"]) + 1


def _reference_id(meta: dict[Any, Any]) -> str:
    times = meta.get("subId", 0)
    return f"note-mark-{_number(meta)}" + (f"-{times + 1}" if times else "")
