"""What is equal on all pages: names, parts, portal strip, footer, names of the theme's files."""

from __future__ import annotations

from datetime import date

from sitegen.views.common import Link, View


class Part(View, frozen=True, kw_only=True):
    """One of the fixed parts of the 61号 layout. `columns` are its sub-columns, shown beside lists."""

    id: str
    title: str
    path: str
    columns: tuple[Link, ...] = ()


class Portal(View, frozen=True, kw_only=True):
    """The portal that the column is mounted under. Its HTML is cleaned before it comes here."""

    title: str
    href: str
    header_html: str = ""
    footer_html: str = ""


class Footer(View, frozen=True, kw_only=True):
    """Facts of R101. What is empty is left out; `note` is a closing sentence (sample sites say that they
    are).
    """

    sponsor: str
    id_code: str
    operator: str = ""
    address: str = ""
    telephone: str = ""
    icp_record: str = ""
    police_record: str = ""
    police_href: str = ""
    party_mark_href: str = ""
    report_error_href: str = ""
    sitemap_path: str = ""
    accessibility_path: str = ""
    contact_path: str = ""
    note: str = ""


class Assets(View, frozen=True, kw_only=True):
    """Site paths of the theme's files.

    `stylesheet` is what every page needs, `pages_stylesheet` what all but the home page need besides, and
    `print_stylesheet` is for paper.
    """

    stylesheet: str
    pages_stylesheet: str
    print_stylesheet: str
    script: str
    search_scripts: tuple[str, ...]
    table_script: str
    items_script: str
    qr_script: str


class Chrome(View, frozen=True, kw_only=True):
    """What every page shows in the same way.

    `organisation` is the body's full name (青岚区人民政府), `column` always 政府信息公开. `site_name`,
    `site_domain` and `site_id_code` are the page tags of R94. `base_url` has no path and no slash at its end
    (`https://www.qinglan.example`), `base_path` begins and ends with a slash (`/zfxxgk/`). `open_search_path` tells
    browsers how to search here, `changes_feed_path` is the feed of changes of validity. `known_domains` is the
    pattern of hosts to which a link leads without notice (R107); empty where no link needs one. `title_words` are
    the words inside which headings are not broken over two lines. `state_label` is what the place calls the state of
    a document (有效性); empty where it is 效力状态.
    """

    organisation: str
    column: str
    site_name: str
    site_domain: str
    site_id_code: str
    base_url: str
    base_path: str
    as_of: date
    home_path: str
    search_path: str
    parts: tuple[Part, ...]
    portal: Portal
    footer: Footer
    assets: Assets
    open_search_path: str = ""
    changes_feed_path: str = ""
    known_domains: str = ""
    title_words: tuple[str, ...] = ()
    state_label: str = ""
