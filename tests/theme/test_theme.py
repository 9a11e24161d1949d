"""The theme as files: overriding, digests, weight."""

import gzip
import re

import pytest

from sitegen.disclosure.states import State
from sitegen.theme import FRAME, Theme
from sitegen.theme_faults import KINDS

from .conftest import SHIPPED
from .samples import CHROME, PAGES

COMPRESSED = {
    "theme.css": 7 * 1024,
    "pages.css": 9 * 1024,
    "print.css": 3 * 1024,
    "theme.js": 3 * 1024,
    "search.js": 6 * 1024,
    "search-text.js": 3 * 1024,
    "search-find.js": 4 * 1024,
    "table.js": 2 * 1024,
    "items.js": 2 * 1024,
}
"""Most that a static file may weigh, in bytes of gzip."""
STYLES = ("theme.css", "pages.css", "print.css")
TEMPLATES = sorted((SHIPPED / "templates").rglob("*.html"))


def test_the_shipped_theme_is_without_fault(theme):
    assert theme.check() == ()


def test_an_own_template_takes_the_place_of_the_shipped_one(own_theme):
    theme = own_theme(
        {"components/notice.html": "{% macro notice(notice, root) %}自定：{{ notice.title }}{% endmacro %}"}
    )
    template, page, body = PAGES["repealed"]
    assert "自定：本文件已废止" in theme.render(template, page, CHROME, body)


def test_an_own_template_may_build_on_a_shipped_one(own_theme):
    theme = own_theme(
        {"tuwen.html": '{% extends "with_bar.html" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}'}
    )
    _, page, _ = PAGES["home"]
    assert "<h1>政府信息公开</h1>" in theme.render("tuwen.html", page, CHROME)


def test_own_static_files_come_first_and_others_stay(own_theme):
    files = {
        file.path: file.source
        for file in own_theme({}, **{"theme.css": "a{}", "hui.svg": "<svg/>"}).static_files()
    }
    assert list(files) == sorted(files)
    assert files["theme.css"].read_text(encoding="utf-8") == "a{}"
    assert files["theme.js"] == SHIPPED / "static" / "theme.js"
    assert "hui.svg" in files


def test_the_digest_covers_everything_that_makes_the_page(own_theme, theme):
    shipped = theme.digest("document.html")
    changes = {
        "document.html": '{% extends "with_bar.html" %}',
        "components/badge.html": "{% macro badge(state) %}{% endmacro %}",
        "base.html": "",
        "footer.html": "",
    }
    for name, text in changes.items():
        assert own_theme({name: text}).digest("document.html") != shipped, name


def test_the_digest_leaves_out_what_does_not(own_theme, theme):
    other = own_theme({"tombstone.html": "", "components/ledger.html": ""})
    assert other.digest("document.html") == theme.digest("document.html")
    assert theme.digest("document.html") == Theme.load([SHIPPED]).digest("document.html")
    assert theme.digest("document.html") != theme.digest("list.html")


@pytest.mark.parametrize("name", COMPRESSED)
def test_static_files_keep_to_their_weight(name):
    assert len(gzip.compress((SHIPPED / "static" / name).read_bytes(), 9)) <= COMPRESSED[name]


def test_a_document_page_keeps_to_its_weight(theme):
    template, page, body = PAGES["document"]
    files = [(SHIPPED / "static" / name).read_bytes() for name in (*STYLES, "theme.js")]
    whole = [theme.render(template, page, CHROME, body).encode(), *files]
    assert sum(len(gzip.compress(part, 9)) for part in whole) <= 60 * 1024


@pytest.mark.parametrize("name", STYLES)
def test_a_style_sheet_asks_nobody_and_overrules_only_in_print(name):
    style = (SHIPPED / "static" / name).read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "@media print" not in style
    assert "!important" not in style.replace("[hidden] { display: none !important }", "") or name == "print.css"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_only_fields_named_html_are_put_in_unescaped(path):
    text = path.read_text(encoding="utf-8")
    assert all(re.fullmatch(r"\S*html", name) for name in re.findall(r"(\S+)\s*\|\s*safe", text))
    assert "autoescape" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_are_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 130


def test_frame_templates_exist():
    assert all((SHIPPED / "templates" / f"{name}.html").is_file() for name in FRAME)


def test_every_finding_has_an_id_of_its_own():
    ids = [kind.id for kind in KINDS]
    assert len(ids) == len(set(ids))
    assert all("SG810" <= each <= "SG829" for each in ids)


def test_every_state_has_a_colour_and_a_shape_of_its_own():
    css = (SHIPPED / "static" / "theme.css").read_text(encoding="utf-8")
    for state in set(State) - {State.IN_FORCE}:  # the plain badge is that of what is in force
        assert re.search(rf"\.vs-{state}\b[^}}:]*\{{ color", css), state
        assert f".vs-{state}::before" in css, state
