"""Texts made to exhaust the parser end, and end soon: each of these took minutes with one rule or another."""

import pytest
from markdown_tables import FOLDER

from sitegen.diagnostics import Severity
from sitegen.formats.markdown import KINDS, convert, fill

SIZE = 20_000
TEXTS = {
    "open brackets": "[" * SIZE,
    "open pictures": "![" * SIZE,
    "open numbers": "[[" * SIZE,
    "nested pictures": "![" * 2000 + "a" + "](x)" * 2000,
    "undefined references": "[a][b]" * SIZE,
    "links without end": "[a](" * SIZE,
    "stars": "**《" * SIZE,
    "titles": "《" * SIZE,
    "titles with brackets": "《a》（" * SIZE,
    "a number without end": "《a》（国发〔2014〕" + " " * SIZE + "x",
    "an order without end": "《a》（令" + " " * SIZE + "x",
    "a bracket without end": "《a》（" + " " * SIZE + "x",
    "comments": "x <!-- " * SIZE,
    "scripts": "<div>\n" + "<script" * SIZE,
    "script blocks": "<script>" * SIZE,
    "quoted attributes": "<div>\n" + "<a '<b \"" * SIZE,
    "attributes": "<table>\n<td " + "a " * SIZE + "x" * SIZE,
    "open tags": "x" + "<u>" * SIZE,
    "quotations": ">" * SIZE,
    "lists": "- " * SIZE,
    "one paragraph of many lines": "中\n" * SIZE,
    "paragraphs run together": "：\n　　" * SIZE,
    "numerals": "第" + "一" * SIZE,
    "spaces in an article": "第" + " " * SIZE + "x",
    "equal headings": "## 标题\n\n" * 2000,
    "footnotes": "[^a]" * SIZE + "\n\n[^a]: x",
    "a wide table": "|" + "a|" * 5000 + "\n|" + "-|" * 5000,
    "bars in a cell": "|a|\n|-|\n|" + "\\|" * SIZE + "|",
    "links on many lines": "[a](b)\n" * 5000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text(text):
    result = convert(text)
    fill(result.html, [None] * len(result.links))


def test_each_kind_has_a_case():
    table = (FOLDER / "faults.txt").read_text(encoding="utf-8")
    assert [kind.id for kind in KINDS if kind.id not in table] == []


def test_each_kind_has_its_own_number_in_our_range():
    ids = [kind.id for kind in KINDS]
    assert len(ids) == len(set(ids))
    assert all("SG210" <= number <= "SG239" for number in ids)


def test_only_what_would_mislead_a_reader_stops_a_build():
    errors = {kind.id for kind in KINDS if kind.severity is Severity.ERROR}
    assert errors == {"SG210", "SG211", "SG212", "SG216", "SG217", "SG219", "SG223", "SG232"}
