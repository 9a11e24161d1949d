"""The view of what is equal on all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.disclosure.local_words import LABEL
from sitegen.formats.slots import clean_slot
from sitegen.site import Site
from sitegen.views.chrome import Assets, Chrome, Footer, Part, Portal
from sitegen.views.common import Link
from sitegen.views.make_pages import children_of
from sitegen.views.shelf import COLUMN_NAME, Shelf

SEARCH_SCRIPTS = ("static/search-text.js", "static/search-find.js", "static/search.js")
"""In the order in which they build on each other."""
ASSETS = Assets(
    stylesheet="static/theme.css",
    pages_stylesheet="static/pages.css",
    print_stylesheet="static/print.css",
    script="static/theme.js",
    search_scripts=SEARCH_SCRIPTS,
    table_script="static/table.js",
    items_script="static/items.js",
    qr_script="static/qr.js",
)


def make_chrome(shelf: Shelf) -> Chrome:
    """Return what every page of the site shows."""
    site, config = shelf.site, shelf.site.config
    return Chrome(
        organisation=config.title,
        column=COLUMN_NAME,
        site_name=f"{config.title}{COLUMN_NAME}",
        site_domain=urlsplit(config.address).hostname or "",
        site_id_code=config.site_id_code,
        base_url=config.address.rstrip("/"),
        base_path=f"/{config.base_path.strip('/')}/".replace("//", "/"),
        as_of=site.as_of,
        home_path="index.html",
        search_path=urls.SEARCH,
        parts=tuple(_parts(shelf)),
        portal=Portal(
            title=config.portal.title or config.title,
            href=config.portal.address or config.address,
            header_html=clean_slot(config.portal.header),
            footer_html=clean_slot(config.portal.footer),
        ),
        footer=_footer(shelf),
        assets=ASSETS,
        open_search_path=urls.OPEN_SEARCH,
        changes_feed_path=urls.CHANGES_FEED,
        known_domains=_known_domains(site),
        title_words=site.catalogues.title_words,
        state_label=site.state_label if site.state_label != LABEL else "",
    )


def _parts(shelf: Shelf) -> Iterator[Part]:
    """Give the parts of the layout for which there is a column, with their sub-columns."""
    site = shelf.site
    for part in site.catalogues.layout.parts_of(site.config.layout):
        column = site.columns.get(part.folder)
        if column is not None:
            children = children_of(part.folder, shelf)
            links = (Link(title=child.title, path=urls.index_of(child.path)) for child in children)
            yield Part(id=part.code, title=column.title, path=urls.index_of(part.folder), columns=tuple(links))


def _known_domains(site: Site) -> str:
    """Return the pattern of hosts to which links lead without notice: those of the place's rule, and its own."""
    rule = site.catalogues.profile.page.linked_domains
    if not rule.holds_for(None):
        return ""
    own = (urlsplit(address).hostname for address in (site.config.address, site.config.portal.address))
    return "|".join([rule.value, *(f"^{re.escape(host)}$" for host in dict.fromkeys(own) if host)])


def _footer(shelf: Shelf) -> Footer:
    config = shelf.site.config
    pages = shelf.site.by_path
    accessibility, contact = "guanyu/wuzhangai", "guanyu/lianxi"
    return Footer(
        sponsor=config.sponsor,
        id_code=config.site_id_code,
        operator=config.operator,
        address=config.postal_address,
        telephone=config.phone,
        icp_record=config.icp_number,
        police_record=config.police_number,
        report_error_href=config.portal.report_errors,
        sitemap_path=urls.SITE_MAP,
        accessibility_path=urls.page_of(accessibility) if accessibility in pages else "",
        contact_path=urls.page_of(contact) if contact in pages else "",
    )
