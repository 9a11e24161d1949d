"""The entries of docs/diagnostics.md: one for each kind of finding, with a wrong and a right example.

The lines between a heading and the wrong example are made from the kind, in the words that the wrong example
brings about. See docs/contributing.md for what the words behind the fences mean.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.reporting.text import WORDS
from tests.docs.pages import escaped

PAGE = "diagnostics.md"
FENCED = r"(?P<marks>`{3,})[^\n]*\n(?:.*\n)*? *(?P=marks)\n"
ENTRY = re.compile(rf"^### (?P<id>SG\d{{3}})(?P<name>.*)\n(?P<rest>(?:{FENCED}|(?!##).*\n)*)", re.MULTILINE)
LONGEST = 240
"""Characters of a remedy that names more than one wants to read here: all templates, all fields."""
WRONG, RIGHT = "错误写法", "正确写法"
PARTS = re.compile(rf"(?P<made>.*?)^(?P<wrong>{WRONG}.*?)^(?P<right>{RIGHT}.*)", re.DOTALL | re.MULTILINE)
FENCE = re.compile(
    r"^(?P<indent> *)(?P<marks>`{3,})(?P<label>[^\n`]*)\n(?P<text>.*?)^ *(?P=marks)$",
    re.DOTALL | re.MULTILINE,
)


class Piece(NamedTuple):
    """A fenced example: what it is an example of, and its text."""

    label: str
    text: str


class Entry(NamedTuple):
    """What the page says of one kind. `made` are the lines that the program knows better."""

    id: str
    heading: str
    made: str
    wrong: tuple[Piece, ...]
    right: tuple[Piece, ...]


def entries(page: str) -> list[Entry]:
    """Return the entries in the page's order."""
    return [_entry(found) for found in ENTRY.finditer(page)]


def _entry(found: re.Match[str]) -> Entry:
    parts = PARTS.match(found["rest"])
    assert parts, f"{found['id']} needs “{WRONG}” and below it “{RIGHT}”"
    heading = f"{found['id']}{found['name']}"
    return Entry(found["id"], heading, parts["made"], pieces(parts["wrong"]), pieces(parts["right"]))


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the fenced examples of a text."""
    return tuple(Piece(found["label"].strip(), dedent(found["text"])) for found in FENCE.finditer(text))


def with_made(page: str, told: dict[str, tuple[str, str]]) -> str:
    """Return the page with the heading and the made lines of each entry in `told` replaced."""

    def renewed(found: re.Match[str]) -> str:
        if found["id"] not in told:
            return found[0]
        parts = PARTS.match(found["rest"])
        assert parts
        heading, made = told[found["id"]]
        return f"### {heading}\n{made}{found['rest'][len(parts['made']) :]}"

    return ENTRY.sub(renewed, page)


def heading_of(kind: Kind) -> str:
    """Return the heading of the entry of `kind`."""
    return f"{kind.id} {kind.name}"


def made_of(kind: Kind, told: Diagnostic | None) -> str:
    """Return the made lines: in the words of `told`, or with …… where the values of an example would stand."""
    message, help = (told.message, told.help) if told else (_general(kind.message), _general(kind.help))
    if len(help) > LONGEST:
        help = _general(kind.help)
    weight = "，不改好不能生成网页" if kind.severity is Severity.ERROR else "，不妨碍生成网页"
    lines = [
        f"- 级别：{WORDS[kind.severity]}{weight}",
        f"- 提示：{escaped(message)}",
        f"- 为什么：{escaped(kind.why)}",
        f"- 怎么改：{escaped(help.strip())}",
    ]
    return "\n" + "\n".join(line for line in lines if line != "- 怎么改：……") + "\n\n"


def _general(template: str) -> str:
    return re.sub(r"(?:(?<!\{)\{\w+\}(?!\}))+", "……", template).replace("{{", "{").replace("}}", "}")
