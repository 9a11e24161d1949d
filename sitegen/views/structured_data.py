"""What pages tell machines in the words of schema.org (JSON-LD): documents, bodies, data sets.

Names of attributes become the vocabulary's own; what is not known is left out. Dates are ISO 8601, addresses
complete.
"""

from __future__ import annotations

from datetime import date

import msgspec

CONTEXT = "https://schema.org"


class Thing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """The base of all: what a thing is called and where it is."""

    id: str = msgspec.field(name="@id", default="")
    name: str
    url: str = ""


class PostalAddress(
    msgspec.Struct, frozen=True, kw_only=True, rename="camel", tag_field="@type", tag="PostalAddress"
):
    """An address as it is written."""

    street_address: str
    address_country: str


class GovernmentOrganization(
    Thing, frozen=True, kw_only=True, rename="camel", tag_field="@type", tag="GovernmentOrganization"
):
    """A public body (schema.org/GovernmentOrganization)."""

    alternate_name: str = ""
    identifier: str = ""
    address: PostalAddress | None = None
    telephone: str = ""
    fax_number: str = ""
    email: str = ""
    founding_date: date | None = None
    dissolution_date: date | None = None
    parent_organization: GovernmentOrganization | None = None


class CitedLegislation(
    Thing, frozen=True, kw_only=True, rename="camel", tag_field="@type", tag="Legislation"
):
    """Another document, of this column (`url`) or only named."""

    legislation_identifier: str = ""


class Legislation(Thing, frozen=True, kw_only=True, rename="camel", tag_field="@type", tag="Legislation"):
    """A document that has a validity (schema.org/Legislation).

    `legislation_legal_force` is LegalForceStatus; `creative_work_status` the word of the national database of laws
    for the same. `legislation_date_version` is the day of the last amendment in effect, `temporal_coverage` the
    time in force as an interval with "..": not known.
    """

    in_language: str
    legislation_identifier: str = ""
    identifier: str = ""
    legislation_type: str
    legislation_date: date | None = None
    date_published: date | None = None
    legislation_date_of_applicability: date | None = None
    legislation_date_version: date | None = None
    legislation_legal_force: str = ""
    creative_work_status: str = ""
    temporal_coverage: str = ""
    legislation_passed_by: tuple[GovernmentOrganization, ...] = ()
    publisher: GovernmentOrganization | None = None
    keywords: tuple[str, ...] = ()
    abstract: str = ""
    is_based_on: tuple[CitedLegislation, ...] = ()
    legislation_changes: tuple[CitedLegislation, ...] = ()
    legislation_repeals: tuple[CitedLegislation, ...] = ()


class DataDownload(
    msgspec.Struct, frozen=True, kw_only=True, rename="camel", tag_field="@type", tag="DataDownload"
):
    """A file of a data set."""

    content_url: str
    encoding_format: str


class Dataset(Thing, frozen=True, kw_only=True, rename="camel", tag_field="@type", tag="Dataset"):
    """All records of the column as data (schema.org/Dataset)."""

    description: str
    in_language: str
    is_accessible_for_free: bool = msgspec.field(name="isAccessibleForFree")
    date_modified: date
    creator: GovernmentOrganization
    distribution: tuple[DataDownload, ...]
