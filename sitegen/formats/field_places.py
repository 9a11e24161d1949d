"""Addresses on the net and paths of files as values of fields. Both are refused when in doubt."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import msgspec

from sitegen.diagnostics import Fault, Span
from sitegen.formats import field_kinds as kinds
from sitegen.formats.field_values import half_width, text_of
from sitegen.formats.nodes import Node
from sitegen.formats.quoting import shown

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"(?!-)[\w-]+(?:\.[\w-]+)+\.?|localhost|\[[0-9a-fA-F:.]+\]")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"'`{}|\\^\x00-\x1f\x7f，。；：（）“”／]")
_BARE_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/:?#].*)?")
_DRIVE = re.compile(r"[A-Za-z]:")
_NOT_IN_PATH = re.compile(r"[\\<>:\"|?*\x00-\x1f\x7f]|%[0-9A-Fa-f]{2}")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_LONGEST_PATH = 200


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """An address of a page (http, https) or a mailbox (mailto)."""

    def convert(self, node: Node) -> tuple[str | None, tuple[Fault, ...]]:
        """Return the address as it was written."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        fault = _address_fault(text, node.span)
        return (None, (fault,)) if fault else (text, ())


class SafePath(msgspec.Struct, frozen=True, kw_only=True):
    """A path of a file below a folder of the site, with slashes. `advice` says what to write, in Chinese."""

    advice: str = "把文件放进这份文件自己的文件夹，只写文件名，例如：fujian1.pdf"

    def convert(self, node: Node) -> tuple[str | None, tuple[Fault, ...]]:
        """Return the path: relative, never upwards, the same on every system."""
        text, faults = text_of(node)
        if not text:
            return None, faults
        fault = _path_fault(text, node.span, self.advice)
        return (None, (fault,)) if fault else (text, ())


def _address_fault(text: str, span: Span) -> Fault | None:
    scheme = _SCHEME.match(half_width(text))
    if scheme is None or (_BARE_HOST.fullmatch(text) and "." in scheme[1]):
        return kinds.ADDRESS_FORM.found(span, text=shown(text, 60), advice=_with_scheme(text))
    if scheme[1].lower() not in ("http", "https", "mailto"):
        return kinds.ADDRESS_SCHEME.found(span, text=shown(text, 60))
    if odd := _NOT_IN_ADDRESS.search(text):
        advice = f"网址里不能有“{shown(odd[0])}”，从浏览器的地址栏里把网址重新复制一遍。"
        return kinds.ADDRESS_FORM.found(span, text=shown(text, 60), advice=advice)
    if scheme[1].lower() == "mailto":
        return None if _MAIL.fullmatch(text[7:]) else _incomplete(text, span, "写成：mailto:名称@域名")
    return None if _has_host(text) else _incomplete(text, span, "写全网址，例如：https://www.example.gov.cn/")


def _incomplete(text: str, span: Span, advice: str) -> Fault:
    return kinds.ADDRESS_FORM.found(span, text=shown(text, 60), advice=advice)


def _has_host(text: str) -> bool:
    """Tell whether `text` names a host and nothing that hides another one (`https://gov.cn@evil`)."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.netloc.rsplit(":", 1)[0] if port is not None else parts.netloc
    return "@" not in parts.netloc and _HOST.fullmatch(host) is not None


def _with_scheme(text: str) -> str:
    if _MAIL.fullmatch(text):
        return f"邮箱前面加上 mailto:，写成：mailto:{text}"
    if _BARE_HOST.fullmatch(text):
        return f"前面加上 https:// 或 http://，写成：https://{shown(text, 60)}"
    return "写全网址，例如：https://www.example.gov.cn/"


def _path_fault(text: str, span: Span, advice: str) -> Fault | None:
    if text.startswith(("/", "\\", "~")) or _DRIVE.match(text):
        return kinds.ABSOLUTE_PATH.found(span, text=shown(text, 60), advice=advice)
    segments = text.split("/")
    if ".." in re.split(r"[/\\]", text):
        return kinds.UPWARD_PATH.found(span, text=shown(text, 60), advice=advice)
    if odd := _NOT_IN_PATH.search(text):
        remedy = "反斜线改成斜线“/”。" if odd[0] == "\\" else "文件名里只用字母、数字、减号和点。"
        return kinds.PATH_CHARACTER.found(span, text=shown(text, 60), found=shown(odd[0]), advice=remedy)
    reason = _odd_segment(segments)
    if not reason and len(text) > _LONGEST_PATH:
        reason = f"超过 {_LONGEST_PATH} 个字"
    if not reason:
        return None
    return kinds.PATH_FORM.found(span, text=shown(text, 60), reason=reason, advice=advice)


def _odd_segment(segments: list[str]) -> str:
    """Return why a segment cannot name a file or folder, or nothing."""
    if "" in segments:
        return "斜线“/”前后都要有名称"
    if "." in segments:
        return "不要写“./”，直接写名称"
    if any(segment != segment.strip() or segment.endswith(".") for segment in segments):
        return "名称的前后不能有空格，末尾不能是点"
    if reserved := next((segment for segment in segments if _RESERVED.fullmatch(segment)), None):
        return f"“{reserved}”是 Windows 保留的名称"
    return ""
