"""The search finds exactly what a reading of every text finds: over 300 queries, no miss and nothing else.

`truth.txt` and `truth.en.txt` are reviewed data. When content/ changes, accept what has changed as snapshots are
accepted (docs/contributing.md) and look at the difference.
"""

from __future__ import annotations

from pathlib import Path

from tests.browser import wait_until
from tests.column import NOON
from tests.search import plain_words
from tests.search.plain import find, narrowed, read_records
from tests.search.table import ENGLISH_FILE, FILE, Case, read_cases, with_found

ICON = "Failed to load resource"
ASK = """async (cases) => {
  const { finder, narrowed } = window.sitegenSearch.page;
  const found = [];
  for (const { query, filters } of cases) {
    const { hits } = await finder.find(query);
    found.push(narrowed(hits, filters).map(({ row }) => row.path.replace(/[.]html$/, "")).sort());
  }
  return found;
}"""


def plainly(cases: list[Case], column: Path) -> list[tuple[str, ...]]:
    records = read_records(column)
    return [
        tuple(sorted(each.path for each in narrowed(find(case.query, records), case.filters)))
        for case in cases
    ]


def test_the_table_is_what_a_reading_of_all_texts_finds(column, request):
    table = FILE.read_text("utf-8")
    cases = read_cases(table)
    found = plainly(cases, column)
    if request.config.getoption("update_snapshots"):
        FILE.write_text(with_found(table, found), "utf-8")
    else:
        assert [case.found for case in cases] == found, "content/ has changed: see docs/contributing.md"
    assert len(cases) > 300


def asked(page, address: str, cases: list[Case]) -> list[list[str]]:
    """Return what the search page at an address finds."""
    page.clock.set_fixed_time(NOON)
    page.goto(address)
    wait_until(page, "Boolean(window.sitegenSearch.page)")
    return page.evaluate(ASK, [case._asdict() for case in cases])


def test_the_browser_finds_exactly_what_the_table_asks_for(column, address, open_page):
    cases = read_cases(FILE.read_text("utf-8"))
    found = asked(open_page("about:blank", allowed=(ICON,)), f"{address}sousuo.html", cases)
    wrong = {
        f"{case.query} {case.filters}": sorted({*wanted} ^ {*paths})
        for case, wanted, paths in zip(cases, plainly(cases, column), found, strict=True)
        if list(wanted) != paths
    }
    assert wrong == {}, wrong


def test_the_traditional_pages_are_found_as_the_others_are(address, open_page):
    cases = [case for case in read_cases(FILE.read_text("utf-8")) if case.found][::20]
    found = asked(open_page("about:blank", allowed=(ICON,)), f"{address}zh-hant/sousuo.html", cases)
    kinds = [case for case in cases if not case.filters]
    assert len(kinds) > 5
    for case, paths in zip(cases, found, strict=True):
        if not case.filters:  # kinds and bodies have other names there
            assert paths == list(case.found), case.query


def words_plainly(cases: list[Case], column: Path) -> list[tuple[str, ...]]:
    """Return what each case finds among the pages in English; filters are looked up in the list of titles."""
    pages = plain_words.read_pages(column, "en")
    return [
        tuple(path for path in plain_words.find(case.query, pages) if plain_words.fits(path, case.filters, column))
        for case in cases
    ]


def test_the_table_of_english_pages_is_what_a_reading_of_them_finds(column, request):
    table = ENGLISH_FILE.read_text("utf-8")
    cases = read_cases(table)
    found = words_plainly(cases, column)
    if request.config.getoption("update_snapshots"):
        ENGLISH_FILE.write_text(with_found(table, found), "utf-8")
    else:
        assert [case.found for case in cases] == found, "content/ has changed: see docs/contributing.md"
    assert sum(map(bool, found)) >= 20
    assert not all(found)


def test_the_browser_finds_exactly_the_english_pages_that_the_table_asks_for(address, open_page):
    cases = read_cases(ENGLISH_FILE.read_text("utf-8"))
    found = asked(open_page("about:blank", allowed=(ICON,)), f"{address}en/sousuo.html", cases)
    assert [(case.query, paths) for case, paths in zip(cases, found, strict=True)] == [
        (case.query, sorted(case.found)) for case in cases
    ]
