"""Rules of one file's text: they see no other file, run in the worker processes, and are remembered with the file.

A family is a module with functions (`Manuscript`, `Standards`) → faults, its `Kind`s beside them: one line here, and
one in `findings.py`. Its limits and word lists are a record in `model/standards.py`, read from a file of `catalogs/`.
"""

from __future__ import annotations

from sitegen.inspection import guide, order_text, privacy
from sitegen.inspection.accessibility import heads_of_tables, pictures_and_links, words_beside_pictures
from sitegen.inspection.annual_text import annual_text
from sitegen.inspection.manuscript import Manuscript, Rule
from sitegen.inspection.numbering import numbering
from sitegen.inspection.outside_links import outside_links
from sitegen.inspection.service_guides import in_service_guide
from sitegen.inspection.signs import signs
from sitegen.inspection.wording import placeholders, publication_note, wrong_words
from sitegen.inspection.yearly_figures import in_annual_report, in_finance

RULES: tuple[Rule, ...] = (
    privacy.in_manuscript,
    guide.in_guide,
    in_service_guide,
    order_text.order_in_rule,
    placeholders,
    publication_note,
    wrong_words,
    signs,
    numbering,
    pictures_and_links,
    outside_links,
    heads_of_tables,
    words_beside_pictures,
    in_annual_report,
    annual_text,
    in_finance,
)
"""All rules, in the order in which they run."""

__all__ = ["RULES", "Manuscript", "Rule"]
