"""What a document does to others: found in clauses, lists and the title, then dated and freed of repetitions."""

from datetime import date

import msgspec

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.statements.amendments import changing_clauses
from sitegen.disclosure.statements.endings import ending_clauses
from sitegen.disclosure.statements.findings import Finding
from sitegen.disclosure.statements.identity import Identity
from sitegen.disclosure.statements.listed import listed_documents
from sitegen.disclosure.statements.records import Act, ActKind
from sitegen.disclosure.statements.references import References
from sitegen.disclosure.statements.title_acts import acts_of_title, document_nature
from sitegen.disclosure.statements.titles import is_generic, title_stem
from sitegen.disclosure.statements.words import GENRE, ISSUED_BY
from sitegen.patterns import expression

_ENDING_KINDS = (ActKind.REPEAL, ActKind.REPLACE, ActKind.DECLARE_INVALID)
_ANY = "any"
_SAME_TITLE = 0.7
_ISSUED_ON = expression(rf"({DATE})[^。;,《》]{{0,30}}{ISSUED_BY}的?[^。;,《》]{{0,12}}[“\"]?$")
_OLDER_TEXT = expression(
    rf"原(?:来的?|有的?)?[一-鿿]{{0,4}}{GENRE}(?:\([^()]{{1,8}}\))?(?:同时|即行|一并|自行|予以)(?:废止|作废|失效|停止执行)"
)


def find_acts(
    document: CompactText, references: References, identity: Identity, own_number: str, acts_from: date | None
) -> tuple[Act, ...]:
    """Find all acts. `acts_from` is the day on which the document itself takes effect."""
    nature = document_nature(identity.title)
    listed, covered = listed_documents(document, references, nature)
    clauses = [
        finding
        for finding in (
            *ending_clauses(document.text, references, nature),
            *changing_clauses(document.text, references),
        )
        if not any(start < finding.end <= end for start, end in covered)
    ]
    titled = acts_of_title(identity, own_number, document, references) if identity.title else []
    titled += _older_text(document.text, identity)
    findings = [_with_own_title(finding, document, identity) for finding in (*clauses, *listed, *titled)]
    kept = _without_echoes(_distinct([finding for finding in findings if _names_another(finding, own_number)]))
    return tuple(_act(document, finding, identity.title, acts_from) for finding in kept)


def _with_own_title(finding: Finding, document: CompactText, identity: Identity) -> Finding:
    """“原《办法》同时废止” means the older text of the same name."""
    own = identity.issued_title or identity.title
    if finding.number or not is_generic(finding.title) or not own:
        return finding
    if document.text[max(0, finding.start - 2) : finding.start].endswith("原"):
        return msgspec.structs.replace(finding, title=title_stem(own))
    return finding


def _older_text(text: str, identity: Identity) -> list[Finding]:
    """原办法同时废止, without any name: the older text of the same title."""
    match = _OLDER_TEXT.search(text)
    title = title_stem(identity.issued_title or identity.title)
    if match is None or not title:
        return []
    return [Finding(kind=ActKind.REPLACE, number="", title=title, start=match.start(), end=match.end())]


def _names_another(finding: Finding, own_number: str) -> bool:
    if finding.number:
        return finding.number != own_number
    return not is_generic(finding.title)


def _distinct(findings: list[Finding]) -> list[Finding]:
    """Keep one act of a sort on one document: the first that gives its number, else the first.

    Two acts are on one document if their numbers are equal or, where one has none, their titles. What a title
    implies yields to whatever the body says of the same document.
    """
    kept: dict[int, Finding] = {}
    places: dict[tuple[str, str], int] = {}
    for order, finding in enumerate(sorted(findings, key=lambda found: (found.implied, found.start))):
        names = [name for name in (finding.number, title_stem(finding.title)) if name]
        sort = _ANY if finding.implied else _sort(finding)
        place = next((places[sort, name] for name in names if (sort, name) in places), None)
        if place is None or _differ(finding, kept[place]):
            place = order
            kept[order] = finding
        elif finding.number and not kept[place].number:
            kept[place] = msgspec.structs.replace(finding, kind=kept[place].kind)
        for name in names:
            places.setdefault((_sort(finding), name), place)
            places.setdefault((_ANY, name), place)
    return sorted(kept.values(), key=lambda found: found.start)


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Drop what only the document's title says, in words a little other than those of the body."""
    numbered = [finding for finding in findings if finding.number and finding.start < finding.end]
    return [
        finding
        for finding in findings
        if finding.number or finding.start < finding.end or not any(_alike(finding, own) for own in numbered)
    ]


def _alike(finding: Finding, other: Finding) -> bool:
    """Whether two acts of a sort name documents whose titles differ in some characters only."""
    from rapidfuzz.distance import OSA  # here, as few texts tell one act twice

    titles = title_stem(finding.title), title_stem(other.title)
    return _sort(finding) == _sort(other) and OSA.normalized_similarity(*titles) >= _SAME_TITLE


def _differ(finding: Finding, other: Finding) -> bool:
    return bool(finding.number and other.number) and finding.number != other.number


def _sort(finding: Finding) -> str:
    return "ending" if finding.kind in _ENDING_KINDS else finding.kind.value


def _act(document: CompactText, finding: Finding, title: str, acts_from: date | None) -> Act:
    in_title_only = finding.start == finding.end
    start, end = (0, 0) if in_title_only else document.span(finding.start, finding.end)
    return Act(
        kind=finding.kind,
        number=finding.number,
        title=finding.title,
        date=finding.acts_on or acts_from,
        quote=title if in_title_only else document.original[start:end],
        start=start,
        end=end,
        affects=finding.affects,
        until=finding.until,
        issued_on=None if in_title_only else _issued_on(document.text, finding.start),
    )


def _issued_on(text: str, start: int) -> date | None:
    """Return the day in 2015年8月6日公布的《甲》."""
    match = _ISSUED_ON.search(text, max(0, start - 60), start)
    return parse_date(match[1]) if match else None
