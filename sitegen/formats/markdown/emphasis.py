"""`*` and `_` beside Chinese: `**第一条：**为了` is bold.

CommonMark lets a mark open or close only where white space or punctuation stands on the right side of
it; Chinese has no white space and much punctuation. This is a port of the CommonMark CJK-friendly
amendments (github.com/tats-u/markdown-cjk-friendly); without CJK beside the mark nothing changes.
"""

from __future__ import annotations

import unicodedata

from markdown_it.common.utils import isMdAsciiPunct, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from sitegen.formats.markdown.cjk import is_cjk, is_cjk_punctuation


def emphasis(state: StateInline, silent: bool) -> bool:
    """Inline rule: turn a run of `*` or `_` into text tokens and delimiters, to be paired later."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = state.pos + 1
    while end < state.posMax and state.src[end] == marker:
        end += 1
    length = end - state.pos
    before = state.src[state.pos - 1] if state.pos > 0 else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = _flanking(marker, before, after)
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=length,
                token=len(state.tokens) - 1,
                end=-1,
                open=opens,
                close=closes,
            )
        )
    state.pos = end
    return True


def _flanking(marker: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a run between the characters `before` and `after` may open and may close emphasis."""
    space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    if space_before or space_after:
        return not space_after, not space_before
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    if marker == "_":
        return _underscore(before, after, mark_before, mark_after)
    beside_cjk = is_cjk(before) or is_cjk(after)
    return beside_cjk or mark_before or not mark_after, beside_cjk or mark_after or not mark_before


def _underscore(before: str, after: str, mark_before: bool, mark_after: bool) -> tuple[bool, bool]:
    """As CommonMark has it, and also: `_` opens before and closes after a full-width mark among CJK.

    Between letters it stays a letter (`表_2023_汇总`), Chinese ones too.
    """
    opens = mark_before or (is_cjk(before) and is_cjk_punctuation(after))
    closes = mark_after or (is_cjk(after) and is_cjk_punctuation(before))
    return opens, closes


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or unicodedata.category(character)[0] in "PS"
