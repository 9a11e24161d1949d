"""The reader of statements: what the text of a document says of its own force and of other documents."""

from datetime import date

from sitegen.disclosure.compact_text import CompactText, compact
from sitegen.disclosure.document_numbers import normalise_document_number
from sitegen.disclosure.statements.acts import find_acts
from sitegen.disclosure.statements.commencement import find_commencement
from sitegen.disclosure.statements.enactment_note import find_enactment_note, first_publication
from sitegen.disclosure.statements.identity import read_identity
from sitegen.disclosure.statements.records import CommencementRule, Statements, TermEnding
from sitegen.disclosure.statements.references import find_references
from sitegen.disclosure.statements.term import find_term
from sitegen.patterns import expression

# The order that makes a rule public is signed on the day of publication (R63).
_MADE_PUBLIC_HERE = expression("现(?:予)?(?:以)?(?:公布|发布|颁布)|予以(?:公布|发布|颁布)")
_OPENING = 1500


def read_statements(
    text: str,
    *,
    title: str = "",
    document_number: str = "",
    written_on: date | None = None,
    published_on: date | None = None,
    term_ending: TermEnding = TermEnding.DAY_BEFORE,
) -> Statements:
    """Read a body text, Markdown or run together, for what it says of validity (R52–R66).

    What is known of the document from elsewhere may be given; what is not is taken from the text. 自发布之日 is
    counted from `published_on`, else from the publication that the 题注 or the order tells of, 自印发之日 from
    `written_on`. All positions in the answer are positions in `text`.
    """
    document = compact(text)
    references = find_references(document)
    identity = read_identity(document, references, title)
    signed = written_on or identity.written_on
    note = find_enactment_note(document)
    made_public = first_publication(note)
    published = published_on or identity.published_on or (made_public.date if made_public else None)
    if published is None and _MADE_PUBLIC_HERE.search(document.text, 0, _OPENING):
        published = signed
    commencement = find_commencement(document, identity.title, signed, published)
    conditional = commencement is not None and commencement.rule is CommencementRule.CONDITIONAL
    acts_from = commencement.date if commencement else None
    if acts_from is None and not conditional:
        acts_from = signed or published
    own_number = normalise_document_number(document_number) if document_number else identity.number
    return Statements(
        title=identity.title,
        document_number=identity.number,
        number_at=_place(document, identity.number_at),
        written_on=identity.written_on,
        signed_at=_place(document, identity.signed_at),
        published_on=identity.published_on,
        issued_title=identity.issued_title,
        commencement=commencement,
        term=find_term(document, commencement, term_ending),
        enactment_note=note,
        acts=find_acts(document, references, identity, own_number, acts_from),
    )


def _place(document: CompactText, span: tuple[int, int]) -> tuple[int, int]:
    """Lead a span back to the original; an empty one stays."""
    return document.span(*span) if span[1] else span
