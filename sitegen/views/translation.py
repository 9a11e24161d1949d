"""The views of pages in a second language: a translated text, and the first page of that language."""

from __future__ import annotations

from datetime import date

from sitegen.views.common import Link, View
from sitegen.views.page import Page
from sitegen.views.state import State


class TranslationPage(Page, frozen=True, kw_only=True):
    """The translation of one page. `original` is that page; what else is there is of the record it shows.

    `issuer` is the body's name in the page's language, or `issuer_chinese` where it has none.
    """

    original: Link
    lede: str = ""
    number: str = ""
    issuer: Link | None = None
    issuer_chinese: str = ""
    written_on: date | None = None
    effective_on: date | None = None
    valid_until: date | None = None
    state: State | None = None
    translated_on: date | None = None


class TranslatedRow(View, frozen=True, kw_only=True):
    """A translated page in a list. `original` is the title in Chinese."""

    title: str
    path: str
    original: str
    number: str = ""
    state: State | None = None


class TranslatedGroup(View, frozen=True, kw_only=True):
    """Translated pages of one sort: "documents", "pages" or "bodies"; the template has the words."""

    sort: str
    rows: tuple[TranslatedRow, ...]


class TranslationsPage(Page, frozen=True, kw_only=True):
    """The first page of a language: what there is in it."""

    lede: str = ""
    groups: tuple[TranslatedGroup, ...] = ()
