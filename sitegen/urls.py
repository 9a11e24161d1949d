"""The one owner of address arithmetic.

A *site path* (`zhengce/xzgfxwj/index.html`) counts from the column's root and never begins with a slash.
A page's *root* (`../../`) leads from the page back to the column's root, so `root + site path` is a
relative link that also works from disk. A *record path* is a site path without `.html`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from sitegen.languages import BY_CODE, Language

HOST = re.compile(r"^https?://[^/]+")
PLAIN_TARGET = re.compile(r"/?[\w-]+(/[\w-]+)*(\.[\w-]+)?\Z")
PAGE_NAME = re.compile(r"(?=.{1,120}\Z)[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*\Z")
MANIFEST = "manifest.json"
"""The list of all files of the column, which lies among them."""
PLAIN_PART = re.compile(r"(?!\.)[^\x00-\x1f\x7f\\:*?\"<>|\ud800-\udfff]{1,240}\Z")
"""A name in a path that is the same on every system: neither hidden nor a way up."""


TRADITIONAL = "zh-hant/"
"""The tree of the same pages in traditional script."""

HOME = "index.html"
BODIES = "jigou/index.html"
LATEST = "zuixin/index.html"
SITE_MAP = "zhandian-ditu.html"
SEARCH = "sousuo.html"
CATALOGUES = "lingyu/index.html"
INDEX = "suoyin/index.html"
COVERAGE = "fugai/index.html"
ITEMS = "shixiang/index.html"
OBLIGATIONS = "yiwu"
"""In a body's folder: what it must publish, as a page and as data, without the suffix."""
OBLIGATION_FORMS = ("xlsx", "csv", "json")
CHANGES_FEED = "biandong/atom.xml"
"""The feed of changes of validity."""
OPEN_SEARCH = "opensearch.xml"
COVERAGE_JSON = "data/coverage.json"
COVERAGE_CSV = "data/coverage.csv"
COVERAGE_XLSX = "data/coverage.xlsx"
LEDGER = "data/taizhang"
"""The files of the index as data, without their suffix."""
SERVICE_PAGES = frozenset({HOME, BODIES, LATEST, SITE_MAP, SEARCH, CATALOGUES, INDEX, COVERAGE, ITEMS})
"""Pages that every column has, whatever its content."""


@lru_cache(maxsize=4096)
def root_of_folder(folder: str) -> str:
    """Return the way back from a page in `folder` (`zhengce/xzgfxwj`) to the root: `../../`."""
    return "../" * (folder.count("/") + 1) if folder else ""


def root_of(path: str) -> str:
    """Return the way back from the page at site path `path` to the root."""
    return root_of_folder(path.rpartition("/")[0])


def page_of(record_path: str) -> str:
    """Return the site path of a record's page."""
    return f"{record_path}.html"


def index_of(folder: str) -> str:
    """Return the site path of a folder's first page."""
    return f"{folder}/index.html" if folder else "index.html"


def language_of(record_path: str) -> Language | None:
    """Return the language of the translation that a file is by its name; None for any other."""
    return next((each for each in BY_CODE.values() if record_path.endswith(each.suffix)), None)


def original_of(record_path: str) -> str:
    """Return the path of what the record at `record_path` translates: `index` for the home page."""
    language = language_of(record_path)
    return record_path.removesuffix(language.suffix) if language is not None else record_path


def translation_of(original: str, language: Language) -> str:
    """Return the site path of the translation of what lies at `original`."""
    return f"{language.folder}{original}.html"


def source_of_translation(path: str) -> str:
    """Return the file in `content/` of the translated page at a site path."""
    language = next(each for each in BY_CODE.values() if path.startswith(each.folder))
    return f"{path.removeprefix(language.folder).removesuffix('.html')}{language.suffix}.md"


def encoded(path: str) -> str:
    """Percent-encode a site path for use in a link; slashes stay."""
    return quote(path, safe="/-._~")


def decoded(path: str) -> str:
    """Return the site path that `encoded` made a link of."""
    return unquote(path)


def resolve(folder: str, target: str) -> str | None:
    """Return the site path that the relative address `target` means, seen from `folder`.

    `target` may begin with a slash: the content's root. None where it leaves the root.
    """
    if PLAIN_TARGET.match(target):
        return target[1:] if target.startswith("/") else f"{folder}/{target}" if folder else target
    parts = [] if target.startswith("/") or not folder else folder.split("/")
    for part in unquote(target).split("/"):
        if part in ("", "."):
            continue
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def base_address(address: str, base_path: str) -> str:
    """Return the column's absolute address, with a slash at its end."""
    middle = base_path.strip("/")
    return f"{address.rstrip('/')}/{middle}/" if middle else f"{address.rstrip('/')}/"


def relative(folder: str, path: str) -> str:
    """Return how `path` is written in a link of a file in `folder`."""
    here, there = folder.split("/") if folder else [], path.split("/")
    same = 0
    while same < len(here) and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:])


def old_path(alias: str, base_path: str) -> str:
    """Return the site path of an old address, written as a path of the portal or as a whole address.

    Below the column's own base path it counts from there; an address without a file name is a folder's page.
    """
    path = HOST.sub("", alias).split("#")[0].split("?")[0].strip("/")
    base = base_path.strip("/")
    if base and path.startswith(f"{base}/"):
        path = path.removeprefix(f"{base}/")
    return path if "." in path.rpartition("/")[2] else index_of(path)


def is_plain(path: str) -> bool:
    """Tell whether a site path can be a file of the column on every system: it leads nowhere but down."""
    parts = path.split("/")
    return path != MANIFEST and all(PLAIN_PART.match(part) and len(part.encode()) <= 240 for part in parts)
