"""Which characters are Chinese, Japanese or Korean, for the two rules that CommonMark lacks."""

from __future__ import annotations

from sitegen.patterns import expression

# East Asian Width W, F or H without emoji, plus the Hangul script: the definition of the CommonMark
# CJK-friendly amendments (github.com/tats-u/markdown-cjk-friendly, specification.md, section 2.1).
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb\uffa0-\uffdc"
_HAN_AND_KANA = (
    "\u2329\u232a\u2e80-\u303e\u3041-\u3130\u3190-\u31e5\u31ef-\ua4c6\uf900-\ufaff\ufe10-\ufe19"
    "\ufe30-\ufe6b\uff01-\uff9f\uffe0-\uffee\U00016fe0-\U0001b2fb\U0001f200\U00020000-\U0003fffd"
)
_VARIATION = "\U000e0100-\U000e01ef"
_PUNCTUATION = (
    "\u2329\u232a\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff0f"
)
_WIDE_PUNCTUATION = f"{_PUNCTUATION}\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
# Quotation marks, dashes and dots that Chinese shares with other scripts (East Asian Width: ambiguous).
_SHARED_PUNCTUATION = "‘’“”—…·"

_CJK = expression(f"[{_HANGUL}{_HAN_AND_KANA}{_VARIATION}]")
_NO_SPACE_BESIDE = expression(f"[{_HAN_AND_KANA}{_VARIATION}{_SHARED_PUNCTUATION}]")
_FULL_WIDTH_MARK = expression(f"[{_WIDE_PUNCTUATION}]")
_LETTER = expression(f"[{_HAN_AND_KANA}]")


def is_cjk(character: str) -> bool:
    """Tell whether `character` counts as CJK beside an emphasis mark."""
    return character > "\u10ff" and _CJK.match(character) is not None


def is_cjk_punctuation(character: str) -> bool:
    """Tell whether `character` is a full-width punctuation mark."""
    return character > "\u10ff" and _FULL_WIDTH_MARK.match(character) is not None


def joins(before: str, after: str) -> bool:
    """Tell whether a line break between these two characters is no space for the reader.

    It is none between two Chinese characters or marks, nor beside a full-width mark, which carries
    its own space (CSS Text 4, segment break transformation). Korean keeps its spaces.
    """
    if _FULL_WIDTH_MARK.match(before) or _FULL_WIDTH_MARK.match(after):
        return True
    if not (_NO_SPACE_BESIDE.match(before) and _NO_SPACE_BESIDE.match(after)):
        return False
    return _LETTER.match(before) is not None or _LETTER.match(after) is not None
