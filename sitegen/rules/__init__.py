"""rules: checks over the whole Site. One family a file; `RULES` says which there are and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.diagnostics import Diagnostic
from sitegen.rules.annual_reports import annual_report_parts, annual_reports, repeated_problems
from sitegen.rules.attachments import attachments
from sitegen.rules.catalogue import catalogue_items, domain_columns, required_elements
from sitegen.rules.catalogue_data import catalogue_data
from sitegen.rules.columns import column_standing, statutory_columns
from sitegen.rules.commencement import commencement
from sitegen.rules.consultations import consultation_rules, consulted_documents
from sitegen.rules.document_numbers import document_numbers
from sitegen.rules.expiry import expiring, undecided
from sitegen.rules.fixed_parts import fixed_parts
from sitegen.rules.gazettes import gazette_contents, gazette_numbers, gazette_publishers
from sitegen.rules.guides import guides
from sitegen.rules.identity import same_document_number, same_index_number
from sitegen.rules.interpretations import interpretations, unexplained, words_only
from sitegen.rules.item_requirements import item_requirements
from sitegen.rules.meetings import attendance, meeting_sessions
from sitegen.rules.metadata import body_codes, metadata, registry_numbers
from sitegen.rules.openness import opening_said
from sitegen.rules.page_weight import page_weight
from sitegen.rules.paper_facts import different_reviewers, paper_facts
from sitegen.rules.process_stages import process_stages
from sitegen.rules.reprints import reprints
from sitegen.rules.rule_makers import enactment_notes, rule_makers
from sitegen.rules.site_facts import column_tags, public_bodies, site_settings
from sitegen.rules.terms import terms
from sitegen.rules.timeliness import dates_ahead, published_in_time
from sitegen.rules.translations import counterparts
from sitegen.rules.validity import validity_contradictions
from sitegen.site import Site

Rule = Callable[[Site], Iterable[Diagnostic]]
RULES: tuple[Rule, ...] = (
    fixed_parts,
    same_index_number,
    same_document_number,
    document_numbers,
    metadata,
    registry_numbers,
    body_codes,
    paper_facts,
    different_reviewers,
    validity_contradictions,
    terms,
    expiring,
    undecided,
    commencement,
    rule_makers,
    enactment_notes,
    catalogue_items,
    domain_columns,
    process_stages,
    required_elements,
    catalogue_data,
    unexplained,
    interpretations,
    words_only,
    consultation_rules,
    consulted_documents,
    meeting_sessions,
    attendance,
    gazette_publishers,
    gazette_numbers,
    gazette_contents,
    published_in_time,
    dates_ahead,
    annual_reports,
    annual_report_parts,
    repeated_problems,
    column_standing,
    statutory_columns,
    guides,
    reprints,
    public_bodies,
    column_tags,
    site_settings,
    page_weight,
    item_requirements,
    attachments,
    opening_said,
    counterparts,
)


def check_rules(site: Site, rules: Iterable[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """Return what rules find; two processes would take as long as one, for each rule takes little."""
    return tuple(found for rule in rules for found in rule(site))
