"""The search finds exactly what a reading of every text finds: over 300 queries, no miss and nothing else.

`truth.txt` is reviewed data. When content/ changes, accept what has changed as snapshots are accepted
(docs/contributing.md) and look at the difference.
"""

from __future__ import annotations

from pathlib import Path

from tests.browser import wait_until
from tests.column import NOON
from tests.search.plain import find, narrowed, read_records
from tests.search.table import FILE, Case, read_cases, with_found

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


def test_the_browser_finds_exactly_what_the_table_asks_for(column, address, open_page):
    page = open_page("about:blank", allowed=(ICON,))
    page.clock.set_fixed_time(NOON)
    page.goto(f"{address}sousuo.html")
    wait_until(page, "Boolean(window.sitegenSearch.page)")
    cases = read_cases(FILE.read_text("utf-8"))
    found = page.evaluate(ASK, [case._asdict() for case in cases])
    wrong = {
        f"{case.query} {case.filters}": sorted({*wanted} ^ {*paths})
        for case, wanted, paths in zip(cases, plainly(cases, column), found, strict=True)
        if list(wanted) != paths
    }
    assert wrong == {}, wrong
