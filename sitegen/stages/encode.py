"""Files for machines: a view → bytes. What the templates are for pages, these functions are for data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone

import msgspec

from sitegen.formats.xml_text import escape
from sitegen.reporting import catalogue_form, coverage_forms, text_forms
from sitegen.reporting.ledger_forms import as_csv, as_xlsx
from sitegen.reporting.tables import csv_of
from sitegen.views.catalogue_form import CatalogueForm
from sitegen.views.common import View
from sitegen.views.coverage import CoverageData
from sitegen.views.data import Feed, OpenSearch, RecordData, RecordList, Robots, SiteMap, SiteMapIndex
from sitegen.views.harvest import Directory, Month, SchemaFile
from sitegen.views.ledger import DocumentLedger
from sitegen.views.register import Register
from sitegen.views.service_pages import SearchCharacters, SearchIndex
from sitegen.views.text_file import TextFile

XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SITE_MAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPEN_SEARCH_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
OPEN_SEARCH_NAME = 16
CHINA = timezone(timedelta(hours=8))
LONG_AGO = datetime(1949, 10, 1, tzinfo=CHINA)
CSV_HEADINGS = (
    "索引号",
    "标题",
    "文号",
    "发布机构",
    "成文日期",
    "发布日期",
    "施行日期",
    "有效期至",
    "效力状态",
    "信息种类",
    "主题分类",
    "栏目",
    "网址",
)


def _json(view: View) -> bytes:
    return msgspec.json.encode(view) + b"\n"


def _csv(view: RecordList) -> bytes:
    return csv_of(CSV_HEADINGS, map(msgspec.structs.astuple, view.records))


def _feed(view: Feed) -> bytes:
    """Return the Atom feed; its times are those of China."""
    import feedgenerator  # here, as it brings half of the standard library's network with it

    feed = feedgenerator.Atom1Feed(
        title=view.title,
        link=view.page_address,
        feed_url=view.address,
        description="",
        language="zh-CN",
        author_name=view.author,
    )
    for entry in view.entries:
        moment = entry.published.replace(tzinfo=CHINA)
        feed.add_item(
            title=entry.title,
            link=entry.address,
            unique_id=entry.id or entry.address,
            description=entry.summary,
            categories=[entry.state] if entry.state else [],
            author_name=entry.author,
            pubdate=moment,
            updateddate=moment,
        )
    if not view.entries:
        feed.latest_post_date = lambda: LONG_AGO
    return feed.writeString("utf-8").encode()  # type: ignore[no-any-return]


def _site_map(view: SiteMap) -> bytes:
    parts = [XML_HEAD, f'<urlset xmlns="{SITE_MAP_NAMESPACE}">\n']
    for place in view.places:
        modified = f"<lastmod>{place.modified}</lastmod>" if place.modified else ""
        parts.append(f"<url><loc>{escape(place.address)}</loc>{modified}</url>\n")
    parts.append("</urlset>\n")
    return "".join(parts).encode()


def _site_map_index(view: SiteMapIndex) -> bytes:
    rows = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in view.addresses)
    return f'{XML_HEAD}<sitemapindex xmlns="{SITE_MAP_NAMESPACE}">\n{rows}</sitemapindex>\n'.encode()


def _schema(view: SchemaFile) -> bytes:
    return view.text.encode() + b"\n"


def _open_search(view: OpenSearch) -> bytes:
    """Return the description of the search; a short name has at most 16 characters."""
    return (
        f'{XML_HEAD}<OpenSearchDescription xmlns="{OPEN_SEARCH_NAMESPACE}">\n'
        f"<ShortName>{escape(view.name[:OPEN_SEARCH_NAME])}</ShortName>\n"
        f"<Description>{escape(view.description)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>zh-CN</Language>\n"
        f'<Url type="text/html" method="get" template="{escape(view.template)}"/>\n'
        "</OpenSearchDescription>\n"
    ).encode()


def _robots(view: Robots) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {view.sitemap}\n".encode()


def _titles(view: SearchIndex) -> bytes:
    return _script(b"sitegenTitles", view)


def _characters(view: SearchCharacters) -> bytes:
    return _script(b"sitegenCharacters", view)


def _script(name: bytes, view: View) -> bytes:
    """Return data as a script, which also loads from disk; `</` cannot end the script early."""
    return b"var " + name + b" = " + msgspec.json.encode(view).replace(b"</", b"<\\/") + b";\n"


class Encoder(msgspec.Struct, frozen=True):
    """The view that a file for machines is made of, and how."""

    view: type[View]
    encode: Callable[..., bytes]


TEXT_ENCODERS: Mapping[str, Callable[[TextFile, str], bytes]] = {
    "text.docx": text_forms.as_docx,
    "text.txt": text_forms.as_text,
}
"""Files made of the text of a record, and of what goes with it."""
ENCODERS: Mapping[str, Encoder] = {
    "record.json": Encoder(RecordData, _json),
    "register.json": Encoder(Register, _json),
    "documents.json": Encoder(RecordList, _json),
    "documents.csv": Encoder(RecordList, _csv),
    "ledger.json": Encoder(DocumentLedger, _json),
    "ledger.csv": Encoder(DocumentLedger, as_csv),
    "ledger.xlsx": Encoder(DocumentLedger, as_xlsx),
    "coverage.json": Encoder(CoverageData, _json),
    "coverage.csv": Encoder(CoverageData, coverage_forms.as_csv),
    "coverage.xlsx": Encoder(CoverageData, coverage_forms.as_xlsx),
    "catalogue.xlsx": Encoder(CatalogueForm, catalogue_form.as_xlsx),
    "feed.xml": Encoder(Feed, _feed),
    "sitemap.xml": Encoder(SiteMap, _site_map),
    "sitemap_index.xml": Encoder(SiteMapIndex, _site_map_index),
    "changes.json": Encoder(Month, _json),
    "index.json": Encoder(Directory, _json),
    "schema.json": Encoder(SchemaFile, _schema),
    "opensearch.xml": Encoder(OpenSearch, _open_search),
    "robots.txt": Encoder(Robots, _robots),
    "titles.js": Encoder(SearchIndex, _titles),
    "characters.js": Encoder(SearchCharacters, _characters),
}
