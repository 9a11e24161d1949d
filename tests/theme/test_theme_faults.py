"""Broken templates: the place, the line and a word on what is there instead."""

import pytest

from sitegen.theme import ThemeError

from .samples import CHROME, PAGES

BROKEN = {
    "an unknown tag": ("a\n{% fi page %}", "SG810", 2, "不认识“fi”"),
    "a block that never ends": ("{% if page %}\na", "SG810", None, "缺"),
    "a brace too few": ("\n{{ page.title }", "SG810", 2, "{{ page.title }"),
    "a name that does not exist": ("a\n\n{{ pgae }}", "SG811", 3, "footer（页脚）；是不是想写“page”？"),
    "a field that does not exist": ("{{ page.titel }}", "SG812", 1, "是不是想写“title”？"),
    "a field of a field": (
        "{{ page.column_tags.nmae }}",
        "SG812",
        1,
        "ColumnTags 有这些字段：name、description",
    ),
    "a field of nothing": ("\n{{ page.article_tags.title }}", "SG813", 2, "{{ page.article_tags.title }}"),
    "a template that does not exist": (
        '\n{% include "components/bagde.html" %}',
        "SG814",
        2,
        "components/badge.html",
    ),
    "a filter that does not exist": ("{{ page.title | date_lng }}", "SG816", 1, "是不是想写“date_long”？"),
    "a template in a ring": ('{% extends "broken.html" %}', "SG817", 1, "成了一个环"),
    "a value that cannot be used so": (
        "{{ page.title | grouped }}",
        "SG819",
        1,
        "HomePage 有这些字段：path、root",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_template_is_a_finding_with_its_place(own_theme, name):
    text, code, line, words = BROKEN[name]
    theme = own_theme({"broken.html": text})
    with pytest.raises(ThemeError) as caught:
        theme.render("broken.html", PAGES["home"][1], CHROME)
    found = caught.value.diagnostic
    assert found.id == code
    assert found.path == "themes/own/templates/broken.html"
    assert line is None or (found.span and found.span.line == line)
    assert words in f"{found.message} {found.help}"


SEEN_BEFORE = {
    "an unknown tag": ("{% fi page %}", "SG810"),
    "a template that does not exist": ('{% if page %}{% include "nope.html" %}{% endif %}', "SG814"),
    "a template by a variable": ("{% include page.path %}", "SG815"),
    "an unknown filter": ("{{ page.title | date_zh }}", "SG816"),
    "bytes that are not UTF-8": ("首页".encode("gbk"), "SG818"),
}


@pytest.mark.parametrize("name", SEEN_BEFORE)
def test_a_check_finds_it_without_rendering(own_theme, name):
    text, code = SEEN_BEFORE[name]
    assert [found.id for found in own_theme({"broken.html": text}).check()] == [code]


def test_a_check_reports_every_template(own_theme):
    broken = {"b.html": "{% fi %}", "a.html": "{% fi %}", "c/d.html": '{% import "nope.html" as nope %}'}
    assert [found.path.rpartition("templates/")[2] for found in own_theme(broken).check()] == sorted(broken)


def test_a_digest_of_a_broken_template_says_what_is_wrong(own_theme):
    with pytest.raises(ThemeError) as caught:
        own_theme({"document.html": "{% fi %}"}).digest("document.html")
    assert caught.value.diagnostic.id == "SG810"


def test_a_template_that_the_program_asks_for_must_exist(theme):
    for use in (
        lambda: theme.digest("nope.html"),
        lambda: theme.render("nope.html", PAGES["home"][1], CHROME),
    ):
        with pytest.raises(ThemeError) as caught:
            use()
        assert caught.value.diagnostic.id == "SG814"


def test_a_bug_of_the_program_stays_a_bug(theme):
    class Impossible:
        part = column = ""

        @property
        def root(self):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        theme.render("home.html", Impossible(), CHROME)
