"""What a search should find, said in the plainest way: every text is read and looked at. No code of the program.

Texts are those of the built pages; everything else of a record comes from its JSON.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import opencc
from pypinyin import Style, pinyin

BLOCKS = "p|li|ul|ol|tr|td|th|h[1-6]|blockquote|div|pre|caption|figcaption|br|table|section|dd|dt"
TEXT = re.compile(
    r'<div class="?(?:gw|prose text)"?>(.*?)(?=<section class="?(?:after|block)|<div class="?proof|<aside|</main>)',
    re.DOTALL,
)
EXTRA = re.compile(r'<section [^>]*class="?extra"?.*?</section>', re.DOTALL)
UNREAD = re.compile(
    r'<p class="?note"?>.*?</p>|<sup.*?</sup>|<a class="?anchor"?.*?</a>'
    r'|<h[23] class="?(?:sec|gap)"?.*?</h[23]>|<dt>.*?</dt>',
    re.DOTALL,
)
MADE = re.compile(r"<dd><(?:time|ul).*?</dd>|<dd>\d+年\d+月\d+日</dd>", re.S)
"""Dates and links that the program wrote into a page, not an editor."""
ENDED = ("repealed", "lapsed")
CONVERT = opencc.OpenCC("t2s").convert
NAMES = ("title", "index_number", "document_number", "registry_number", "publisher", "summary")
LISTS = ("issuing_bodies", "keywords")


class Record(NamedTuple):
    path: str
    title: str
    number: str
    lines: tuple[str, ...]
    state: str
    kind: str
    body: str
    year: str
    domains: frozenset[str]


@cache
def simple(sign: str) -> str:
    """Return a character as it is compared; nothing for blanks, brackets, quotation marks and dashes."""
    category = unicodedata.category(sign)
    if category[0] in "ZCM" or category in ("Ps", "Pe", "Pi", "Pf", "Pd", "Pc") or sign in "\"'`·•‧":
        return ""
    made = CONVERT(sign)
    return made if len(made) == 1 else sign


def fold(text: str) -> str:
    return "".join(map(simple, unicodedata.normalize("NFKC", text).lower()))


def lines_of(page: str) -> list[str]:
    """Return the lines of the text of a page, and of what a meeting or a consultation shows beside it."""
    pieces = [
        *(found[1] for found in TEXT.finditer(page)),
        *(MADE.sub("", found[0]) for found in EXTRA.finditer(page)),
    ]
    text = re.sub(rf"</?(?:{BLOCKS})(?=[ >/])[^>]*>", "\n", UNREAD.sub("\n", "\n".join(pieces)))
    return html.unescape(re.sub(r"<[^>]*>", "", text)).split("\n")


def read_records(build: Path) -> list[Record]:
    """Return every published record of a build."""
    shown = json.loads((build / "data" / "titles.js").read_text("utf-8").partition(" = ")[2].rstrip(";\n"))
    return [_record(build, row, shown) for row in shown["rows"]]


def _record(build: Path, row: list, shown: dict) -> Record:
    path = row[1].removesuffix(".html")
    data = json.loads((build / f"{path}.json").read_text("utf-8"))
    short = shown["bodies"][row[4]]
    names = [data.get(name, "") for name in NAMES] + [item for name in LISTS for item in data.get(name, ())]
    files = [item.get("title", item.get("name", "")) for item in data.get("attachments", ())]
    lines = [*names, short, *files, *lines_of((build / row[1]).read_text("utf-8"))]
    return Record(
        path=path,
        title=fold(data["title"]),
        number=data.get("document_number", ""),
        lines=tuple(filter(None, map(fold, lines))),
        state=data.get("state", "") if row[5] >= 0 else "",
        kind=data["kind_title"],
        body=short,
        year=data["published_at"][:4],
        domains=frozenset(code.partition("/")[0] for code in data.get("catalogue_items", ())),
    )


def words_of(query: str) -> list[str]:
    """Return the words of a query, without commas and stops at their ends."""
    return list(filter(None, (fold(word).strip(",.;:!?、。") for word in query.split())))


def number_in(query: str) -> tuple[str, str, str] | None:
    """Return letters, year and serial, where a query looks like a number."""
    plain = re.sub(r"[第号\s]", " ", unicodedata.normalize("NFKC", query)).strip()
    found = re.fullmatch(r"(\D+?)((?:19|20)\d\d)(?:[^\d\u4e00-\u9fff]*(\d+))?[^\d\u4e00-\u9fff]*", plain)
    return (
        (fold(found[1]), found[2], str(int(found[3])) if found[3] else "")
        if found and fold(found[1])
        else None
    )


def find(query: str, records: list[Record]) -> list[Record]:
    """Return what a query finds, ended documents too."""
    wanted = number_in(query)
    if wanted is not None:
        letters, year, serial = wanted
        own = [each for each in records if _bears(each, letters, year, serial)]
        phrase = f"{letters}{year}{serial}{'号' if serial else ''}"
        hits = [each for each in records if each in own or _holds(each, phrase)]
        if hits and (serial or own):
            return hits
    words = words_of(query)
    if not words:
        return []
    hits = [each for each in records if all(_holds(each, word) for word in words)]
    letters = "".join(words)
    if hits or not re.fullmatch(r"[a-z]{2,}", letters):
        return hits
    return [each for each in records if _sounds(each.title, letters)]


def narrowed(hits: list[Record], filters: dict[str, str]) -> list[Record]:
    """Return the hits that fit the filters of the search page's address (s, k, b, y, d)."""
    return [each for each in hits if _fits(each, filters)]


def _fits(record: Record, filters: dict[str, str]) -> bool:
    state = filters.get("s", "")
    if state == "all" or (record.state == state if state else record.state not in ENDED):
        values = {"k": {record.kind}, "b": {record.body}, "y": {record.year}, "d": record.domains}
        return all(filters[name] in values[name] for name in values if name in filters)
    return False


def _holds(record: Record, word: str) -> bool:
    return any(word in line for line in record.lines)


def _bears(record: Record, letters: str, year: str, serial: str) -> bool:
    has = number_in(record.number) if record.number else None
    return has is not None and letters in has[0] and year == has[1] and serial in ("", has[2])


@cache
def _readings(sign: str) -> frozenset[str]:
    found = pinyin(sign, style=Style.NORMAL, heteronym=True)[0]
    return frozenset(unicodedata.normalize("NFD", sound)[0] for sound in found if sound) | {sign}


def _sounds(title: str, letters: str) -> bool:
    starts = range(len(title) - len(letters) + 1)
    return any(all(letter in _readings(title[at + n]) for n, letter in enumerate(letters)) for at in starts)
