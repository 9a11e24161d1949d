"""Texts and queries are folded alike, in the program and in the browser."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.formats.search_text import CHARACTERS, folded, folded_words, spaced, spaced_words
from sitegen.views.make_search import search_characters
from tests.browser import wait_until

SCRIPT = Path(__file__).parents[2] / "themes" / "default" / "static" / "search-text.js"
LAST_OF_BOTH = 0x1FAFF
"""Beyond it, and among unassigned code points, the two may know different versions of Unicode."""


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("国办函〔2019〕61号", "国办函201961号"),
        ("國辦函[2019]61號", "国办函201961号"),
        ("ＧＢ／Ｔ　９７０４", "gb/t9704"),
        ("“放管服”改革", "放管服改革"),
        ("《青岚区》（试行）", "青岚区试行"),
        ("施行，有效期5年。", "施行,有效期5年。"),
        ("9:00—12:00", "9:0012:00"),
        ("①", "1"),
        ("第\u200b一条", "第一条"),
        ("　", ""),
    ],
)
def test_folding(text: str, same: str) -> None:
    assert folded(text) == same


def test_every_sign_that_counts_is_a_word_and_letters_stay_letters() -> None:
    assert spaced("国办函〔2019〕61号，改") == "国 办 函 2 0 1 9 6 1 号 x44 改"
    assert spaced("é😀〇") == "x233 x128512 x12295"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The People's Government", " the peoples government"),
        ("low-income families: CNY 8,000", " low income families cny 8 000"),
        ("Café № 5", " cafe no 5"),
        ("青政规〔2023〕4号", " 青 政 规 2023 4 号"),
        ("Q青1", " q 青 1"),
        ("ᠮᠣᠩᠭᠣᠯ ᠤᠨ", " ᠮᠣᠩᠭᠣᠯ ᠤᠨ"),
        ("…", ""),
    ],
)
def test_texts_in_words(text: str, words: str) -> None:
    assert folded_words(text) == words
    assert spaced_words(text).split().count("xword") == words.count(" ")


@given(st.text(), st.text())
def test_words_follow_the_folded_text(one: str, other: str) -> None:
    assert len(spaced(one).split()) == len(folded(one))
    assert folded(folded(one)) == folded(folded(folded(one)))
    if " " not in one + other and unicodedata.is_normalized("NFKC", one + other):
        assert folded(f"{one} {other}") == folded(f"{one}（{other}")


def test_simplified_characters_are_nobodys_traditional_ones() -> None:
    assert len(CHARACTERS.traditional) == len(CHARACTERS.simplified) == len(set(CHARACTERS.traditional))
    assert not set(CHARACTERS.traditional) & set(CHARACTERS.simplified)
    assert "行" in CHARACTERS.initials["x"]
    assert "行" in CHARACTERS.initials["h"]


@pytest.fixture(scope="module")
def script(browser):
    """Return a page in which `search-text.js` has run."""
    page = browser.new_page()
    data = msgspec.json.encode(search_characters()).decode()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate(f"window.sitegenCharacters = {data}; void 0")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    wait_until(page, "Boolean(window.sitegenSearch)")
    yield page
    page.close()


@pytest.fixture(scope="module")
def script_in_words(browser):
    """Return a page in English in which `search-text.js` has run."""
    page = browser.new_page()
    page.set_content("<!doctype html><html lang=en><title>x</title>")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    wait_until(page, "Boolean(window.sitegenSearch)")
    yield page
    page.close()


def test_the_browser_divides_every_character_alike(script_in_words) -> None:
    codes = [
        code
        for code in range(1, LAST_OF_BOTH)
        if not 0xD800 <= code <= 0xDFFF and unicodedata.category(chr(code)) != "Cn"
    ]
    there = script_in_words.evaluate(
        """codes => codes.map(code => {
          const folded = window.sitegenSearch.fold(`a${String.fromCodePoint(code)}b`);
          return [folded, window.sitegenSearch.phrase(folded)];
        })""",
        codes,
    )
    here = [[folded_words(text), f'"{spaced_words(text)}"'] for text in (f"a{chr(code)}b" for code in codes)]
    assert [hex(code) for code, one, other in zip(codes, there, here, strict=True) if one != other] == []


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Current rent of the tenants", "rent", ["rent"]),
        ("Low-income families", "low-income", ["Low-income"]),
        ("The People's Government", "peoples", ["People's"]),
        ("Measures on assistance", "assist measure", ["Measure", "assist"]),
    ],
)
def test_places_are_at_the_beginnings_of_words(script_in_words, text: str, query: str, marked: list[str]) -> None:
    ask = "([text, query]) => window.sitegenSearch.placesOf(text, window.sitegenSearch.wordsOf(query))"
    assert [text[begin:end] for begin, end in script_in_words.evaluate(ask, [text, query])] == marked


def test_the_browser_folds_every_character_alike(script) -> None:
    codes = [
        code
        for code in range(1, LAST_OF_BOTH)
        if not 0xD800 <= code <= 0xDFFF and unicodedata.category(chr(code)) != "Cn"
    ]
    there = script.evaluate(
        """codes => codes.map(code => {
          const folded = window.sitegenSearch.fold(String.fromCodePoint(code));
          return [folded, folded && window.sitegenSearch.phrase(folded)];
        })""",
        codes,
    )
    here = [[folded(chr(code)), f'"{spaced(chr(code))}"' if folded(chr(code)) else ""] for code in codes]
    assert [hex(code) for code, one, other in zip(codes, there, here, strict=True) if one != other] == []


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("青政规 2023 4", ["青政规", "2023", "4"]),
        ("青政规〔2023〕04号", ["青政规", "2023", "4"]),
        ("國辦函2019 61", ["国办函", "2019", "61"]),
        ("青政规 2023", ["青政规", "2023", ""]),
        ("2023年工作", None),
        ("临时救助", None),
    ],
)
def test_numbers_are_read_loosely(script, query: str, number: list[str] | None) -> None:
    found = script.evaluate("query => window.sitegenSearch.readNumber(query)", query)
    assert (found and list(found.values())) == number


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("青岚区临时救助实施办法", ["临时救助"], ["临时救助"]),
        ("国办函〔2019〕61号", ["2019", "61号"], ["2019", "61号"]),
        ("臨時救助、临时救助", ["临时救助"], ["臨時救助", "临时救助"]),
        ("“放管服”改革", ["放管服改革"], ["放管服”改革"]),
        ("甲乙甲乙", ["乙甲", "甲乙"], ["甲乙甲乙"]),
        ("没有", ["临时"], []),
    ],
)
def test_places_are_those_of_the_text_as_written(
    script, text: str, words: list[str], marked: list[str]
) -> None:
    places = script.evaluate("([text, words]) => window.sitegenSearch.placesOf(text, words)", [text, words])
    assert [text[begin:end] for begin, end in places] == marked
