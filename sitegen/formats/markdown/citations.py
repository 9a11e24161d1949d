"""Links by document number: `[[青政规〔2023〕4号]]`, and 《标题》（青政规〔2023〕4号） in running text.

Both become `link_open` … `link_close` tokens whose `markup` says what they are and whose `meta` holds
the target and the place in the paragraph's source.
"""

from __future__ import annotations

import re

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

NUMBER = "number"
CITATION = "citation"
IN_HEADING = "in_heading"

# A word may hold one pair of brackets of its own: [[青政规[2023]4号]].
_WORD = r"(?:[^\[\]|\n]|\n(?!\n)|\[[^\[\]|\n]{1,20}\])"
_NUMBER_LINK = re.compile(rf"\[\[({_WORD}{{1,80}})(?:\|([^\[\]|\n]{{1,200}}))?\]\](?![(\[])")
_WRAP = re.compile(r"[ \t]*\n[ \t]*")

_INSIDE = r"(?:[^《》`<\[\]|\\]|<(?![A-Za-z/!?]))"  # people also write 《关于印发<办法>的通知》
_TITLE = rf"《((?:{_INSIDE}|《{_INSIDE}{{1,100}}》){{1,150}})》"
_DIGITS = "0-9０-９〇零○一二三四五六七八九十百"
_GAP = r"\s{0,3}"
_YEAR = rf"\\?[〔［\[（(【]{_GAP}[{_DIGITS}]{{4}}{_GAP}年?\\?[〕］\])）】]"
_AGENCY = r"[^《》（）()〔〕［］\[\]【】`<>|\\，。；、：]{1,30}"
_DOCUMENT_NUMBER = rf"{_AGENCY}?(?:{_YEAR}|令){_GAP}第?{_GAP}[{_DIGITS}]{{1,6}}{_GAP}号"
_AFTER_NUMBER = r"[，,；;][^（）()`<>\[\]|\\]{0,60}"
_CITATION = re.compile(rf"{_TITLE}\s?[（(]{_GAP}({_DOCUMENT_NUMBER}){_GAP}(?:{_AFTER_NUMBER})?[）)]")


def number_link(state: StateInline, silent: bool) -> bool:
    """Inline rule: `[[number]]` or `[[number|words]]`."""
    if not state.src.startswith("[[", state.pos):
        return False
    found = _NUMBER_LINK.match(state.src, state.pos, state.posMax)
    if found is None or not found[1].strip() or _is_reference(state, found[1]):
        return False
    if not silent:
        number = _WRAP.sub("", found[1]).strip()
        opening = state.push("link_open", "a", 1)
        opening.markup = NUMBER
        opening.meta = {"start": state.pos, "end": found.end(), "target": number}
        words = state.push("text", "", 0)
        words.content = found[2].strip() if found[2] else number
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def citation(state: StateInline, silent: bool) -> bool:
    """Inline rule: a title and its document number, outside links and headings."""
    if silent or state.src[state.pos] != "《" or state.linkLevel or IN_HEADING in state.env:
        return False
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    opening = state.push("link_open", "a", 1)
    opening.markup = CITATION
    opening.meta = {
        "start": state.pos,
        "end": found.end(),
        "target": _WRAP.sub("", found[2]).replace("\\", "").strip(),
        "title": _WRAP.sub("", found[1]),
    }
    _inside(state, found.end())
    state.push("link_close", "a", -1)
    return True


def _is_reference(state: StateInline, label: str) -> bool:
    """Tell whether the inner brackets are a link by reference: `[[1]]` with a line `[1]: address`."""
    return normalizeReference(label) in state.env.get("references", ())


def _inside(state: StateInline, end: int) -> None:
    """Read the words up to `end` as part of the link, as markdown-it's own link rule does."""
    limit, state.posMax = state.posMax, end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.pos, state.posMax = end, limit
