"""What a record takes from its own text: an excerpt, places, links, and what is read out of it."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.disclosure.likeness import clauses_of
from sitegen.disclosure.report_sections import PROBLEMS, part_of
from sitegen.disclosure.request_table import request_table
from sitegen.disclosure.rewrites import rewrites_in
from sitegen.formats.markdown import Markdown
from sitegen.model.records import Document, Interpretation, Record
from sitegen.model.values import Link

ANNUAL_REPORT = "annual_report"
EXCERPT = 120
"""Characters of the body that stand for a summary where none is written."""


def attributes_of(record: type[Record], body: Markdown, values: Mapping[str, object]) -> dict[str, object]:
    """Return the attributes that a body gives to a record of that type; `values` are those of its front matter."""
    links = tuple(
        Link(form=link.form, target=link.target, fragment=link.fragment, text=link.text, span=link.span)
        for link in body.links
    )
    excerpt = "" if values.get("summary") else " ".join(body.plain[: EXCERPT * 2].split())[:EXCERPT]
    found: dict[str, object] = {"excerpt": excerpt, "anchors": body.anchors, "links": links}
    if values.get("kind") == ANNUAL_REPORT:
        table = request_table(body.plain)
        found["requests"] = table.totals() if table is not None else None
        found["problem_clauses"] = clauses_of(part_of(body.plain, PROBLEMS))
    if values.get("amends"):
        found["rewrites"] = rewrites_in(body.plain)
    if record in (Document, Interpretation):
        found["clauses"] = clauses_of(body.plain)
    return found
