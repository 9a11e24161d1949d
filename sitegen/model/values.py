"""Small values that records are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

from sitegen.diagnostics import Span
from sitegen.formats.field_types import Reference


class Disclosure(StrEnum):
    """公开属性 (R82): only `ACTIVE` is ever built."""

    ACTIVE = "active"
    ON_REQUEST = "on_request"
    WITHHELD = "withheld"


class Stage(StrEnum):
    """Where a manuscript stands: a draft may be incomplete and is never built."""

    DRAFT = "draft"
    FINAL = "final"


class Relation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the acting document does to one other document, as its front matter says it.

    `target` is a 文号, or a path below content/. `title` names a document that the column does not hold.
    `provision` narrows the act to an article (第十二条), `on` gives a date other than the acting document's own.
    """

    target: str
    span: Span
    title: str = ""
    provision: str = ""
    on: date | None = None


class Review(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """审核 (R32, R83): who drafted, reviewed and released the record."""

    drafted_by: str = ""
    reviewed_by: str = ""
    released_by: str = ""


REVIEW_STEPS: Mapping[str, str] = {"拟稿": "drafted_by", "审核": "reviewed_by", "发布": "released_by"}
"""The steps of 审核 in their order: what clerks call them, and the attribute of `Review`."""

REVIEW_TRAILERS: Mapping[str, str] = {
    **{step: step for step in REVIEW_STEPS},
    "drafted-by": "拟稿",
    "reviewed-by": "审核",
    "approved-by": "审核",
    "released-by": "发布",
}
"""The last lines of commits that name a step (“审核: 林知夏”), in small letters: all that read commits share it."""


class LaterCommencement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """分条施行: a provision (第十二条) that commences on another day than the rest of the document."""

    provision: str
    on: date


class Waiver(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """不查: findings of one sort in one file that somebody has looked at and lets pass, and why.

    `rule` is the id or the name of the sort, as written. Where `count` is given, so many findings are let pass, and
    none if there are more. `name` and `on` say who decided and when: personal data are let pass in no other way.
    """

    rule: Reference
    reason: str
    name: str = ""
    on: date | None = None
    count: int | None = None


class Attachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """附件: a file in the record's own folder, with the name that readers see."""

    file: str
    name: str = ""
    span: Span


class Reprint(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """转载 (R83): where a reprinted text comes from."""

    source: str
    address: str = ""
    published_on: date | None = None


class Gazette(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """政府公报 (R64): the issue that carries the standard text."""

    year: int
    issue: int
    page: int = 0


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A link in a body that the site has to resolve, in the order of the markers in its HTML.

    `form` is the value of `formats.markdown.LinkForm`.
    """

    form: str
    target: str
    fragment: str = ""
    text: str = ""
    span: Span
