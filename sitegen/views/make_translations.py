"""Pages in the second language: the translated texts, the first page of the language, and the frame around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sitegen import urls
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import Document, Translation
from sitegen.site import LinkTarget, Site
from sitegen.views.artifact import Artifact
from sitegen.views.chrome import Chrome, Footer, Portal
from sitegen.views.common import Link
from sitegen.views.page import ArticleTags, ColumnTags
from sitegen.views.service_pages import MovedPage
from sitegen.views.shelf import COLUMN_NAME, Shelf, published_on, term_of
from sitegen.views.translation import TranslatedGroup, TranslatedRow, TranslationPage, TranslationsPage

HOME = "index"
SORTS = ("documents", "pages", "bodies")


def translation_pages(shelf: Shelf) -> Iterator[Artifact]:
    """Give the first page and all translated pages; nothing where nothing is translated."""
    translations = shelf.site.translations
    if not translations:
        return
    home = translations.get(HOME)
    yield _artifact("translations.html", _first_page(home, shelf), home, shelf)
    for original, translation in translations.items():
        if original != HOME:
            yield _artifact("translation.html", _page(original, translation, shelf), translation, shelf)
            for page in _moved(original, translation, shelf):
                yield Artifact(path=page.path, template="moved.html", view=page, language=shelf.site.config.second.code)


def _moved(original: str, translation: Translation, shelf: Shelf) -> Iterator[MovedPage]:
    """Give what the old addresses of the original answer in its language: its translation has moved with it."""
    record = shelf.site.by_path.get(original)
    target = urls.translation_of(original, shelf.site.config.second)
    for alias in record.aliases if record is not None else ():
        path = shelf.site.config.second.folder + urls.old_path(alias, shelf.site.config.base_path)
        yield MovedPage(
            path=path,
            root=urls.root_of(path),
            title=translation.title,
            column_tags=tags_of(shelf),
            canonical=shelf.base + target,
            lang=shelf.site.config.second.code,
            target=Link(title=translation.title, path=target),
        )


def translated_chrome(chrome: Chrome, shelf: Shelf) -> Chrome:
    """Return what all translated pages share; what is only known in Chinese is left out."""
    config, footer = shelf.site.config, chrome.footer
    name = config.second_title or config.title
    return msgspec.structs.replace(
        chrome,
        organisation=name,
        site_name=name,
        home_path=shelf.site.config.second.folder + urls.HOME,
        search_path=shelf.site.config.second.folder + urls.SEARCH,
        parts=(),
        portal=Portal(title=name, href=chrome.portal.href),
        footer=Footer(
            sponsor=name,
            id_code=footer.id_code,
            telephone=footer.telephone,
            accessibility_path=_translated(footer.accessibility_path, shelf),
            contact_path=_translated(footer.contact_path, shelf),
        ),
    )


def _translated(path: str, shelf: Shelf) -> str:
    """Return the translation of the page at a site path; empty where there is none."""
    original = path.removesuffix(".html")
    return urls.translation_of(original, shelf.site.config.second) if original in shelf.site.translations else ""


def _artifact(
    template: str, page: TranslationPage | TranslationsPage, record: Translation | None, shelf: Shelf
) -> Artifact:
    if record is None:
        return Artifact(path=page.path, template=template, view=page, language=shelf.site.config.second.code)
    return Artifact(
        path=page.path,
        template=template,
        view=page,
        record=record.path,
        body=record.body_digest,
        targets=tuple(_targets(shelf.site.targets.get(record.path, ()), shelf)),
        language=shelf.site.config.second.code,
    )


def _targets(targets: Iterable[LinkTarget | None], shelf: Shelf) -> Iterator[LinkTarget | None]:
    """Give where the links of a text lead: to the translation of a page where there is one.

    Titles that hovering would show are Chinese and left out.
    """
    for target in targets:
        page, _, anchor = target.path.partition("#") if target is not None else ("", "", "")
        original = page.removesuffix(".html")
        if target is None:
            yield None
        elif original in shelf.site.translations and page.endswith(".html"):
            yield LinkTarget(urls.translation_of(original, shelf.site.config.second) + (f"#{anchor}" if anchor else ""))
        else:
            yield LinkTarget(target.path, picture=target.picture)


def _first_page(home: Translation | None, shelf: Shelf) -> TranslationsPage:
    rows = [(sort_of(path, shelf.site), _row(path, each, shelf)) for path, each in shelf.site.translations.items()]
    groups = (
        TranslatedGroup(sort=sort, rows=tuple(row for its, row in rows if its == sort)) for sort in SORTS
    )
    path = shelf.site.config.second.folder + urls.HOME
    return TranslationsPage(
        path=path,
        root=urls.root_of(path),
        title=home.title if home is not None else shelf.site.config.second_title or shelf.site.config.title,
        column_tags=tags_of(shelf),
        canonical=shelf.base + path.removesuffix("index.html"),
        lang=shelf.site.config.second.code,
        lede=home.summary if home is not None else "",
        groups=tuple(group for group in groups if group.rows),
    )


def sort_of(original: str, site: Site) -> str:
    """Return the group of a translated page; the home page is in none."""
    if original == HOME:
        return ""
    if original in site.bodies:
        return "bodies"
    record = site.by_path.get(original)
    return "documents" if record is not None and isinstance(record, Document) else "pages"


def _row(original: str, translation: Translation, shelf: Shelf) -> TranslatedRow:
    record = shelf.site.by_path.get(original)
    return TranslatedRow(
        title=translation.title,
        path=urls.translation_of(original, shelf.site.config.second),
        original=title_of_original(original, shelf.site),
        number=record.document_number if isinstance(record, Document) else "",
        state=shelf.states.get(original),
    )


def title_of_original(original: str, site: Site) -> str:
    """Return the Chinese title of the page at a path."""
    if original in site.by_path:
        return site.by_path[original].title
    if original in site.bodies:
        return site.bodies[original].title
    column = site.columns.get(original.removesuffix("/index"))
    return column.title if column is not None else COLUMN_NAME


def _page(original: str, translation: Translation, shelf: Shelf) -> TranslationPage:
    language = shelf.site.config.second
    path = urls.translation_of(original, language)
    record = shelf.site.by_path.get(original)
    document = record if isinstance(record, Document) else None
    body = shelf.site.bodies_by_name.get(record.publisher) if record is not None else None
    issuer = shelf.site.translations.get(body.path) if body is not None else None
    return TranslationPage(
        path=path,
        root=urls.root_of(path),
        title=translation.title,
        column_tags=tags_of(shelf),
        article_tags=_article_tags(translation, path, shelf),
        crumbs=(home_link(shelf),),
        canonical=shelf.base + path,
        lang=language.code,
        original=Link(title=title_of_original(original, shelf.site), path=urls.page_of(original)),
        lede=translation.summary,
        number=document.document_number if document is not None else "",
        issuer=Link(title=issuer.title, path=urls.translation_of(body.path, language)) if issuer and body else None,
        issuer_chinese=record.publisher if record is not None and issuer is None and _is_issued(record.kind) else "",
        written_on=record.written_on if record is not None else None,
        effective_on=document.effective_on if document is not None else None,
        valid_until=term_of(document, shelf.site) if document is not None else None,
        state=shelf.states.get(original),
        translated_on=published_on(translation).date(),
    )


def issuer_of(original: str, site: Site) -> tuple[str, str]:
    """Return the names of the body that issued the record at a path, translated and in Chinese; empty where none."""
    record = site.by_path.get(original)
    if record is None:
        return "", ""
    body = site.bodies_by_name.get(record.publisher)
    translated = site.translations.get(body.path) if body is not None else None
    chinese = record.publisher if translated is not None or _is_issued(record.kind) else ""
    return translated.title if translated is not None else "", chinese


def _is_issued(kind: str) -> bool:
    """Tell whether a kind of record has an issuer that its page names."""
    return BY_NAME[kind].template == "document.html"


def home_link(shelf: Shelf) -> Link:
    """Return the way to the first page of the second language."""
    home, language = shelf.site.translations.get(HOME), shelf.site.config.second
    return Link(title=home.title if home is not None else language.title, path=language.folder + urls.HOME)


def tags_of(shelf: Shelf) -> ColumnTags:
    """Return the page tags of all pages of the second language."""
    name = shelf.site.config.second_title or shelf.site.config.title
    title = shelf.site.config.second.title
    return ColumnTags(name=title, description=f"{name}: {title}", keywords=name, type="概况信息")


def _article_tags(translation: Translation, path: str, shelf: Shelf) -> ArticleTags:
    return ArticleTags(
        title=translation.title,
        published=published_on(translation),
        source=shelf.site.config.second_title or shelf.site.config.title,
        description=translation.summary,
        url=shelf.base + path,
    )
