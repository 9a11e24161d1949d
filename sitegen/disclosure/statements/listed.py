"""What lists in decisions and their annexes do to the documents on them."""

import re

from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.findings import DocumentNature, Finding
from sitegen.disclosure.statements.records import ActKind
from sitegen.disclosure.statements.references import References
from sitegen.disclosure.statements.rows import Row, find_rows
from sitegen.disclosure.statements.sections import CHANGES, ENDS, KEEPS, Section, find_sections
from sitegen.patterns import expression

# A row's own result, in a column after its document: the first words, the last, or a cell between.
_WORDS = rf"(?:拟|建议|予以|宣布|决定)*(?P<result>{ENDS}|{KEEPS}|有效|{CHANGES})"
_RESULTS = (
    expression(rf"[|,;:. ()\n]*{_WORDS}(?![的前后期])"),
    re.compile(rf".*(?<=[|号)》,: ]){_WORDS}(?=[|。;,\n )(0-9])", re.DOTALL),
    re.compile(rf".*?{_WORDS}[|,;。 )\n]*$", re.DOTALL),
)
_ENDINGS = (ActKind.REPEAL, ActKind.REPLACE, ActKind.DECLARE_INVALID)
_PROVISIONS = expression(
    r"(?:中的?|的)?((?:第[一二三四五六七八九十百〇零0-9]{1,5}[条款项章节][、和及至]?){1,8})"
)
_LONGEST_REMARK = 120


def listed_documents(
    document: CompactText, references: References, nature: DocumentNature
) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Find what lists do to the documents on them, and the spans that the lists cover."""
    findings: list[Finding] = []
    covered: list[tuple[int, int]] = []
    for section in find_sections(document.text, references, nature):
        rows = [row for row in find_rows(document, references, section) if _is_certain(row, nature)]
        if rows:
            covered.append((section.start, _end(document.text, rows[-1])))
        findings += [finding for row in rows for finding in _finding(document.text, section, row)]
    return findings, covered


def _end(text: str, row: Row) -> int:
    """Where the last row of a list ends, its result included."""
    match = _result_of(text, row)
    return row.document.end + (match.end("result") if match else 0)


def _is_certain(row: Row, nature: DocumentNature) -> bool:
    """A title without quotation marks and number is believed only in a decision made to end others."""
    return row.document.quoted or row.document.number != "" or nature.ends_others


def _finding(text: str, section: Section, row: Row) -> list[Finding]:
    kind = None if section.planned else _result(text, row, section)
    if kind is None:
        return []
    named = row.document
    partial = _PROVISIONS.match(text, named.end) if kind in _ENDINGS else None
    return [
        Finding(
            kind=ActKind.AMEND if partial else kind,
            number=named.number,
            title=named.title,
            start=named.start,
            end=named.end,
            affects=partial[1].rstrip("、") if partial else "",
        )
    ]


def _result(text: str, row: Row, section: Section) -> ActKind | None:
    """Return the row's own result where a table has such a column, else the list's."""
    match = _result_of(text, row)
    if match is None:
        return section.outcome
    result = match["result"]
    if result in CHANGES.split("|"):
        return None
    if result == "有效" or result in KEEPS.split("|"):
        return ActKind.CONTINUE
    return ActKind.DECLARE_INVALID if result == "失效" else ActKind.REPEAL


def _result_of(text: str, row: Row) -> re.Match[str] | None:
    tail = text[row.document.end : min(row.end, row.document.end + _LONGEST_REMARK)]
    return next(filter(None, (pattern.match(tail) for pattern in _RESULTS)), None)
