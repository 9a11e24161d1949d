"""How officials write YAML by hand: what a line of text was probably meant to be."""

from __future__ import annotations

import re

import msgspec

_QUOTES = "“”‘’＂＇\"'"
_NAME = r"[\w“”\"'（）()、·《》〈〉-]{1,30}?"
_DASHES = r"(?:-[ \t]+)*"
_FULL_WIDTH = re.compile(rf"([ \t]*{_DASHES})({_NAME})[ \t]*：[ \t]*(.*)")
_NO_SPACE = re.compile(rf"([ \t]*{_DASHES})({_NAME}):(?![ \t/])(.*)")
_PROPER = re.compile(r"[ \t]*(?:-[ \t]+)*[^\s#\-][^#]*?:(?:[ \t]|$)")
_SPACES = " \t\u3000\xa0"
_CHINESE = re.compile("[\u4e00-\u9fff]")


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """A line that was meant as `key: value`; `colon` is the column (from 0) of its colon."""

    key: str
    value: str
    colon: int


class QuoteTrouble(msgspec.Struct, frozen=True, kw_only=True):
    """Chinese quotes that were meant to quote; `meant` is the text without them."""

    meant: str
    advice: str


def is_entry(line: str) -> bool:
    """Tell whether `line` is written as `key: value` or `key:`."""
    return _PROPER.match(line) is not None


def is_structure(line: str) -> bool:
    """Tell whether `line` is, or was meant as, an entry or a list item."""
    return line.startswith("- ") or is_entry(line) or full_width_entry(line) is not None


def indentation(line: str) -> int:
    """Return how many characters of white space of any sort `line` begins with."""
    return len(line) - len(line.lstrip(_SPACES))


def in_quotes(value: str) -> str:
    """Return `value` written as a quoted YAML scalar."""
    return f'"{value}"' if '"' not in value else "'" + value.replace("'", "''") + "'"


def full_width_entry(line: str) -> Meant | None:
    """Return what `标题：…` was meant to say."""
    found = _FULL_WIDTH.match(line)
    return _meant(found) if found and not is_entry(line) else None


def unspaced_entry(line: str) -> Meant | None:
    """Return what `标题:…` was meant to say. Times (`- 12:30`) and addresses are left alone."""
    found = _NO_SPACE.match(line)
    if found is None or is_entry(line):
        return None
    listed = "-" in found[1]
    wanted = _CHINESE.search(found[2]) if listed else re.search(r"[^\W\d]", found[2])
    return _meant(found) if wanted else None


def _meant(found: re.Match[str]) -> Meant:
    return Meant(key=bare_key(found[2]), value=found[3].strip(), colon=found.end(2) + _gap(found))


def _gap(found: re.Match[str]) -> int:
    behind = found.string[found.end(2) :]
    return len(behind) - len(behind.lstrip(" \t"))


def bare_key(text: str) -> str:
    """Return a key without Chinese quotes around it."""
    if len(text) > 2 and text[0] in "“‘＂＇" and text[-1] in "”’＂＇":
        return text[1:-1]
    return text


def begins_unspaced_item(text: str) -> bool:
    """Tell whether `text` begins like `-甲`, which was meant as `- 甲`; `-5` and `---` were not."""
    return text[:1] == "-" and text[1:2].isalpha()


def list_line(lines: list[str]) -> int | None:
    """Return which of the lines of a value (from the second on) was meant as a list item."""
    return next((place for place, line in enumerate(lines[1:], 1) if line.lstrip().startswith("- ")), None)


def quote_trouble(text: str, rest_of_line: str) -> QuoteTrouble | None:
    """Tell whether the Chinese quotes of a plain value were meant as the quotes of YAML.

    They were where YAML cut the value inside them (`rest_of_line` holds the other half), where the other
    half is an English quote, and where they enclose something without a Chinese character, such as a
    date. Otherwise they belong to the text: “十四五”规划.
    """
    if text.count("“") > text.count("”") and "”" in rest_of_line:
        advice = "内容在英文的 #、逗号或括号那里被截断了；给整个值加上英文引号，里面的中文引号保留。"
        return QuoteTrouble(meant=text, advice=advice)
    if text[0] not in "“‘＂＇" or len(text) < 2:
        return None
    inner = text[1:-1]
    if text[-1] in "\"'" and text[-1] not in inner:
        return QuoteTrouble(meant=inner, advice=f'两边改成一样的英文引号："{inner}"')
    if text[-1] in "”’＂＇" and inner.strip() and inner.isascii():
        return QuoteTrouble(meant=inner.strip(), advice=f"去掉引号，直接写：{inner.strip()}")
    return None
