"""Views of pages of the invented 青岚区, as believable as pages get. Nothing in them is real."""

from .catalogues import (
    BODY_DUES,
    CATALOGUE,
    CATALOGUES,
    COVERAGE,
    EMPTY_COVERAGE,
    EMPTY_QUERY,
    ITEM_LIST,
    ITEM_QUERY,
    NO_ITEMS,
)
from .column import CHROME
from .comparisons import REDLINE, SIDES
from .documents import DOCUMENT, REPEALED_DOCUMENT, SOON_DOCUMENT
from .lists import EMPTY_LIST, HOME, LIST, RECORDS, SECTION
from .other_kinds import CONSULTATION, INTERPRETATION, MEETING
from .services import (
    BODIES,
    MOVED,
    NOT_FOUND,
    PLAIN,
    PUBLIC_BODY,
    SEARCH,
    SEARCH_INDEX,
    SITEMAP,
    TOMBSTONE,
)
from .texts import BODY, PLAIN_BODY, REPEALED_BODY
from .translations import ENGLISH_BODY, TRANSLATED_SEARCH, TRANSLATION, TRANSLATIONS

__all__ = ["CHROME", "PAGES", "SEARCH_INDEX"]

PAGES = {
    "home": ("home.html", HOME, None),
    "section": ("section.html", SECTION, None),
    "list": ("list.html", LIST, None),
    "records": ("list.html", RECORDS, None),
    "empty-list": ("list.html", EMPTY_LIST, None),
    "document": ("document.html", DOCUMENT, BODY),
    "repealed": ("document.html", REPEALED_DOCUMENT, REPEALED_BODY),
    "soon": ("document.html", SOON_DOCUMENT, None),
    "interpretation": ("document.html", INTERPRETATION, PLAIN_BODY),
    "meeting": ("document.html", MEETING, None),
    "consultation": ("document.html", CONSULTATION, PLAIN_BODY),
    "body": ("body.html", PUBLIC_BODY, None),
    "bodies": ("bodies.html", BODIES, None),
    "catalogue": ("catalogue.html", CATALOGUE, None),
    "catalogues": ("catalogues.html", CATALOGUES, None),
    "coverage": ("coverage.html", COVERAGE, None),
    "empty-coverage": ("coverage.html", EMPTY_COVERAGE, None),
    "items": ("items.html", ITEM_QUERY, None),
    "no-items": ("items.html", EMPTY_QUERY, None),
    "item-list": ("item_list.html", ITEM_LIST, None),
    "empty-item-list": ("item_list.html", NO_ITEMS, None),
    "body-dues": ("item_list.html", BODY_DUES, None),
    "sitemap": ("sitemap_page.html", SITEMAP, None),
    "not-found": ("not_found.html", NOT_FOUND, None),
    "moved": ("moved.html", MOVED, None),
    "redline": ("redline.html", REDLINE, SIDES),
    "tombstone": ("tombstone.html", TOMBSTONE, None),
    "search": ("search.html", SEARCH, None),
    "translated-search": ("search_translated.html", TRANSLATED_SEARCH, None),
    "plain": ("plain.html", PLAIN, PLAIN_BODY),
    "translation": ("translation.html", TRANSLATION, ENGLISH_BODY),
    "translations": ("translations.html", TRANSLATIONS, ENGLISH_BODY),
}
"""Name of the sample → template, view, body: every template that makes a page, and every kind of record."""
