"""The column in several languages: what is made of each page beside the Chinese one; how they lead to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen import urls
from sitegen.theme_words import CHINESE, TRADITIONAL
from sitegen.views.artifact import Artifact
from sitegen.views.chrome import Chrome
from sitegen.views.page import OtherLanguage, Page
from sitegen.views.service_pages import SearchPage

ONE_ADDRESS = frozenset({"moved.html", "not_found.html"})
"""Templates of pages that are there once, for all languages."""
TITLES = {CHINESE: "简体", TRADITIONAL: "繁體"}
"""What a language is called by those who read it."""
SCRIPTS = {CHINESE: "zh-Hans", TRADITIONAL: "zh-Hant"}
"""How links between pages that differ in their script name it; the pages themselves are in zh-CN and zh-Hant."""


class Editions(msgspec.Struct, frozen=True, kw_only=True):
    """The languages of a column. `base` is its complete address; `traditional` tells whether there is such a tree."""

    base: str
    traditional: bool


def in_all_languages(artifacts: Iterable[Artifact], editions: Editions) -> Iterator[Artifact]:
    """Give all artifacts with their counterparts in the other languages, each leading to the others."""
    if not editions.traditional:
        yield from artifacts
        return
    for artifact in artifacts:
        yield from _in_both_scripts(artifact, editions)


def _in_both_scripts(artifact: Artifact, editions: Editions) -> Iterator[Artifact]:
    view = artifact.view
    if isinstance(view, Page) and artifact.template not in ONE_ADDRESS:
        paths = {CHINESE: artifact.path, TRADITIONAL: urls.TRADITIONAL + artifact.path}
        address = view.canonical or editions.base + artifact.path
        addresses = {CHINESE: address, TRADITIONAL: _moved(address, editions)}
        here = msgspec.structs.replace(view, languages=_languages(paths, addresses, CHINESE))
        yield msgspec.structs.replace(artifact, view=here)
        there = _in_traditional(view, _languages(paths, addresses, TRADITIONAL), editions)
        yield msgspec.structs.replace(artifact, path=paths[TRADITIONAL], view=there, language=TRADITIONAL)
    else:
        yield artifact
        if artifact.template == "titles.js":
            path = urls.TRADITIONAL + artifact.path
            yield msgspec.structs.replace(artifact, path=path, language=TRADITIONAL)


def chromes_of(chrome: Chrome, editions: Editions) -> Mapping[str, Chrome]:
    """Return what all pages share, by language."""
    if not editions.traditional:
        return {CHINESE: chrome}
    base_path = chrome.base_path + urls.TRADITIONAL
    return {CHINESE: chrome, TRADITIONAL: msgspec.structs.replace(chrome, base_path=base_path)}


def _languages(
    paths: Mapping[str, str], addresses: Mapping[str, str], current: str
) -> tuple[OtherLanguage, ...]:
    """Return the ways from the page in the `current` language to all; trees of other languages lie one folder deep."""
    up = "" if current == CHINESE else "../"
    return tuple(
        OtherLanguage(
            lang=SCRIPTS[language],
            title=TITLES[language],
            path=up + path,
            address=addresses[language],
            current=language == current,
        )
        for language, path in paths.items()
    )


def _in_traditional(page: Page, languages: tuple[OtherLanguage, ...], editions: Editions) -> Page:
    """Return the view of a page for the tree of pages in traditional script; only its addresses differ here."""
    tags = page.article_tags
    if tags is not None and tags.url:
        tags = msgspec.structs.replace(tags, url=_moved(tags.url, editions))
    canonical = _moved(page.canonical, editions)
    page = msgspec.structs.replace(
        page, lang=TRADITIONAL, languages=languages, canonical=canonical, article_tags=tags
    )
    if isinstance(page, SearchPage):
        return msgspec.structs.replace(page, index_path=urls.TRADITIONAL + page.index_path)
    return page


def _moved(address: str, editions: Editions) -> str:
    """Return the address of the same page in the tree of traditional script."""
    if not address.startswith(editions.base):
        return address
    return f"{editions.base}{urls.TRADITIONAL}{address.removeprefix(editions.base)}"
