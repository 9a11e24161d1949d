"""render: Artifact, Theme → bytes. Pages through templates, files for machines through encoders.

A page's key covers everything its bytes depend on: the program, the template with all that it uses, what all
pages share, the page's own view, the text and where its links lead, the minifier's settings. Equal key,
equal bytes. The work itself needs no Site and runs in any process. The only files that it reads are the theme's and
the beginnings of the pictures in texts, of which a target holds the digest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sitegen import __version__, urls
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic
from sitegen.formats import pictures
from sitegen.formats.markdown import Target, fill
from sitegen.site import LinkTarget
from sitegen.stages.encode import ENCODERS, TEXT_ENCODERS
from sitegen.theme import Theme, ThemeError
from sitegen.theme_words import CHINESE, TRADITIONAL
from sitegen.views.artifact import Artifact
from sitegen.views.catalogue import CataloguePage, CataloguesPage
from sitegen.views.chrome import Chrome
from sitegen.views.common import View
from sitegen.views.coverage import CoveragePage
from sitegen.views.document import DocumentPage
from sitegen.views.home import HomePage
from sitegen.views.item_lists import ItemListPage, ItemsPage
from sitegen.views.lists import ListPage, SectionPage
from sitegen.views.page import Body, Page
from sitegen.views.public_bodies import BodiesPage, PublicBodyPage
from sitegen.views.redline import Redline, RedlinePage
from sitegen.views.service_pages import (
    MovedPage,
    NotFoundPage,
    PlainPage,
    SearchPage,
    SitemapPage,
    TombstonePage,
)
from sitegen.views.side_by_side import compared
from sitegen.views.text_file import TextFile
from sitegen.views.translation import TranslationPage, TranslationsPage

if TYPE_CHECKING:
    from sitegen.formats.traditional import Traditional

MINIFIER = {"keep_closing_tags": True, "keep_html_and_head_opening_tags": True}
PAGES: Mapping[str, type[Page]] = {
    "bodies.html": BodiesPage,
    "body.html": PublicBodyPage,
    "catalogue.html": CataloguePage,
    "catalogues.html": CataloguesPage,
    "coverage.html": CoveragePage,
    "document.html": DocumentPage,
    "home.html": HomePage,
    "item_list.html": ItemListPage,
    "items.html": ItemsPage,
    "list.html": ListPage,
    "moved.html": MovedPage,
    "not_found.html": NotFoundPage,
    "plain.html": PlainPage,
    "redline.html": RedlinePage,
    "search.html": SearchPage,
    "search_translated.html": SearchPage,
    "section.html": SectionPage,
    "sitemap_page.html": SitemapPage,
    "tombstone.html": TombstonePage,
    "translation.html": TranslationPage,
    "translations.html": TranslationsPage,
}
"""The view that each template is called with."""


TRANSLATED = ("moved.html", "search_translated.html", "translation.html", "translations.html")
"""Templates of pages in the second language."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One file to make: the encoded view, the encoded body with where its links lead, further encoded bodies."""

    path: str
    template: str
    view: bytes
    body: bytes = b""
    targets: tuple[LinkTarget | None, ...] = ()
    texts: tuple[bytes, ...] = ()
    language: str = CHINESE


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What all jobs of a build share: where the theme is, the digest of its texts, and one for each template.

    `digests` are by language and template; each covers all that the template uses. `chromes` are the encoded views
    that all pages of a language share. `corrections` are those of pages in traditional script. In `content` lie the
    pictures of texts. `minified` pages go through minify-html, which takes a fifth of a build for a few per cent.
    """

    content: Path
    folders: tuple[Path, ...]
    texts: bytes
    digests: Mapping[str, Mapping[str, str]]
    chromes: Mapping[str, bytes]
    corrections: tuple[tuple[str, str], ...] = ()
    minified: bool = False


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A finished file, or what stood in its way."""

    path: str
    data: bytes = b""
    diagnostic: Diagnostic | None = None


def setting_of(
    theme: Theme,
    content: Path,
    folders: tuple[Path, ...],
    chromes: Mapping[str, Chrome],
    corrections: tuple[tuple[str, str], ...],
    minified: bool,
    memory: Memory,
) -> Setting:
    """Return what all jobs share; the digests of an unchanged theme come from memory. Raises `ThemeError`."""
    texts = theme.texts_digest()
    return Setting(
        content=content,
        folders=folders,
        texts=texts,
        digests={language: digests_of(theme, language, texts, memory) for language in chromes},
        chromes={language: encoded(chrome) for language, chrome in chromes.items()},
        corrections=corrections,
        minified=minified,
    )


def digests_of(theme: Theme, language: str, texts: bytes, memory: Memory) -> dict[str, str]:
    """Return the digest of each template in a language, from memory where the theme's `texts` are as they were."""
    key = sha256(texts + language.encode()).digest()
    known = memory.records([key])
    if key in known:
        return msgspec.msgpack.decode(known[key], type=dict[str, str])
    theme = theme.in_language(language)
    digests = {name: theme.digest(name) for name in PAGES}
    memory.remember_parsed([(key, msgspec.msgpack.encode(digests), b"")])
    return digests


def encoded(view: View) -> bytes:
    """Return a view as bytes, for its key and for its way to another process."""
    return msgspec.msgpack.encode(view)


class Keys:
    """Makes the keys of one build's artifacts.

    `common` covers what all files are made of beside the theme: settings, catalogues, the date.
    """

    def __init__(self, setting: Setting, common: bytes) -> None:
        self._setting = setting
        self._starts: dict[tuple[str, str], bytes] = {}
        minifier = MINIFIER if setting.minified else {}
        theme = (setting.digests, setting.chromes, setting.corrections, minifier, __version__, common)
        self._common = sha256(msgspec.msgpack.encode(theme))

    def of_bundle(self, made_of: bytes) -> bytes:
        """Return the key of files that are made of the ingredients `made_of`, all together."""
        key = self._common.copy()
        key.update(made_of)
        return key.digest()

    def key(self, artifact: Artifact, view: bytes) -> bytes:
        """Return the key of `artifact`, whose encoded view is `view`."""
        if artifact.copy_of is not None:
            return artifact.digest
        which = (artifact.template, artifact.language)
        start = self._starts.get(which)
        if start is None:
            start = self._starts[which] = self._start(*which)
        if not artifact.body:
            return sha256(start + view).digest()
        return sha256(b"".join((start, view, artifact.body, encoded_targets(artifact.targets)))).digest()

    def _start(self, template: str, language: str) -> bytes:
        setting = self._setting
        parts = [__version__, template, language]
        if language == TRADITIONAL:
            parts.append(repr(setting.corrections))
        if template in ENCODERS or template in TEXT_ENCODERS:
            return sha256("\0".join(parts).encode() + b"\0").digest()
        parts += (setting.digests[language][template], repr(sorted(MINIFIER.items()) if setting.minified else ""))
        return sha256("\0".join(parts).encode() + b"\0" + setting.chromes[language]).digest()


def encoded_targets(targets: tuple[LinkTarget | None, ...]) -> bytes:
    """Return where the links of a text lead, as bytes for its page's key."""
    return msgspec.msgpack.encode(targets) if targets else b""


def render_all(setting: Setting, jobs: Sequence[Job]) -> list[Rendered]:
    """Make the files of `jobs`, in their order."""
    return [_render(setting, job) for job in jobs]


def _render(setting: Setting, job: Job) -> Rendered:
    encoder = ENCODERS.get(job.template)
    if encoder is not None:
        data = encoder.encode(msgspec.msgpack.decode(job.view, type=encoder.view))
        if job.language == TRADITIONAL:
            data = _traditional(setting.corrections).text(data.decode()).encode()
        return Rendered(path=job.path, data=data)
    if job.template in TEXT_ENCODERS:
        view, body = msgspec.msgpack.decode(job.view, type=TextFile), _body(job, "", setting.content)
        return Rendered(path=job.path, data=TEXT_ENCODERS[job.template](view, body.html if body else ""))
    page = msgspec.msgpack.decode(job.view, type=PAGES[job.template])
    chrome = _chrome(setting.chromes[job.language])
    try:
        theme = _theme(setting.folders, setting.texts, job.language)
        html = theme.render(job.template, page, chrome, _text(job, page, setting.content))
    except ThemeError as error:
        return Rendered(path=job.path, diagnostic=error.diagnostic)
    if job.language == TRADITIONAL:
        html = _traditional(setting.corrections).page(html)
    if setting.minified:
        html = _minified(html)
    return Rendered(path=job.path, data=html.encode() + b"\n")


def _minified(html: str) -> str:
    import minify_html  # here, as few columns ask for it

    return minify_html.minify(html, **MINIFIER)


def _text(job: Job, page: Page, content: Path) -> Body | Redline | None:
    """Return what a template gets as `body`: the text of the page's record, or two texts side by side."""
    if isinstance(page, RedlinePage):
        old, new = (msgspec.msgpack.decode(text, type=Body).html for text in job.texts)
        return compared(page, old, new)
    return _body(job, page.root, content)


def _body(job: Job, root: str, content: Path) -> Body | None:
    if not job.body:
        return None
    body = msgspec.msgpack.decode(job.body, type=Body)
    targets = [_target(target, root, content) if target else None for target in job.targets]
    return Body(html=fill(body.html, targets), headings=body.headings)


def _target(target: LinkTarget, root: str, content: Path) -> Target:
    href = root + target.path
    if not target.picture:
        return Target(href, target.title)
    try:
        with (content / urls.decoded(target.path)).open("rb") as stream:
            size = pictures.size_of(stream)
    except OSError:  # gone since it was listed: whoever copies it says so
        size = None
    return Target(href, target.title, width=size.width, height=size.height) if size else Target(href, target.title)


@lru_cache(maxsize=6)
def _theme(folders: tuple[Path, ...], texts: bytes, language: str) -> Theme:
    """Return the theme in a language; its files are read once for each state of them."""
    if language != CHINESE:
        return _theme(folders, texts, CHINESE).in_language(language)
    return Theme.load(folders)


@lru_cache(maxsize=2)
def _traditional(corrections: tuple[tuple[str, str], ...]) -> Traditional:
    from sitegen.formats.traditional import Traditional  # here, as few columns have such pages

    return Traditional(corrections)


@lru_cache(maxsize=6)
def _chrome(data: bytes) -> Chrome:
    return msgspec.msgpack.decode(data, type=Chrome)
