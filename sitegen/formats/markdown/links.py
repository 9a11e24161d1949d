"""Links, pictures and addresses in angle brackets: where they stand, what they are, what is wrong.

markdown-it says only in which paragraph a link is. The rules here are its own rules; they note the
offsets as well, so that every link has its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from sitegen.diagnostics import Fault, Span
from sitegen.formats.markdown import kinds
from sitegen.formats.markdown.records import Link, LinkForm

UNDEFINED = "undefined_reference"

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_FULL_WIDTH_SCHEME = re.compile(r"((?:https?|ftp|mailto|tel)(：|:／／|：／／))", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WRITTEN = re.compile(r"\]\(\s*<?([^\s<>()]*)")
_FULL_REFERENCE = re.compile(r"!?\[([^\[\]]{1,200})\]\[([^\[\]]{0,200})\]")

Rule = Callable[[StateInline, bool], bool]


def placed(rule: Rule) -> Rule:
    """Return `rule`, which also notes the offsets of what it read in the `meta` of its first token."""

    def placed_rule(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = state.tokens[count]
            if token.type == "text":  # what was pending before
                token = state.tokens[count + 1]
            token.meta = {"start": start, "end": state.pos}
        return True

    return placed_rule


def or_undefined(rule: Rule, sign: str) -> Rule:
    """Return `rule`, which also leaves a mark where `[words][label]` has a label without a definition.

    `sign` is the character at which the rule begins: `[` for links, `!` for pictures.
    """

    def rule_or_mark(state: StateInline, silent: bool) -> bool:
        if rule(state, silent):
            return True
        if not silent and state.src[state.pos] == sign:
            _mark_undefined(state)
        return False

    return rule_or_mark


def _mark_undefined(state: StateInline) -> None:
    if state.src[state.pos] == "[" and state.src[state.pos - 1 : state.pos] == "!":
        return  # said already, at the exclamation mark
    found = _FULL_REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None or found[1].startswith("^") or found[2].startswith("^"):
        return
    label = found[2] or found[1]
    if normalizeReference(label) in state.env.get("references", {}):
        return
    token = state.push(UNDEFINED, "", 0)
    token.meta = {"start": found.start(), "end": found.end(), "label": label, "source": found[0]}


def link_to(address: str, text: str, span: Span) -> Link:
    """Return the link with an address that `refusal` lets pass: external, an anchor or a file."""
    if _is_external(address):
        return Link(form=LinkForm.EXTERNAL, target=address, fragment="", text=text, span=span)
    path, _, fragment = address.partition("#")
    form = LinkForm.FILE if path else LinkForm.ANCHOR
    return Link(form=form, target=unquote(path), fragment=unquote(fragment), text=text, span=span)


def refusal(address: str, text: str, span: Span, source: str) -> Fault | None:
    """Return why a link with this address and these words may not stand on a page, or None if it may.

    `source` is the link as it was written: Markdown takes a backslash before a dot away.
    """
    if not address:
        return kinds.NO_ADDRESS.found(span, text=text)
    if wrong := _FULL_WIDTH_SCHEME.match(address):
        mended = wrong[1].replace("：", ":").replace("／", "/") + address[wrong.end() :]
        return kinds.FULL_WIDTH_ADDRESS.found(span, address=address, mark=wrong[2], mended=mended)
    scheme = scheme_of(address)
    if scheme == "file" or len(scheme) == 1 or address.startswith("\\"):
        return kinds.LOCAL_PATH.found(span, address=address)
    if scheme and scheme not in _SAFE_SCHEMES:
        return kinds.BAD_SCHEME.found(span, address=address, scheme=scheme)
    if not scheme and "\\" in address:
        written = _WRITTEN.search(source)
        path = written[1] if written else address
        return kinds.BACKSLASH.found(span, address=path, mended=path.replace("\\", "/"))
    return None


def picture_refusal(address: str, text: str, span: Span, source: str) -> Fault | None:
    """Return why a picture with this address may not stand on a page, or None if it may."""
    if fault := refusal(address, text, span, source):
        return fault
    if _is_external(address) or address.startswith("#"):
        return kinds.FOREIGN_PICTURE.found(span, address=address)
    return None


def _is_external(address: str) -> bool:
    return address.startswith("//") or scheme_of(address) != ""


def scheme_of(address: str) -> str:
    """Return the scheme of `address` in small letters, or "" for a path. Browsers skip white space in it."""
    found = _SCHEME.match(_INVISIBLE.sub("", address))
    return found[1].lower() if found else ""
