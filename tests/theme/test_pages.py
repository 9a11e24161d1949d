"""Every template with every sample: what must hold on each page."""

import itertools
import json
import re

import pytest

from .markup import read
from .samples import CHROME, PAGES

INTERACTIVE = ("onclick", "onload", "onsubmit", "onchange")
LANDMARKS = ("header", "main", "footer")
SCOPES = ("col", "row", "colgroup", "rowgroup")


@pytest.fixture(params=PAGES, ids=PAGES)
def rendered(request, theme):
    template, page, body = PAGES[request.param]
    html = theme.render(template, page, CHROME, body)
    return page, html, read(html)


def elements(read_page, tag):
    return [attributes for name, attributes, _ in read_page if name == tag]


def test_begins_with_doctype_and_language(rendered):
    page, html, found = rendered
    assert html.startswith("<!doctype html><html ")
    assert elements(found, "html") == [{"lang": page.lang}]
    assert "None" not in html


def test_one_main_heading_and_no_jump_below_it(rendered):
    _, _, found = rendered
    levels = [int(tag[1]) for tag, _, _ in found if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    below = levels[levels.index(1) :]
    assert all(level <= before + 1 for before, level in itertools.pairwise(below))


def test_landmarks_are_there_and_named(rendered):
    _, _, found = rendered
    assert all(len(elements(found, tag)) >= 1 for tag in LANDMARKS)
    assert len(elements(found, "main")) == 1
    for attributes in (*elements(found, "nav"), *elements(found, "aside"), *elements(found, "section")):
        assert attributes.get("aria-label") or attributes.get("aria-labelledby")


def test_names_that_are_referred_to_exist(rendered):
    _, _, found = rendered
    ids = {attributes["id"] for _, attributes, _ in found if "id" in attributes}
    for _, attributes, _ in found:
        assert attributes.get("aria-labelledby", "main") in ids
        assert attributes.get("for", "main") in ids
        if attributes.get("href", "").startswith("#") and not attributes["href"].startswith("#第"):
            assert attributes["href"][1:] in ids


def test_skip_link_is_the_first_link(rendered):
    _, _, found = rendered
    assert elements(found, "a")[0] == {"class": "skip", "href": "#main"}


def test_tables_have_captions_and_scopes(rendered):
    _, _, found = rendered
    tables, captions = elements(found, "table"), elements(found, "caption")
    assert len(tables) == len(captions)
    assert all(attributes.get("scope") in SCOPES for attributes in elements(found, "th"))


def test_no_script_and_no_style_in_the_page(rendered):
    _, html, found = rendered
    assert elements(found, "style") == []
    assert all("style" not in attributes for _, attributes, _ in found)
    assert not any(name in attributes for _, attributes, _ in found for name in INTERACTIVE)
    data = re.findall(r"<script([^>]*)>([^<]+)</script>", html)
    assert {attributes for attributes, _ in data} <= {' type="application/ld+json"'}
    assert all(json.loads(text)["@context"] == "https://schema.org" for _, text in data)


def test_nothing_is_loaded_from_another_host(rendered):
    page, _, found = rendered
    for tag, attributes, _ in found:
        address = attributes.get("src") or (attributes["href"] if tag == "link" else "")
        if attributes.get("rel") != "canonical" and not ("hreflang" in attributes and tag == "link"):
            assert not re.match(r"https?:|//", address), attributes
    assert all(link["href"].startswith(page.root) for link in elements(found, "link") if "type" in link)


def test_links_of_the_column_are_relative(rendered):
    page, _, found = rendered
    for attributes in elements(found, "a"):
        href = attributes["href"]
        outside = re.match(r"(https?|mailto|tel):|#", href)
        assert outside or (href.startswith(page.root) and "//" not in href), href


def test_page_tags_are_complete_and_never_empty(rendered):
    page, _, found = rendered
    tags = {
        tag["name"]: tag["content"] for tag in elements(found, "meta") if tag.get("name", "x")[0].isupper()
    }
    assert len(tags) == len([tag for tag in elements(found, "meta") if tag.get("name", "x")[0].isupper()])
    wanted = {"SiteName", "SiteDomain", "SiteIDCode"}
    wanted |= {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
    if page.article_tags:
        wanted |= {"ArticleTitle", "PubDate", "ContentSource"}
    assert wanted <= set(tags)
    assert all(tags.values())


def test_every_state_has_its_word_on_the_badge(rendered):
    _, html, _ = rendered
    badges = re.findall(r'<span class="vs vs-(\w+)"[^>]*>([^<]*)</span>', html)
    words = dict(badges)
    assert words.items() <= {
        ("not_yet_in_force", "尚未施行"),
        ("in_force", "现行有效"),
        ("amended", "已修改"),
        ("partly_repealed", "部分失效"),
        ("repealed", "已废止"),
        ("lapsed", "已失效"),
    }
    assert html.count('class="vs') == len(badges)
