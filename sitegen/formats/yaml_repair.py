"""Mends what is clear in a faulty YAML text and cuts out what is not, so that the rest can still be read."""

from __future__ import annotations

import re

from sitegen.diagnostics import Fault, Span
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats.quoting import shown
from sitegen.formats.yaml_text import (
    Meant,
    full_width_entry,
    indentation,
    is_entry,
    is_structure,
    unspaced_entry,
)

_BLOCK_TEXT = re.compile(r"(?:.*:|\s*-)\s+[|>][-+\d]*\s*(?:#.*)?$")
_OPENS = re.compile(r".*:\s*(?:#.*)?$")
_KEY = re.compile(r"[\"'“]?([^\s:：\"'“”#-][^:：\"'“”]{0,40}?)[\"'”]?\s*[:：]")


class Damage:
    """A faulty text while it is being mended, line by line. Lines and columns in here count from 0."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines = lines
        self.first_line = first_line
        self.faults: list[Fault] = []
        self.shifts: dict[int, int] = {}
        self.removed: list[tuple[str, Span]] = []
        self._faulty: set[int] = set()

    def report(self, line: int, fault: Fault) -> None:
        """Note a fault of `line`."""
        self.faults.append(fault)
        self._faulty.add(line)

    def cut(self, line: int, fault: Fault) -> None:
        """Take out the outermost entry that holds `line`; a fault below one already reported is an echo."""
        start, end = self._entry(line)
        if not self._faulty.intersection(range(start, line + 1)):
            self.report(line, fault)
        if key := _KEY.match(self.lines[start]):
            self.removed.append((key[1], self.span(start, key.start(1), key.end(1))))
        self.lines[start:end] = [""] * (end - start)

    def span(self, line: int, start: int, end: int) -> Span:
        """Return a span of one line, as editors count."""
        number = line + self.first_line
        return Span(number, start + 1, number, end + 1)

    def _entry(self, line: int) -> tuple[int, int]:
        is_list = all(text[0] in "- \t#" for text in self.lines if text.strip())
        start, end = line, line + 1
        while start > 0 and not _begins_entry(self.lines[start], is_list):
            start -= 1
        while end < len(self.lines) and not _begins_entry(self.lines[end], is_list):
            end += 1
        return start, end


def _begins_entry(text: str, is_list: bool) -> bool:
    if not text or text[0] in " \t#":
        return False
    return is_list or not text.startswith(("- ", "]", "}"))


def mend(damage: Damage) -> None:
    """Report and mend tabs before a line, Chinese colons and colons without a space."""
    levels = [0]
    block: int | None = None
    for number, line in enumerate(damage.lines):
        if not line.strip():
            continue
        indent = indentation(line)
        if block is not None and indent > block:
            continue
        if line[:indent].strip(" "):
            _indentation(damage, number, indent)
        line = damage.lines[number]
        block = indent if _BLOCK_TEXT.match(line) else None
        levels = [level for level in levels if level <= indent]
        if indent in levels:
            _colon(damage, number)
        if _OPENS.match(damage.lines[number]):
            levels.append(_indent_below(damage.lines, number))
        if inner := _after_dash(damage.lines[number]):
            levels.append(inner)


def _indentation(damage: Damage, number: int, indent: int) -> None:
    line = damage.lines[number]
    kind = kinds.TAB if "\t" in line[:indent] else kinds.FULL_WIDTH_SPACE
    if kind is kinds.FULL_WIDTH_SPACE and not is_structure(line[indent:]):
        return
    first = indent - len(line[:indent].lstrip(" "))
    damage.report(number, kind.found(damage.span(number, first, indent)))
    damage.lines[number] = " " * indent + line[indent:]


def _colon(damage: Damage, number: int) -> None:
    line = damage.lines[number]
    if meant := full_width_entry(line):
        kind = kinds.FULL_WIDTH_COLON
    elif meant := unspaced_entry(line):
        kind = kinds.NO_SPACE_AFTER_COLON
    else:
        return
    span = damage.span(number, meant.colon, meant.colon + 1)
    damage.report(
        number, kind.found(span, key=shown(meant.key), line=shown(f"{meant.key}: {meant.value}".strip(), 60))
    )
    _write_colon(damage, number, meant)


def _write_colon(damage: Damage, number: int, meant: Meant) -> None:
    line = damage.lines[number]
    behind = line[meant.colon + 1 :]
    if behind and behind[0] in "\u3000\xa0":
        behind = " " + behind[1:]
    elif behind and behind[0] != " ":
        damage.shifts[number] = meant.colon
        behind = " " + behind
    damage.lines[number] = f"{line[: meant.colon]}:{behind}"


def _indent_below(lines: list[str], number: int) -> int:
    below = number + 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    return indentation(lines[below]) if below < len(lines) else 0


def _after_dash(line: str) -> int:
    found = re.match(r"\s*(?:-\s+)+", line)
    return found.end() if found and is_entry(line) else 0
