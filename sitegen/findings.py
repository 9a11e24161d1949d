"""Every sort of finding that the program knows, gathered from the modules that find them.

A new module with findings adds a line here; a test tells if it forgets.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen import config, profiles, sorting, theme_faults, theme_words
from sitegen.diagnostics import Kind
from sitegen.disclosure import contradiction_kinds
from sitegen.extraction.kinds import KINDS as EXTRACTION
from sitegen.formats import encoding, field_kinds, front_matter, markdown, merge_conflicts, yaml_kinds
from sitegen.grading import kinds as grading
from sitegen.importing.kinds import KINDS as IMPORTING
from sitegen.inspection import style_kinds
from sitegen.inspection.annual_text import KINDS as ANNUAL_TEXT
from sitegen.inspection.guide import KINDS as GUIDE
from sitegen.inspection.order_text import KINDS as ORDER_TEXT
from sitegen.inspection.outside_links import KINDS as OUTSIDE_LINKS
from sitegen.inspection.personal_data import KINDS as PERSONAL_DATA
from sitegen.inspection.service_guides import KINDS as SERVICE_GUIDES
from sitegen.inspection.yearly_figures import KINDS as YEARLY_FIGURES
from sitegen.model import group_fields, relation_field
from sitegen.rules.annual_reports import KINDS as ANNUAL_REPORTS
from sitegen.rules.attachments import KINDS as ATTACHMENTS
from sitegen.rules.catalogue import KINDS as CATALOGUE
from sitegen.rules.catalogue_data import KINDS as CATALOGUE_DATA
from sitegen.rules.columns import KINDS as COLUMNS
from sitegen.rules.commencement import KINDS as COMMENCEMENT
from sitegen.rules.consultations import KINDS as CONSULTATIONS
from sitegen.rules.document_numbers import KINDS as DOCUMENT_NUMBERS
from sitegen.rules.expiry import KINDS as EXPIRY
from sitegen.rules.fixed_parts import KINDS as FIXED_PARTS
from sitegen.rules.gazettes import KINDS as GAZETTES
from sitegen.rules.guides import KINDS as GUIDES
from sitegen.rules.identity import KINDS as IDENTITY
from sitegen.rules.interpretations import KINDS as INTERPRETATIONS
from sitegen.rules.item_requirements import KINDS as ITEM_REQUIREMENTS
from sitegen.rules.meetings import KINDS as MEETINGS
from sitegen.rules.metadata import KINDS as METADATA
from sitegen.rules.openness import KINDS as OPENNESS
from sitegen.rules.page_weight import KINDS as PAGE_WEIGHT
from sitegen.rules.paper_facts import KINDS as PAPER_FACTS
from sitegen.rules.process_stages import KINDS as PROCESS_STAGES
from sitegen.rules.reprints import KINDS as REPRINTS
from sitegen.rules.rule_makers import KINDS as RULE_MAKERS
from sitegen.rules.site_facts import KINDS as SITE_FACTS
from sitegen.rules.terms import KINDS as TERMS
from sitegen.rules.timeliness import KINDS as TIMELINESS
from sitegen.rules.translations import KINDS as TRANSLATIONS
from sitegen.rules.vanished import KINDS as VANISHED
from sitegen.signing import KINDS as SIGNING
from sitegen.stages import compare, load, settings, validate, write
from sitegen.stages.link import KINDS as LINK

FAMILIES: tuple[tuple[Kind, ...], ...] = (
    encoding.KINDS,
    merge_conflicts.KINDS,
    front_matter.KINDS,
    yaml_kinds.KINDS,
    field_kinds.KINDS,
    markdown.KINDS,
    group_fields.KINDS,
    relation_field.KINDS,
    load.KINDS,
    validate.KINDS,
    compare.KINDS,
    style_kinds.KINDS,
    LINK,
    contradiction_kinds.CONTRADICTIONS,
    TERMS,
    EXPIRY,
    COMMENCEMENT,
    RULE_MAKERS,
    DOCUMENT_NUMBERS,
    METADATA,
    PAPER_FACTS,
    SIGNING,
    settings.KINDS,
    FIXED_PARTS,
    IDENTITY,
    CATALOGUE,
    CATALOGUE_DATA,
    PROCESS_STAGES,
    IMPORTING,
    INTERPRETATIONS,
    CONSULTATIONS,
    MEETINGS,
    GAZETTES,
    TIMELINESS,
    ANNUAL_REPORTS,
    ANNUAL_TEXT,
    ITEM_REQUIREMENTS,
    PAGE_WEIGHT,
    COLUMNS,
    GUIDES,
    REPRINTS,
    GUIDE,
    SERVICE_GUIDES,
    OUTSIDE_LINKS,
    SITE_FACTS,
    ATTACHMENTS,
    OPENNESS,
    config.KINDS,
    profiles.KINDS,
    PERSONAL_DATA,
    EXTRACTION,
    ORDER_TEXT,
    YEARLY_FIGURES,
    VANISHED,
    sorting.KINDS,
    grading.KINDS,
    write.KINDS,
    TRANSLATIONS,
    theme_words.KINDS,
    theme_faults.KINDS,
)
"""The findings of each module, roughly in the order in which a build comes upon them."""

FINDINGS: tuple[Kind, ...] = tuple(
    sorted((kind for family in FAMILIES for kind in family), key=lambda kind: kind.id)
)
BY_ID: Mapping[str, Kind] = {kind.id: kind for kind in FINDINGS}
