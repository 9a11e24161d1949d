"""`content/site.yaml` and the other YAML files of a site: bodies and columns."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from sitegen.formats.field_types import Reference
from sitegen.languages import BY_CODE, ENGLISH, MONGOLIAN, Language
from sitegen.model.values import Waiver


class Weight(StrEnum):
    """What a sort of finding weighs on a site: as `Severity`, or nothing at all."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class CheckSetting(msgspec.Struct, frozen=True, kw_only=True):
    """A line of 检查 in `site.yaml`: a sort of finding, by id or name, and what it weighs."""

    rule: Reference
    weight: Weight


class Portal(msgspec.Struct, frozen=True, kw_only=True):
    """门户: the website that the column lives on; `header` and `footer` are HTML for its slots (S1)."""

    title: str = ""
    address: str = ""
    header: str = ""
    footer: str = ""
    report_errors: str = ""
    accessibility: str = ""


class Downloads(msgspec.Struct, frozen=True, kw_only=True):
    """全文下载: the kinds of record (ids) whose text is also a Word document, or plain text."""

    docx: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What `content/site.yaml` says (R94, R100–R102).

    From `opened_on` the column is public: only then can it be out of date, empty or late as a whole.
    """

    title: str
    address: str
    base_path: str = "/"
    site_id_code: str
    icp_number: str = ""
    police_number: str = ""
    second_language: str = ENGLISH.code
    english_title: str = ""
    mongolian_title: str = ""
    sponsor: str
    operator: str = ""
    phone: str = ""
    postal_address: str = ""
    postal_code: str = ""
    email: str = ""
    level: str = "县级"
    profile: str = "default"
    layout: str = "2021"
    portal: Portal = Portal()
    review_required: tuple[str, ...] = ()
    show_review: bool = True
    different_reviewers: bool = False
    domains: tuple[str, ...] = ()
    coverage_required: int | None = None
    traditional: bool = False
    minified: bool = False
    downloads: Downloads = Downloads()
    checks: tuple[CheckSetting, ...] = ()
    opened_on: date | None = None
    publish_report: bool = False
    review_from_commits: bool = False
    rule_docs: str = ""

    @property
    def second(self) -> Language:
        """The language of translations."""
        return BY_CODE[self.second_language]

    @property
    def second_title(self) -> str:
        """The name of the body that runs the column, in the language of translations; empty where nobody gave it."""
        return self.mongolian_title if self.second is MONGOLIAN else self.english_title


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """An internal office or a subordinate unit of a body."""

    title: str
    duty: str = ""
    address: str = ""
    phone: str = ""


class Leader(msgspec.Struct, frozen=True, kw_only=True):
    """负责人: name, post and what the person is in charge of."""

    name: str
    post: str = ""
    duty: str = ""


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """机构: a public body with the six statutory elements of a20-02 (S44, S45).

    `code` is the nine-character organisation code that begins its 索引号; `prefixes` are its 机关代字.
    """

    path: str
    title: str
    short_title: str = ""
    code: str = ""
    prefixes: tuple[str, ...] = ()
    sort: str = ""
    superior: str = ""
    duty: str = ""
    units: tuple[Unit, ...] = ()
    address: str = ""
    hours: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    leaders: tuple[Leader, ...] = ()
    subordinates: tuple[Unit, ...] = ()
    updated_on: date | None = None
    founded_on: date | None = None
    ended_on: date | None = None
    ended_note: str = ""
    order: int = 1000
    waivers: tuple[Waiver, ...] = ()

    @property
    def source(self) -> str:
        """The file this body was read from, relative to the project."""
        return f"content/{self.path}.yaml"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """栏目: a folder of `content/` with its `_column.yaml`."""

    path: str
    title: str
    order: int = 1000
    description: str = ""
    keywords: tuple[str, ...] = ()
    column_types: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    statutory_items: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    responsible_body: str = ""
    update_every: int | None = None
    waivers: tuple[Waiver, ...] = ()

    @property
    def source(self) -> str:
        """The file this column was read from, relative to the project."""
        return f"content/{self.path}/_column.yaml"
