"""Ticks and boxes that are letters of a symbol font: Word shows ☑, the file says R in Wingdings 2."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x74: "◆", 0x75: "◆", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "■",
    0xA8: "□", 0xD8: "▶", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0x9A: "○", 0xA2: "■",
    0xA3: "□", 0xAE: "◆",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = 0xF000


def is_symbol_font(font: str) -> bool:
    """Tell whether the letters of a font are pictures."""
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """Return the sign that a font shows for a character, by its number; the character itself where that is unknown."""
    within = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    return _FONTS.get(font.lower(), {}).get(within, chr(code))


def without_private(text: str) -> str:
    """Return `text` with the signs that came from Wingdings without word of their font: the usual ticks and boxes."""
    return "".join(_plain(sign) if "\uf000" <= sign <= "\uf0ff" else sign for sign in text)


def _plain(sign: str) -> str:
    within = ord(sign) - _PRIVATE
    return _WINGDINGS.get(within) or _WINGDINGS_2.get(within) or sign
