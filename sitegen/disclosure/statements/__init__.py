"""Statements on validity found in the text of documents: commencement, term, repeals, amendments, 题注."""

from sitegen.disclosure.statements.enactment_note import first_publication
from sitegen.disclosure.statements.reader import read_statements
from sitegen.disclosure.statements.records import (
    ACT_WORDS,
    Act,
    ActKind,
    Commencement,
    CommencementRule,
    EnactmentNote,
    NoteEvent,
    Statements,
    Term,
    TermEnding,
)
from sitegen.disclosure.statements.titles import title_core, title_stem

__all__ = [
    "ACT_WORDS",
    "Act",
    "ActKind",
    "Commencement",
    "CommencementRule",
    "EnactmentNote",
    "NoteEvent",
    "Statements",
    "Term",
    "TermEnding",
    "first_publication",
    "read_statements",
    "title_core",
    "title_stem",
]
