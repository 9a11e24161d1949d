"""Reads and writes the broken sites beside this file, and makes projects of them."""

from __future__ import annotations

import base64
import codecs
import os
import re
from pathlib import Path
from typing import NamedTuple

from tests.world import sound_file

SITES = Path(__file__).parent
HEADING = re.compile(r"^=== (?P<name>.+?)(?: \((?P<how>[a-z0-9, -]+)\))?\n", re.MULTILINE)
REPORT = re.compile(r"report of (check|build)")
ESCAPE = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")
REPEAT = re.compile(r"«(.+?) × (\d+)»", re.DOTALL)


class Part(NamedTuple):
    """A file of a broken site: its path, its text, and how the text becomes the file."""

    path: str
    text: str
    how: frozenset[str]


class BrokenSite(NamedTuple):
    """A broken site: its files, the command that finds the fault, and what that says."""

    name: str
    parts: tuple[Part, ...]
    command: str
    report: str


def broken_sites() -> list[BrokenSite]:
    """Return all broken sites in the order of their names."""
    return [read(file) for file in sorted(SITES.glob("*.txt"))]


def read(file: Path) -> BrokenSite:
    """Return the broken site that `file` describes."""
    text = file.read_text(encoding="utf-8")
    headings = list(HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    pieces = [
        Part(heading["name"], text[heading.end() : end], frozenset(filter(None, (heading["how"] or "").split(", "))))
        for heading, end in zip(headings, ends, strict=True)
    ]
    command = REPORT.fullmatch(pieces[-1].path)
    assert command, f"{file.name} does not end with a report"
    return BrokenSite(file.stem, tuple(pieces[:-1]), command[1], pieces[-1].text)


def accept(site: BrokenSite, report: str) -> None:
    """Write `report` into the file of `site` as what is expected from now on."""
    file = SITES / f"{site.name}.txt"
    text = file.read_text(encoding="utf-8")
    *_, last = HEADING.finditer(text)
    file.write_text(text[: last.end()] + report, encoding="utf-8", newline="\n")


def lay(site: BrokenSite, folder: Path) -> None:
    """Put the files of `site` over the sound site in `folder`."""
    for part in site.parts:
        file = folder / part.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if "removed" in part.how:
            file.unlink()
        elif "link" in part.how:
            file.symlink_to(part.text.strip())
        elif "pipe" in part.how:
            os.mkfifo(file)
        else:
            file.write_bytes(data_of(part))


def data_of(part: Part) -> bytes:
    """Return the bytes of a file."""
    text = part.text
    if "sound" in part.how:
        return sound_file(part.path)
    if "base64" in part.how:
        return base64.b64decode(text)
    if "repeats" in part.how:
        text = REPEAT.sub(lambda found: found[1] * int(found[2]), text)
    if "unended" in part.how:
        text = text.removesuffix("\n")
    if "crlf" in part.how:
        text = text.replace("\n", "\r\n")
    data = text.encode(next(iter(part.how & {"gbk", "utf-16"}), "utf-8"))
    if "bom" in part.how:
        data = codecs.BOM_UTF8 + data
    return ESCAPE.sub(_escaped, data) if "escapes" in part.how else data


def _escaped(found: re.Match[bytes]) -> bytes:
    byte, character = found.groups()
    return bytes.fromhex(byte.decode()) if byte else chr(int(character, 16)).encode()
