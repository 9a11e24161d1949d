"""文号 as front matter gives them: nearly always written as they should be, so that looking closer is seldom due."""

from __future__ import annotations

from sitegen.disclosure.document_numbers import normalise_document_number
from sitegen.patterns import expression

WELL_WRITTEN = expression(r"[一-鿿]{2,12}〔[12][0-9]{3}〕[1-9][0-9]{0,4}号\Z")


def number_of(text: str) -> str:
    """Return a 文号 in its normal form; one that is well written is not looked at further."""
    return text if WELL_WRITTEN.match(text) else normalise_document_number(text)
