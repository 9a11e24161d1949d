"""The column in several languages: what is made of each page beside the Chinese one; how they lead to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen import urls
from sitegen.languages import ENGLISH, Language
from sitegen.theme_words import CHINESE, TRADITIONAL
from sitegen.views.artifact import Artifact
from sitegen.views.chrome import Chrome
from sitegen.views.document import DocumentPage
from sitegen.views.page import OtherLanguage, Page
from sitegen.views.service_pages import SearchPage
from sitegen.views.shelf import Shelf

ONE_ADDRESS = frozenset({"not_found.html"})
"""Templates of pages that are there once, for all languages."""
TITLES = {CHINESE: "简体", TRADITIONAL: "繁體"}
"""What a script is called by those who read it."""
SCRIPTS = {CHINESE: "zh-Hans", TRADITIONAL: "zh-Hant"}
"""How links between pages that differ in their script name it; the pages themselves are in zh-CN and zh-Hant."""


class Editions(msgspec.Struct, frozen=True, kw_only=True):
    """The languages of a column. `base` is its complete address.

    `second` is the language of translations. `traditional` tells whether there is a tree in that script; `translated`
    holds the paths of the pages that have a translation.
    """

    base: str
    second: Language = ENGLISH
    traditional: bool = False
    translated: frozenset[str] = frozenset()


def editions_of(shelf: Shelf) -> Editions:
    """Return the languages of a column."""
    site = shelf.site
    return Editions(
        base=shelf.base,
        second=site.config.second,
        traditional=site.config.traditional,
        translated=frozenset((*map(urls.page_of, site.translations), *([urls.SEARCH] if site.translations else ()))),
    )


def in_all_languages(artifacts: Iterable[Artifact], editions: Editions) -> Iterator[Artifact]:
    """Give all artifacts with their counterparts in the other languages, each leading to the others."""
    if not editions.traditional and not editions.translated:
        yield from artifacts
        return
    for artifact in artifacts:
        yield from _in_each(artifact, editions)


def _in_each(artifact: Artifact, editions: Editions) -> Iterator[Artifact]:
    view = artifact.view
    if not isinstance(view, Page) or artifact.template in ONE_ADDRESS:
        yield artifact
        if editions.traditional and artifact.template == "titles.js" and artifact.language == CHINESE:
            path = urls.TRADITIONAL + artifact.path
            yield msgspec.structs.replace(artifact, path=path, language=TRADITIONAL)
    elif artifact.language == editions.second.code:
        yield _leading(artifact, view, artifact.path.removeprefix(editions.second.folder), editions)
    else:
        yield _leading(artifact, view, artifact.path, editions)
        if editions.traditional:
            there = _in_traditional(view, editions)
            moved = msgspec.structs.replace(artifact, path=urls.TRADITIONAL + artifact.path, language=TRADITIONAL)
            yield _leading(moved, there, artifact.path, editions)


def chromes_of(chrome: Chrome, translated: Chrome, editions: Editions) -> Mapping[str, Chrome]:
    """Return what all pages share, by language."""
    chromes = {CHINESE: chrome}
    if editions.traditional:
        base_path = chrome.base_path + urls.TRADITIONAL
        chromes[TRADITIONAL] = msgspec.structs.replace(chrome, base_path=base_path)
    if editions.translated:
        chromes[editions.second.code] = translated
    return chromes


def _leading(artifact: Artifact, view: Page, main: str, editions: Editions) -> Artifact:
    """Return an artifact whose page leads to its counterparts; `main` is the path of the Chinese one."""
    languages = tuple(_languages(view, main, artifact.language, editions))
    return msgspec.structs.replace(artifact, view=msgspec.structs.replace(view, languages=languages))


def _languages(view: Page, main: str, current: str, editions: Editions) -> Iterator[OtherLanguage]:
    """Give the ways from a page to its counterparts: to the first page of a language that does not have it."""
    up = "../" if current == TRADITIONAL else ""
    folder = main.removesuffix("index.html") if view.canonical.endswith("/") else main
    yield _way(CHINESE, main, folder, current, up, editions)
    if editions.traditional:
        yield _way(TRADITIONAL, urls.TRADITIONAL + main, urls.TRADITIONAL + folder, current, up, editions)
    second = editions.second
    if main in editions.translated or current == second.code:
        yield _way(second.code, second.folder + main, second.folder + folder, current, up, editions)
    elif editions.translated:
        first = second.folder + urls.HOME
        yield OtherLanguage(lang=second.code, title=second.title, path=up + first)


def _way(
    language: str, path: str, address: str, current: str, up: str, editions: Editions
) -> OtherLanguage:
    return OtherLanguage(
        lang=SCRIPTS.get(language, language),
        title=TITLES.get(language, editions.second.title),
        path=up + path,
        address=editions.base + address,
        current=language == current,
    )


def _in_traditional(page: Page, editions: Editions) -> Page:
    """Return the view of a page for the tree of pages in traditional script; only its addresses differ here."""
    tags = page.article_tags
    data = _data_in_traditional(page.linked_data, editions.base) if page.linked_data else ""
    if tags is not None and tags.url:
        tags = msgspec.structs.replace(tags, url=_moved(tags.url, editions))
    canonical = _moved(page.canonical, editions)
    page = msgspec.structs.replace(
        page, lang=TRADITIONAL, canonical=canonical, article_tags=tags, linked_data=data
    )
    if isinstance(page, DocumentPage) and page.proof is not None:
        proof = msgspec.structs.replace(page.proof, address=_moved(page.proof.address, editions))
        return msgspec.structs.replace(page, proof=proof)
    if isinstance(page, SearchPage):
        return msgspec.structs.replace(page, index_path=urls.TRADITIONAL + page.index_path)
    return page


def _data_in_traditional(data: str, base: str) -> str:
    """Return JSON-LD as the page beside tells it: its own language, the addresses of pages in its own tree.

    Its words are converted with those of the page; data files are the same for both.
    """
    own = base + urls.TRADITIONAL
    data = re.sub(rf'"{re.escape(base)}(?=(?:[^"]*\.html)?")', lambda _: f'"{own}', data)
    return data.replace(f'"inLanguage":"{CHINESE}"', f'"inLanguage":"{TRADITIONAL}"')


def _moved(address: str, editions: Editions) -> str:
    """Return the address of the same page in the tree of traditional script."""
    if not address.startswith(editions.base):
        return address
    return f"{editions.base}{urls.TRADITIONAL}{address.removeprefix(editions.base)}"
