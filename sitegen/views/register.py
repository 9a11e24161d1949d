"""`data/register.json`: every address that has been published, and what must never change about it (R52, R74, R110)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sitegen.views.data import Data

PATH = "data/register.json"


class Status(StrEnum):
    """What an address answers. `EDITION` is the first page of a tree that is a whole edition of the column."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    COLUMN = "column"
    BODY = "body"
    TRANSLATION = "translation"
    EDITION = "edition"


class Entry(Data, frozen=True, kw_only=True, omit_defaults=True):
    """One address. `target` is the address of its record now, where this is an old one (旧地址)."""

    status: Status
    title: str
    index_number: str = ""
    published_on: date | None = None
    target: str = ""


class Register(Data, frozen=True, kw_only=True):
    """The addresses of the column at `as_of`, by site path. `base` is the complete address of its root."""

    base: str
    as_of: date
    entries: dict[str, Entry]
