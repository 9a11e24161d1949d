"""The words of the interface: one file, every key used, every language complete, overridable one by one."""

import json
import re

import pytest

from sitegen.theme import ThemeError
from sitegen.theme_words import CHINESE, ENGLISH, TRADITIONAL, places_of, read_words

from .conftest import SHIPPED
from .samples import CHROME, PAGES
from .test_theme import TEMPLATES

WORDS = read_words([SHIPPED])
HAN = re.compile(r"[\u4e00-\u9fff]")
OFFICIAL_FORM = "catalogue_table.html"
"""Its headings are those of the form that the State Council's offices prescribe."""


def test_the_shipped_words_are_without_fault_and_in_both_languages():
    assert WORDS.faults == ()
    assert WORDS.texts[CHINESE].keys() == WORDS.texts[ENGLISH].keys()
    for key, text in WORDS.texts[ENGLISH].items():
        assert text, key
        assert not HAN.search(text), key
        assert places_of(text) == places_of(WORDS.texts[CHINESE][key]), key


def test_every_word_is_used_by_a_template():
    written = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    groups = {f"{name}." for name in re.findall(r'\bwords\("([\w.]+)"\)', written)}
    used = set(re.findall(r'\bt\("([\w.]+)"', written))
    unused = [
        key for key in WORDS.texts[CHINESE] if key not in used and not key.startswith(tuple(groups) or "-")
    ]
    assert unused == []


@pytest.mark.parametrize("path", [each for each in TEMPLATES if each.name != OFFICIAL_FORM], ids=lambda p: p.name)
def test_templates_have_no_words_of_their_own(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert HAN.findall(text) == []


def test_the_script_of_all_pages_has_no_words_of_its_own():
    script = re.sub(r"/\*.*?\*/", "", (SHIPPED / "static" / "theme.js").read_text(encoding="utf-8"))
    assert HAN.findall(script) == []


def test_a_site_changes_a_single_word(own_theme):
    theme = own_theme({"../strings.yaml": "search.button: {zh-CN: 查一查}\n"})
    assert theme.check() == ()
    page = theme.render("home.html", PAGES["home"][1], CHROME)
    assert "查一查</button>" in page
    assert ">长者模式</button>" in page


def test_a_changed_word_changes_the_digest_of_the_templates_that_use_it(own_theme, theme):
    other = own_theme({"../strings.yaml": "tombstone.ask: {zh-CN: 问谁}\n"})
    assert other.digest("tombstone.html") != theme.digest("tombstone.html")
    assert other.digest("list.html") == theme.digest("list.html")
    assert other.texts_digest() != theme.texts_digest()


def test_a_word_has_the_values_of_its_places_escaped(own_theme):
    theme = own_theme(
        {
            "a.html": '{{ t("own.hits", what=page.title ~ "<b>") }}|<i title="{{ t("own.hits", what="&") }}">',
            "../strings.yaml": "own.hits: {zh-CN: '找到<{what}>', en: 'found {what}'}\n",
        }
    )
    text = theme.render("a.html", PAGES["home"][1], CHROME)
    assert text == '找到&lt;政府信息公开&lt;b&gt;&gt;|<i title="找到&lt;&amp;&gt;">'


def test_another_language_has_other_words_and_dates(theme):
    template, page, body = PAGES["document"]
    english = theme.in_language("en").render(template, page, CHROME, body)
    assert ">Print</button>" in english
    assert re.search(r"Validity as of \d{1,2} [A-Z][a-z]+ 20\d\d", english)
    assert theme.in_language("en").digest(template) != theme.digest(template)
    assert theme.in_language(TRADITIONAL).word("elder.on") == "长者模式"


def test_scripts_get_their_words_as_json(own_theme):
    theme = own_theme(
        {
            "a.html": '<i data-words="{{ words("script") }}">',
            "../strings.yaml": 'script.found: {zh-CN: "找到{n}件", en: "{n} found"}\n',
        }
    )
    text = theme.render("a.html", PAGES["home"][1], CHROME).replace("&#34;", '"')
    assert json.loads(text.removeprefix('<i data-words="').removesuffix('">')) == {"found": "找到{n}件"}


BROKEN = {
    "an unknown word": ('{{ t("search.buton") }}', "SG662", "search.button"),
    "a word by a variable": ("{{ t(page.title) }}", "SG662", ""),
    "a place that is not filled": ('{{ t("pager.page") }}', "SG663", "{number}"),
    "a value too many": ('{{ t("search.button", n=1) }}', "SG663", "{n}"),
    "a group that does not exist": ('{{ words("nope") }}', "SG662", "nope."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_word_is_a_finding_with_its_place(own_theme, name):
    text, code, said = BROKEN[name]
    (found,) = own_theme({"broken.html": f"\n{text}"}).check()
    assert (found.id, found.span and found.span.line) == (code, 2)
    assert said in f"{found.message}{found.help}"
    with pytest.raises(ThemeError):
        own_theme({"document.html": text}).digest("document.html")


WRONG_FILES = {
    "not by language": ("search.button: 搜\n", "SG660"),
    "an unknown language": ("search.button: {fr: Chercher}\n", "SG660"),
    "a list for a text": ("search.button: {zh-CN: [搜]}\n", "SG660"),
    "an unknown key": ("serch.button: {zh-CN: 搜}\n", "SG661"),
    "a place that is not there": ("pager.page: {zh-CN: '{n}'}\n", "SG663"),
    "no YAML": ("search.button: {zh-CN: 搜\n", "SG150"),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_of_words_is_a_finding_with_its_place(own_theme, name):
    text, code = WRONG_FILES[name]
    found = own_theme({"../strings.yaml": text}).word_faults()
    assert [each.id for each in found] == [code]
    assert found[0].path == "themes/own/strings.yaml"
    assert found[0].span
    assert found[0].span.line == 1
