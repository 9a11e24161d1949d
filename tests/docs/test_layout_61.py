"""docs/layout-61.md: each of R1–R18 with the page of the sample that fulfils it, and what keeps it so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.findings import BY_ID
from tests.docs.pages import read

ROOT = Path(__file__).parent.parent.parent
TABLE_ROW = re.compile(r"^\| (R\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
MANUAL = {"R3"}
"""What lies outside the column and is looked at by people."""


class Line(NamedTuple):
    """A line of the checklist."""

    rule: str
    demand: str
    addresses: tuple[str, ...]
    words: tuple[str, ...]
    guards: str


LINES = [
    Line(rule, demand, tuple(re.findall(r"`([^`]+)`", addresses)), tuple(words.split("；")), guards)
    for rule, demand, addresses, words, guards in TABLE_ROW.findall(read("layout-61.md"))
]


def test_every_rule_has_its_line():
    assert [line.rule for line in LINES] == [f"R{number}" for number in range(1, 19)]
    assert all(line.addresses and line.words for line in LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.rule)
def test_the_pages_are_there_and_say_what_is_promised(line, column):
    for address in line.addresses:
        assert (column / address).is_file(), address
    pages = [address for address in line.addresses if address.endswith(".html")]
    shown = "".join(LexborHTMLParser((column / page).read_text()).css_first("body").text() for page in pages)
    assert [words for words in line.words if words not in shown] == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.rule)
def test_what_keeps_it_so_exists(line):
    ids, tests = re.findall(r"SG\d+", line.guards), TEST.findall(line.guards)
    assert ids or tests or line.rule in MANUAL
    assert [each for each in ids if each not in BY_ID] == []
    for path, function in tests:
        text = (ROOT / path).read_text()
        assert not function or f"def {function}(" in text, f"{path}::{function}"


def test_the_fixed_parts_stand_in_their_order_on_every_list(column):
    parts = ["政策", "政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"]
    for page in ("index.html", "zhengce/xzgfxwj/index.html", "nianbao/index.html", "fugai/index.html"):
        links = LexborHTMLParser((column / page).read_text()).css(".parts ul > li > a:not(li li a)")
        assert [re.sub(r"\s", "", link.text()) for link in links] == parts, page
