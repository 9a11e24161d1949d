"""文号 as people type them into a search: 国办函2019 61, 青政规[2023]4, 青政规 2023-4号."""

from __future__ import annotations

from sitegen.disclosure.compact_text import translate
from sitegen.disclosure.document_numbers import DocumentNumber, parse_document_number
from sitegen.patterns import expression

# After `translate` there are only half-width brackets and dashes.
_TYPED = expression(
    r"(?P<prefix>[^\d\s]*[一-鿿)])[\s〔〕()_-]*(?P<year>(?:19|20)\d\d)(?:[\s〔〕()_-]|年|第)+0*(?P<serial>[1-9]\d{0,4})号?"
)
_SPACES = expression(r"\s+")


def typed_number(text: str) -> DocumentNumber | None:
    """Return the parts of a 文号 that somebody typed, however loosely; None where the text is none."""
    parsed = parse_document_number(text)
    if parsed is not None:
        return parsed
    found = _TYPED.fullmatch(translate(text).strip())
    if found is None:
        return None
    prefix = _SPACES.sub("", found["prefix"]).replace("(", "（").replace(")", "）")
    return DocumentNumber(prefix=prefix, year=int(found["year"]), serial=int(found["serial"]))
