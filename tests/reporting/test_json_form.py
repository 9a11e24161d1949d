"""The report as JSON."""

import json

from sitegen.diagnostics import Diagnostic, Place, Severity, Span
from sitegen.reporting.json_form import render

FOUND = Diagnostic(
    id="SG144",
    severity=Severity.ERROR,
    path="content/a.md",
    span=Span(3, 1, 3, 4),
    message="“标题”写了两次。",
    why="规定如此。",
    help="删掉一行。",
    related=(Place(path="content/a.md", span=Span(1, 1, 1, 3), note="前一次"), Place(path="content/b.md")),
)
NOWHERE = {"line": None, "column": None, "end_line": None, "end_column": None}


def test_every_part_is_there():
    assert json.loads(render([FOUND])) == [
        {
            "id": "SG144",
            "severity": "error",
            "path": "content/a.md",
            "line": 3,
            "column": 1,
            "end_line": 3,
            "end_column": 4,
            "message": "“标题”写了两次。",
            "why": "规定如此。",
            "help": "删掉一行。",
            "related": [
                {
                    "path": "content/a.md",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 3,
                    "note": "前一次",
                },
                {
                    "path": "content/b.md",
                    "line": None,
                    "column": None,
                    "end_line": None,
                    "end_column": None,
                    "note": "",
                },
            ],
        }
    ]


def test_chinese_stays_readable_and_the_text_ends_with_a_line_feed():
    text = render([FOUND])
    assert "删掉一行。" in text
    assert text.endswith("]\n")


def test_nothing_found_is_an_empty_array():
    assert render([]) == "[]\n"


def test_the_order_is_that_of_every_report():
    whole = Diagnostic(
        id="SG130", severity=Severity.WARNING, path="content/a.md", span=None, message="", why="", help=""
    )
    assert [each["id"] for each in json.loads(render([FOUND, whole, FOUND]))] == ["SG130", "SG144"]
    assert json.loads(render([whole]))[0]["line"] is None


def test_a_name_that_is_no_text_does_not_break_the_report():
    odd = Diagnostic(
        id="SG101", severity=Severity.ERROR, path="content/\udcff.md", span=None, message="", why="", help=""
    )
    assert json.loads(render([odd]))[0]["path"] == "content/?.md"
