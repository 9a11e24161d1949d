"""The built sample column as programs and passers-by meet it: every page, feed and data file, none left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.column import AS_OF, BASE_PATH

BASE = f"https://www.qinglan.gov.cn{BASE_PATH}"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TYPES = {"Legislation", "GovernmentOrganization", "Dataset", "BreadcrumbList"}
NO_PAGE = {"404.html"}
"""Is answered at any address."""


@pytest.fixture(scope="module")
def pages(column: Path) -> dict[str, LexborHTMLParser]:
    paths = (path.relative_to(column).as_posix() for path in sorted(column.rglob("*.html")))
    return {path: LexborHTMLParser((column / path).read_text()) for path in paths if path not in NO_PAGE}


def files_of(column: Path) -> set[str]:
    return {path.relative_to(column).as_posix() for path in column.rglob("*") if path.is_file()}


def target(page: str, address: str) -> str | None:
    """Return the file that an address on a page means; None where it is not of the column."""
    whole = urljoin(BASE + page, address).partition("#")[0].partition("?")[0]
    if not whole.startswith(BASE):
        return None
    path = unquote(whole.removeprefix(BASE))
    return path + "index.html" if path.endswith("/") or not path else path


def test_the_language_switch_of_every_page_leads_to_pages(column, pages):
    files = files_of(column)
    for path, page in pages.items():
        ways = page.css(".langs a")
        assert [way.attributes["hreflang"] for way in ways] == ["zh-Hans", "zh-Hant", "en"], path
        assert [target(path, way.attributes["href"]) for way in ways if way.attributes.get("aria-current")] == [path]
        for way in ways:
            assert target(path, way.attributes["href"]) in files, (path, way.html)


def test_every_link_to_the_column_leads_to_a_file(column, pages):
    files = files_of(column)
    dead = {
        (path, link.attributes[name])
        for path, page in pages.items()
        for name in ("href", "src", "action")
        for link in page.css(f"[{name}]")
        if (found := target(path, link.attributes[name] or "")) is not None and found not in files
    }
    assert dead == set()


def test_canonical_addresses_are_of_pages_that_are_there(column, pages):
    files = files_of(column)
    for path, page in pages.items():
        canonical = [link.attributes["href"] for link in page.css("link[rel=canonical]")]
        assert len(canonical) == 1, path
        main = target(path, canonical[0])
        assert main in files, path
        moved = page.css_first("meta[http-equiv=refresh]") is not None
        if main != path and not moved:  # the text of a column that is one text has one address
            assert str(main).rpartition("/")[0].endswith(path.rpartition("/")[0]), (path, main)


def test_alternates_are_mutual(pages):
    said = {path: alternates(page) for path, page in pages.items()}
    for path, others in said.items():
        for other in others:
            assert other in said, (path, other)
            assert said[other] == others, (path, other)


def alternates(page: LexborHTMLParser) -> set[str]:
    links = page.css("link[rel=alternate][hreflang]")
    return {target("", link.attributes["href"] or "") or "" for link in links}


def test_sharing_tags_say_where_and_what(pages):
    for path, page in pages.items():
        tags = {tag.attributes["property"]: tag.attributes["content"] for tag in page.css("meta[property]")}
        assert tags["og:title"], path
        assert tags["og:description"], path
        assert tags["og:type"] in ("article", "website")
        canonical = page.css_first("link[rel=canonical]")
        assert canonical is not None
        assert tags["og:url"] == canonical.attributes["href"], path


def linked_data(page: LexborHTMLParser) -> list[dict]:
    return [json.loads(script.text()) for script in page.css("script[type='application/ld+json']")]


def test_data_in_pages_are_of_the_sorts_that_are_promised_and_of_their_own_page(pages):
    found: dict[str, int] = {}
    for path, page in pages.items():
        traditional = path.startswith("zh-hant/")
        for thing in linked_data(page):
            assert thing["@context"] == "https://schema.org"
            assert thing["@type"] in TYPES, path
            found[thing["@type"]] = found.get(thing["@type"], 0) + 1
            if thing["@type"] == "BreadcrumbList":
                items = thing["itemListElement"]
                assert [item["position"] for item in items] == list(range(1, len(items) + 1))
                assert all(target("", item["item"]) in pages for item in items), path
            elif "url" in thing:
                assert target("", thing["url"]) == path
                assert thing.get("inLanguage", "zh-Hant") == "zh-Hant" or not traditional, path
    assert found.keys() == TYPES


def test_every_governed_document_is_legislation_with_its_state(column, pages):
    ledger = json.loads((column / "data/taizhang.json").read_text())["documents"]
    for entry in ledger:
        (paper,) = [each for each in linked_data(pages[f"{entry['path']}.html"]) if each["@type"] == "Legislation"]
        assert paper["legislationIdentifier"] == entry["number"]
        assert paper["legislationLegalForce"].startswith("https://schema.org/")


def root_of(file: Path) -> ElementTree.Element:
    return ElementTree.parse(file).getroot()  # noqa: S314 - a file that we have just written


def test_every_xml_file_is_well_formed(column):
    names = sorted(column.rglob("*.xml"))
    assert len(names) > 100
    for path in names:
        assert root_of(path).tag, path


def feeds(column: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    for path in sorted(column.rglob("atom.xml")):
        yield path.relative_to(column).as_posix(), root_of(path)


def test_feeds_are_atom_and_lead_to_pages(column):
    files, found = files_of(column), dict(feeds(column))
    column_and_body = {"zhengce/xzgfxwj/atom.xml", "jigou/qu-minzheng-ju/atom.xml"}
    assert {"atom.xml", "biandong/atom.xml"} | column_and_body <= found.keys()
    assert sum(path.startswith("lingyu/") for path in found) == 26
    for path, feed in found.items():
        assert feed.tag == f"{ATOM}feed"
        assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")), path
        (own,) = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert target("", own or "") == path
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids)), path
        days = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "") for entry in entries]
        assert days == sorted(days, reverse=True), path
        links = [link.get("href") or "" for entry in entries for link in entry.findall(f"{ATOM}link")]
        assert all(target("", link) in files for link in links), path


def test_the_site_map_has_every_page_with_the_day_of_its_last_change(column, pages):
    root = root_of(column / "sitemap.xml")
    listed = {target("", place.findtext(f"{SITEMAP}loc") or ""): place.findtext(f"{SITEMAP}lastmod") for place in root}
    left_out = {path for path in pages if path not in listed}
    assert all(pages[path].css_first("meta[name=robots]") is not None for path in left_out), left_out
    assert all(path in pages for path in listed)
    assert all(day is None or date.fromisoformat(day) <= AS_OF for day in listed.values())
    rows = json.loads((column / "data/taizhang.json").read_text())["documents"]
    for row in rows:
        since = row["since"] or ""
        assert (listed[f"{row['path']}.html"] or "") >= max(row["published_on"], since), row["path"]
    assert listed["index.html"] == max(day for day in listed.values() if day)
    assert listed["zhengce/xzgfxwj/index.html"] == max(listed[f"{row['path']}.html"] or "" for row in rows)


def test_search_from_a_browser(column):
    root = root_of(column / "opensearch.xml")
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.tag == f"{space}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{space}ShortName") or "") <= 16
    template = root.find(f"{space}Url")
    assert template is not None
    assert template.get("template") == f"{BASE}sousuo.html?q={{searchTerms}}"


def test_every_json_file_fits_the_schema_that_the_directory_names_for_it(column):
    """No file of data is without a schema; the search's own index is no data."""
    index = json.loads((column / "data/index.json").read_text())
    check = {
        f"{BASE}data/schema/{path.name}": jsonschema.Draft202012Validator(json.loads(path.read_text()))
        for path in (column / "data/schema").iterdir()
    }
    for validator in check.values():
        jsonschema.Draft202012Validator.check_schema(validator.schema)
    schemas = {each["address"]: each["schema"] for each in index["files"] if "json" in each["type"]}
    schemas |= {each["address"]: f"{BASE}data/schema/changes.json" for each in index["months"]}
    schemas[f"{BASE}data/index.json"] = f"{BASE}data/schema/index.json"
    exact_first = sorted(schemas, key=lambda address: ("{" in address, -len(address)))
    rules = [(pattern(address), schemas[address]) for address in exact_first]
    used = set()
    for file in sorted(column.rglob("*.json")):
        path = file.relative_to(column).as_posix()
        if "/pagefind/" not in f"/{path}" and not path.startswith("data/schema/"):
            schema = next(name for rule, name in rules if rule.fullmatch(BASE + path))
            check[schema].validate(json.loads(file.read_text()))
            used.add(schema)
    assert used == check.keys()


def pattern(address: str) -> re.Pattern[str]:
    """Return the addresses that an entry of the directory stands for: `{path}` is that of a page."""
    return re.compile(re.escape(address).replace(r"\{path\}", r"[\w./-]+/[\w.-]+"))


def test_increments_of_all_months_are_the_whole(column):
    index = json.loads((column / "data/index.json").read_text())
    documents = json.loads((column / "data/documents.json").read_text())["records"]
    months = [json.loads((column / target("", month["address"])).read_text()) for month in index["months"]]
    published = [entry["data"] for month in months for entry in month["published"]]
    assert len(published) == len(set(published)) == len(documents) == index["records"]
    assert {target("", each) for each in published} == {
        PurePosixPath(target("", row["address"]) or "").with_suffix(".json").as_posix() for row in documents
    }


def test_texts_that_are_offered_are_there(column):
    kinds = {"行政规范性文件"}
    rows = [row for row in json.loads((column / "data/documents.json").read_text())["records"] if row["kind"] in kinds]
    assert rows
    for row in rows:
        page = target("", row["address"]) or ""
        assert all((column / page).with_suffix(suffix).is_file() for suffix in (".txt", ".docx")), page
        text = (column / page).with_suffix(".txt").read_text(encoding="utf-8-sig")
        assert re.sub(r"\s", "", row["title"]) in re.sub(r"\s", "", text)
