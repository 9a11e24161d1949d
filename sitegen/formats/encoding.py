"""Bytes of a file in, text out.

Every text of a site is UTF-8. What comes from a Windows editor or an old system is named for what it is,
so that the remedy fits: GBK, UTF-16, damaged bytes, characters that nobody can see.
"""

from __future__ import annotations

import codecs
import re
from itertools import groupby

from sitegen.diagnostics import Fault, Kind, Severity, Span
from sitegen.formats.quoting import code_point

_SAVE_AS_UTF8 = (
    "用记事本打开这个文件，选“文件 → 另存为”，在窗口下方的“编码”里选“UTF-8”，再保存；"
    "WPS、Word 里的文字请先复制到记事本再存。"
)
_ONE_ENCODING = "全站的文件统一用 UTF-8 编码，用别的编码保存，网页上会变成乱码。"

WIDE_ENCODING = Kind(
    id="SG101",
    name="文件是 UTF-16 或 UTF-32 编码",
    message="这个文件是 {encoding} 编码，不是 UTF-8。",
    why=_ONE_ENCODING,
    help=_SAVE_AS_UTF8,
)
GBK_ENCODING = Kind(
    id="SG102",
    name="文件是 GBK 编码",
    message="这个文件是 GBK 编码（旧版 Windows 记事本里叫 ANSI），不是 UTF-8。",
    why=_ONE_ENCODING,
    help=_SAVE_AS_UTF8,
)
NOT_UTF8 = Kind(
    id="SG103",
    name="文件里有损坏的字节",
    message="这里有 UTF-8 里没有的字节（{bytes}），原来的字已经认不出来。",
    why=_ONE_ENCODING,
    help="对照原文把这里的字重新打一遍；如果整个文件都是乱码，请找回原文件，另存为 UTF-8 编码。",
)
NUL_CHARACTER = Kind(
    id="SG104",
    name="文件里有空字符",
    message="这里有空字符（U+0000），文件可能没有传完整，或者不是文本文件。{more}",
    why="文本里不会有空字符，出现空字符说明文件损坏，或者把 Word、PDF 等文件改名成了文本文件。",
    help="重新取得原文件；Word、PDF 文件请作为附件放进文件夹，不要改扩展名。",
)
CONTROL_CHARACTER = Kind(
    id="SG105",
    name="文件里有控制字符",
    message="这里有看不见的控制字符（{character}）。{more}",
    why="控制字符不是文字，多半是从别的系统复制时带进来的，会使网页和检索出错。",
    help="把光标放到这里，删掉这个看不见的字符；删不干净时，把这一行整行删掉重新打。",
)
PRIVATE_CHARACTER = Kind(
    id="SG106",
    name="文件里有自造字",
    message="这里有自造字（{character}），别人的电脑显示不出来。{more}",
    why="自造字用的是 Unicode 私用区的编码，只在装了这套字库的电脑上能显示。",
    help="换成通用的字；人名、地名里的生僻字请用国家标准 GB 18030 里已有的字。",
)
DIRECTION_CHARACTER = Kind(
    id="SG107",
    name="文件里有改变文字方向的字符",
    message="这里有改变文字方向的控制字符（{character}），看到的次序和实际的次序会不一样。{more}",
    why="这种字符能让人看到的内容和实际的内容不一致，中文公文用不到。",
    help="把光标放到这里，删掉这个看不见的字符；删不干净时，把这一行整行删掉重新打。",
)
UNUSUAL_LINE_BREAK = Kind(
    id="SG108",
    name="文件里有特殊的换行符",
    message="这里有特殊的换行符（{character}），看上去是换行，实际上不是。{more}",
    why="特殊换行符多半是从网页或 Word 里复制来的，会使段落和行号错乱。",
    help="删掉这个换行，再按一次回车键。",
)
LOST_CHARACTER = Kind(
    id="SG109",
    name="文件里有丢失的字",
    message="这里有“�”，原来的字在某次转换编码时已经丢失。{more}",
    why="“�”是转换编码失败时留下的记号，印在公文里就是错字。",
    help="对照原文，把“�”改成原来的字。",
)
INVISIBLE_CHARACTER = Kind(
    id="SG110",
    name="文件里有零宽字符",
    message="这里有不占位置的隐形字符（{character}），会使检索和比对失灵。{more}",
    why="零宽字符多半是从网页或聊天软件里复制来的，看上去相同的两段文字会因此不相等。",
    help="把光标放到这里，删掉这个看不见的字符。",
    severity=Severity.WARNING,
)

KINDS: tuple[Kind, ...] = (
    WIDE_ENCODING,
    GBK_ENCODING,
    NOT_UTF8,
    NUL_CHARACTER,
    CONTROL_CHARACTER,
    PRIVATE_CHARACTER,
    DIRECTION_CHARACTER,
    UNUSUAL_LINE_BREAK,
    LOST_CHARACTER,
    INVISIBLE_CHARACTER,
)

_BOMS = (  # the longer ones first: UTF-32-LE begins like UTF-16-LE
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_WITHOUT_BOM = (
    ("utf-32-le", "UTF-32"),
    ("utf-32-be", "UTF-32"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
)
_CLASSES: tuple[tuple[Kind, str], ...] = (
    (NUL_CHARACTER, "\x00"),
    (UNUSUAL_LINE_BREAK, "\x0b\x0c\x85\u2028\u2029"),
    (CONTROL_CHARACTER, "\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufff9-\ufffb"),
    (PRIVATE_CHARACTER, "\ue000-\uf8ff\U000f0000-\U0010ffff"),
    (DIRECTION_CHARACTER, "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"),
    (LOST_CHARACTER, "\ufffd"),
    (INVISIBLE_CHARACTER, "\u200b\u2060\ufeff"),
)
_SUSPECT = re.compile("[" + "".join(members for _, members in _CLASSES) + "]")
_CLASS_OF = tuple((kind, re.compile(f"[{members}]")) for kind, members in _CLASSES)
_USUAL = re.compile("[\t\n\r\x20-\x7e\u2014\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return the text of a file and the faults of its encoding (SG101–SG110).

    A byte order mark is dropped and every line ends with a single line feed. A refused character is
    replaced by U+FFFD, one for one, so that every line and column stays what an editor shows.
    """
    text, fault = _characters(data)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if fault is not None and fault.id == NOT_UTF8.id:
        return _without_suspects(text), (fault,)
    if _SUSPECT.search(text) is None:
        return text, (fault,) if fault else ()
    found = _suspects(text)
    if fault is not None:  # what the wrong encoding lost is no fault of its own
        found = (fault, *(each for each in found if each.id != LOST_CHARACTER.id))
    return _without_suspects(text), found


def _characters(data: bytes) -> tuple[str, Fault | None]:
    wide = _wide(data)
    if wide is not None:
        return wide
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        legacy = _gbk(data)
        if legacy is not None:
            return legacy, GBK_ENCODING.found()
        return data.decode("utf-8", "replace"), _invalid(data, error)


def _wide(data: bytes) -> tuple[str, Fault] | None:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, "replace"), WIDE_ENCODING.found(encoding=name)
    if b"\x00" not in data:
        return None
    for codec, name in _WITHOUT_BOM:
        text = _strictly(data, codec)
        if text and _looks_written(text):
            return text, WIDE_ENCODING.found(encoding=name)
    return None


def _gbk(data: bytes) -> str | None:
    text = _strictly(data, "gb18030")
    return text if text is not None and _looks_written(text) else None


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _looks_written(text: str) -> bool:
    """Tell whether nearly all of `text` is what Chinese officials write: the wrong codec gives rare signs."""
    return len(_USUAL.findall(text)) >= 0.9 * len(text)


def _invalid(data: bytes, error: UnicodeDecodeError) -> Fault:
    before = data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    shown = data[error.start : error.end].hex(" ").upper()
    return NOT_UTF8.found(Span(line, column, line, column + 1), bytes=shown)


def _suspects(text: str) -> tuple[Fault, ...]:
    """Return one fault for each sort of refused character: its first place, and where else it stands."""
    found = [
        (kind, number, place.start() + 1, place[0])
        for number, line in enumerate(text.split("\n"), 1)
        for place in _SUSPECT.finditer(line)
        for kind in [_kind(place[0])]
    ]
    found.sort(key=lambda each: each[0].id)
    return tuple(
        _first(kind, [each[1:] for each in group]) for kind, group in groupby(found, lambda each: each[0])
    )


def _kind(character: str) -> Kind:
    return next(kind for kind, members in _CLASS_OF if members.match(character))


def _first(kind: Kind, places: list[tuple[int, int, str]]) -> Fault:
    line, column, character = places[0]
    span = Span(line, column, line, column + 1)
    return kind.found(
        span, character=code_point(character), more=_elsewhere([place[0] for place in places[1:]])
    )


def _elsewhere(lines: list[int]) -> str:
    if not lines:
        return ""
    named = list(dict.fromkeys(lines))
    shown = "、".join(str(line) for line in named[:5]) + (" 等" if len(named) > 5 else " ")
    return f"另有 {len(lines)} 处，在第 {shown}行。"


def _without_suspects(text: str) -> str:
    return _SUSPECT.sub(lambda found: found[0] if found[0] in "\u200b\u2060\ufeff" else "\ufffd", text)
