"""Which records a rule looks at: what is published, and what is ready and waits for its day."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.diagnostics import Kind, Severity
from sitegen.disclosure.courses import state_at
from sitegen.model.local_rules import LocalRule
from sitegen.model.records import AnyRecord, Document
from sitegen.model.values import Disclosure, Stage
from sitegen.site import Site

NORMATIVE, REGULATORY = "normative_document", "regulatory_rule"


def documents(site: Site) -> Iterator[Document]:
    """Give every document that is or will be public; drafts and what is withheld may be incomplete."""
    for record in site.records:
        if isinstance(record, Document):
            yield record
    for record in site.held.values():
        if isinstance(record, Document) and _waits(record):
            yield record


def own_documents(site: Site, *kinds: str) -> Iterator[Document]:
    """Give the documents of some kinds that the site's own bodies made: no reprints."""
    for record in documents(site):
        if record.kind in kinds and record.reprint_of is None:
            yield record


def has_ended(record: Document, site: Site) -> bool:
    """Tell whether a document is repealed or lapsed: what it lacks can no longer be mended."""
    course = site.courses.get(record.path)
    return course is not None and state_at(course, site.as_of).ended


def by_trust(kind: Kind, rule: LocalRule[object]) -> Kind:
    """Return `kind` as an error where the place's rule was read in the original, else as a warning."""
    severity = Severity.ERROR if rule.is_certain else Severity.WARNING
    return kind if kind.severity is severity else msgspec.structs.replace(kind, severity=severity)


def origin_of(rule: LocalRule[object]) -> str:
    """Return where a rule of the place comes from, for the help line: （依据：……，可信度◐）."""
    return f"（依据：{rule.source}，可信度{rule.trust}）"


def _waits(record: AnyRecord) -> bool:
    return record.stage is Stage.FINAL and record.disclosure is Disclosure.ACTIVE
