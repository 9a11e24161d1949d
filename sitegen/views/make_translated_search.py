"""The search over translated pages: a page and an index of its own, for whoever reads their language."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.disclosure.states import NAMES
from sitegen.languages import ENGLISH
from sitegen.model.records import Document, Translation
from sitegen.site import Site
from sitegen.views.artifact import Artifact
from sitegen.views.common import Link
from sitegen.views.make_search import Searched
from sitegen.views.make_translations import (
    HOME,
    home_link,
    issuer_of,
    sort_of,
    tags_of,
    title_of_original,
)
from sitegen.views.service_pages import SearchIndex, SearchPage, SearchRow
from sitegen.views.shelf import COLUMN_NAME, Shelf, published_on

TITLES = "data/titles.js"
"""Where the table of titles lies in the tree of the language."""
SEARCH_TITLES = {ENGLISH.code: "Search"}
"""What the search page is called, by language; 检索 where nobody has told us."""
OTHER_SORT = "pages"


def translated_search(shelf: Shelf, full_text: str) -> Iterator[Artifact]:
    """Give the search page of the second language and its table of titles; nothing where nothing is translated.

    `full_text` is the folder of the Chinese index, or "".
    """
    if shelf.site.translations:
        code, page, titles = shelf.site.config.second.code, _page(shelf, full_text), _titles(shelf)
        yield Artifact(path=page.path, template="search_translated.html", view=page, language=code)
        yield Artifact(path=page.index_path, template="titles.js", view=titles, language=code)


def _page(shelf: Shelf, full_text: str) -> SearchPage:
    language = shelf.site.config.second
    path = language.folder + urls.SEARCH
    return SearchPage(
        path=path,
        root=urls.root_of(path),
        title=SEARCH_TITLES.get(language.code, "检索"),
        column_tags=tags_of(shelf),
        crumbs=(home_link(shelf),),
        canonical=shelf.base + path,
        lang=language.code,
        index_path=language.folder + TITLES,
        characters_path="",
        full_text_path=language.folder + full_text if full_text else "",
        lists=(home_link(shelf),),
        chinese=Link(title=f"{shelf.site.config.title}{COLUMN_NAME}", path=urls.SEARCH),
    )


def _titles(shelf: Shelf) -> SearchIndex:
    """Return what can be searched of translated pages without their texts; kinds are the sorts of their list."""
    bodies: dict[str, int] = {}
    sorts: dict[str, int] = {}
    codes = [str(code) for code in NAMES]
    rows = []
    for original, translation in shelf.site.translations.items():
        state = shelf.states.get(original)
        body = _issuer(original, shelf.site)
        rows.append(
            SearchRow(
                title=translation.title,
                path=urls.translation_of(original, shelf.site.config.second),
                number=_number(original, shelf.site),
                published=published_on(translation).date().isoformat(),
                body=bodies.setdefault(body, len(bodies)),
                state=codes.index(state.code) if state is not None else -1,
                next_on=state.next_on.isoformat() if state is not None and state.next_on is not None else "",
                next_state=codes.index(state.next_code) if state is not None and state.next_code else -1,
                kind=sorts.setdefault(sort_of(original, shelf.site) or OTHER_SORT, len(sorts)),
            )
        )
    words = tuple((str(code), name) for code, name in shelf.site.state_names.items())
    return SearchIndex(bodies=tuple(bodies), states=words, kinds=tuple(sorts), domains=(), rows=tuple(rows))


def searched_translations(site: Site) -> tuple[Searched, ...]:
    """Return what is searched in the second language, in order of the pages' paths."""
    found = (
        Searched(
            page=urls.translation_of(original, site.config.second),
            record=translation,
            head=tuple(filter(None, _head(original, translation, site))),
        )
        for original, translation in site.translations.items()
    )
    return tuple(sorted(found, key=lambda each: each.page))


def _head(original: str, translation: Translation, site: Site) -> Iterator[str]:
    """Give the lines that a translated page shows beside its text, also in Chinese."""
    yield translation.title
    if original != HOME:
        yield title_of_original(original, site)
    yield _number(original, site)
    yield _issuer(original, site)
    yield translation.summary


def _number(original: str, site: Site) -> str:
    record = site.by_path.get(original)
    return record.document_number if isinstance(record, Document) else ""


def _issuer(original: str, site: Site) -> str:
    translated, chinese = issuer_of(original, site)
    return translated or chinese
